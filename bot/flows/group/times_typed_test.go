package group

import (
	"errors"
	"testing"

	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// TestHoursAsTheyAreTyped: what people type in five languages is read, and what
// could be morning or evening is left open, to be asked.
func TestHoursAsTheyAreTyped(t *testing.T) {
	for _, c := range []struct {
		text  string
		first string // with "?" while it is open
		last  string
	}{
		{"10:30", "10:30", ""},
		{"09:00", "09:00", ""},
		{"9", "09:00?", ""},
		{"10", "10:00?", ""},
		{"9.30", "09:30?", ""},
		{"12", "12:00", ""},
		{"noon", "12:00", ""},
		{"12 noon", "12:00", ""},
		{"midnight", "00:00", ""},
		{"2pm", "14:00", ""},
		{"2 p.m.", "14:00", ""},
		{"12am", "00:00", ""},
		{"9 in the morning", "09:00", ""},
		{"1430", "14:30", ""},
		{"14.30-16:00", "14:30", "16:00"},
		{"from 14 to 16", "14:00", "16:00"},
		{"2-4pm", "14:00", "16:00"},
		{"10-2pm", "10:00", "14:00"},
		{"11 pm - 1 am", "23:00", "01:00"},
		{"10-12", "10:00", "12:00"},
		{"9-5", "09:00?", "05:00?"},
		{"5 po południu", "17:00", ""},
		{"od 17:00 do 19:30", "17:00", "19:30"},
		{"ਸ਼ਾਮ 5 ਵਜੇ", "17:00", ""},
		{"ਸਵੇਰੇ ੧੦ ਵਜੇ", "10:00", ""},
		{"شام 5 بجے", "17:00", ""},
		{"رات ۹ بجے", "21:00", ""},
		{"下午2時30分", "14:30", ""},
		{"上午10時至12時", "10:00", "12:00"},
		{"下午3點半", "15:30", ""},
	} {
		first, last, ok := readHours(c.text)
		if !ok {
			t.Errorf("%q is not read", c.text)
			continue
		}
		if got := shown(first); got != c.first {
			t.Errorf("%q begins at %s, want %s", c.text, got, c.first)
		}
		got := ""
		if last != nil {
			got = shown(*last)
		}
		if got != c.last {
			t.Errorf("%q ends at %q, want %q", c.text, got, c.last)
		}
	}
	for _, text := range []string{"", "soon", "25", "10:75", "24:30", "24/12", "1 2 3", "12345"} {
		if first, _, ok := readHours(text); ok {
			t.Errorf("%q is read as %s", text, shown(first))
		}
	}
}

func shown(h typedHour) string {
	if h.Open {
		return h.At.String() + "?"
	}
	return h.At.String()
}

// TestEndComesAfterTheStart: an end is the first such time after the start; one
// past midnight is asked about, and one before the start refused.
func TestEndComesAfterTheStart(t *testing.T) {
	for _, c := range []struct {
		start    directory.Clock
		text     string
		want     string
		past, ok bool
	}{
		{600, "12", "12:00", false, true},
		{840, "4", "16:00", false, true},
		{600, "9", "21:00", false, true},
		{540, "17:00", "17:00", false, true},
		{1080, "12", "24:00", false, true},
		{1080, "midnight", "24:00", false, true},
		{1320, "1", "01:00", true, true},
		{1320, "01:00", "01:00", true, true},
		{600, "09:00", "09:00", true, false},
		{600, "9 am", "09:00", true, false},
		{1320, "8pm", "20:00", true, false},
	} {
		h, _, _ := readHours(c.text)
		end, past, ok := h.after(c.start)
		if end.String() != c.want || past != c.past || ok != c.ok {
			t.Errorf("%s to %q: %s, past midnight %v, ok %v; want %s, %v, %v", c.start, c.text, end, past, ok, c.want, c.past, c.ok)
		}
	}
}

const typedToday directory.Date = "2030-06-02"

func TestDaysAsTheyAreTyped(t *testing.T) {
	for text, want := range map[string]directory.Date{
		"24 December": "2030-12-24", "24 dec": "2030-12-24", "24th of December": "2030-12-24", "December 24": "2030-12-24",
		"24/12": "2030-12-24", "24.12.": "2030-12-24", "24.12": "2030-12-24", "24/12/30": "2030-12-24", "24.12.2030": "2030-12-24",
		"2030-12-24": "2030-12-24", "Tuesday 24 December": "2030-12-24",
		"24 grudnia": "2030-12-24", "1 października": "2030-10-01", "24 ਦਸੰਬਰ": "2030-12-24", "੨੪ ਦਸੰਬਰ": "2030-12-24",
		"3 ਫ਼ਰਵਰੀ": "2031-02-03", "24 دسمبر": "2030-12-24", "۲۴ دسمبر": "2030-12-24", "12月24日": "2030-12-24", "2030年12月24日": "2030-12-24",
		"2 June": "2030-06-02", "1 June": "2031-06-01", "29 February": "2032-02-29",
	} {
		got, err := readDay(text, typedToday)
		if err != nil || got != want {
			t.Errorf("%q is %q, %v; want %q", text, got, err, want)
		}
	}
}

// TestWhatIsWrongWithADay: each kind of bad day has a sentence of its own.
func TestWhatIsWrongWithADay(t *testing.T) {
	for text, want := range map[string]locales.Text{
		"31 April": locales.TimesNoSuchDay(), "31/4": locales.TimesNoSuchDay(), "30 Feb 2031": locales.TimesNoSuchDay(),
		"1 June 2030": locales.TimesPastDay(), "24.12.2029": locales.TimesPastDay(), "24.12.2039": locales.TimesFarDay(),
		"soon": locales.TimesBadDay(), "": locales.TimesBadDay(), "24/13": locales.TimesBadDay(), "24 Smarch": locales.TimesBadDay(),
	} {
		_, err := readDay(text, typedToday)
		var retry *talk.Retry
		if !errors.As(err, &retry) || !retry.Text.Equal(want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}

func TestSpansOfDays(t *testing.T) {
	for text, want := range map[string][2]directory.Date{
		"24 December":              {"2030-12-24", "2030-12-24"},
		"24 December - 2 January":  {"2030-12-24", "2031-01-02"},
		"24/12-2/1":                {"2030-12-24", "2031-01-02"},
		"24-26 December":           {"2030-12-24", "2030-12-26"},
		"24 to 26 December":        {"2030-12-24", "2030-12-26"},
		"2030-12-24 to 2030-12-26": {"2030-12-24", "2030-12-26"},
		"od 24 do 26 grudnia":      {"2030-12-24", "2030-12-26"},
		"12月24日至12月26日":            {"2030-12-24", "2030-12-26"},
	} {
		from, to, err := readDays(text, typedToday)
		if err != nil || from != want[0] || to != want[1] {
			t.Errorf("%q is %q to %q, %v; want %v", text, from, to, err, want)
		}
	}
	for _, text := range []string{"26-24 December", "31-32 April", "soon", "24 December - whenever"} {
		if from, to, err := readDays(text, typedToday); err == nil {
			t.Errorf("%q is read as %q to %q", text, from, to)
		}
	}
}
