package access

import (
	"cmp"
	"context"
	"fmt"
	"time"

	"signpost/bot/people"
	"signpost/bot/talk"
	"signpost/locales"
)

var (
	brought = talk.Answer[string]("code")   // what was brought as a code: one, or noCode
	wrong   = talk.Answer[bool]("wrong")    // it could not be used
	offered = talk.Answer[offer]("offer")   // the hat it leads to
	way     = talk.Answer[string]("way")    // which step follows
	agreed  = talk.Answer[bool]("agreed")   // they want to join
	figures = talk.Answer[string]("digits") // what both sides compare
)

// noCode stands for something that is no code at all: it is answered like one
// that can't be used.
const noCode = "-"

// offer is what an invitation leads to.
type offer struct {
	Hat   people.Hat `json:"hat"`
	Label string     `json:"label"`
}

func beginJoin(arg string, _ talk.Scene) talk.Answers {
	a := talk.Answers{}
	if arg != "" {
		brought.Set(a, readCode(arg))
	}
	return a
}

func readCode(typed string) string {
	if code, ok := people.ParseCode(typed); ok {
		return code
	}
	return noCode
}

// join takes a code: an invitation's, or one that adds a door.
func (r *room) join() talk.Flow {
	next := func(to ...string) *talk.Branch { return &talk.Branch{To: to, Pick: way.Of} }
	yes := func(then string) *talk.Branch {
		return &talk.Branch{To: []string{then, talk.End}, Pick: func(a talk.Answers) string {
			if agreed.Of(a) {
				return then
			}
			return talk.End
		}}
	}
	return talk.Flow{Name: "join", Steps: []talk.Step{
		talk.Run{Name: "look", Do: r.look, Next: next("code", "offer", "door")},
		talk.Typed[string]{
			Name: "code", Into: brought, Next: talk.Goto("look"),
			Ask: func(_ context.Context, _ talk.Scene, a talk.Answers) (locales.Text, error) {
				if wrong.Of(a) {
					return locales.JoinWrong(), nil
				}
				return locales.JoinAsk(), nil
			},
			Parse: func(_ context.Context, text string) (string, error) { return readCode(text), nil },
		}.Step(),
		talk.YesNo{Name: "offer", Ask: r.sayOffer, Yes: locales.JoinButtonYes(), No: locales.JoinButtonNo(), Into: agreed, Next: yes("bind")}.Step(),
		talk.Run{Name: "bind", Do: r.bind, Next: next("code", "bound", "in")},
		talk.Ask{Name: "bound", Show: showBound, Take: onlyButtons, Next: talk.Goto(talk.End)},
		talk.Ask{Name: "in", Show: r.showIn, Take: onlyButtons, Next: talk.Goto(talk.End)},
		talk.YesNo{Name: "door", Ask: talk.Say(locales.JoinDoorOffer), Yes: locales.JoinButtonYes(), No: locales.JoinButtonNo(), Into: agreed, Next: yes("enter")}.Step(),
		talk.Run{Name: "enter", Do: r.joinDoor, Next: next("code", "entered")},
		talk.Ask{Name: "entered", Take: onlyButtons, Show: func(context.Context, talk.Scene, talk.Answers) (talk.Screen, error) {
			return talk.Screen{Body: locales.JoinDoorDone()}, nil
		}},
	}}
}

// look finds what a code leads to. Every code that can't be used here is answered
// with the same screen, however it was brought and whatever came before.
func (r *room) look(ctx context.Context, sc talk.Scene, a talk.Answers, t *talk.Turn) error {
	code := brought.Of(a)
	if code == "" {
		way.Set(a, "code")
		return nil
	}
	if r.guesses.barred(sc.Chat, sc.Now) || code == noCode {
		return r.fails(sc, a, t)
	}
	i, ok, err := r.desk.Invitation(ctx, code)
	if err != nil {
		return fmt.Errorf("looking for an invitation: %w", err)
	}
	if ok {
		r.guesses.right(sc.Chat)
		offered.Set(a, offer{i.Hat, i.Label})
		way.Set(a, "offer")
		return nil
	}
	if _, ok, err = r.desk.DoorCode(ctx, code); err != nil {
		return fmt.Errorf("looking for the code of a door: %w", err)
	}
	if !ok || sc.Person.ID != "" { // a chat that leads to somebody stays theirs
		return r.fails(sc, a, t)
	}
	r.guesses.right(sc.Chat)
	way.Set(a, "door")
	return nil
}

