package sessionlog

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"signpost/directory"
)

// A log says nothing of what can't have been: nobody counts visits behind a closed
// door, and calls are no visits.
func TestPlain(t *testing.T) {
	all := Log{
		ID: "x", Held: Ran, Visits: Exactly(3), FirstTimes: Exactly(1), Answered: Exactly(2), Missed: Exactly(1),
		Languages: []directory.Spoken{"pa"}, Needs: []directory.Need{directory.Sleep}, Pointed: []directory.ID{"x"}, Remark: "cold", Second: OtherPart,
	}
	visits, phone := all, all
	visits.Answered, visits.Missed = Band{}, Band{}
	if d := cmp.Diff(visits, all.Plain()); d != "" {
		t.Error(d)
	}
	all.Phone, phone.Phone, phone.Visits = true, true, Band{}
	if d := cmp.Diff(phone, all.Plain()); d != "" {
		t.Error(d)
	}
	for _, h := range Helds[1:] {
		all.Held = h
		if d := cmp.Diff(Log{ID: "x", Held: h, Phone: true, Remark: "cold", Second: OtherPart}, all.Plain()); d != "" {
			t.Errorf("%s: %s", h, d)
		}
	}
}

// What no log may hold is refused by itself, whatever a screen lets by. None of the
// sensitive needs is ever in one.
func TestFits(t *testing.T) {
	fit := Log{Held: Ran, Visits: Exactly(12), FirstTimes: Exactly(14), Needs: []directory.Need{directory.Sleep}, Remark: "the heater is broken"}
	if !fit.Fits() || !new(Log).Fits() {
		t.Fatal("a good log does not fit")
	}
	for _, n := range directory.Needs() {
		l := Log{Needs: []directory.Need{n}}
		if l.Fits() == n.Sensitive() {
			t.Errorf("%s fits: %v", n, l.Fits())
		}
	}
	for _, bad := range []Log{
		{Visits: Band{Min: 10, Max: 11, Known: true}},
		{Visits: Band{Min: 3, Max: 3}},
		{Visits: Band{Min: 501, Max: 501, Known: true}},
		{Visits: Exactly(2), FirstTimes: Exactly(3)},
		{Remark: "ring 01632 960123"},
		{Remark: " untidy"},
		{Languages: []directory.Spoken{"pa", "pa"}},
		{Second: "because"},
	} {
		if bad.Fits() {
			t.Errorf("%+v fits", bad)
		}
	}
}
