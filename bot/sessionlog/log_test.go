package sessionlog

import (
	"testing"
	"time"

	"signpost/directory"
)

func TestANumberIsKeptAsABand(t *testing.T) {
	for n, want := range map[int]Band{
		-1: {}, 0: {0, 0, true}, 9: {9, 9, true}, 10: {10, 14, true}, 19: {15, 19, true}, 500: {200, 500, true}, 501: {},
	} {
		if got := Exactly(n); got != want {
			t.Errorf("%d is kept as %v, want %v", n, got, want)
		}
	}
	if got := Exactly(3).Add(Exactly(12)); got != (Band{13, 17, true}) {
		t.Errorf("3 and 12 add up to %v", got)
	}
}

// What is shown of a month must not change after it was shown: nothing may be
// entered, nor corrected, once the month is settled.
func TestNothingChangesInASettledMonth(t *testing.T) {
	start := time.Date(2030, 1, 1, 10, 0, 0, 0, directory.London)
	for d := range 400 {
		held := start.AddDate(0, 0, d)
		day, settled := directory.DateOf(held), Settled(directory.DateOf(held))
		for after := range 80 {
			today := day.Add(after)
			entered := Log{Session: held, Day: today}
			if today >= settled && (Takes(day, today, true) || Takes(day, today, false)) {
				t.Fatalf("a session of %s is entered on %s, its month is settled on %s", day, today, settled)
			}
			for later := range 20 {
				if at := today.Add(later); at >= settled && entered.Correctable(at) {
					t.Fatalf("a log of %s, entered %s, is corrected on %s, its month is settled on %s", day, today, at, settled)
				}
			}
		}
	}
}

func TestWhatMustBeSaid(t *testing.T) {
	for _, c := range []struct {
		log  Log
		want bool
	}{
		{Log{}, false},
		{Log{Held: Ran}, false},
		{Log{Held: Ran, Visits: Exactly(0)}, true},
		{Log{Held: VenueClosed}, true},
		{Log{Held: Ran, Phone: true, Visits: Exactly(3)}, false},
		{Log{Held: Ran, Phone: true, Answered: Exactly(3), Missed: Exactly(0)}, true},
	} {
		if got := c.log.Complete(); got != c.want {
			t.Errorf("%+v is complete: %v, want %v", c.log, got, c.want)
		}
	}
}
