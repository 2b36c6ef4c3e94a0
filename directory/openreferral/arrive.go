package openreferral

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"time"

	"signpost/directory"
)

// arrival turns one service of the wire into one of ours.
type arrival struct {
	*reading
	source Source
	kept   rest // what becomes Extra: members, and under "schedules/<id>" those of parts
}

// id is our id for an id of the source.
func (a *arrival) id(s string) directory.ID {
	if strings.TrimSpace(s) == "" {
		return ""
	}
	return directory.NewID(a.source.Name, strings.TrimSpace(s))
}

// idOr is id, or one made from parts when the source gives none.
func (a *arrival) idOr(s string, parts ...string) directory.ID {
	if id := a.id(s); id != "" {
		return id
	}
	return directory.NewID(a.source.Name, strings.Join(parts, "/"))
}

// keep sets members aside that have no field of ours.
func (a *arrival) keep(name string, r rest) {
	if len(r) == 0 {
		return
	}
	if strings.Contains(name, "/") {
		a.kept[name] = object(r)
		return
	}
	for key, raw := range r {
		a.kept[key] = raw
	}
}

// keepItem adds to a list that is kept as it stood, but for ids, which must be
// UUIDs wherever they stand.
func keepItem[T any](a *arrival, list string, item T) {
	a.mendIDs(reflect.ValueOf(&item).Elem(), list)
	var items []json.RawMessage
	if old, ok := a.kept[list]; ok {
		_ = json.Unmarshal(old, &items) // we wrote it
	}
	var b bytes.Buffer
	encode(&b, reflect.ValueOf(item))
	b2, _ := json.Marshal(append(items, b.Bytes()))
	a.kept[list] = b2
}

// mendIDs gives every object of a kept item an id that is a UUID.
func (a *arrival) mendIDs(v reflect.Value, path string) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			a.mendIDs(v.Elem(), path)
		}
	case reflect.Slice:
		for i := range v.Len() {
			a.mendIDs(v.Index(i), fmt.Sprintf("%s/%d", path, i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			name, field := v.Type().Field(i).Name, v.Field(i)
			switch {
			case name == "ID" && field.String() == "":
				field.SetString(madeID(a.source.Name, a.reading.id, path))
			case field.Kind() == reflect.String && strings.HasSuffix(name, "ID"):
				field.SetString(string(a.id(field.String())))
			default:
				a.mendIDs(field, path+"/"+name)
			}
		}
	}
}

// object is a rest as JSON, in the order of its names.
func object(r rest) json.RawMessage {
	var b bytes.Buffer
	encode(&b, reflect.ValueOf(struct {
		Rest rest
	}{r}))
	return b.Bytes()
}

func (a *arrival) extra() json.RawMessage { return object(a.kept) }

// text and name read plain text and say what had to be done to it.
func (a *arrival) text(s, path string) string { return a.note(path)(plain(s, maxText)) }
func (a *arrival) name(s, path string) string { return a.note(path)(line(s, maxName)) }

func (a *arrival) note(path string) func(out, changed string) string {
	return func(out, changed string) string {
		if changed != "" {
			a.doubt(path, changed)
		}
		return out
	}
}

func (a *arrival) web(s, path string) string {
	out, ok := webAddress(s)
	switch {
	case !ok:
		a.doubt(path, "this is not a web address; it was left out")
	case out != s:
		a.doubt(path, "the web address was mended")
	}
	return out
}

func (a *arrival) email(s, path string) string {
	out, ok := mailbox(s)
	switch {
	case !ok:
		a.doubt(path, "this is not an e-mail address; it was left out")
	case out != s:
		a.doubt(path, "the e-mail address was mended")
	}
	return out
}

// service reads the whole of it.
func (a *arrival) service(w *service) *directory.Service {
	s := &directory.Service{ID: a.id(w.ID)}
	if string(s.ID) != w.ID && !strings.EqualFold(string(s.ID), w.ID) {
		a.doubt("id", "this is not a UUID; one was made from it")
	}
	s.Name = a.name(w.Name, "name")
	s.Description = a.text(w.Description, "description")
	s.Status = a.status(w.Status)
	s.Alert = a.text(w.Alert, "alert")
	s.Website = a.web(w.URL, "url")
	s.Email = a.email(w.Email, "email")
	s.HowToReach = a.text(w.ApplicationProcess, "application_process")
	s.Organisation = a.organisation(w)
	a.extras(s, w.Signpost, w.ID)
	a.who(s, w)
	a.attributes(s, w)
	s.Cost = a.cost(w)
	a.languages(s, w)
	a.phones(s, w)
	a.places(s, w)
	a.areas(s, w)
	a.times(s, w)
	if s.Assured.On = a.assured(w.AssuredDate); s.Assured.On == "" {
		s.Assured.Role = ""
	} else if s.Assured.Role == "" {
		s.Assured.Role = publisher // a feed says the day, and in an address that is nobody's business who
	}
	s.Translations = a.translations(w)
	s.Modified = a.modified(w.LastModified)
	// What stands here and belongs to nobody is kept beside the service.
	for _, name := range sortedKeys(w.Rest) {
		if strings.Contains(name, "/") {
			a.doubt(name, "a member's name may not have a slash in it; it was left out")
			delete(w.Rest, name) // it would pass for one of the parts that we keep
		}
	}
	a.keep("", w.Rest)
	return s
}

