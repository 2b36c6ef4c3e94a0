package aider

import (
	"testing"

	"signpost/directory"
)

// A day of an enquiry is typed in figures, of any script, and lies in the last three
// months. Without a year it is the last one that there was.
func TestTypedPastDays(t *testing.T) {
	const today directory.Date = "2031-01-15"
	for text, want := range map[string]directory.Date{
		"14.1.": "2031-01-14", "14/1": "2031-01-14", " 3 1 ": "2031-01-03", "15.01.2031": "2031-01-15", "2030-12-31": "2030-12-31",
		"31.12.": "2030-12-31", "31.12.30": "2030-12-31", "۱۴/۱": "2031-01-14", "੧੪.੧.": "2031-01-14",
		"16.1.": "", "1.10.": "", "30.2.": "", "31.11.": "", "99.99.": "", "0.1.": "", "14.1.2030": "", "tomorrow": "", "": "",
		"14.1.2031 Fatima": "", "07700 900123": "",
	} {
		got, err := readPastDay(text, today)
		if got != want || (err == nil) != (want != "") {
			t.Errorf("%q is %q, %v; want %q", text, got, err, want)
		}
	}
}

// One may tell of a service for everybody. Never of what can't wait, by its group or
// by its number, nor of one's own group, nor of one that is hidden, nor where having
// rung says already what somebody must be able to keep to themselves.
func TestWhereOneEnquires(t *testing.T) {
	q := enquiries{urgent: map[string]bool{digitsOf("0808 2000 247"): true}}
	for _, c := range []struct {
		name   string
		change func(*directory.Service)
		want   bool
	}{
		{"for everybody", func(*directory.Service) {}, true},
		{"for something private among others", func(s *directory.Service) { s.Needs = append(s.Needs, directory.DomesticAbuse) }, true},
		{"that says no need", func(s *directory.Service) { s.Needs = nil }, true},
		{"of a community", func(s *directory.Service) { s.Group = directory.LocalCommunity }, false},
		{"for a crisis", func(s *directory.Service) { s.Group = directory.Crisis }, false},
		{"on the urgent card", func(s *directory.Service) { s.Phones = []directory.Phone{{Number: "0808 200 0247"}} }, false},
		{"of one's own group", func(s *directory.Service) { s.Organisation.ID = "own" }, false},
		{"closed", func(s *directory.Service) { s.Status = directory.TemporarilyClosed }, false},
		{"a place of safety", func(s *directory.Service) { s.Confidential = true }, false},
		{"for nothing but what is private", func(s *directory.Service) { s.Needs = []directory.Need{directory.SexualViolence} }, false},
	} {
		s := &directory.Service{Group: directory.Mainstream, Status: directory.Active, Needs: []directory.Need{directory.Anxiety}}
		c.change(s)
		if got := q.asked(s, []string{"own"}); got != c.want {
			t.Errorf("a service %s: %v", c.name, got)
		}
	}
}
