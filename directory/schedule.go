package directory

import "time"

// Date is a day of the calendar, "2026-05-14"; "" is no day.
type Date string

// Clock is a time of day in minutes after midnight, 0 to 1440 (the end of the day).
type Clock int

// Local is a date and time on the wall, "2026-05-14T10:00", in the zone of the
// area (Europe/London).
type Local string

// Freq is how a schedule repeats (HSDS 3.1 schedule.freq, after RFC 5545).
type Freq string

// Frequencies. HSDS knows no others.
const (
	Weekly  Freq = "WEEKLY"
	Monthly Freq = "MONTHLY"
)

// DayRule is one part of BYDAY: a weekday, and with Monthly which one of the
// month (1 the first, -1 the last; 0 every).
type DayRule struct {
	Day time.Weekday
	Nth int
}

// Schedule says by rule when a service, or one place of it, is open, or when
// its sessions are. Several periods a day are several schedules.
//
// Opens and Closes are wall time. Closes at or before Opens is past midnight;
// Opens 0 and Closes 1440 is the whole day.
type Schedule struct {
	ID          ID
	Place       ID // the ServiceAtLocation; "" for the service as a whole
	Freq        Freq
	Interval    int // 1 when 0
	ByDay       []DayRule
	ByMonthDay  []int
	Start       Date // first day the rule counts from; needed when Interval > 1
	ValidFrom   Date
	ValidTo     Date // inclusive
	Opens       Clock
	Closes      Clock
	Way         Way // InPerson or ByPhone when this line differs from the service
	Description string
	Session     bool // a drop-in session or telephone slot, not opening hours
}

// Exception closes or changes what the rules say.
//
// With Original set it is about one occurrence (one of two sessions of a day can
// be cancelled); with From and To it closes a range of days, for one schedule,
// or for the whole service when Schedule is "".
type Exception struct {
	ID       ID
	Schedule ID
	Original Local // the start the rule gives, even when it was moved
	From, To Date  // inclusive
	Closed   bool
	NewStart Local // the changed times, when not Closed
	NewEnd   Local
	Place    ID     // a changed place
	Reason   string // "Eid al-Fitr", "bank holiday"
}

// Occurrence is one session or opening. Its identity, which survives a change of
// time, is Schedule and Original.
type Occurrence struct {
	Schedule   ID
	Original   Local
	Start, End time.Time // in the zone of the area
	Place      ID
	Way        Way
	Session    bool
	Changed    bool   // moved to another time or place
	Reason     string // why, when Changed
}

// Opening says whether a service is open at an instant.
type Opening string

// The openings. Unknown is honest: ring first.
const (
	Open    Opening = "open"
	Closed  Opening = "closed"
	Unknown Opening = "unknown"
)
