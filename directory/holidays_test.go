package directory_test

import (
	"slices"
	"testing"

	"signpost/directory"
)

// holidaysOf gives the days of one holiday in some years.
func holidaysOf(name string, from, to directory.Date) []directory.Date {
	var days []directory.Date
	for _, h := range directory.Holidays(from, to) {
		if h.Name == name {
			days = append(days, h.Day)
		}
	}
	return days
}

// TestHolidaysArePublished holds what is computed to what was published: GOV.UK
// for bank holidays, the Hong Kong Observatory for the Lunar New Year, the Iranian
// calendar for Nowruz, the churches for Easter, Indian almanacs for Diwali.
func TestHolidaysArePublished(t *testing.T) {
	for _, c := range []struct {
		name string
		from directory.Date
		want []directory.Date
	}{
		{"New Year bank holiday", "2022-01-01", []directory.Date{"2022-01-03", "2023-01-02", "2024-01-01", "2025-01-01", "2026-01-01", "2027-01-01", "2028-01-03"}},
		{"Good Friday", "2024-01-01", []directory.Date{"2024-03-29", "2025-04-18", "2026-04-03", "2027-03-26", "2028-04-14"}},
		{"Easter", "2024-01-01", []directory.Date{"2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16"}},
		{"Easter Monday", "2024-01-01", []directory.Date{"2024-04-01", "2025-04-21", "2026-04-06", "2027-03-29", "2028-04-17"}},
		{"Orthodox Easter", "2023-01-01", []directory.Date{"2023-04-16", "2024-05-05", "2025-04-20", "2026-04-12", "2027-05-02", "2028-04-16"}},
		{"early May bank holiday", "2024-01-01", []directory.Date{"2024-05-06", "2025-05-05", "2026-05-04", "2027-05-03"}},
		{"spring bank holiday", "2023-01-01", []directory.Date{"2023-05-29", "2024-05-27", "2025-05-26", "2026-05-25", "2027-05-31"}},
		{"summer bank holiday", "2023-01-01", []directory.Date{"2023-08-28", "2024-08-26", "2025-08-25", "2026-08-31", "2027-08-30"}},
		{"Christmas bank holiday", "2020-01-01", []directory.Date{"2020-12-28", "2021-12-27", "2021-12-28", "2022-12-27", "2026-12-28", "2027-12-27", "2027-12-28"}},
		{"Lunar New Year", "2020-01-01", []directory.Date{
			"2020-01-25", "2021-02-12", "2022-02-01", "2023-01-22", "2024-02-10", "2025-01-29", "2026-02-17", "2027-02-06",
			"2028-01-26", "2029-02-13", "2030-02-03", "2031-01-23", "2032-02-11", "2033-01-31", "2034-02-19", "2035-02-08",
			"2036-01-28", "2037-02-15", "2038-02-04", "2039-01-24", "2040-02-12",
		}},
		{"Nowruz", "2022-01-01", []directory.Date{"2022-03-21", "2023-03-21", "2024-03-20", "2025-03-21", "2026-03-21"}},
		{"Diwali", "2016-01-01", []directory.Date{
			"2016-10-30", "2017-10-19", "2018-11-07", "2019-10-27", "2020-11-14", "2021-11-04", "2022-10-24", "2023-11-12",
			"2024-10-31", "2025-10-20", "2026-11-08", "2027-10-29", "2028-10-17", "2029-11-05", "2030-10-26",
		}},
	} {
		last := c.want[len(c.want)-1][:4] + "-12-31"
		if got := holidaysOf(c.name, c.from, last); !slices.Equal(got, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, got, c.want)
		}
	}
}

// TestEidIsWithinADay holds the tabular calendar to the days that Saudi Arabia
// declared: it may be off by one, as the suggestion says.
func TestEidIsWithinADay(t *testing.T) {
	for name, declared := range map[string][]directory.Date{
		"Eid al-Fitr": {"2019-06-04", "2020-05-24", "2021-05-13", "2022-05-02", "2023-04-21", "2024-04-10", "2025-03-30"},
		"Eid al-Adha": {"2019-08-11", "2020-07-31", "2021-07-20", "2022-07-09", "2023-06-28", "2024-06-16", "2025-06-06"},
	} {
		for _, day := range declared {
			near := directory.Holidays(day.Add(-1), day.Add(1))
			if !slices.ContainsFunc(near, func(h directory.Holiday) bool { return h.Name == name && !h.Sure }) {
				t.Errorf("%s of %s: nothing within a day of it", name, day)
			}
		}
	}
}

// TestEidComesTwice: the Islamic year is eleven days shorter than ours, so that
// one of ours holds the feast twice now and then.
func TestEidComesTwice(t *testing.T) {
	if got := holidaysOf("Eid al-Fitr", "2033-01-01", "2033-12-31"); len(got) != 2 {
		t.Errorf("2033 has Eid al-Fitr on %v, want two days", got)
	}
}

func TestHolidaysOfASpan(t *testing.T) {
	got := directory.Holidays("2026-12-25", "2026-12-28")
	want := []directory.Holiday{
		{Name: "Christmas Day", Day: "2026-12-25", Sure: true},
		{Name: "Boxing Day", Day: "2026-12-26", Sure: true},
		{Name: "Christmas bank holiday", Day: "2026-12-28", Sure: true},
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	for _, span := range [][2]directory.Date{{"2026-12-28", "2026-12-25"}, {"", "2026-12-25"}, {"2026-12-25", "soon"}} {
		if got := directory.Holidays(span[0], span[1]); got != nil {
			t.Errorf("%v: got %v, want none", span, got)
		}
	}
}
