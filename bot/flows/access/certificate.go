package access

import (
	"context"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"signpost/bot/people"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// The answers about a certificate.
var (
	year   = talk.Answer[string]("year")
	month  = talk.Answer[people.Month]("month") // 0 forgets it
	today  = talk.Answer[people.Month]("today") // the month in which it was asked
	onward = talk.Answer[string]("onward")
)

// certificateYears is how many years ahead are offered: it is valid for three.
const certificateYears = 3

// certificateFar is how many years ahead a typed one may end.
const certificateFar = 10

// certificate is the entrance of a first aider to their own certificate.
func (r *room) certificate() talk.Flow {
	return talk.Flow{Name: "certificate", Steps: append([]talk.Step{
		talk.Ask{Name: "own", Show: r.showOwnCertificate, Take: takeCertificate, Next: goes("until", "keep")},
	}, certificateSteps(
		func(sc talk.Scene, _ talk.Answers) string { return sc.Person.ID },
		func(talk.Answers) talk.Button { return talk.Enter("certificate", "", locales.CertificateButtonOwn()) },
	)...)}
}

// goes leads to the step that an answer chose, which is one of some.
func goes(to ...string) *talk.Branch { return &talk.Branch{To: to, Pick: onward.Of} }

// certificateSteps ask until when a certificate is valid, beginning at "until", and
// keep it. Back leads to where it is shown.
func certificateSteps(whose func(talk.Scene, talk.Answers) string, back func(talk.Answers) talk.Button) []talk.Step {
	return []talk.Step{
		talk.Run{Name: "until", Do: func(_ context.Context, sc talk.Scene, a talk.Answers, _ *talk.Turn) error {
			today.Set(a, people.MonthOf(sc.Now.In(directory.London)))
			return nil
		}},
		talk.One{
			Name: "year", Ask: talk.Say(locales.CertificateAskYear), Options: years, Into: year, PerRow: 3, Typed: typedMonth,
			Chosen: func(_ context.Context, _ string, a talk.Answers) error { onward.Set(a, "month"); return nil },
			Next:   goes("month", "keep"),
		}.Step(),
		talk.One{
			Name: "month", Into: onward, PerRow: 3, Typed: typedMonth, Options: months, Next: talk.Goto("keep"),
			Ask: func(_ context.Context, _ talk.Scene, a talk.Answers) (locales.Text, error) {
				return locales.CertificateAskMonth(year.Of(a)), nil
			},
			Chosen: func(_ context.Context, id string, a talk.Answers) error {
				y, _ := strconv.Atoi(year.Of(a)) // one of the options
				m, _ := strconv.Atoi(id)
				month.Set(a, people.Month(y*100+m))
				return nil
			},
		}.Step(),
		talk.Run{Name: "keep", Do: func(_ context.Context, sc talk.Scene, a talk.Answers, t *talk.Turn) error {
			if id := whose(sc, a); id != "" {
				t.Do = append(t.Do, people.Certify{Certificate: people.Certificate{Person: id, Month: month.Of(a)}})
			}
			return nil
		}},
		talk.Ask{Name: "kept", Take: onlyButtons, Next: talk.Goto(talk.End), Show: func(_ context.Context, _ talk.Scene, a talk.Answers) (talk.Screen, error) {
			body := locales.CertificateKeptNone()
			if m := month.Of(a); m != 0 {
				body = locales.CertificateKept(monthText(m))
			}
			return talk.Screen{Body: body, Rows: talk.Column(back(a))}, nil
		}},
	}
}

// years offers those in which a certificate is likely to end, or to have ended.
func years(_ context.Context, _ talk.Scene, a talk.Answers) ([]talk.Choice, error) {
	var out []talk.Choice
	for n := -1; n <= certificateYears; n++ {
		y := strconv.Itoa(int(today.Of(a))/100 + n)
		out = append(out, talk.Choice{ID: y, Label: locales.Raw(y)})
	}
	return out, nil
}

// months offers the months of the year that was chosen.
func months(_ context.Context, _ talk.Scene, a talk.Answers) ([]talk.Choice, error) {
	y, err := strconv.Atoi(year.Of(a))
	if err != nil {
		return nil, nil // not chosen yet
	}
	var out []talk.Choice
	for m := time.January; m <= time.December; m++ {
		out = append(out, talk.Choice{ID: strconv.Itoa(int(m)), Label: locales.MonthOfYear(y, m)})
	}
	return out, nil
}

// monthForms are the forms of a typed month: 3/2031, 3.31, 2031-03, 2031年3月.
var monthForms = []struct {
	form        *regexp.Regexp
	month, year int
}{
	{regexp.MustCompile(`^(\d{1,2})\s*[/.\- ]\s*(\d{4}|\d{2})$`), 1, 2},
	{regexp.MustCompile(`^(\d{4})\s*[/.\-年 ]\s*(\d{1,2})\s*月?$`), 2, 1},
}

// typedMonth takes a typed month with its year.
func typedMonth(_ context.Context, said talk.Said, a talk.Answers) error {
	m, ok := readMonth(said.Text)
	switch {
	case !ok:
		return &talk.Retry{Text: locales.CertificateBadMonth()}
	case m > today.Of(a).Add(12*certificateFar), m < today.Of(a).Add(-12*certificateFar):
		return &talk.Retry{Text: locales.CertificateFarMonth()}
	}
	month.Set(a, m)
	onward.Set(a, "keep")
	return nil
}

// readMonth reads a month with its year; ok is false for anything else.
func readMonth(text string) (people.Month, bool) {
	text = strings.TrimSpace(plainDigits(text))
	for _, f := range monthForms {
		found := f.form.FindStringSubmatch(text)
		if found == nil {
			continue
		}
		m, _ := strconv.Atoi(found[f.month])
		y, _ := strconv.Atoi(found[f.year])
		if y < 100 {
			y += 2000
		}
		if m >= 1 && m <= 12 {
			return people.Month(y*100 + m), true
		}
	}
	return 0, false
}

// plainDigits writes the digits of other scripts as 0 to 9.
func plainDigits(text string) string {
	return strings.Map(func(r rune) rune {
		for _, zero := range "٠۰०੦０" {
			if r >= zero && r <= zero+9 {
				return '0' + r - zero
			}
		}
		if r == '／' {
			return '/'
		}
		return r
	}, text)
}

func monthText(m people.Month) locales.Text {
	return locales.MonthOfYear(int(m)/100, time.Month(m%100))
}

// certified words beside a first aider until when their certificate is valid.
func certified(c people.Certificate, now time.Time) locales.Text {
	switch {
	case c.Month == 0:
		return locales.CertificatePartUnknown()
	case c.Expired(people.MonthOf(now.In(directory.London))):
		return locales.CertificatePartEnded(monthText(c.Month))
	}
	return locales.CertificatePartUntil(monthText(c.Month))
}

// certificates are those of a group by person; none in the office.
func (r *room) certificates(ctx context.Context, group string) (map[string]people.Certificate, error) {
	if group == "" {
		return nil, nil
	}
	found, err := r.desk.Certificates(ctx, group)
	if err != nil {
		return nil, fmt.Errorf("reading the certificates of a group: %w", err)
	}
	return found, nil
}

// showOwnCertificate says to a first aider what is kept of their own.
func (r *room) showOwnCertificate(ctx context.Context, sc talk.Scene, _ talk.Answers) (talk.Screen, error) {
	var own people.Certificate
	if groups := sc.Person.Groups(people.FirstAider); len(groups) > 0 { // it is the person's, whichever the group
		found, err := r.certificates(ctx, groups[0])
		if err != nil {
			return talk.Screen{}, err
		}
		own = found[sc.Person.ID]
	}
	body := locales.CertificateOwnUnknown()
	rows := talk.Column(talk.Option(actUntil, locales.CertificateButtonChange()))
	if own.Month != 0 {
		body = locales.CertificateOwnUntil(monthText(own.Month))
		if own.Expired(people.MonthOf(sc.Now.In(directory.London))) {
			body = locales.CertificateOwnEnded(monthText(own.Month))
		}
		rows = append(rows, talk.Row(talk.Option(actForget, locales.CertificateButtonRemove())))
	}
	return talk.Screen{Body: locales.Paragraphs(body, locales.CertificatePartWhoSees()), Rows: rows}, nil
}

// What can be done about a certificate, as options.
const (
	actUntil  = "until"
	actForget = "forget"
)

// takeCertificate takes a press of what can be done about a certificate.
func takeCertificate(_ context.Context, e talk.Event, a talk.Answers) error {
	c, ok := e.(talk.Chose)
	switch {
	case ok && c.Option == actUntil:
		onward.Set(a, "until")
		return nil
	case ok && c.Option == actForget:
		month.Clear(a)
		onward.Set(a, "keep")
		return nil
	}
	return &talk.Retry{Text: locales.TalkChooseOne()}
}
