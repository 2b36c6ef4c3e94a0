package directory

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// sound is a service without a fault that has nearly every field.
func sound() *Service {
	place := ServiceAtLocation{ID: testID(2), Location: Location{ID: testID(3), Point: millbrook, Address: Address{Line: "1 High Street"}}}
	c := weekly(600, 720, time.Thursday)
	c.Place = place.ID
	return &Service{
		ID: testID(1), Name: "Example drop-in", Status: Active, Group: LocalCommunity,
		Organisation: Organisation{ID: testID(6), Name: "Example", Identifiers: []Identifier{{Scheme: "GB-CHC", Type: "Charity number", Identifier: "EXAMPLE-1"}, {Type: "Club register", Identifier: "7"}}},
		Needs:        []Need{Sleep}, Communities: []Welcome{{Community: Sikh}}, Languages: []Speaks{{Language: "pa"}},
		Ways: []Way{InPerson}, GetIn: []GetIn{DropIn}, Access: []Access{StepFree}, MinAge: 18, MaxAge: 64,
		Phones:   []Phone{{Number: "01632 960001", Mark: MarkB}, {Number: "01632 960002", Contact: testID(4)}},
		Contacts: []Contact{{ID: testID(4), Title: "Reception"}, {ID: testID(5), Email: "advice@example.org"}}, Email: "hello@example.org", Website: "https://example.org",
		Places: []ServiceAtLocation{place}, Areas: []Area{{ID: "north"}}, Schedules: []Schedule{c},
		Exceptions:   []Exception{{Schedule: clubRule, Original: "2026-05-14T10:00", NewStart: "2026-05-15T10:00"}, {From: "2026-12-25", To: "2026-12-26", Closed: true}},
		Translations: []Translation{{Field: "name", Language: "pa", Text: "ਮਿਸਾਲ"}}, Origin: Origin{Mark: MarkA},
		Assured: Assurance{On: "2026-05-01", Role: "coordinator"},
	}
}

func TestValidate(t *testing.T) {
	if faults := sound().Validate(); len(faults) > 0 {
		t.Fatalf("a sound service has faults: %v", faults)
	}
	for want, spoil := range map[string]func(*Service){
		"id":                  func(s *Service) { s.ID = "ABC" },
		"name":                func(s *Service) { s.Name = " " },
		"status":              func(s *Service) { s.Status = "" },
		"group":               func(s *Service) { s.Group = "charity" },
		"organization.id":     func(s *Service) { s.Organisation.ID = "x" },
		"needs[1]":            func(s *Service) { s.Needs = append(s.Needs, "sadness") },
		"communities[0]":      func(s *Service) { s.Communities[0].Community = "martian" },
		"languages[0]":        func(s *Service) { s.Languages[0].Language = "Punjabi" },
		"attending_type[0]":   func(s *Service) { s.Ways[0] = "venue" },
		"attending_access[0]": func(s *Service) { s.GetIn[0] = "walk" },
		"accessibility[0]":    func(s *Service) { s.Access[0] = "ramp" },
		"gender":              func(s *Service) { s.Gender = "female" },
		"minimum_age":         func(s *Service) { s.MinAge = -1 },
		"maximum_age":         func(s *Service) { s.MaxAge = 17 },
		"phones[0].number":    func(s *Service) { s.Phones[0].Number = "ask us" },
		"phones[0].mark":      func(s *Service) { s.Phones[0].Mark = "D" },
		"phones[1].contact":   func(s *Service) { s.Phones[1].Contact = testID(9) },
		"contacts[0].title":   func(s *Service) { s.Contacts[0].Title = " " },
		"contacts[1].email":   func(s *Service) { s.Contacts[1].Email = "ask at the desk" },
		"contacts[1].id":      func(s *Service) { s.Contacts[1].ID = s.Contacts[0].ID },
		"organization.organization_identifiers[0].identifier":      func(s *Service) { s.Organisation.Identifiers[0].Identifier = "" },
		"organization.organization_identifiers[1].identifier_type": func(s *Service) { s.Organisation.Identifiers[1].Type = "" },
		"email":                               func(s *Service) { s.Email = "Us <hello@example.org>" },
		"url":                                 func(s *Service) { s.Website = "example.org" },
		"places":                              func(s *Service) { s.Confidential = true },
		"places[0].latitude":                  func(s *Service) { s.Places[0].Location.Point.Lat = 153 },
		"places[0].exact":                     func(s *Service) { s.Places[0].Location.Exact, s.Places[0].Location.Point = true, Point{} },
		"service_areas[0].name":               func(s *Service) { s.Areas[0].ID = "" },
		"schedules[0].dtstart":                func(s *Service) { s.Schedules[0].Interval = 2 },
		"schedules[0].byday":                  func(s *Service) { s.Schedules[0].ByDay[0].Nth = 1 },
		"schedules[0].freq":                   func(s *Service) { s.Schedules[0].Freq = "DAILY" },
		"schedules[0].opens_at":               func(s *Service) { s.Schedules[0].Opens = 1440 },
		"schedules[0].closes_at":              func(s *Service) { s.Schedules[0].Closes = -1 },
		"schedules[0].valid_to":               func(s *Service) { s.Schedules[0].ValidFrom, s.Schedules[0].ValidTo = "2026-02-01", "2026-01-31" },
		"schedules[0].valid_from":             func(s *Service) { s.Schedules[0].ValidFrom = "2026-02-30" },
		"schedules[0].bymonthday":             func(s *Service) { s.Schedules[0].ByMonthDay = []int{1} },
		"schedules[0].service_at_location_id": func(s *Service) { s.Schedules[0].Place = testID(9) },
		"exceptions[0].schedule":              func(s *Service) { s.Exceptions[0].Schedule = otherRule },
		"exceptions[0].original":              func(s *Service) { s.Exceptions[0].Original = "14 May" },
		"exceptions[0].new_start":             func(s *Service) { s.Exceptions[0].NewStart = "" },
		"exceptions[0].new_end":               func(s *Service) { s.Exceptions[0].NewEnd = "2026-05-15T09:00" },
		"exceptions[1].from":                  func(s *Service) { s.Exceptions[1].To = "2026-12-24" },
		"exceptions[1].closed":                func(s *Service) { s.Exceptions[1].Closed = false },
		"translations[0].field":               func(s *Service) { s.Translations[0].Field = "phone" },
		"origin.mark":                         func(s *Service) { s.Origin.Mark = "Z" },
		"assured_date":                        func(s *Service) { s.Assured.Role = "" },
	} {
		s := sound()
		spoil(s)
		faults := s.Validate()
		if len(faults) != 1 || faults[0].Field != want || faults[0].Says == "" {
			t.Errorf("want one fault, of %s; got %v", want, faults)
		}
	}
	// All at once, and each by its name.
	s := &Service{Schedules: []Schedule{{ID: clubRule, Freq: Weekly, Interval: 2}}}
	var fields []string
	for _, f := range s.Validate() {
		fields = append(fields, f.Field)
	}
	if got := strings.Join(fields, " "); got != "id name status schedules[0].dtstart schedules[0].byday" {
		t.Errorf("faults of %s", got)
	}
}

