package aider

import (
	"context"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"signpost/bot/sessionlog"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// The days of an enquiry that can be tapped, a page of them, and the oldest that can
// be typed.
const (
	enquiryDays    = 28
	enquiryDayPage = 7
	enquiryOldest  = 92
)

// askDay asks on which day it was: a tap for the last four weeks, typed before that.
func (q enquiries) askDay() talk.Step {
	return talk.One{
		Name: "day", Into: enquiryTap, Page: enquiryDayPage,
		Ask: q.serviceWords(locales.EnquiryAskDay),
		Options: func(_ context.Context, _ talk.Scene, a talk.Answers) ([]talk.Choice, error) {
			return daysBack(enquiryToday.Of(a)), nil
		},
		Chosen: func(_ context.Context, id string, a talk.Answers) error {
			back, err := strconv.Atoi(id)
			if err != nil {
				return &talk.Retry{Text: locales.TalkChooseOne()}
			}
			setCheck(a, func(c *sessionlog.Check) { c.Day = enquiryToday.Of(a).Add(-back) })
			return nil
		},
		Typed: func(_ context.Context, said talk.Said, a talk.Answers) error {
			day, err := readPastDay(said.Text, enquiryToday.Of(a))
			if err != nil {
				return err
			}
			setCheck(a, func(c *sessionlog.Check) { c.Day = day })
			return nil
		},
	}.Step()
}

// daysBack are the last days, today first, by how many days they are back.
func daysBack(today directory.Date) []talk.Choice {
	var out []talk.Choice
	for back := range enquiryDays {
		at := today.Add(-back).At(12 * 60).Instant().In(directory.London)
		label := locales.DayOf(at).Text()
		if back < 2 {
			label = locales.FromToday(locales.DayOf(today.At(12*60).Instant().In(directory.London)), locales.DayOf(at)).Capital()
		}
		out = append(out, talk.Choice{ID: strconv.Itoa(back), Label: label})
	}
	return out
}

// Days as people type them in figures: 28.5., 28/5/2030, 2030-05-28.
var (
	typedDay = regexp.MustCompile(`^(\d{1,2})[./ -]+(\d{1,2})(?:[./ -]+(\d{2}|\d{4}))?\.?$`)
	typedISO = regexp.MustCompile(`^(\d{4})-(\d{1,2})-(\d{1,2})$`)
)

// readPastDay reads a day that was typed in figures: without a year the last one
// that there was.
func readPastDay(text string, today directory.Date) (directory.Date, error) {
	text = strings.TrimSpace(westernFigures(text))
	var y, m, d string
	if f := typedISO.FindStringSubmatch(text); f != nil {
		y, m, d = f[1], f[2], f[3]
	} else if f := typedDay.FindStringSubmatch(text); f != nil {
		d, m, y = f[1], f[2], f[3]
	} else {
		return "", &talk.Retry{Text: locales.EnquiryBadDay()}
	}
	thisYear, _ := strconv.Atoi(string(today[:4]))
	year, _ := strconv.Atoi(y)
	switch len(y) {
	case 0:
		year = thisYear
	case 2:
		year += thisYear / 100 * 100
	}
	day := dateOf(year, m, d)
	if y == "" && day > today {
		day = dateOf(year-1, m, d)
	}
	switch {
	case day == "":
		return "", &talk.Retry{Text: locales.EnquiryBadDay()}
	case day > today || day < today.Add(-enquiryOldest):
		return "", &talk.Retry{Text: locales.EnquiryFarDay()}
	}
	return day, nil
}

// dateOf is a day of the calendar; "" when there is none such.
func dateOf(year int, month, day string) directory.Date {
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	at := time.Date(year, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if at.Year() != year || int(at.Month()) != m || at.Day() != d {
		return ""
	}
	return directory.Date(fmt.Sprintf("%04d-%02d-%02d", year, m, d))
}

// westernFigures writes the figures of other scripts as 0 to 9.
func westernFigures(text string) string {
	return strings.Map(func(r rune) rune {
		for _, zero := range []rune{'٠', '۰', '੦', '०', '০', '૦', '０'} {
			if r >= zero && r <= zero+9 {
				return '0' + r - zero
			}
		}
		return r
	}, text)
}
