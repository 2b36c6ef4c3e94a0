package group

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// farDays is how far ahead a day may be planned.
const farDays = 2 * 365

// months are how the names of the months begin, in the languages that people type.
var months = [12][]string{
	{"jan", "sty", "ਜਨਵ", "جنور"},
	{"feb", "lut", "ਫਰਵ", "فرور"},
	{"mar", "ਮਾਰਚ", "مارچ"},
	{"apr", "kwi", "ਅਪ", "اپری"},
	{"may", "maj", "ਮਈ", "مئی"},
	{"jun", "cze", "ਜੂਨ", "جون"},
	{"jul", "lip", "ਜੁਲ", "جولا"},
	{"aug", "sie", "ਅਗਸ", "اگست"},
	{"sep", "wrz", "ਸਤੰ", "ستمب"},
	{"oct", "paź", "paz", "ਅਕਤ", "اکتوب"},
	{"nov", "lis", "ਨਵੰ", "نومب"},
	{"dec", "gru", "ਦਸੰ", "دسمب"},
}

// The forms of a day, each with the places of day, month and year in it.
var dayForms = []struct {
	form             *regexp.Regexp
	day, month, year int
}{
	{regexp.MustCompile(`^(\d{4})-(\d{1,2})-(\d{1,2})$`), 3, 2, 1},
	{regexp.MustCompile(`^(?:(\d{4})年)?(\d{1,2})月(\d{1,2})(?:日|號|号)?$`), 3, 2, 1},
	{regexp.MustCompile(`^(\d{1,2}) ?[/.] ?(\d{1,2})(?: ?[/.] ?(\d{2}|\d{4})?)?$`), 1, 2, 3},
	{regexp.MustCompile(`^(\d{1,2})(?:st|nd|rd|th|\.)? ?(?:of )?(\p{L}[\p{L}\p{M}]+)[.,]?(?: (\d{4}))?$`), 1, 2, 3},
	{regexp.MustCompile(`^(\p{L}[\p{L}\p{M}]+) (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?$`), 2, 1, 3},
}

// spanSigns stand between a first and a last day, those that nothing else is
// written with first.
var spanSigns = []string{" to ", " until ", " till ", " do ", " ਤੋਂ ", " سے ", "至", "到", " - ", "–", "—", "-"}

// bareDay is a first day that leaves its month to the last: "24-26 December".
var bareDay = regexp.MustCompile(`^\d{1,2}\.?$`)

// readDay reads a day such as "24 December", "24/12" or "24.12.2030". Without a
// year it is the next one from today on. The *talk.Retry says what was wrong.
func readDay(text string, today directory.Date) (directory.Date, error) {
	text = tidyDay(text)
	for _, f := range dayForms {
		found := f.form.FindStringSubmatch(text)
		if found == nil {
			continue
		}
		day, _ := strconv.Atoi(found[f.day])
		month := monthOf(found[f.month])
		if month == 0 || day < 1 || day > 31 {
			continue
		}
		return dayOfYear(day, month, found[f.year], today)
	}
	return "", &talk.Retry{Text: locales.TimesBadDay()}
}

func tidyDay(text string) string {
	text = strings.ToLower(strings.TrimSpace(westernDigits(text)))
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\u0a5e", "\u0a2b"), "\u0a3c", "") // ਫ with and without its point
	for _, name := range []string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"} {
		text = strings.TrimPrefix(text, name)
	}
	return strings.TrimSpace(strings.TrimLeft(text, ", "))
}

// monthOf is the month of a number or a name; 0 for neither.
func monthOf(s string) time.Month {
	if n, err := strconv.Atoi(s); err == nil {
		if n > 12 {
			return 0
		}
		return time.Month(n)
	}
	for i, stems := range months {
		for _, stem := range stems {
			if strings.HasPrefix(s, stem) {
				return time.Month(i + 1)
			}
		}
	}
	return 0
}

// dayOfYear makes the date, and says what is wrong with it.
func dayOfYear(day int, month time.Month, year string, today directory.Date) (directory.Date, error) {
	this, _ := strconv.Atoi(string(today[:4]))
	if year != "" {
		y, _ := strconv.Atoi(year)
		if y < 100 {
			y += 2000
		}
		d, ok := dateOf(y, month, day)
		switch {
		case !ok:
			return "", &talk.Retry{Text: locales.TimesNoSuchDay()}
		case d < today:
			return "", &talk.Retry{Text: locales.TimesPastDay()}
		case d > today.Add(farDays):
			return "", &talk.Retry{Text: locales.TimesFarDay()}
		}
		return d, nil
	}
	for y := this; y <= this+2; y++ {
		if d, ok := dateOf(y, month, day); ok && d >= today && d <= today.Add(farDays) {
			return d, nil
		}
	}
	return "", &talk.Retry{Text: locales.TimesNoSuchDay()}
}

// dateOf is a day of the calendar; false for 31 April.
func dateOf(year int, month time.Month, day int) (directory.Date, bool) {
	t := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	return directory.Date(t.Format(time.DateOnly)), t.Day() == day
}

// readDays reads one day, or a first and a last one: "24 December - 2 January",
// "24-26 December".
func readDays(text string, today directory.Date) (from, to directory.Date, err error) {
	if from, err = readDay(text, today); err == nil {
		return from, from, nil
	}
	first, last, ok := cutSpan(tidyDay(text))
	if !ok {
		return "", "", err
	}
	if to, err = readDay(last, today); err != nil {
		return "", "", err
	}
	if bareDay.MatchString(first) { // the month stands with the last day
		d, _ := strconv.Atoi(strings.Trim(first, "."))
		year, _ := strconv.Atoi(string(to[:4]))
		month, _ := strconv.Atoi(string(to[5:7]))
		if from, ok = dateOf(year, time.Month(month), d); !ok {
			return "", "", &talk.Retry{Text: locales.TimesNoSuchDay()}
		}
		switch {
		case from < today:
			return "", "", &talk.Retry{Text: locales.TimesPastDay()}
		case from > to:
			return "", "", &talk.Retry{Text: locales.TimesBadUntil()}
		}
	} else if from, err = readDay(first, today); err != nil {
		return "", "", err
	}
	if to < from { // a last day without a year comes after the first
		if to, err = readDay(last, from); err != nil {
			return "", "", &talk.Retry{Text: locales.TimesBadUntil()}
		}
	}
	return from, to, nil
}

// cutSpan takes a first and a last day apart.
func cutSpan(text string) (first, last string, ok bool) {
	text = strings.TrimPrefix(strings.TrimPrefix(text, "from "), "od ")
	for _, sign := range spanSigns {
		if first, last, ok = strings.Cut(text, sign); ok {
			return strings.TrimSpace(first), strings.TrimSpace(last), true
		}
	}
	return "", "", false
}