// fails answers a code that can't be used.
func (r *room) fails(sc talk.Scene, a talk.Answers, t *talk.Turn) error {
	r.guesses.wrong(sc.Chat, sc.Now)
	for name := range a {
		delete(a, name)
	}
	t.Conversation.Trail = nil
	wrong.Set(a, true)
	way.Set(a, "code")
	return nil
}

func (r *room) sayOffer(ctx context.Context, sc talk.Scene, a talk.Answers) (locales.Text, error) {
	o := offered.Of(a)
	part, err := r.part(ctx, o.Hat)
	if err != nil {
		return locales.Text{}, err
	}
	kept := locales.JoinPartKept(o.Label)
	if o.Label == "" {
		kept = locales.JoinPartKeptNoName()
	}
	var web locales.Text
	if sc.Door == "web" {
		web = locales.JoinPartWeb(int(people.BrowserLife / time.Hour))
	}
	return locales.Paragraphs(
		locales.Lines(locales.JoinOffer(part), may(o.Hat.Role)),
		locales.Lines(kept, locales.JoinPartSeen(), web),
		locales.JoinPartAsk()), nil
}

// bind uses the invitation, if that can still be used: somebody may have been
// quicker since it was offered.
func (r *room) bind(ctx context.Context, sc talk.Scene, a talk.Answers, t *talk.Turn) error {
	code := brought.Of(a)
	i, ok, err := r.desk.Invitation(ctx, code)
	if err != nil {
		return fmt.Errorf("looking for an invitation: %w", err)
	}
	if !ok {
		return r.fails(sc, a, t)
	}
	digits := r.chance.Digits()
	t.Do = append(t.Do, people.Bind{
		Code: code, Person: r.chance.ID(), Digits: digits, Language: cmp.Or(t.Conversation.Language, sc.Language),
	})
	brought.Clear(a)
	if i.By == "" {
		way.Set(a, "in")
		return nil
	}
	figures.Set(a, digits)
	way.Set(a, "bound")
	command, arg := toTeam(i.Hat.Group)
	t.Tell = append(t.Tell, talk.Tell{
		One: i.By, Body: locales.PeopleToldBound(nameOf(i.Label)),
		Rows: talk.Column(talk.Standing(command, arg, locales.PeopleButtonCompare())),
	})
	return nil
}

func showBound(_ context.Context, sc talk.Scene, a talk.Answers) (talk.Screen, error) {
	then := locales.JoinPartTold()
	if sc.Door == "web" {
		then = locales.JoinPartLook()
	}
	return talk.Screen{Body: locales.Paragraphs(
		locales.Lines(locales.JoinBound(), locales.Raw(figures.Of(a))),
		locales.Lines(locales.JoinPartCompare(), then))}, nil
}

func (r *room) showIn(ctx context.Context, _ talk.Scene, a talk.Answers) (talk.Screen, error) {
	part, err := r.part(ctx, offered.Of(a).Hat)
	return talk.Screen{Body: locales.JoinWelcome(part)}, err
}

// joinDoor lets the person who made the code come in by this chat too, and tells
// them at their other doors: a code that somebody else used would else go
// unnoticed.
func (r *room) joinDoor(ctx context.Context, sc talk.Scene, a talk.Answers, t *talk.Turn) error {
	code := brought.Of(a)
	person, ok, err := r.desk.DoorCode(ctx, code)
	if err != nil {
		return fmt.Errorf("looking for the code of a door: %w", err)
	}
	if !ok || sc.Person.ID != "" {
		return r.fails(sc, a, t)
	}
	t.Do = append(t.Do, people.JoinDoor{Code: code})
	t.Tell = append(t.Tell, talk.Tell{
		One: person, Body: locales.DoorsToldJoined(),
		Rows: talk.Column(talk.Standing("doors", "", locales.DoorsButtonList())),
	})
	brought.Clear(a)
	way.Set(a, "entered")
	return nil
}
