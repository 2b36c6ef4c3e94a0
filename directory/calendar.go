package directory

import (
	"fmt"
	"time"
	_ "time/tzdata" // a container may have no zone files
)

// London is the zone of the area: every wall time in a listing is in it.
var London = mustLoad("Europe/London")

func mustLoad(name string) *time.Location {
	zone, err := time.LoadLocation(name)
	if err != nil {
		panic("the embedded zones have no " + name)
	}
	return zone
}

const (
	dateForm  = "2006-01-02"
	localForm = "2006-01-02T15:04"
)

// DateOf is the day in London at an instant.
func DateOf(t time.Time) Date { return Date(t.In(London).Format(dateForm)) }

// LocalOf is the wall time in London at an instant, to the minute.
func LocalOf(t time.Time) Local { return Local(t.In(London).Format(localForm)) }

// Valid reports a day of the calendar; "" is none.
func (d Date) Valid() bool {
	_, err := time.Parse(dateForm, string(d))
	return err == nil
}

// day is the date at midnight UTC: for counting days, never an instant. The zero
// time for a date that is not Valid.
func (d Date) day() time.Time {
	t, _ := time.Parse(dateForm, string(d))
	return t
}

// Add is the day so many days later; "" for a date that is not Valid.
func (d Date) Add(days int) Date {
	if !d.Valid() {
		return ""
	}
	return Date(d.day().AddDate(0, 0, days).Format(dateForm))
}

// At is the wall time of that day and clock; a Clock of 1440 is the next day's
// midnight.
func (d Date) At(c Clock) Local {
	return Local(d.day().Add(time.Duration(c) * time.Minute).Format(localForm))
}

// Valid reports a date and time of day.
func (l Local) Valid() bool {
	_, err := time.Parse(localForm, string(l))
	return err == nil
}

// Date is the day of a wall time; "" when it is not Valid.
func (l Local) Date() Date {
	if !l.Valid() {
		return ""
	}
	return Date(l[:len(dateForm)])
}

// wall is the wall time as if it were UTC: for counting minutes.
func (l Local) wall() time.Time {
	t, _ := time.Parse(localForm, string(l))
	return t
}

// Instant is when the clocks in London show that time. Twice a year that is not
// a plain question, and RFC 5545 (3.3.5) answers it: a time that is skipped in
// March counts from before the change (01:30 is 02:30 British Summer Time); a
// time that comes twice in October is the first one. The zero time for a Local
// that is not Valid.
func (l Local) Instant() time.Time {
	if !l.Valid() {
		return time.Time{}
	}
	w := l.wall()
	// The offset a few hours before decides both cases: in March it is still the
	// winter's, so a skipped time is moved on; in October the summer's, which is
	// the first of two. Otherwise it is the offset of the time itself.
	_, before := w.Add(-3 * time.Hour).In(London).Zone()
	early := w.Add(-time.Duration(before) * time.Second).In(London)
	if LocalOf(early) == l {
		return early
	}
	_, now := early.Zone()
	if late := w.Add(-time.Duration(now) * time.Second).In(London); LocalOf(late) == l {
		return late
	}
	return early
}

// Valid reports a clock from 0 to 1440.
func (c Clock) Valid() bool { return c >= 0 && c <= 24*60 }

// String is the clock as "09:30"; 1440 is "24:00".
func (c Clock) String() string { return fmt.Sprintf("%02d:%02d", int(c)/60, int(c)%60) }
