package aider

import (
	"context"
	"fmt"
	"slices"

	"signpost/bot/people"
	"signpost/bot/sessionlog"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

var (
	seeWord  = talk.Answer[string]("word")
	seeState = talk.Answer[string]("state")
)

// Where a word stands for whoever presses that they have seen it.
const (
	seeNew  = "see"
	seeGone = "gone" // somebody was quicker, or it was long ago
	seeOwn  = "own"
)

// groupOfWord is whose word an argument names. One that went outside a group is no
// business of that group's lead, so it is of a group in which nobody wears a hat.
func (w worried) groupOfWord(ctx context.Context, arg string) (string, error) {
	word, ok, err := w.desk.Word(ctx, arg)
	switch {
	case err != nil || !ok: // one that is gone says so to whoever asks
		return "", err
	case word.To != sessionlog.ToLead || word.Group == "":
		return noWorriedGroup, nil
	}
	return word.Group, nil
}

func beginSee(arg string, _ talk.Scene) talk.Answers {
	a := talk.Answers{}
	seeWord.Set(a, arg)
	return a
}

// see notes that a word was seen. One press is enough.
func (w worried) see() talk.Flow {
	return talk.Flow{Name: "word", Steps: []talk.Step{
		talk.Run{Name: "look", Do: w.lookSeen, Next: &talk.Branch{
			To: []string{seeNew, seeGone, seeOwn}, Pick: func(a talk.Answers) string { return seeState.Of(a) },
		}},
		talk.Run{Name: seeNew, Do: w.saw},
		talk.Ask{Name: "saw", Show: w.showSaw, Take: worriedButtons, Next: talk.Goto(talk.End)},
		talk.Ask{Name: seeGone, Show: worriedSays(locales.WorriedGone), Take: worriedButtons, Next: talk.Goto(talk.End)},
		talk.Ask{Name: seeOwn, Show: worriedSays(locales.WorriedOwn), Take: worriedButtons, Next: talk.Goto(talk.End)},
	}}
}

// worriedSays shows one text.
func worriedSays(t func() locales.Text) func(context.Context, talk.Scene, talk.Answers) (talk.Screen, error) {
	return func(context.Context, talk.Scene, talk.Answers) (talk.Screen, error) {
		return talk.Screen{Body: t()}, nil
	}
}

func (w worried) lookSeen(ctx context.Context, sc talk.Scene, a talk.Answers, _ *talk.Turn) error {
	word, ok, err := w.desk.Word(ctx, seeWord.Of(a))
	if err != nil {
		return fmt.Errorf("looking for a word: %w", err)
	}
	state := seeNew
	switch {
	case !ok || word.Seen:
		state = seeGone
	case word.Sender == sc.Person.ID:
		state = seeOwn
	case seesAs(word, sc.Person) == "":
		state = seeGone
	}
	seeState.Set(a, state)
	return nil
}

// seesAs is the role as which somebody sees a word; "" for somebody whom it is not
// for. The office sees one for a group's lead when the lead has not in time.
func seesAs(word sessionlog.Word, p people.Person) people.Role {
	switch {
	case word.To == sessionlog.ToLead && slices.Contains(p.Hats, people.Hat{Role: people.SafeguardingLead, Group: word.Group}):
		return people.SafeguardingLead
	case (word.To == sessionlog.ToOutside || word.Late) && slices.Contains(p.Hats, people.Hat{Role: people.Coordinator}):
		return people.Coordinator
	}
	return ""
}

// saw notes it and tells whoever sent the word: they are the one who must ring now.
func (w worried) saw(ctx context.Context, sc talk.Scene, a talk.Answers, t *talk.Turn) error {
	word, ok, err := w.desk.Word(ctx, seeWord.Of(a))
	if err != nil || !ok {
		return err
	}
	role, say := seesAs(word, sc.Person), locales.WorriedSeenOffice
	if role == people.SafeguardingLead {
		say = locales.WorriedSeenLead
	}
	t.Do = append(t.Do, sessionlog.SeeWord{Word: word.ID, Role: role})
	t.Tell = append(t.Tell, talk.Tell{
		One: word.Sender, Body: say(locales.TimeOf(sc.Now.In(directory.London))),
		Rows: talk.Column(talk.Standing("worried", "", locales.WorriedButtonSteps())),
	})
	return nil
}

func (w worried) showSaw(ctx context.Context, _ talk.Scene, _ talk.Answers) (talk.Screen, error) {
	ring, err := w.ring(ctx)
	return talk.Screen{Body: locales.Paragraphs(locales.WorriedSaw(), ring)}, err
}
