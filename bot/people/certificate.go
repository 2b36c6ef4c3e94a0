package people

import "time"

// Certificate is until when the Mental Health First Aid certificate of a first
// aider is valid.
type Certificate struct {
	Person string
	Month  Month // the last month in which it is valid
}

// Month is a month of a year, as 202611; 0 for none.
type Month int

// MonthOf is the month of a moment, by that moment's own clock.
func MonthOf(t time.Time) Month { return Month(t.Year()*100 + int(t.Month())) }

// Add is the month so many later.
func (m Month) Add(n int) Month {
	t := time.Date(int(m)/100, time.Month(int(m)%100)+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	return MonthOf(t)
}

// Expired reports a certificate that ended before the month.
func (c Certificate) Expired(now Month) bool { return c.Month != 0 && c.Month < now }

// Certify keeps until when a certificate is valid; Month 0 forgets it. It goes
// with the person.
type Certify struct{ Certificate Certificate }

// Effect marks a change that is part of saving a turn.
func (Certify) Effect() {}
