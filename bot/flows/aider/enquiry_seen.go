package aider

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"

	"signpost/bot/card"
	"signpost/bot/people"
	"signpost/bot/sessionlog"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

var (
	judgeAll  = talk.Answer[bool]("all")     // the office sees all services
	judgeOwn  = talk.Answer[[]string]("own") // others those of their groups
	judgedTap = talk.Answer[string]("tap")
)

// checksShown is how many services or enquiries stand on a page.
const checksShown = 8

// all lists the services of which something was told, the most often named first.
func (q enquiries) all() talk.Flow {
	return talk.Flow{Name: "access_checks", Steps: []talk.Step{
		talk.Run{Name: "whose", Do: func(_ context.Context, sc talk.Scene, a talk.Answers, _ *talk.Turn) error {
			judgeAll.Set(a, sc.Person.May([]people.Role{people.Coordinator}, ""))
			judgeOwn.Set(a, sc.Person.Groups(people.GroupAdmin))
			return nil
		}},
		talk.One{
			Name: "list", Ask: q.sayAll, Options: q.allChoices, Into: judgedTap, Page: checksShown,
			Chosen: func(_ context.Context, id string, _ talk.Answers) error {
				return &talk.Open{Command: "service_checks", Arg: id}
			},
		}.Step(),
	}}
}

// tally is a service with its access checks.
type tally struct {
	service *directory.Service
	checks  []sessionlog.Check
}

// tallies are the services that may be looked at, the most often named first.
func (q enquiries) tallies(ctx context.Context, a talk.Answers) ([]tally, error) {
	checks, err := q.desk.Checks(ctx, "")
	if err != nil {
		return nil, fmt.Errorf("reading how services receive enquiries: %w", err)
	}
	of := map[directory.ID][]sessionlog.Check{}
	var ids []directory.ID
	for _, c := range checks {
		if of[c.Service] == nil {
			ids = append(ids, c.Service)
		}
		of[c.Service] = append(of[c.Service], c)
	}
	found, err := q.dir.Services(ctx, ids)
	if err != nil {
		return nil, fmt.Errorf("reading the names of services: %w", err)
	}
	var out []tally
	for _, s := range found {
		if judgeAll.Of(a) || slices.Contains(judgeOwn.Of(a), string(s.Organisation.ID)) {
			out = append(out, tally{s, of[s.ID]})
		}
	}
	slices.SortFunc(out, func(a, b tally) int {
		return cmp.Or(cmp.Compare(len(b.checks), len(a.checks)), cmp.Compare(a.service.Name, b.service.Name), cmp.Compare(a.service.ID, b.service.ID))
	})
	return out, nil
}

func (q enquiries) sayAll(ctx context.Context, _ talk.Scene, a talk.Answers) (locales.Text, error) {
	list, err := q.tallies(ctx, a)
	if err != nil {
		return locales.Text{}, err
	}
	if len(list) == 0 {
		return locales.EnquiryAllNone(), nil
	}
	return locales.EnquiryAll(), nil
}

func (q enquiries) allChoices(ctx context.Context, _ talk.Scene, a talk.Answers) ([]talk.Choice, error) {
	list, err := q.tallies(ctx, a)
	var out []talk.Choice
	for _, t := range list {
		out = append(out, talk.Choice{
			ID: t.service.ID.Short(), Label: locales.Join(" · ", card.Name(t.service).Text(), locales.Raw(strconv.Itoa(len(t.checks)))),
		})
	}
	return out, err
}

func beginEvidence(arg string, _ talk.Scene) talk.Answers {
	a := talk.Answers{}
	if id, err := directory.ParseShort(arg); err == nil {
		setCheck(a, func(c *sessionlog.Check) { c.Service = id })
	}
	return a
}

