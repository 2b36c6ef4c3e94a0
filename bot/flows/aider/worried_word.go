package aider

import (
	"context"
	"strings"

	"signpost/bot/people"
	"signpost/bot/sessionlog"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

var (
	worriedTo     = talk.Answer[string]("to")
	worriedState  = talk.Answer[string]("state") // whether a word can be sent: see lookWord
	worriedSure   = talk.Answer[string]("sure")
	worriedTold   = talk.Answer[bool]("told")   // the sender can be written to
	worriedOffice = talk.Answer[bool]("office") // the office can be written to
)

// wordSend is the choice that sends a word.
const wordSend = "send"

// Whether a word can be sent.
const (
	wordReady  = "ready"
	wordNobody = "nobody" // nobody it would go to can be written to
	wordWaits  = "waits"  // one has been sent that nobody has seen yet
)

func worriedBegin(arg string, _ talk.Scene) talk.Answers {
	a := talk.Answers{}
	to, _, _ := strings.Cut(arg, ".")
	worriedTo.Set(a, to)
	return a
}

// word shows what would be told, word by word, and sends it.
func (w worried) word() talk.Flow {
	state := &talk.Branch{To: []string{"sure", wordNobody, wordWaits}, Pick: func(a talk.Answers) string {
		if s := worriedState.Of(a); s != wordReady {
			return s
		}
		return "sure"
	}}
	return talk.Flow{Name: "worried_word", Steps: []talk.Step{
		talk.Run{Name: "look", Do: w.lookWord, Next: state},
		talk.One{
			Name: "sure", Ask: w.askWord, Into: worriedSure, PerRow: 2, Typed: worriedTyped, Options: talk.Always(
				talk.Choice{ID: wordSend, Label: locales.WorriedButtonSend()}, talk.Choice{ID: "not", Label: locales.WorriedButtonNot()}),
			Next: &talk.Branch{To: []string{"again", talk.End}, Pick: func(a talk.Answers) string {
				if worriedSure.Of(a) == wordSend {
					return "again"
				}
				return talk.End
			}},
		}.Step(),
		talk.Run{Name: "again", Do: w.lookWord, Next: &talk.Branch{
			To: []string{wordSend, wordNobody, wordWaits}, Pick: func(a talk.Answers) string {
				if s := worriedState.Of(a); s != wordReady {
					return s
				}
				return wordSend
			},
		}},
		talk.Run{Name: wordSend, Do: w.send},
		talk.Ask{Name: "sent", Show: w.showSent, Take: worriedButtons, Next: talk.Goto(talk.End)},
		talk.Ask{Name: wordNobody, Show: w.showNobody, Take: worriedButtons, Next: talk.Goto(talk.End)},
		talk.Ask{Name: wordWaits, Show: w.showWaits, Take: worriedButtons, Next: talk.Goto(talk.End)},
	}}
}

// worriedButtons takes nothing: the screen has standing ways on.
func worriedButtons(ctx context.Context, e talk.Event, a talk.Answers) error {
	if said, ok := e.(talk.Said); ok {
		return worriedTyped(ctx, said, a)
	}
	return &talk.Retry{Text: locales.TalkChooseOne()}
}

// to is the hat of those whom the word of a conversation goes to.
func wordTo(a talk.Answers, group string) people.Hat {
	if worriedTo.Of(a) == worriedLead {
		return people.Hat{Role: people.SafeguardingLead, Group: group}
	}
	return people.Hat{Role: people.Coordinator}
}

// lookWord looks whether a word would reach anybody, and whether one waits already.
func (w worried) lookWord(ctx context.Context, sc talk.Scene, a talk.Answers, t *talk.Turn) error {
	group := t.Conversation.Group
	reached, err := w.reached(ctx, wordTo(a, group), sc.Person.ID)
	if err != nil {
		return err
	}
	office, err := w.reached(ctx, people.Hat{Role: people.Coordinator}, sc.Person.ID)
	if err != nil {
		return err
	}
	told, err := w.canTell(ctx, sc.Person)
	if err != nil {
		return err
	}
	own, err := w.sent(ctx, sc.Person.ID, sc.Now)
	if err != nil {
		return err
	}
	worriedOffice.Set(a, office)
	worriedTold.Set(a, told)
	worriedState.Set(a, wordReady)
	if !reached {
		worriedState.Set(a, wordNobody)
	}
	for _, word := range own {
		if string(word.To) == worriedTo.Of(a) && word.Group == group && !word.Seen && !word.Late {
			worriedState.Set(a, wordWaits)
		}
	}
	return nil
}

// reached reports whether somebody who wears a hat, but for one person, can be
// written to.
func (w worried) reached(ctx context.Context, hat people.Hat, but string) (bool, error) {
	all, err := w.those(ctx, hat, but)
	for _, x := range all {
		if x.Told {
			return true, nil
		}
	}
	return false, err
}

// canTell reports whether somebody can be written to.
func (w worried) canTell(ctx context.Context, p people.Person) (bool, error) {
	for _, hat := range p.Hats {
		all, err := w.those(ctx, hat, "")
		if err != nil {
			return false, err
		}
		for _, x := range all {
			if x.Person == p.ID && x.Told {
				return true, nil
			}
		}
	}
	return false, nil
}

// askWord shows all that would be told, and what follows.
func (w worried) askWord(_ context.Context, _ talk.Scene, a talk.Answers) (locales.Text, error) {
	head, body, guess := locales.WorriedAskOffice(), locales.WorriedWordOffice(), locales.Text{}
	late, then := locales.WorriedPartThenOffice(), locales.WorriedPartYou()
	if worriedTo.Of(a) == worriedLead {
		head, body, guess = locales.WorriedAskLead(), locales.WorriedWordLead(), locales.WorriedPartFew()
		late = locales.WorriedPartThenLead()
	}
	if !worriedOffice.Of(a) {
		late = locales.Text{}
	}
	if !worriedTold.Of(a) {
		then = locales.WorriedPartLook()
	}
	return locales.Paragraphs(head, body, locales.Lines(locales.WorriedPartSender(), guess), locales.Lines(late, then)), nil
}

// send sends the word. Nothing is written into the record of changes: it would say
// who sent it.
func (w worried) send(_ context.Context, sc talk.Scene, a talk.Answers, t *talk.Turn) error {
	group := t.Conversation.Group
	word := sessionlog.Word{ID: w.id(), Group: group, To: sessionlog.To(worriedTo.Of(a)), Sender: sc.Person.ID, At: sc.Now}
	body := locales.WorriedWordOffice()
	if word.To == sessionlog.ToLead {
		body = locales.WorriedWordLead()
	}
	t.Do = append(t.Do, sessionlog.Worry{Word: word}, talk.Due{
		Key: sessionlog.KindWord + "." + word.ID, Kind: sessionlog.KindWord, At: sc.Now.Add(sessionlog.WordLife), Body: []byte(word.ID),
		Free: true, // somebody who closes their browser must not be left alone with it
	})
	t.Tell = append(t.Tell, talk.Tell{
		To: wordTo(a, group), But: sc.Person.ID, Body: body,
		Rows: talk.Column(talk.Standing("word", word.ID, locales.WorriedButtonSeen())),
	})
	return nil
}

func (w worried) showSent(ctx context.Context, sc talk.Scene, a talk.Answers) (talk.Screen, error) {
	then := locales.WorriedPartHear()
	if !worriedTold.Of(a) {
		then = locales.WorriedPartLook()
	}
	return w.ringing(ctx, locales.Lines(locales.WorriedSent(locales.TimeOf(sc.Now.In(directory.London))), then, locales.WorriedPartDontWait()))
}

func (w worried) showNobody(ctx context.Context, _ talk.Scene, a talk.Answers) (talk.Screen, error) {
	if worriedTo.Of(a) != worriedLead {
		return w.ringing(ctx, locales.WorriedNobodyOffice())
	}
	s, err := w.ringing(ctx, locales.WorriedNobodyLead())
	if worriedOffice.Of(a) {
		s.Rows = append(talk.Column(talk.Enter("worried_word", worriedOutside, locales.WorriedButtonOutside())), s.Rows...)
	}
	return s, err
}

func (w worried) showWaits(ctx context.Context, _ talk.Scene, a talk.Answers) (talk.Screen, error) {
	return w.ringing(ctx, locales.Lines(locales.WorriedWaits(), locales.WorriedPartDontWait()))
}

// ringing is a screen with whom to ring below it.
func (w worried) ringing(ctx context.Context, body locales.Text) (talk.Screen, error) {
	ring, err := w.ring(ctx)
	return talk.Screen{Body: locales.Paragraphs(body, ring), Rows: talk.Column(talk.Enter("worried", "", locales.WorriedButtonSteps()))}, err
}
