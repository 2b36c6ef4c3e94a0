package aider

import (
	"strings"
	"testing"

	"signpost/bot/sessionlog"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// A session fits on each kind of button, far into a conversation: one that is too
// long is taken for an old one.
func TestSessionsFitOnButtons(t *testing.T) {
	arg := sessionlog.Occurrence{
		Service: directory.NewID("t", "service"), Schedule: directory.NewID("t", "rule"), Original: "2030-06-01T09:30",
	}.Short() + paperMark
	e := talk.Enter("log_session", arg, locales.LogButtonSave())
	for _, data := range []string{
		talk.StandingData("log_session", arg), "1o" + strings.Repeat("c", 11) + ".9999." + e.Option,
	} {
		if len(data) > talk.MaxData {
			t.Errorf("%q has %d bytes", data, len(data))
		}
	}
}

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