// evidence shows how one service received enquiries: exact numbers, and never who
// made one or for whom.
func (q enquiries) evidence() talk.Flow {
	return talk.Flow{Name: "service_checks", Steps: []talk.Step{
		talk.One{
			Name: "numbers", Ask: q.sayEvidence, Into: judgedTap, Page: checksShown,
			Options: func(ctx context.Context, _ talk.Scene, a talk.Answers) ([]talk.Choice, error) {
				checks, err := q.desk.Checks(ctx, enquiryCheck.Of(a).Service)
				var out []talk.Choice
				for _, c := range checks {
					out = append(out, talk.Choice{ID: c.ID, Label: checkLabel(c)})
				}
				return out, err
			},
			Chosen: func(_ context.Context, id string, _ talk.Answers) error {
				return &talk.Open{Command: "check_reply", Arg: id}
			},
		}.Step(),
	}}
}

// checkLabel is one enquiry on a button: its month, the language, the answer.
func checkLabel(c sessionlog.Check) locales.Text {
	reply := locales.EnquiryPartNoReply()
	if c.Reply != "" {
		reply = replyWords(c.Reply)
	}
	return locales.Join(" · ", checkMonth(c.Day), locales.SpokenName(string(c.Language)).Capital(), reply)
}

func (q enquiries) sayEvidence(ctx context.Context, _ talk.Scene, a talk.Answers) (locales.Text, error) {
	s, err := q.service(ctx, enquiryCheck.Of(a).Service)
	if err != nil || s == nil {
		return locales.EnquiryGone(), err
	}
	checks, err := q.desk.Checks(ctx, s.ID)
	if err != nil {
		return locales.Text{}, fmt.Errorf("reading how a service receives enquiries: %w", err)
	}
	parts := []locales.Text{locales.EnquiryEvidence(), locales.EnquiryPartCount(card.Name(s), strconv.Itoa(len(checks)))}
	if len(checks) > 0 {
		parts = append(parts,
			counted(locales.EnquiryPartHeadInterpreter(), checks, sessionlog.Interpreters, interpreterWords, func(c sessionlog.Check) sessionlog.Interpreter { return c.Interpreter }),
			counted(locales.EnquiryPartHeadOutcome(), checks, sessionlog.Reacheds, reachedWords, func(c sessionlog.Check) sessionlog.Reached { return c.Reached }),
			counted(locales.EnquiryPartHeadWait(), waited(checks), sessionlog.Waits, waitWords, func(c sessionlog.Check) sessionlog.Wait { return c.Wait }),
			counted(locales.EnquiryPartHeadReply(), checks, append(slices.Clone(sessionlog.Replies), ""), repliedWords, func(c sessionlog.Check) sessionlog.Reply { return c.Reply }),
			locales.EnquiryPartTap())
	}
	return locales.Paragraphs(parts...), nil
}

// waited are the enquiries after which there was something to wait for.
func waited(checks []sessionlog.Check) []sessionlog.Check {
	return slices.DeleteFunc(slices.Clone(checks), func(c sessionlog.Check) bool {
		return c.Reached != sessionlog.GotHelp && c.Reached != sessionlog.OnList
	})
}

func repliedWords(r sessionlog.Reply) locales.Text {
	if r == "" {
		return locales.EnquiryPartNoReply()
	}
	return replyWords(r)
}

// counted is how often each answer was given, a line and a bar each; what nobody
// said is left out, and the whole when nobody said anything.
func counted[T comparable](head locales.Text, checks []sessionlog.Check, all []T, words func(T) locales.Text, of func(sessionlog.Check) T) locales.Text {
	lines := []locales.Text{head}
	for _, v := range all {
		n := 0
		for _, c := range checks {
			if of(c) == v {
				n++
			}
		}
		if n > 0 {
			lines = append(lines, locales.EnquiryPartLine(words(v), strconv.Itoa(n)), bar(n, len(checks)))
		}
	}
	if len(lines) == 1 {
		return locales.Text{}
	}
	return locales.Lines(lines...)
}
