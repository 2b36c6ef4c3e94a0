package group

import (
	"errors"
	"testing"

	"signpost/bot/talk"
	"signpost/directory"
)

// A number is taken as people write it; one that nobody could ring, or that costs
// a lot, is not.
func TestReadNumber(t *testing.T) {
	for _, c := range []struct {
		said   string
		why    string // the message that says why not; "" for a number
		mobile bool
	}{
		{"01632 960131", "", false},
		{"(01632) 960-131", "", false},
		{"+44 1632 960131", "", false},
		{"+44 (0)1632 960131", "", false},
		{"0044 7700 900123", "", true},
		{"07700 900123", "", true},
		{"01298 96012", "", false}, // some numbers of Buxton have ten figures
		{"0800 1111", "", false},
		{"116 123", "", false},
		{"85258", "", false},
		{"01632 96013", "edit.bad_number", false},
		{"01632 9601311", "edit.bad_number", false},
		{"960131", "edit.bad_number", false},
		{"+49 30 123456", "edit.bad_number", false},
		{"01632 960131 ask for Ann", "edit.bad_number", false},
		{"0909 879 0001", "edit.dear_number", false},
		{"070 1234 5678", "edit.dear_number", false},
		{"118500", "edit.dear_number", false},
	} {
		_, err := readNumber(c.said)
		if got := why(err); got != c.why {
			t.Errorf("%s: %q, want %q", c.said, got, c.why)
		}
		if c.why == "" && mobile(c.said) != c.mobile {
			t.Errorf("%s: a mobile phone: %v", c.said, mobile(c.said))
		}
	}
}

// why names the message of a refusal.
func why(err error) string {
	var retry *talk.Retry
	if errors.As(err, &retry) {
		return retry.Text.ID()
	}
	if err != nil {
		return err.Error()
	}
	return ""
}

func TestReadAddress(t *testing.T) {
	places := directory.NewGazetteer([]directory.Outcode{
		{Code: "QH1", Town: "Harrowbeck (centre)", Point: directory.Point{Lat: 53, Lon: -1}},
	}, nil, nil)
	for _, c := range []struct {
		said  string
		want  directory.Address
		known bool
		why   string
	}{
		{"1 Mill Lane, Harrowbeck, QH1 1AA", directory.Address{Line: "1 Mill Lane", Town: "Harrowbeck", Postcode: "QH1 1AA"}, true, ""},
		{"Unit 2, 1 Mill Lane, Harrowbeck qh11aa", directory.Address{Line: "Unit 2, 1 Mill Lane", Town: "Harrowbeck", Postcode: "QH1 1AA"}, true, ""},
		{"1 Mill Lane QH1 1AA", directory.Address{Line: "1 Mill Lane", Town: "Harrowbeck", Postcode: "QH1 1AA"}, true, ""},
		{"1 Mill Lane, Elsewhere, QZ9 9ZZ", directory.Address{Line: "1 Mill Lane", Town: "Elsewhere", Postcode: "QZ9 9ZZ"}, false, ""},
		{"1 Mill Lane, Harrowbeck, QH1", directory.Address{}, false, "edit.bad_postcode"},
		{"near the mill", directory.Address{}, false, "edit.bad_postcode"},
	} {
		got, point, known, err := readAddress(c.said, places)
		if got != c.want || known != c.known || why(err) != c.why || known == point.IsZero() {
			t.Errorf("%s: %+v, known %v at %v, %q", c.said, got, known, point, why(err))
		}
	}
}

func TestReadAge(t *testing.T) {
	for _, c := range []struct {
		said             string
		youngest, oldest int
		ok               bool
	}{
		{"11-25", 11, 25, true},
		{"11 - 25", 11, 25, true},
		{"50+", 50, 0, true},
		{"0-18", 0, 18, true},
		{"-18", 0, 18, true},
		{"25-11", 0, 0, false},
		{"200+", 0, 0, false},
		{"grown-ups", 0, 0, false},
		{"-", 0, 0, false},
		{"50", 0, 0, false}, // from, to, or that age alone? nobody knows
	} {
		youngest, oldest, err := readAge(c.said)
		if youngest != c.youngest || oldest != c.oldest || (err == nil) != c.ok {
			t.Errorf("%s: %d to %d, %v", c.said, youngest, oldest, err)
		}
	}
}

func TestReadWays(t *testing.T) {
	for _, c := range []struct{ said, want, why string }{
		{"example.org", "https://example.org", ""},
		{"http://www.example.org/tea?x=1", "http://www.example.org/tea?x=1", ""},
		{"javascript://example.org/%0aalert(1)", "", "edit.bad_website"},
		{"https://user:word@example.org", "", "edit.bad_website"},
		{"our page", "", "edit.bad_website"},
		{"localhost", "", "edit.bad_website"},
	} {
		if got, err := readWebsite(c.said); got != c.want || why(err) != c.why {
			t.Errorf("%s: %q, %q", c.said, got, why(err))
		}
	}
	for _, c := range []struct{ said, why string }{
		{"hello@example.org", ""},
		{"Ann <ann@example.org>", "edit.bad_email"},
		{"hello@example", "edit.bad_email"},
		{"hello", "edit.bad_email"},
	} {
		if _, err := readEmail(c.said); why(err) != c.why {
			t.Errorf("%s: %q", c.said, why(err))
		}
	}
	c, err := readContact("Welfare rights team, rights@example.org")
	if err != nil || c.Title != "Welfare rights team" || c.Email != "rights@example.org" {
		t.Errorf("%+v, %v", c, err)
	}
}

// A list keeps the order that the provider gave it when a box is ticked.
func TestChosenKeepsTheOrder(t *testing.T) {
	was := []directory.GetIn{directory.RingFirst, directory.DropIn}
	got := chosen([]string{"drop_in", "ring_first", "appointment", "nonsense"}, was, directory.WaysIn())
	want := []directory.GetIn{directory.RingFirst, directory.DropIn, directory.Appointment}
	if len(got) != len(want) || got[0] != want[0] || got[1] != want[1] || got[2] != want[2] {
		t.Errorf("%v, want %v", got, want)
	}
}
