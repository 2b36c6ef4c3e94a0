package aider

import (
	"testing"

	"signpost/bot/sessionlog"
)

// Whatever a remark is refused for, it is said what must be left out.
func TestEachRefusalIsWorded(t *testing.T) {
	for _, r := range sessionlog.Refusals {
		if say, ok := refusals[r]; !ok || say().IsZero() {
			t.Errorf("nothing is said of a remark that is refused for %q", r)
		}
	}
}

// Volunteers type a number as they speak, in the digits of their own script.
func TestTypedNumbers(t *testing.T) {
	for text, want := range map[string]int{
		"8": 8, " 12 ": 12, "about 20": 20, "8 visits": 8, "۸": 8, "੧੨": 12, "١٥": 15, "０": 0, "500": 500,
	} {
		if got, err := readNumber(text); err != nil || got != want {
			t.Errorf("%q is %d, %v", text, got, err)
		}
	}
	for _, text := range []string{"", "many", "8 or 9", "10-14", "501", "1000", "07700900123", "2.5"} {
		if got, err := readNumber(text); err == nil {
			t.Errorf("%q is taken for %d", text, got)
		}
	}
}

// Fewer visits than first visits can't be, whichever was said first.
func TestFirstVisitsFit(t *testing.T) {
	log := sessionlog.Log{Held: sessionlog.Ran, Visits: sessionlog.Exactly(8), FirstTimes: sessionlog.Exactly(5)}
	if setVisits(&log, 6); log.FirstTimes != sessionlog.Exactly(5) {
		t.Errorf("of 6 visits %v were a first", log.FirstTimes)
	}
	if setVisits(&log, 3); log.FirstTimes.Said() {
		t.Errorf("of 3 visits %v were a first", log.FirstTimes)
	}
	if setVisits(&log, 0); log.Held != sessionlog.Nobody || log.Visits.Said() {
		t.Errorf("no visits: %s, %v", log.Held, log.Visits)
	}
	phone := sessionlog.Log{Held: sessionlog.Ran, Phone: true, Answered: sessionlog.Exactly(2), FirstTimes: sessionlog.Exactly(2)}
	if most(&phone) != 2 {
		t.Errorf("of 2 calls %d can be a first", most(&phone))
	}
}
