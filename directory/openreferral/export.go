package openreferral

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"reflect"
	"strings"

	"signpost/directory"
)

// Export writes services as a JSON array, one after the other. It stops at the
// first error of the sequence or of the writer.
func Export(w io.Writer, services iter.Seq2[*directory.Service, error]) error {
	sep := "["
	for s, err := range services {
		if err != nil {
			return fmt.Errorf("reading what to export: %w", err)
		}
		var b bytes.Buffer
		b.WriteString(sep + "\n  ")
		if err := json.Indent(&b, Marshal(s), "  ", "  "); err != nil {
			return fmt.Errorf("writing service %s: %w", s.ID, err)
		}
		if _, err := w.Write(b.Bytes()); err != nil {
			return fmt.Errorf("writing services: %w", err)
		}
		sep = ","
	}
	end := "\n]\n"
	if sep == "[" {
		end = "[]\n"
	}
	if _, err := io.WriteString(w, end); err != nil {
		return fmt.Errorf("writing services: %w", err)
	}
	return nil
}

// Marshal is one service as the wire has it: a full HSDS 3.1 object that is also
// valid under Open Referral UK 3.0. A confidential service has no place in it.
func Marshal(s *directory.Service) json.RawMessage {
	d := departure{s: s, kept: rest{}}
	if len(s.Extra) > 0 {
		_ = json.Unmarshal(s.Extra, &d.kept) // only we write it; what is not an object is nothing
	}
	if s.Confidential {
		d.kept = rest{} // not a word of where it is, not even one that a feed gave
	}
	var b bytes.Buffer
	encode(&b, reflect.ValueOf(d.service()))
	return b.Bytes()
}

// departure turns one service of ours into one of the wire.
type departure struct {
	s    *directory.Service
	kept rest
}

// object takes what was kept of a part, such as "schedules/<id>".
func (d *departure) object(name string) rest {
	var r rest
	if raw, ok := d.kept[name]; ok {
		_ = json.Unmarshal(raw, &r)
		delete(d.kept, name)
	}
	return r
}

// text takes a text that was kept.
func (d *departure) text(name string) string {
	var t string
	if raw, ok := d.kept[name]; ok {
		_ = json.Unmarshal(raw, &t)
		delete(d.kept, name)
	}
	return t
}

// items adds the items of a list that were kept as they stood.
func items[T any](d *departure, name string, to []T) []T {
	var list []json.RawMessage
	if raw, ok := d.kept[name]; ok {
		_ = json.Unmarshal(raw, &list)
		delete(d.kept, name)
	}
	for _, raw := range list {
		var item T
		n, err := parse(raw)
		rd := &reading{rec: record{raw: raw}, root: n, warn: func(Warning) {}}
		if err == nil && rd.fill(n, reflect.ValueOf(&item).Elem(), "") == nil {
			to = append(to, item)
		}
	}
	return to
}

func (d *departure) service() service {
	s := d.s
	w := service{
		ID: string(s.ID), Name: s.Name, Description: s.Description, Status: string(cmp.Or(s.Status, directory.Active)),
		Alert: s.Alert, ApplicationProcess: s.HowToReach, EligibilityDescription: s.Eligibility,
		MinimumAge: number(s.MinAge), MaximumAge: number(s.MaxAge), AssuredDate: string(s.Assured.On),
	}
	w.URL, _ = webAddress(s.Website)
	w.Email, _ = mailbox(s.Email)
	if !s.Modified.IsZero() {
		w.LastModified = s.Modified.UTC().Format("2006-01-02T15:04:05.000Z")
	}
	if s.Interpreter {
		w.InterpretationServices = interpreterText
	}
	if t := d.text("interpretation_services"); t != "" && s.Interpreter == !noInterpreter.MatchString(t) {
		w.InterpretationServices = t
	}
	if id := s.Organisation.ID; id != "" {
		w.OrganizationID = string(id)
		w.Organization = d.organisation()
	}
	d.cost(&w)
	d.phones(&w)
	d.places(&w)
	d.areas(&w)
	d.languages(&w)
	w.Attributes = items(d, "attributes", attributesOf(s))
	d.times(&w)
	d.translations(&w)
	w.Signpost = d.extra()
	if reflect.DeepEqual(*w.Signpost, serviceExtra{}) {
		w.Signpost = nil
	}
	w.Rest = rest{}
	for key, raw := range d.kept {
		if !strings.Contains(key, "/") { // a part that is no longer there
			w.Rest[key] = raw
		}
	}
	return w
}

