package directory

import (
	"fmt"
	"net/mail"
	"time"
)

// faults are what is wrong with a rule; at names it ("schedules[0].").
func (c *Schedule) faults(at string) []Fault {
	var f faults
	f.at = at
	f.check(c.Freq == Weekly || c.Freq == Monthly, "freq", "must be WEEKLY or MONTHLY")
	f.check(c.Interval >= 0 && c.Interval <= 52, "interval", "must be from 1 to 52")
	f.check(c.Interval <= 1 || c.Start != "", "dtstart", "is missing: the first day, from which every second or third week counts")
	f.check(len(c.ByDay)+len(c.ByMonthDay) > 0 || c.Start != "", "byday", "is missing, and so is a first day that would say it")
	f.check(c.Freq != Weekly || len(c.ByMonthDay) == 0, "bymonthday", "goes with MONTHLY only")
	for _, d := range c.ByDay {
		f.check(d.Day >= time.Sunday && d.Day <= time.Saturday, "byday", "has a weekday that is none")
		f.check(d.Nth >= -5 && d.Nth <= 5 && (c.Freq == Monthly || d.Nth == 0), "byday",
			"says which weekday of the month: from 1 to 5 or -1 to -5, and with MONTHLY only")
	}
	for _, d := range c.ByMonthDay {
		f.check(d >= -31 && d <= 31 && d != 0, "bymonthday", fmt.Sprintf("%d is no day of a month", d))
	}
	f.check(c.Opens.Valid() && c.Opens < 24*60, "opens_at", "must be from 00:00 to 23:59")
	f.check(c.Closes.Valid(), "closes_at", "must be from 00:00 to 24:00")
	f.date("dtstart", c.Start)
	f.date("valid_from", c.ValidFrom)
	f.date("valid_to", c.ValidTo)
	f.check(c.ValidFrom == "" || c.ValidTo == "" || c.ValidFrom <= c.ValidTo, "valid_to", "is before valid_from")
	f.check(c.Way == "" || c.Way.Valid(), "attending_type", fmt.Sprintf("%q is not one we know", c.Way))
	return f.list
}

// faults are what is wrong with an exception; at names it ("exceptions[0].").
func (x *Exception) faults(at string) []Fault {
	var f faults
	f.at = at
	one, ranged := x.Original != "", x.From != "" || x.To != ""
	f.check(one != ranged, "original", "must be about one occurrence or about a range of days")
	f.check(!one || x.Original.Valid(), "original", "is not a date and time such as 2026-05-14T10:00")
	f.check(!one || x.Schedule != "", "schedule", "is missing: whose occurrence it is")
	if ranged {
		f.check(x.From.Valid() && x.To.Valid() && x.From <= x.To, "from", "must be a day, and not after the last one")
		f.check(x.Closed, "closed", "must be set: only one occurrence can be moved, not a range of days")
	}
	changes := x.NewStart != "" || x.NewEnd != "" || x.Place != ""
	f.check(x.Closed != changes || ranged, "new_start", "must be there when it is not closed, and only then")
	f.check(x.NewStart == "" || x.NewStart.Valid(), "new_start", "is not a date and time such as 2026-05-14T10:00")
	f.check(x.NewEnd == "" || x.NewEnd.Valid(), "new_end", "is not a date and time such as 2026-05-14T12:00")
	f.check(x.NewStart == "" || x.NewEnd == "" || x.NewStart < x.NewEnd, "new_end", "is not after the new start")
	return f.list
}

// faults gathers what is wrong below one name.
type faults struct {
	at   string
	list []Fault
}

// check notes a fault unless ok.
func (f *faults) check(ok bool, field, says string) {
	if !ok {
		f.list = append(f.list, Fault{f.at + field, says})
	}
}

// email notes what is no bare address; "" is allowed.
func (f *faults) email(field, address string) {
	if address == "" {
		return
	}
	a, err := mail.ParseAddress(address)
	f.check(err == nil && a.Address == address, field, "is not an address")
}

// date notes a day that is none; "" is allowed.
func (f *faults) date(field string, d Date) {
	f.check(d == "" || d.Valid(), field, fmt.Sprintf("%q is not a day such as 2026-05-14", d))
}