func (a *arrival) status(text string) directory.Status {
	switch s := directory.Status(strings.ToLower(tidy(text))); {
	case s.Valid():
		return s
	case s == "":
		a.doubt("status", "it is missing; the service was taken as active")
		return directory.Active
	}
	a.doubt("status", "this is not a state of the standard; the service was taken as inactive")
	return directory.Inactive
}

func (a *arrival) organisation(w *service) directory.Organisation {
	o := w.Organization
	if o == nil {
		return directory.Organisation{ID: a.id(w.OrganizationID)}
	}
	out := directory.Organisation{
		Name:    a.name(o.Name, "organization.name"),
		Email:   a.email(o.Email, "organization.email"),
		Website: a.web(o.Website, "organization.website"),
	}
	out.Description = a.text(o.Description, "organization.description")
	if out.Description == out.Name {
		out.Description = "" // the standard requires one, so a name stands in for it
	}
	out.Identifiers = a.identifiers(o)
	if id := cmp.Or(o.ID, w.OrganizationID); id != "" || out.Name != "" {
		out.ID = a.idOr(id, "organisation", strings.ToLower(out.Name))
	}
	if !a.source.Ours {
		out.Origin = directory.Origin{Owner: cmp.Or(a.source.Owner, a.source.Name), Source: a.source.Name, SourceID: cmp.Or(o.ID, w.OrganizationID)}
	}
	if x := o.Signpost; x != nil && a.source.Ours {
		out.Community = x.Community
		out.Origin = a.origin(x.Origin)
		a.restOf("organization/x_signpost", x.Rest)
	}
	if len(o.Rest) > 0 {
		out.Extra = object(o.Rest)
	}
	return out
}

// restOf keeps members of a part of the service, such as "schedules/<id>".
func (a *arrival) restOf(part string, r rest) { a.keep(part, r) }

// origin takes an origin as it is from a file of ours. Anybody else's says
// nothing about who may change our records.
func (a *arrival) origin(x *originExtra) directory.Origin {
	if x == nil {
		return directory.Origin{}
	}
	return directory.Origin{
		Owner: x.Owner, Source: x.Source, SourceID: x.SourceID, URL: x.URL,
		Label: x.Label, Date: x.Date, Mark: directory.Mark(x.Mark),
	}
}

func (a *arrival) extras(s *directory.Service, x *serviceExtra, sourceID string) {
	own := directory.Origin{
		Owner: cmp.Or(a.source.Owner, a.source.Name), Source: a.source.Name, SourceID: sourceID,
		URL: a.source.URL, Label: a.source.Label, Mark: a.source.Mark,
	}
	s.Origin = own
	if x == nil {
		return
	}
	s.Group = directory.Group(x.Group)
	if s.Group != "" && !s.Group.Valid() {
		a.doubt("x_signpost.group", "this is not a group we know; it was left out")
		s.Group = ""
	}
	s.Kind, s.Example, s.Confidential = x.Kind, x.Example, x.Confidential
	s.Hours = a.text(x.Hours, "x_signpost.hours")
	if a.source.Ours {
		if x.Origin != nil {
			s.Origin = a.origin(x.Origin)
		}
		s.Assured.Role = x.AssuredRole
		if x.Version != nil {
			s.Version = int64(*x.Version)
		}
	}
	if m := s.Origin.Mark; m != "" && !m.Valid() {
		a.doubt("x_signpost.origin.mark", "this is not a mark; it was left out")
		s.Origin.Mark = ""
	}
	a.restOf("x_signpost/", x.Rest)
}

// publisher is the role of who checked, where a feed gives only the day.
const publisher = "publisher"

func (a *arrival) assured(text string) directory.Date {
	d, ok := day(exact(text))
	if !ok {
		a.doubt("assured_date", "this is not a date; it was left out")
	}
	return d
}

// modified reads last_modified; a date and time without an offset is local.
func (a *arrival) modified(text string) time.Time {
	text = strings.Replace(tidy(text), " ", "T", 1)
	if text == "" {
		return time.Time{}
	}
	if t, err := time.Parse(time.RFC3339Nano, text); err == nil {
		return t.UTC()
	}
	for _, form := range []string{"2006-01-02T15:04:05.999999999", "2006-01-02T15:04", time.DateOnly} {
		if t, err := time.ParseInLocation(form, text, london); err == nil {
			return t.UTC()
		}
	}
	a.doubt("last_modified", "this is not a date and time; it was left out")
	return time.Time{}
}
