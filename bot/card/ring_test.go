package card

import (
	"strings"
	"testing"

	"signpost/directory"
)

// Whom to ring is 999 and what is known of the councils: each number on a line of
// its own, the council of most districts first, nothing that nobody stated or that is
// closed, and a note beside what nobody has checked.
func TestRingNow(t *testing.T) {
	council := func(name, number string, areas int, change func(*directory.Service)) *directory.Service {
		s := &directory.Service{
			Name: name, Status: directory.Active, Group: directory.Mainstream, Kind: directory.KindSafeguarding,
			Origin: directory.Origin{Mark: directory.MarkA}, Areas: make([]directory.Area, areas),
			Phones: []directory.Phone{{Number: number}, {Number: "07700 900001", Text: true}, {Number: "01632 960999", Mark: directory.MarkC}},
		}
		change(s)
		return s
	}
	as := func(*directory.Service) {}
	got := render(t, RingNow([]*directory.Service{
		council("City", "01632 960001", 1, as),
		council("County", "01632 960002", 8, func(s *directory.Service) { s.Assured.On = "2030-01-01" }),
		council("Closed", "01632 960003", 9, func(s *directory.Service) { s.Status = directory.TemporarilyClosed }),
		council("Heard of", "01632 960004", 9, func(s *directory.Service) { s.Origin.Mark = directory.MarkC }),
		council("By text", "", 9, func(s *directory.Service) { s.Phones = s.Phones[1:] }),
	}))
	const unchecked = "We have not yet checked this with them. If it does not work and it can't wait, ring 999."
	want := strings.Join([]string{
		"Somebody is in danger now:", "999", "",
		"An adult or a child may be at risk:", "County", "01632 960002", "City", "01632 960001", unchecked,
	}, "\n")
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := render(t, RingNow(nil)); !strings.Contains(got, "\n999\n") || !strings.Contains(got, "no checked number of your council") {
		t.Errorf("without a council: %s", got)
	}
}
