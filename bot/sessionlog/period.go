package sessionlog

import (
	"fmt"
	"time"

	"signpost/directory"
)

// Period is a month or a quarter of a year. Make it with Month or Quarter.
type Period struct {
	From, To directory.Date // inclusive
	Year     int
	Month    time.Month // 0 for a quarter
	Quarter  int        // 1 to 4; the one that a month lies in
}

// Month is a month of a year.
func Month(year int, m time.Month) Period {
	first := time.Date(year, m, 1, 0, 0, 0, 0, time.UTC)
	return Period{
		From: dayOf(first), To: dayOf(first.AddDate(0, 1, -1)),
		Year: first.Year(), Month: first.Month(), Quarter: quarterOf(first),
	}
}

// Quarter is a quarter of a year, from 1 to 4.
func Quarter(year, q int) Period {
	first := time.Date(year, time.Month(3*q-2), 1, 0, 0, 0, 0, time.UTC)
	return Period{From: dayOf(first), To: dayOf(first.AddDate(0, 3, -1)), Year: first.Year(), Quarter: quarterOf(first)}
}

func dayOf(t time.Time) directory.Date { return directory.Date(t.Format(time.DateOnly)) }

func quarterOf(t time.Time) int { return (int(t.Month()) + 2) / 3 }

// MonthOf is the month that a day lies in; the zero Period for a date that is not
// Valid.
func MonthOf(d directory.Date) Period {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return Period{}
	}
	return Month(t.Year(), t.Month())
}

// QuarterOf is the quarter that a day lies in; the zero Period for a date that is
// not Valid.
func QuarterOf(d directory.Date) Period {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return Period{}
	}
	return Quarter(t.Year(), quarterOf(t))
}

// Before is the period of the same length that is n earlier, or later when n is
// negative.
func (p Period) Before(n int) Period {
	if p.Month == 0 {
		return Quarter(p.Year, p.Quarter-n)
	}
	return Month(p.Year, p.Month-time.Month(n))
}

// Last are the last n periods of the same length, p the first of them.
func (p Period) Last(n int) []Period {
	var out []Period
	for i := range n {
		out = append(out, p.Before(i))
	}
	return out
}

// Has reports whether a day lies in the period.
func (p Period) Has(d directory.Date) bool { return p.From <= d && d <= p.To }

// instants are when the period begins, and when it has ended.
func (p Period) instants() (from, to time.Time) {
	return p.From.At(0).Instant(), p.To.Add(1).At(0).Instant()
}

// Settled is the day from which nothing in the period changes any more.
func (p Period) Settled() directory.Date { return Settled(p.To) }

// String is the period in a form that sorts and that ParsePeriod reads: "2030-06",
// "2030-Q2".
func (p Period) String() string {
	if p.Month == 0 {
		return fmt.Sprintf("%04d-Q%d", p.Year, p.Quarter)
	}
	return fmt.Sprintf("%04d-%02d", p.Year, int(p.Month))
}

// ParsePeriod reads what String wrote, in just that form.
func ParsePeriod(s string) (Period, bool) {
	var p Period
	var year, n int
	if _, err := fmt.Sscanf(s, "%4d-Q%1d", &year, &n); err == nil {
		p = Quarter(year, n)
	} else if _, err := fmt.Sscanf(s, "%4d-%2d", &year, &n); err == nil {
		p = Month(year, time.Month(n))
	}
	return p, p.Year > 0 && p.String() == s
}
