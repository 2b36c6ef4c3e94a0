package locales

import (
	"strconv"
	"strings"
)

// dayParts are the parts of a day that languages word differently, each with the
// minute after midnight at which it begins. English knows two of them, Urdu
// four, Chinese five.
var dayParts = []struct {
	from Time
	id   string
}{
	{20 * 60, "time.late"},
	{18 * 60, "time.evening"},
	{16 * 60, "time.afternoon"},
	{12 * 60, "time.midday"},
	{5 * 60, "time.morning"},
	{0, "time.night"},
}

const (
	noon     Time = 12 * 60
	midnight Time = 24 * 60
)

// timeText words a time of day. Whole and broken are the language's patterns
// for a clock with and without minutes: "h" and "h.mm" in English, "H:mm" where
// people count to 24. What is outside 0 to 1440 is taken round the clock.
func timeText(t Time, whole, broken string) Text {
	t = (t%midnight + midnight) % midnight
	switch t {
	case noon:
		return saying("time.noon", map[string]any{"Clock": clock(t, whole)})
	case 0:
		return saying("time.midnight", map[string]any{"Clock": clock(t, whole)})
	}
	pattern := broken
	if t%60 == 0 {
		pattern = whole
	}
	for _, p := range dayParts {
		if t >= p.from {
			return saying(p.id, map[string]any{"Clock": clock(t, pattern)})
		}
	}
	panic("locales: a time of day before midnight")
}

// clock fills a pattern in: h the hour to 12, H to 24, mm the minutes. The
// digits are western in every language, as on the door and on the phone.
func clock(t Time, pattern string) string {
	hour, minute := int(t)/60, int(t)%60
	twelve := hour % 12
	if twelve == 0 {
		twelve = 12
	}
	var b strings.Builder
	for i := 0; i < len(pattern); i++ {
		switch {
		case strings.HasPrefix(pattern[i:], "mm"):
			if minute < 10 {
				b.WriteByte('0')
			}
			b.WriteString(strconv.Itoa(minute))
			i++
		case pattern[i] == 'H':
			b.WriteString(strconv.Itoa(hour))
		case pattern[i] == 'h':
			b.WriteString(strconv.Itoa(twelve))
		default:
			b.WriteByte(pattern[i])
		}
	}
	return b.String()
}
