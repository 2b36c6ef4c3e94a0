package aider

import (
	"context"
	"fmt"
	"slices"

	"signpost/bot/card"
	"signpost/bot/people"
	"signpost/bot/sessionlog"
	"signpost/bot/talk"
	"signpost/bot/upkeep"
	"signpost/directory"
	"signpost/locales"
)

var (
	enquiryOwn    = talk.Answer[[]string]("own") // the groups of whoever enquired
	enquiryLikely = talk.Answer[[]string]("likely")
	enquiryFound  = talk.Answer[[]string]("found") // by a word of the name; the word is not kept
	enquiryToday  = talk.Answer[directory.Date]("today")
	enquiryTap    = talk.Answer[string]("tap")
	enquiryCheck  = talk.Answer[sessionlog.Check]("check")
	enquiryTold   = talk.Answer[bool]("told")  // the service's own group hears of it
	enquiryState  = talk.Answer[string]("end") // what became of taking it back
)

// enquire asks how a service received a real enquiry, and keeps it.
func (q enquiries) enquire() talk.Flow {
	return talk.Flow{Name: "access_check", Steps: []talk.Step{
		talk.Run{Name: "begin", Do: q.begin},
		q.askService(),
		q.askDay(),
		askSpoken(),
		askOf("interpreter", locales.EnquiryAskInterpreter, sessionlog.Interpreters, interpreterWords, func(c *sessionlog.Check, i sessionlog.Interpreter) { c.Interpreter = i }),
		askOf("reached", locales.EnquiryAskReached, sessionlog.Reacheds, reachedWords, func(c *sessionlog.Check, r sessionlog.Reached) {
			c.Reached, c.Wait = r, sessionlog.WaitNotSaid
		}, afterReached),
		askOf("wait", locales.EnquiryAskWait, sessionlog.Waits, waitWords, func(c *sessionlog.Check, w sessionlog.Wait) { c.Wait = w }),
		talk.One{
			Name: "sure", Ask: q.saySummary, Into: enquiryTap,
			Options: talk.Always(talk.Choice{ID: "save", Label: locales.EnquiryButtonSave()}, talk.Choice{ID: "begin", Label: locales.EnquiryButtonAgain()}),
			Next:    &talk.Branch{To: []string{"save", "begin"}, Pick: func(a talk.Answers) string { return enquiryTap.Of(a) }},
		}.Step(),
		talk.Run{Name: "save", Do: q.save},
		talk.One{
			Name: "saved", Ask: saySaved, Into: enquiryTap, Next: talk.Goto("back"),
			Options: talk.Always(talk.Choice{ID: "back", Label: locales.EnquiryButtonBack()}),
		}.Step(),
		talk.Run{Name: "back", Do: q.takeBack},
		talk.Ask{Name: "done", Show: showBack, Take: worriedButtons, Next: talk.Goto(talk.End)},
	}}
}

// begin looks which services are likely. What was answered before is forgotten.
func (q enquiries) begin(ctx context.Context, sc talk.Scene, a talk.Answers, _ *talk.Turn) error {
	own := sc.Person.Groups(people.Roles...)
	likely, err := q.likely(ctx, sc, own)
	if err != nil {
		return err
	}
	enquiryOwn.Set(a, own)
	enquiryLikely.Set(a, likely)
	enquiryFound.Clear(a)
	enquiryToday.Set(a, directory.DateOf(sc.Now))
	enquiryCheck.Set(a, sessionlog.Check{})
	return nil
}

// askService asks which service it was.
func (q enquiries) askService() talk.Step {
	return talk.One{
		Name: "service", Ask: talk.Say(locales.EnquiryAskService), Into: enquiryTap, Page: enquiryOffered,
		Options: func(ctx context.Context, _ talk.Scene, a talk.Answers) ([]talk.Choice, error) {
			shorts := enquiryFound.Of(a)
			if len(shorts) == 0 {
				shorts = enquiryLikely.Of(a)
			}
			return q.named(ctx, shorts)
		},
		Typed: func(ctx context.Context, said talk.Said, a talk.Answers) error {
			found, err := q.dir.Search(ctx, said.Text, enquiryFinds)
			if err != nil {
				return err
			}
			var shorts []string
			for _, s := range found {
				if q.asked(s, enquiryOwn.Of(a)) {
					shorts = append(shorts, s.ID.Short())
				}
			}
			if len(shorts) == 0 {
				return &talk.Retry{Text: locales.EnquiryNone()}
			}
			enquiryFound.Set(a, shorts)
			return talk.Stay
		},
		Chosen: func(_ context.Context, id string, a talk.Answers) error {
			service, err := directory.ParseShort(id)
			if err != nil {
				return &talk.Retry{Text: locales.TalkChooseOne()}
			}
			setCheck(a, func(c *sessionlog.Check) { c.Service = service })
			return nil
		},
	}.Step()
}

// named are choices by the short ids of services.
func (q enquiries) named(ctx context.Context, shorts []string) ([]talk.Choice, error) {
	var ids []directory.ID
	for _, short := range shorts {
		if id, err := directory.ParseShort(short); err == nil {
			ids = append(ids, id)
		}
	}
	found, err := q.dir.Services(ctx, ids)
	if err != nil {
		return nil, fmt.Errorf("reading the names of services: %w", err)
	}
	var out []talk.Choice
	for _, s := range found {
		out = append(out, talk.Choice{ID: s.ID.Short(), Label: card.Name(s).Text()})
	}
	return out, nil
}

func setCheck(a talk.Answers, change func(*sessionlog.Check)) {
	c := enquiryCheck.Of(a)
	change(&c)
	enquiryCheck.Set(a, c)
}

