package directory

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
)

// Fault is one thing wrong with a listing. Field names where, in the words of
// the wire (HSDS 3.1 and ours): "name", "schedules[0].byday".
type Fault struct{ Field, Says string }

// Error is the fault as a line for the person who keeps the listing.
func (f Fault) Error() string { return f.Field + ": " + f.Says }

// Validate returns all faults of a service, field by field; none for one that
// can be stored and shown. It judges what is there: what is missing and what is
// stale are questions of quality, not faults.
func (s *Service) Validate() []Fault {
	var f faults
	f.check(s.ID.Valid(), "id", "must be a UUID in lower case")
	f.check(strings.TrimSpace(s.Name) != "", "name", "is missing")
	s.Organisation.faults(&f)
	f.check(s.Status.Valid(), "status", fmt.Sprintf("%q is not one of the standard's", s.Status))
	f.check(s.Group == "" || s.Group.Valid(), "group", fmt.Sprintf("%q is not one we know", s.Group))
	s.vocabularyFaults(&f)
	s.contactFaults(&f)
	s.placeFaults(&f)
	s.timeFaults(&f)
	for i, t := range s.Translations {
		f.at = fmt.Sprintf("translations[%d].", i)
		f.check(slices.Contains(translatable, t.Field), "field", fmt.Sprintf("%q is not one that has translations", t.Field))
		f.check(t.Language != "" && t.Text != "", "text", "has no text or no language")
	}
	f.at = ""
	f.check(s.Origin.Mark == "" || s.Origin.Mark.Valid(), "origin.mark", "must be A, B or C")
	f.date("assured_date", s.Assured.On)
	f.check((s.Assured.On == "") == (s.Assured.Role == ""), "assured_date", "needs both a day and the role of who checked")
	return f.list
}

// vocabularyFaults are ids that are not of the vocabulary, and ages and genders
// that admit nobody.
func (s *Service) vocabularyFaults(f *faults) {
	unknown(f, "needs", s.Needs, Need.Valid)
	unknown(f, "attending_type", s.Ways, Way.Valid)
	unknown(f, "attending_access", s.GetIn, GetIn.Valid)
	unknown(f, "accessibility", s.Access, Access.Valid)
	for i, w := range s.Communities {
		f.check(w.Community.Valid(), fmt.Sprintf("communities[%d]", i), fmt.Sprintf("%q is not one we know", w.Community))
	}
	for i, l := range s.Languages {
		f.check(l.Language.Valid(), fmt.Sprintf("languages[%d]", i), fmt.Sprintf("%q is not one we know", l.Language))
	}
	f.check(s.Gender.Valid(), "gender", fmt.Sprintf("%q is not one we know", s.Gender))
	f.check(s.MinAge >= 0 && s.MinAge <= 120, "minimum_age", "must be from 0 to 120 years")
	f.check(s.MaxAge >= 0 && s.MaxAge <= 120, "maximum_age", "must be from 0 to 120 years")
	f.check(s.MaxAge == 0 || s.MinAge <= s.MaxAge, "maximum_age", "is below minimum_age")
}

func unknown[T ~string](f *faults, field string, values []T, valid func(T) bool) {
	for i, v := range values {
		f.check(valid(v), fmt.Sprintf("%s[%d]", field, i), fmt.Sprintf("%q is not one we know", v))
	}
}

// faults are what is wrong with who provides a service.
func (o *Organisation) faults(f *faults) {
	f.check(o.ID == "" || o.ID.Valid(), "organization.id", "must be a UUID in lower case")
	for i, n := range o.Identifiers {
		field := fmt.Sprintf("organization.organization_identifiers[%d]", i)
		f.check(strings.TrimSpace(n.Identifier) != "", field+".identifier", "is missing")
		f.check(strings.TrimSpace(n.Type) != "", field+".identifier_type", "is missing: which register the number is of")
	}
}

// contactFaults are numbers and addresses that nobody could use.
func (s *Service) contactFaults(f *faults) {
	for i, p := range s.Phones {
		field := fmt.Sprintf("phones[%d]", i)
		f.check(strings.ContainsAny(p.Number, "0123456789"), field+".number", "has no figure in it")
		f.check(p.Mark == "" || p.Mark.Valid(), field+".mark", "must be A, B or C")
		f.check(p.Contact == "" || s.contact(p.Contact) >= 0, field+".contact", "is not a contact of this service")
	}
	for i, c := range s.Contacts {
		field := fmt.Sprintf("contacts[%d]", i)
		f.check(c.ID.Valid(), field+".id", "must be a UUID in lower case")
		f.check(s.contact(c.ID) == i, field+".id", "is another contact's too")
		f.check(strings.TrimSpace(c.Title) != "" || c.Email != "", field+".title", "is missing, and so is an e-mail address")
		f.email(field+".email", c.Email)
	}
	f.email("email", s.Email)
	if s.Website != "" {
		u, err := url.Parse(s.Website)
		f.check(err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "", "url", "must begin with https:// or http://")
	}
}

// contact is where the contact of an id stands in the list; -1 when none has it.
func (s *Service) contact(id ID) int {
	return slices.IndexFunc(s.Contacts, func(c Contact) bool { return c.ID == id })
}

// placeFaults are spots off the map, areas without a name, and an address that a
// confidential service must not have.
func (s *Service) placeFaults(f *faults) {
	f.check(!s.Confidential || !slices.ContainsFunc(s.Places, ServiceAtLocation.located), "places",
		"a confidential service must have no address and no spot on the map")
	for i, p := range s.Places {
		field := fmt.Sprintf("places[%d]", i)
		f.check(p.ID.Valid(), field+".id", "must be a UUID in lower case")
		at := p.Location.Point
		f.check(at.Lat >= -90 && at.Lat <= 90 && at.Lon >= -180 && at.Lon <= 180, field+".latitude", "is off the map")
		f.check(!p.Location.Exact || !at.IsZero(), field+".exact", "there is no spot on the map that could be the door")
		unknown(f, field+".accessibility", p.Location.Access, Access.Valid)
	}
	for i, a := range s.Areas {
		f.check(a.ID != "", fmt.Sprintf("service_areas[%d].name", i), "is missing")
	}
}

// located reports a place that says where it is.
func (p ServiceAtLocation) located() bool { return p.addressed() || !p.Location.Point.IsZero() }

// timeFaults are rules and exceptions that give no time or a wrong one.
func (s *Service) timeFaults(f *faults) {
	seen := map[ID]bool{}
	for i := range s.Schedules {
		c := &s.Schedules[i]
		at := fmt.Sprintf("schedules[%d].", i)
		f.check(c.ID.Valid() && !seen[c.ID], at+"id", "must be a UUID in lower case, and no other schedule's")
		f.check(c.Place == "" || s.hasPlace(c.Place), at+"service_at_location_id", "is not a place of this service")
		f.list = append(f.list, c.faults(at)...)
		seen[c.ID] = true
	}
	for i := range s.Exceptions {
		x := &s.Exceptions[i]
		at := fmt.Sprintf("exceptions[%d].", i)
		f.check(x.Schedule == "" || seen[x.Schedule], at+"schedule", "is not a schedule of this service")
		f.check(x.Place == "" || s.hasPlace(x.Place), at+"place", "is not a place of this service")
		f.list = append(f.list, x.faults(at)...)
	}
}

func (s *Service) hasPlace(id ID) bool {
	return slices.ContainsFunc(s.Places, func(p ServiceAtLocation) bool { return p.ID == id })
}
