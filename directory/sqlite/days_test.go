package sqlite

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// What was read can be written and read again; what is not a list of days is
// an error, never a panic or another day.
func FuzzDays(f *testing.F) {
	for _, s := range []string{"", "MO,TU", "2MO", "-1FR", "MO,", ",", "M", "XMO", "1,15,-1", "2"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if days, err := parseDays(text); err == nil {
			again, err := parseDays(formatDays(days))
			if diff := cmp.Diff(days, again); err != nil || diff != "" {
				t.Errorf("%q: %v %s", text, err, diff)
			}
		}
		if days, err := parseMonthDays(text); err == nil {
			again, err := parseMonthDays(formatMonthDays(days))
			if diff := cmp.Diff(days, again); err != nil || diff != "" {
				t.Errorf("%q: %v %s", text, err, diff)
			}
		}
	})
}

func TestDaysThatAreNone(t *testing.T) {
	for _, text := range []string{"M", "MO,", ",MO", "XMO", "MOX", "2", "mo"} {
		if days, err := parseDays(text); err == nil {
			t.Errorf("%q is %v, want an error", text, days)
		}
	}
	for _, text := range []string{"x", "1,", "1;2"} {
		if days, err := parseMonthDays(text); err == nil {
			t.Errorf("%q is %v, want an error", text, days)
		}
	}
}