// askOf asks for one of a list of fixed answers.
func askOf[T ~string](name string, ask func() locales.Text, all []T, words func(T) locales.Text, set func(*sessionlog.Check, T), next ...*talk.Branch) talk.Step {
	var choices []talk.Choice
	for _, v := range all {
		choices = append(choices, talk.Choice{ID: string(v), Label: words(v)})
	}
	one := talk.One{
		Name: name, Ask: talk.Say(ask), Into: enquiryTap, Options: talk.Always(choices...),
		Chosen: func(_ context.Context, id string, a talk.Answers) error {
			setCheck(a, func(c *sessionlog.Check) { set(c, T(id)) })
			return nil
		},
	}
	if len(next) > 0 {
		one.Next = next[0]
	}
	return one.Step()
}

// afterReached asks for the wait only where there is something to wait for.
var afterReached = &talk.Branch{To: []string{"wait", "sure"}, Pick: func(a talk.Answers) string {
	if r := enquiryCheck.Of(a).Reached; r == sessionlog.GotHelp || r == sessionlog.OnList {
		return "wait"
	}
	return "sure"
}}

// onceAsked are the languages that are offered first; all others stand behind More.
var onceAsked = []directory.Spoken{"pl", "ur", "pa", "yue", "ro", "ar", directory.English}

// askSpoken asks which language was asked for.
func askSpoken() talk.Step {
	var choices []talk.Choice
	add := func(l directory.Spoken) {
		if name := locales.SpokenName(string(l)); !name.IsZero() {
			choices = append(choices, talk.Choice{ID: string(l), Label: name.Capital()})
		}
	}
	for _, l := range onceAsked {
		add(l)
	}
	for _, l := range directory.Languages() {
		if !slices.Contains(onceAsked, l.Tag) {
			add(l.Tag)
		}
	}
	return talk.One{
		Name: "language", Ask: talk.Say(locales.EnquiryAskLanguage), Into: enquiryTap, Options: talk.Always(choices...), PerRow: 2, Page: 10,
		Chosen: func(_ context.Context, id string, a talk.Answers) error {
			setCheck(a, func(c *sessionlog.Check) {
				c.Language = directory.Spoken(id)
				if c.Language == directory.English {
					c.Interpreter = sessionlog.NotNeeded
				}
			})
			return nil
		},
		Next: &talk.Branch{To: []string{"interpreter", "reached"}, Pick: func(a talk.Answers) string {
			if enquiryCheck.Of(a).Language == directory.English {
				return "reached"
			}
			return "interpreter"
		}},
	}.Step()
}

// saySummary shows what would be kept, which is all of it.
func (q enquiries) saySummary(ctx context.Context, _ talk.Scene, a talk.Answers) (locales.Text, error) {
	c := enquiryCheck.Of(a)
	s, err := q.service(ctx, c.Service)
	if err != nil || s == nil {
		return locales.EnquiryGone(), err
	}
	return locales.Paragraphs(locales.EnquirySummary(), locales.Lines(
		locales.EnquiryPartService(card.Name(s)), locales.EnquiryPartDay(card.Day(c.Day)), checkWords(c))), nil
}

// save keeps it and tells the admins of the group that gives the service, if it has any. The record
// of changes says that it was done, and not at which service: it would say who did.
func (q enquiries) save(ctx context.Context, sc talk.Scene, a talk.Answers, t *talk.Turn) error {
	c := enquiryCheck.Of(a)
	s, err := q.service(ctx, c.Service)
	if err != nil || s == nil {
		return err
	}
	admins, err := q.desk.Admins(ctx)
	if err != nil {
		return fmt.Errorf("looking who can answer: %w", err)
	}
	told := admins[string(s.Organisation.ID)] > 0
	c.ID = q.id()
	enquiryCheck.Set(a, c)
	enquiryTold.Set(a, told)
	t.Do = append(t.Do, sessionlog.Enquired{Check: c}, upkeep.Record{Entry: upkeep.Entry{
		Day: directory.DateOf(sc.Now), Role: enquirerRole(sc.Person), What: "enquired",
	}})
	if told {
		t.Tell = append(t.Tell, talk.Tell{
			To: people.Hat{Role: people.GroupAdmin, Group: string(s.Organisation.ID)}, Body: locales.EnquiryNotice(card.Name(s)),
			Rows: talk.Column(talk.Standing("check_reply", c.ID, locales.EnquiryButtonRead())),
		})
	}
	return nil
}

// enquirerRole is the hat by which somebody enquired.
func enquirerRole(p people.Person) people.Role {
	for _, r := range enquirers {
		if p.May([]people.Role{r}, "") {
			return r
		}
	}
	return ""
}

func saySaved(_ context.Context, _ talk.Scene, a talk.Answers) (locales.Text, error) {
	if enquiryTold.Of(a) {
		return locales.Lines(locales.EnquirySaved(), locales.EnquiryPartOwner()), nil
	}
	return locales.EnquirySaved(), nil
}

// takeBack takes it back, unless the service has answered already.
func (q enquiries) takeBack(ctx context.Context, _ talk.Scene, a talk.Answers, t *talk.Turn) error {
	c, ok, err := q.desk.Check(ctx, enquiryCheck.Of(a).ID)
	switch {
	case err != nil:
		return err
	case !ok:
		enquiryState.Set(a, "gone")
	case c.Reply != "":
		enquiryState.Set(a, "late")
	default:
		enquiryState.Set(a, "gone")
		t.Do = append(t.Do, sessionlog.Unenquired{Check: c.ID})
	}
	return nil
}

func showBack(_ context.Context, _ talk.Scene, a talk.Answers) (talk.Screen, error) {
	if enquiryState.Of(a) == "late" {
		return talk.Screen{Body: locales.EnquiryTooLate()}, nil
	}
	return talk.Screen{Body: locales.EnquiryTakenBack()}, nil
}
