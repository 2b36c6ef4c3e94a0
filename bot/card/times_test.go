package card

import (
	"testing"
	"time"

	"signpost/directory"
	"signpost/locales"
)

// ruleOn is a rule of some days, from 10 to 12.
func ruleOn(freq directory.Freq, interval int, days ...directory.DayRule) directory.Schedule {
	return directory.Schedule{Freq: freq, Interval: interval, ByDay: days, Opens: 600, Closes: 720}
}

func on(day time.Weekday) directory.DayRule { return directory.DayRule{Day: day} }

func TestRulesAreWordedPlainly(t *testing.T) {
	monthDay := ruleOn(directory.Monthly, 1)
	monthDay.ByMonthDay = []int{15}
	dated := ruleOn(directory.Weekly, 1)
	dated.Start = "2030-06-06"
	night := ruleOn(directory.Weekly, 1, on(time.Friday))
	night.Opens, night.Closes = 1320, 60
	always := ruleOn(directory.Weekly, 1, on(0), on(1), on(2), on(3), on(4), on(5), on(6))
	always.Opens, always.Closes = 0, 1440
	for _, c := range []struct {
		want string
		rule directory.Schedule
	}{
		{"every Thursday, 10 am to 12 noon", ruleOn(directory.Weekly, 0, on(time.Thursday))},
		{"every other Thursday, 10 am to 12 noon", ruleOn(directory.Weekly, 2, on(time.Thursday))},
		{"every week: Tuesday and Friday, 10 am to 12 noon", ruleOn(directory.Weekly, 1, on(time.Friday), on(time.Tuesday))},
		{"every week: Monday to Friday, 10 am to 12 noon", ruleOn(directory.Weekly, 1, on(1), on(2), on(3), on(4), on(5))},
		{"every week: Friday to Sunday, 10 am to 12 noon", ruleOn(directory.Weekly, 1, on(0), on(5), on(6))},
		{"every 3 weeks: Monday, 10 am to 12 noon", ruleOn(directory.Weekly, 3, on(time.Monday))},
		{"every last Sunday of the month, 10 am to 12 noon", ruleOn(directory.Monthly, 1, directory.DayRule{Day: time.Sunday, Nth: -1})},
		{"every month on day 15, 10 am to 12 noon", monthDay},
		{"every Thursday, 10 am to 12 noon", dated},
		{"every Friday, 10 pm to 1 am", night},
		{"every day, day and night", always},
		{"on days of another kind, 10 am to 12 noon", ruleOn(directory.Monthly, 1, directory.DayRule{Day: time.Sunday, Nth: 5})},
		{"on days of another kind, 10 am to 12 noon", ruleOn(directory.Monthly, 2, directory.DayRule{Day: time.Sunday, Nth: 1})},
		{"every first Monday of the month and every third Monday of the month, 10 am to 12 noon", ruleOn(directory.Monthly, 1,
			directory.DayRule{Day: time.Monday, Nth: 1}, directory.DayRule{Day: time.Monday, Nth: 3})},
	} {
		if got := render(t, Rule(&c.rule)); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

// TestRuleSaysWhereAndHowLong: the place, and from when until when where that is
// not now and for ever; a private address is never said.
func TestRuleSaysWhereAndHowLong(t *testing.T) {
	const hall directory.ID = "8d1e2b8e-5f0a-4f6e-9c62-00000000000b"
	s := directory.Service{Places: []directory.ServiceAtLocation{{ID: hall, Location: directory.Location{Name: "Mill Hall"}}}}
	c := ruleOn(directory.Weekly, 1, on(time.Thursday))
	c.Place, c.ValidFrom, c.ValidTo = hall, "2026-05-01", "2026-09-30"
	if got, want := render(t, RuleOf(&s, &c, "2026-05-14")), "every Thursday, 10 am to 12 noon · Mill Hall · until 30 September 2026"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := render(t, RuleOf(&s, &c, "2026-04-14")), "every Thursday, 10 am to 12 noon · Mill Hall · from 1 May 2026 · until 30 September 2026"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	s.Confidential, c.ValidTo = true, ""
	if got, want := render(t, RuleOf(&s, &c, "2026-05-14")), "every Thursday, 10 am to 12 noon"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	c.Way = directory.ByPhone
	if got, want := render(t, RuleOf(&s, &c, "2026-05-14")), "every Thursday, 10 am to 12 noon · by phone"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestEveryHolidayHasAName: what is suggested is said in the reader's words.
func TestEveryHolidayHasAName(t *testing.T) {
	names := map[string]bool{}
	for _, h := range directory.Holidays("2026-01-01", "2033-12-31") {
		names[h.Name] = true
		if Off(h.Name).ID() == "" {
			t.Errorf("%q has no name in the languages", h.Name)
		}
	}
	if len(names) < 18 {
		t.Errorf("only %d holidays are suggested", len(names))
	}
	if got := render(t, OffDay(locales.Raw("Monday"), "burst pipe")); got != "Monday (burst pipe)" {
		t.Errorf("a reason of their own is %q", got)
	}
}