func TestReachable(t *testing.T) {
	street := []ServiceAtLocation{{Location: Location{Address: Address{Line: "1 High Street"}}}}
	for _, c := range []struct {
		name               string
		s                  Service
		reachable, webOnly bool
	}{
		{"nothing", Service{}, false, false},
		{"a number", Service{Phones: []Phone{{Number: "01632 960001"}}}, true, false},
		{"a number nobody checked", Service{Phones: []Phone{{Number: "01632 960001", Mark: MarkC}}}, false, false},
		{"an empty number", Service{Phones: []Phone{{Number: " "}}}, false, false},
		{"an e-mail address", Service{Email: "hello@example.org", Website: "https://example.org"}, true, false},
		{"a website", Service{Website: "https://example.org"}, true, true},
		{"an address", Service{Places: street}, true, false},
		{"an address to drop in", Service{Places: street, GetIn: []GetIn{RingFirst, DropIn}}, true, false},
		{"an address by appointment", Service{Places: street, GetIn: []GetIn{Appointment}}, false, false},
		{"an address that is nobody's business", Service{Places: street, Confidential: true}, false, false},
		{"a spot without an address", Service{Places: []ServiceAtLocation{{Location: Location{Point: millbrook}}}}, false, false},
		{"a doctor", Service{GetIn: []GetIn{GPReferral}}, true, false},
	} {
		if r, w := c.s.Reachable(), c.s.WebOnly(); r != c.reachable || w != c.webOnly {
			t.Errorf("%s: reachable %v, web only %v", c.name, r, w)
		}
	}
}

func TestTranslated(t *testing.T) {
	s := &Service{Name: "Drop-in", Description: "Come and talk."}
	of := func(field, language, text, english string, reviewed bool) {
		x := Translation{Field: field, Language: language, Text: text, Hash: SourceHash(english)}
		if reviewed {
			x.Reviewed = Assurance{On: "2026-05-01", Role: "speaker"}
		}
		s.Translations = append(s.Translations, x)
	}
	of("name", "pl", "Spotkanie", "Drop-in", false)
	of("name", "ur", "پرانا نام", "Old name", true) // the English has changed since
	of("name", "pa", "ਪਹਿਲਾ", "Drop-in", true)
	of("name", "pa", "ਦੂਜਾ", "Drop-in", false) // does not displace a reviewed one
	of("name", "ro", "", "Drop-in", false)
	of("description", "pl", "Przyjdź.", "Come and talk.", false)
	english, others := s.Translated("name")
	if diff := cmp.Diff(map[string]string{"pl": "Spotkanie", "pa": "ਪਹਿਲਾ"}, others); diff != "" || english != "Drop-in" {
		t.Errorf("%s, %s", english, diff)
	}
	if english, others := s.Translated("hours"); english != "" || others != nil {
		t.Errorf("a field that was not said: %q, %v", english, others)
	}
}

// Shown is about the listing alone; whether one can get hold of it is Reachable.
func TestShown(t *testing.T) {
	for name, c := range map[string]struct {
		s    Service
		want bool
	}{
		"active":            {Service{Status: Active}, true},
		"paused":            {Service{Status: TemporarilyClosed}, false},
		"not said":          {Service{}, false},
		"nobody stated it":  {Service{Status: Active, Origin: Origin{Mark: MarkC}}, false},
		"an old page did":   {Service{Status: Active, Origin: Origin{Mark: MarkB}}, true},
		"for a crisis":      {Service{Status: Active, Group: Crisis, Origin: Origin{Mark: MarkA}}, false},
		"by the mainstream": {Service{Status: Active, Group: Mainstream}, true},
		"for groups":        {Service{Status: Active, Kind: "vcs-infrastructure"}, false},
		"for groups and us": {Service{Status: Active, Kind: "vcs-infrastructure", Needs: []Need{Money}}, true},
	} {
		if got := c.s.Shown(); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
