package counts

import "strconv"

// Suppressed is a number that may be shown: 0 stays 0, 1 to 7 are hidden, and
// everything else is rounded to the nearest 5, totals too. It can be made by
// Suppress alone, so what takes a Suppressed can't be given a true number.
//
// The rule is that of Hospital Episode Statistics below the national level (NHS
// England, "Change to disclosure control methodology", 2018), with which no
// secondary suppression is needed.
type Suppressed struct {
	shown  int
	hidden bool
}

// hiddenUpTo is the largest number that is hidden.
const hiddenUpTo = 7

// Suppress is the one way from a true number to one that may be shown.
func Suppress(n int) Suppressed {
	switch {
	case n <= 0:
		return Suppressed{}
	case n <= hiddenUpTo:
		return Suppressed{hidden: true}
	}
	return Suppressed{shown: (n + 2) / 5 * 5}
}

// Hidden reports a number of which only is known that it is small and not 0.
func (s Suppressed) Hidden() bool { return s.hidden }

// Shown is the number as it may be shown, 0 for one that is hidden: for the length
// of a bar.
func (s Suppressed) Shown() int { return s.shown }

// String is the number as it is written: "0", "*", "25".
func (s Suppressed) String() string {
	if s.hidden {
		return "*"
	}
	return strconv.Itoa(s.shown)
}
