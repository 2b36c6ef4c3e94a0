package locales_test

import (
	"strings"
	"testing"
	"time"

	"signpost/locales"
)

// seen takes out the marks that nobody sees.
func seen(s string) string {
	return strings.NewReplacer("\u2068", "", "\u2069", "", "\u200f", "").Replace(s)
}

func TestDaysAndTimes(t *testing.T) {
	w := load(t)
	thursday := locales.Day{Year: 2026, Month: 5, Day: 14}
	for _, c := range []struct {
		text   locales.Text
		en, ur string
	}{
		{thursday.Text(), "Thursday 14 May", "جمعرات 14 مئی"},
		{locales.Date(thursday), "14 May 2026", "14 مئی 2026"},
		{locales.Day{Year: 2027, Month: 1, Day: 31}.Text(), "Sunday 31 January", "اتوار 31 جنوری"},
		{locales.MonthOfYear(2026, time.May), "May 2026", "مئی 2026"},
		{locales.Months(2026, time.April, time.June), "April to June 2026", "اپریل سے جون 2026"},
		{locales.Time(0).Text(), "12 midnight", "رات 12 بجے"},
		{locales.Time(1440).Text(), "12 midnight", "رات 12 بجے"},
		{locales.Time(30).Text(), "12.30 am", "رات 12:30 بجے"},
		{locales.Time(9 * 60).Text(), "9 am", "صبح 9 بجے"},
		{locales.Time(10*60 + 5).Text(), "10.05 am", "صبح 10:05 بجے"},
		{locales.Time(720).Text(), "12 noon", "دوپہر 12 بجے"},
		{locales.Time(750).Text(), "12.30 pm", "دوپہر 12:30 بجے"},
		{locales.Time(18 * 60).Text(), "6 pm", "شام 6 بجے"},
		{locales.Time(18*60 + 30).Text(), "6.30 pm", "شام 6:30 بجے"},
		{locales.Time(21 * 60).Text(), "9 pm", "رات 9 بجے"},
		{locales.TimeSpan(600, 720), "10 am to 12 noon", "صبح 10 بجے سے دوپہر 12 بجے تک"},
		{locales.EveryWeek(time.Thursday), "every Thursday", "ہر جمعرات کو"},
		{locales.EveryWeek(time.Saturday), "every Saturday", "ہر ہفتے کے دن"},
		{locales.EveryTwoWeeks(time.Monday), "every other Monday", "ایک پیر چھوڑ کر ایک"},
		{locales.EveryMonth(1, time.Monday), "every first Monday of the month", "ہر مہینے کا پہلا پیر"},
		{locales.EveryMonth(-1, time.Thursday), "every last Thursday of the month", "ہر مہینے کی آخری جمعرات"},
		{locales.EveryMonth(5, time.Thursday), "", ""},
	} {
		if got := seen(w.Render("en", c.text)); got != c.en {
			t.Errorf("English: got %q, want %q", got, c.en)
		}
		if got := seen(w.Render("ur", c.text)); got != c.ur {
			t.Errorf("Urdu: got %q, want %q", got, c.ur)
		}
	}
}

func TestFromToday(t *testing.T) {
	w := load(t)
	today := locales.Day{Year: 2026, Month: 3, Day: 28} // the clocks change in the night that follows
	for day, want := range map[int]string{
		26: "2 days ago", 27: "yesterday", 28: "today", 29: "tomorrow", 30: "in 2 days", 31: "in 3 days",
	} {
		if got := w.Render("en", locales.FromToday(today, locales.Day{Year: 2026, Month: 3, Day: day})); got != want {
			t.Errorf("on the %dth: got %q, want %q", day, got, want)
		}
	}
}

func TestDayOfKeepsItsZone(t *testing.T) {
	london, err := time.LoadLocation("Europe/London")
	if err != nil {
		t.Skip(err)
	}
	at := time.Date(2026, 6, 1, 23, 30, 0, 0, time.UTC).In(london)
	if got, want := locales.DayOf(at), (locales.Day{Year: 2026, Month: 6, Day: 2}); got != want {
		t.Errorf("got %v, want %v", got, want)
	}
	if got := locales.TimeOf(at); got != 30 {
		t.Errorf("got %d minutes, want 30", got)
	}
}

func TestLists(t *testing.T) {
	w := load(t)
	a, b, c := locales.Raw("a"), locales.Raw("b"), locales.Raw("c")
	for _, test := range []struct {
		text locales.Text
		want string
	}{
		{locales.JoinList(), ""},
		{locales.JoinList(a), "a"},
		{locales.JoinList(a, locales.Text{}, b), "a and b"},
		{locales.JoinList(a, b, c), "a, b and c"},
		{locales.JoinChoice(a, b, c, a), "a, b, c or a"},
	} {
		if got := w.Render("en", test.text); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
	urdu := locales.JoinList(locales.SpokenName("ur"), locales.SpokenName("pa"), locales.SpokenName("phr"))
	if got, want := seen(w.Render("ur", urdu)), "اردو، پنجابی اور پہاڑی (میرپوری)"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
