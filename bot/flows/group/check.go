package group

import (
	"net/mail"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// plain takes what could be taken for markup out of a typed text.
var plain = strings.NewReplacer("<", "", ">", "")

// within holds a text to its limits, in letters.
func (t text) within(said string) error {
	switch n := utf8.RuneCountInString(said); {
	case n < t.least:
		return &talk.Retry{Text: locales.EditTooShort()}
	case n > t.most:
		return &talk.Retry{Text: locales.EditTooLong(strconv.Itoa(t.most))}
	}
	return nil
}

// shortAreas are the area codes in which some numbers have one figure less, among
// them Buxton's and Matlock's (Ofcom, National Telephone Numbering Plan, the codes
// with 4+5 numbers).
const shortAreas = `204|208|254|276|297|298|363|364|384|386|404|420|460|461|480|488|524|527|562|566|606|629|635|` +
	`647|659|695|697|726|744|750|768|827|837|884|900|905|935|946|949|963|995`

// Numbers of the United Kingdom, after Ofcom's National Telephone Numbering Plan:
// eleven figures from 0 on, in some areas ten; free ones ten too; 116 and three
// more for helplines; five figures for texts.
var (
	numberForm = regexp.MustCompile(`^(0[1235][0-9]{9}|01(` + shortAreas + `)[0-9]{5}|08[0-9]{8,9}|08001111|` +
		`07[1-9][0-9]{8}|116[0-9]{3}|[678][0-9]{4})$`)
	dearForm = regexp.MustCompile(`^(09[0-9]{8,9}|070[0-9]{8}|118[0-9]{3})$`)
	signForm = regexp.MustCompile(`^[0-9+() -]+$`)
)

// figures are the figures of a number as one dials it in the country.
func figures(number string) string {
	var b strings.Builder
	for _, r := range strings.Replace(number, "(0)", "", 1) {
		if r >= '0' && r <= '9' || r == '+' {
			b.WriteRune(r)
		}
	}
	n := b.String()
	for _, abroad := range []string{"+44", "0044"} {
		if rest, ok := strings.CutPrefix(n, abroad); ok {
			return "0" + strings.TrimPrefix(rest, "0")
		}
	}
	return n
}

// readNumber reads a telephone number. It stays as it was typed, so that people
// can read it in the groups they know.
func readNumber(said string) (string, error) {
	n := figures(said)
	switch {
	case !signForm.MatchString(said):
		return "", &talk.Retry{Text: locales.EditBadNumber()}
	case dearForm.MatchString(n):
		return "", &talk.Retry{Text: locales.EditDearNumber()}
	case !numberForm.MatchString(n):
		return "", &talk.Retry{Text: locales.EditBadNumber()}
	}
	return said, nil
}

// mobile reports the number of a mobile phone, which may be somebody's own.
func mobile(number string) bool { return strings.HasPrefix(figures(number), "07") }

// textsOnly reports a number that takes texts and nothing else.
func textsOnly(number string) bool { return len(figures(number)) == 5 }

func readEmail(said string) (string, error) {
	a, err := mail.ParseAddress(said)
	if err != nil || a.Address != said || !strings.Contains(said[strings.LastIndexByte(said, '@'):], ".") {
		return "", &talk.Retry{Text: locales.EditBadEmail()}
	}
	return said, nil
}

// readWebsite reads the address of a page, as people say it: without https too.
func readWebsite(said string) (string, error) {
	if !strings.Contains(said, "://") {
		said = "https://" + said
	}
	u, err := url.Parse(said)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.User != nil || u.Port() != "" ||
		!strings.Contains(strings.Trim(u.Hostname(), "."), ".") || strings.Contains(said, " ") {
		return "", &talk.Retry{Text: locales.EditBadWebsite()}
	}
	return said, nil
}

// readContact reads "Reception, hello@example.org": what somebody does there, and
// an e-mail address, or one of the two.
func readContact(said string) (directory.Contact, error) {
	var c directory.Contact
	at := strings.LastIndexAny(said, " ,;")
	last := strings.Trim(said[at+1:], " ,;")
	if !strings.Contains(last, "@") {
		c.Title = strings.Trim(said, " ,;")
		return c, nil
	}
	address, err := readEmail(last)
	if err != nil {
		return c, err
	}
	c.Email, c.Title = address, strings.Trim(said[:at+1], " ,;")
	return c, nil
}

// readAddress reads "1 Mill Lane, Harrowbeck, QH1 1AA". The postcode must be
// whole; a town that is not said is that of the postcode, as far as it is known.
func readAddress(said string, places *directory.Gazetteer) (directory.Address, directory.Point, bool, error) {
	before, postcode, outcode, ok := directory.CutPostcode(said)
	if !ok {
		return directory.Address{}, directory.Point{}, false, &talk.Retry{Text: locales.EditBadPostcode()}
	}
	a := directory.Address{Postcode: postcode}
	a.Line = strings.Trim(before, " ,;")
	if i := strings.LastIndexByte(a.Line, ','); i >= 0 {
		a.Line, a.Town = strings.Trim(a.Line[:i], " ,;"), strings.TrimSpace(a.Line[i+1:])
	}
	for _, o := range places.Outcodes {
		if o.Code == outcode {
			if a.Town == "" {
				a.Town, _, _ = strings.Cut(o.Town, " (") // "Chesterfield (west)" is no postal town
			}
			return a, o.Point, true, nil
		}
	}
	return a, directory.Point{}, false, nil
}

var ageForm = regexp.MustCompile(`^([0-9]{1,3})? ?([-–+]) ?([0-9]{1,3})?$`)

// readAge reads "11-25", "50+", "50-" and "-18"; 0 is no limit.
func readAge(said string) (youngest, oldest int, err error) {
	m := ageForm.FindStringSubmatch(said)
	if m == nil || m[1] == "" && m[3] == "" || m[2] == "+" && m[3] != "" {
		return 0, 0, &talk.Retry{Text: locales.EditBadAge()}
	}
	youngest, _ = strconv.Atoi(m[1])
	oldest, _ = strconv.Atoi(m[3])
	if youngest > 120 || oldest > 120 || oldest > 0 && youngest > oldest {
		return 0, 0, &talk.Retry{Text: locales.EditBadAge()}
	}
	return youngest, oldest, nil
}

// tells reports a text that gives an address away.
func tells(said string) bool {
	_, _, _, ok := directory.CutPostcode(said)
	return ok
}

// wordsTell reports a listing whose own words give an address away.
func wordsTell(s *directory.Service) bool {
	all := []string{s.Name, s.Description, s.Alert, s.HowToReach, s.Eligibility, s.Hours, s.Cost.Note}
	for _, t := range s.Translations {
		all = append(all, t.Text)
	}
	return tells(strings.Join(all, "\n"))
}
