package telegram

import (
	"net/http"
	"testing"
	"time"
)

// The clock of the machine is years off. A message that was just written is of now
// all the same, and one of two hours ago is two hours old; a tap is of now.
func TestAMachineWhoseClockIsWrong(t *testing.T) {
	f, in := newFake(t), newInbox()
	b, w := f.door()
	f.start(b, in)
	for _, old := range []time.Duration{0, 2 * time.Hour} {
		f.push(map[string]any{"message": f.from(7, map[string]any{"text": "x", "date": time.Now().Add(-old).Unix()})})
		if age := w.Now().Sub(in.next(t).At); (age - old).Abs() > 2*smallSkew {
			t.Errorf("a message of %v ago is taken for one of %v ago", old, age)
		}
	}
	f.taps(7, 5, "q", "x")
	if age := w.Now().Sub(in.next(t).At); age.Abs() > 2*smallSkew {
		t.Errorf("a tap is taken for one of %v ago", age)
	}
}

// A clock that is right is believed, and so is one of which nobody says anything.
func TestSmallDifferencesOfClocks(t *testing.T) {
	now := time.Date(2030, 6, 2, 14, 5, 0, 0, time.UTC)
	var s skew
	for _, c := range []struct {
		date string
		want time.Duration
	}{
		{now.Add(time.Minute).Format(http.TimeFormat), 0},
		{now.Add(3 * time.Hour).Format(http.TimeFormat), -3 * time.Hour},
		{"", -3 * time.Hour}, // as before
		{now.Add(-time.Hour).Format(http.TimeFormat), time.Hour},
		{now.Format(http.TimeFormat), 0},
	} {
		s.hear(http.Header{"Date": {c.date}}, now)
		if got := s.ours(now).Sub(now); got != c.want {
			t.Errorf("%q: %v, want %v", c.date, got, c.want)
		}
	}
}
