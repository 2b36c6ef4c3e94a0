package group

import (
	"regexp"
	"strconv"
	"strings"

	"signpost/directory"
)

// noonClock and dayClock are noon and the end of the day.
const (
	noonClock directory.Clock = 12 * 60
	dayClock  directory.Clock = 24 * 60
)

// latest is until when a session may go on past midnight: whoever types an end
// that is before the start and later than this has made a mistake.
const latest directory.Clock = 6 * 60

// typedHour is a time of day as somebody typed it. While Open is set it may be
// twelve hours later as well: "9" is nine in the morning or in the evening.
type typedHour struct {
	At   directory.Clock
	Open bool
	Half string // "am", "pm" or "night" when it was said
}

// halves are the words for the parts of a day, in the languages that people type.
// The longer stand before those that they contain.
var halves = strings.NewReplacer(
	"a.m.", " am ", "p.m.", " pm ", "12 noon", " 12pm ", "12 midday", " 12pm ", "12 midnight", " 12night ", "in the morning", " am ", "morning", " am ", "afternoon", " pm ", "evening", " pm ",
	"at night", " night ", "midday", " 12pm ", "midnight", " 12night ", "noon", " 12pm ",
	"przed południem", " am ", "po południu", " pm ", "rano", " am ", "wieczorem", " pm ", "w nocy", " night ",
	"w południe", " 12pm ", "o północy", " 12night ",
	"ਸਵੇਰੇ", " am ", "ਸਵੇਰ", " am ", "ਦੁਪਹਿਰ", " pm ", "ਸ਼ਾਮ", " pm ", "ਰਾਤ", " night ",
	"صبح", " am ", "سہ پہر", " pm ", "دوپہر", " pm ", "شام", " pm ", "رات", " night ",
	"上午", " am ", "早上", " am ", "朝早", " am ", "中午", " pm ", "下午", " pm ", "晏晝", " pm ", "晚上", " pm ", "夜晚", " pm ", "凌晨", " night ",
	"點半", ":30", "時半", ":30", "點", ":", "時", ":", "分", " ",
)

// clockForm is one time: what part of the day may stand before or after it.
var clockForm = regexp.MustCompile(`(?:\b(am|pm|night)\s*)?(\d+)(?:\s*[:.,]\s*(\d{2})\b)?[:.]?(?:\s*(am|pm|night)\b)?`)

// readHours reads one time of day, or a first and a last one: "10", "10:30",
// "2pm", "14.30-16:00". ok is false when the text says neither.
func readHours(text string) (first typedHour, last *typedHour, ok bool) {
	text = halves.Replace(strings.ToLower(westernDigits(text)))
	if strings.Contains(text, "/") {
		return typedHour{}, nil, false // a day
	}
	found := clockForm.FindAllStringSubmatch(text, -1)
	if len(found) == 0 || len(found) > 2 {
		return typedHour{}, nil, false
	}
	if first, ok = readHour(found[0]); !ok || len(found) == 1 {
		return first, nil, ok
	}
	second, ok := readHour(found[1])
	if !ok {
		return typedHour{}, nil, false
	}
	return settle(first, second), &second, true
}

// readHour reads the parts of one time: what stands before, hours, minutes, what
// stands after.
func readHour(found []string) (typedHour, bool) {
	half, digits, minutes := found[1]+found[4], found[2], found[3]
	if len(digits) > 2 {
		if minutes != "" || len(digits) > 4 {
			return typedHour{}, false
		}
		digits, minutes = digits[:len(digits)-2], digits[len(digits)-2:]
	}
	hour, err := strconv.Atoi(digits)
	if err != nil || hour > 24 || half != "" && half != "am" && half != "pm" && half != "night" {
		return typedHour{}, false
	}
	minute, _ := strconv.Atoi(minutes)
	if minute > 59 || hour == 24 && minute > 0 {
		return typedHour{}, false
	}
	at := directory.Clock(hour*60 + minute)
	switch {
	case half != "" && hour > 12:
		return typedHour{At: at, Half: half}, true // "14 in the afternoon"
	case half == "am":
		return typedHour{At: at % noonClock, Half: half}, true
	case half == "pm":
		return typedHour{At: at%noonClock + noonClock, Half: half}, true
	case half == "night" && hour >= 7 && hour < 12:
		return typedHour{At: at + noonClock, Half: half}, true
	case half == "night":
		return typedHour{At: at % noonClock, Half: half}, true
	}
	by24 := strings.HasPrefix(digits, "0") || hour >= 12 || hour >= 10 && minutes != ""
	return typedHour{At: at, Open: !by24}, true
}

// settle decides an open first time by the second, when that says its half: "2-4
// pm" begins in the afternoon, "10-2 pm" in the morning.
func settle(first, second typedHour) typedHour {
	if !first.Open || second.Open {
		return first
	}
	end := second.At
	if end <= first.At {
		end += dayClock
	}
	if late := first.At + noonClock; late < end && end-late <= noonClock {
		return typedHour{At: late}
	}
	return typedHour{At: first.At}
}

// after makes of a typed end the end of what begins at start. An open one is the
// first that comes. past reports an end that is after midnight, which people are
// asked about; ok is false for one that is before the start.
func (h typedHour) after(start directory.Clock) (end directory.Clock, past, ok bool) {
	options := []directory.Clock{h.At}
	if h.Open {
		options = append(options, h.At+noonClock)
	}
	if h.At == noonClock && h.Half == "" || h.At == 0 {
		options = append(options, dayClock) // "12" is midnight as well
	}
	for _, c := range options {
		if c > start {
			return c, false, true
		}
	}
	return h.At, true, h.At <= latest && h.At > 0
}

// westernDigits writes the digits of other scripts as 0 to 9, and the signs that go
// with them.
func westernDigits(text string) string {
	return strings.Map(func(r rune) rune {
		for _, zero := range []rune{'٠', '۰', '०', '੦', '０'} {
			if r >= zero && r <= zero+9 {
				return '0' + r - zero
			}
		}
		switch r {
		case '：', '∶':
			return ':'
		case '／':
			return '/'
		case '．', '。':
			return '.'
		}
		return r
	}, text)
}