// number is an age; nil when there is none.
func number(years int) *float64 {
	if years == 0 {
		return nil
	}
	f := float64(years)
	return &f
}

func (d *departure) organisation() *organization {
	o := d.s.Organisation
	if o.Name == "" {
		return nil // known only by its id
	}
	out := &organization{ID: string(o.ID), Name: o.Name, Description: cmp.Or(o.Description, o.Name)}
	out.Website, _ = webAddress(o.Website)
	out.Email, _ = mailbox(o.Email)
	out.Identifiers = d.identifiers(o)
	x := organizationExtra{Community: o.Community, Origin: originOf(o.Origin), Rest: d.object("organization/x_signpost")}
	if !reflect.DeepEqual(x, organizationExtra{}) {
		out.Signpost = &x
	}
	if len(o.Extra) > 0 && !d.s.Confidential {
		_ = json.Unmarshal(o.Extra, &out.Rest)
	}
	return out
}

func originOf(o directory.Origin) *originExtra {
	if o == (directory.Origin{}) {
		return nil
	}
	return &originExtra{
		Owner: o.Owner, Source: o.Source, SourceID: o.SourceID, URL: o.URL,
		Label: o.Label, Date: o.Date, Mark: string(o.Mark),
	}
}

func (d *departure) extra() *serviceExtra {
	s := d.s
	x := &serviceExtra{
		Group: string(s.Group), Example: s.Example, Confidential: s.Confidential, Hours: s.Hours,
		Origin: originOf(s.Origin), AssuredRole: s.Assured.Role, Rest: d.object("x_signpost/"),
	}
	if s.Version != 0 {
		v := float64(s.Version)
		x.Version = &v
	}
	for _, c := range s.Communities {
		if !c.Confirmed {
			x.Communities = append(x.Communities, unconfirmed{ID: string(c.Community), Only: c.Only})
		}
	}
	for _, l := range s.Languages {
		if !l.Confirmed {
			x.Languages = append(x.Languages, unconfirmed{ID: string(l.Language)})
		}
	}
	for _, e := range s.Exceptions {
		x.Exceptions = append(x.Exceptions, exceptionExtra{
			ID: string(e.ID), Schedule: string(e.Schedule), Original: exact(e.Original), From: exact(e.From), To: exact(e.To),
			Closed: e.Closed, NewStart: exact(e.NewStart), NewEnd: exact(e.NewEnd), Place: string(e.Place), Reason: e.Reason,
		})
	}
	for _, t := range s.Translations {
		x.Translations = append(x.Translations, translationMeta{
			Field: t.Field, Language: t.Language, Hash: t.Hash, Machine: t.Machine,
			ReviewedOn: exact(t.Reviewed.On), ReviewedRole: t.Reviewed.Role,
		})
	}
	return x
}

func (d *departure) translations(w *service) {
	for _, t := range d.s.Translations {
		if w.Translations == nil {
			w.Translations = xTranslations{}
		}
		if w.Translations[t.Language] == nil {
			w.Translations[t.Language] = map[string]string{}
		}
		w.Translations[t.Language][t.Field] = t.Text
	}
}

func freeOption(id string) costOption {
	zero := 0.0
	return costOption{ID: id, Option: "Free", Currency: "GBP", Amount: &zero}
}

// cost writes what it costs: as an option when it is free, as a sentence always,
// in both members that hold one. The publisher's own options are written back
// while they still say the same.
func (d *departure) cost(w *service) {
	s := d.s
	options := items[costOption](d, "cost_options", nil)
	if len(options) > 0 && (costOf(options).Note != "") != s.Cost.Free {
		w.CostOptions = options
	}
	if s.Cost.Free {
		w.CostOptions = append(w.CostOptions, freeOption(madeID(string(s.ID), "cost", "free")))
		w.FeesDescription = "Free"
	}
	if s.Cost.Note != "" {
		w.FeesDescription = s.Cost.Note
	}
	w.Fees = w.FeesDescription
}

func (d *departure) languages(w *service) {
	for _, l := range d.s.Languages {
		known, ok := directory.LanguageOf(l.Language)
		if !l.Confirmed || !ok {
			continue
		}
		w.Languages = append(w.Languages, language{
			ID:   madeID(string(d.s.ID), "language", string(l.Language)),
			Code: string(l.Language), Name: known.Name, Note: d.text("languages/" + string(l.Language)),
		})
	}
	w.Languages = items(d, "languages", w.Languages)
}
