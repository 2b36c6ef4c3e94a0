package access

import (
	"testing"

	"signpost/bot/people"
)

func TestMonthsAsTheyAreTyped(t *testing.T) {
	for text, want := range map[string]people.Month{
		"3/2031": 203103, "03/2031": 203103, " 12.2030 ": 203012, "3 2031": 203103, "3/31": 203103, "3-2031": 203103,
		"2031-03": 203103, "2031年3月": 203103, "੩/੨੦੩੧": 203103, "۳/۲۰۳۱": 203103, "３／２０３１": 203103,
	} {
		if got, ok := readMonth(text); !ok || got != want {
			t.Errorf("%q is %d, %v; want %d", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "soon", "2031", "3", "13/2031", "0/2031", "3/203", "31/3/2031"} {
		if got, ok := readMonth(text); ok {
			t.Errorf("%q is read as %d", text, got)
		}
	}
}
