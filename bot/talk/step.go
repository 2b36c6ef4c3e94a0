package talk

import (
	"context"
	"errors"
	"fmt"
	"unicode/utf8"

	"signpost/bot/counts"
	"signpost/bot/listen"
	"signpost/locales"
)

// Limits of the engine.
const (
	maxSteps   = 100   // steps in one turn: a loop is a fault of a flow
	maxTrail   = 20    // how far Back goes
	maxCounted = 200   // cells remembered in a conversation
	maxTyped   = 1_000 // runes of a typed answer that are read
)

// ErrLoop means that a flow went round without waiting.
var ErrLoop = errors.New("talk: a flow took 100 steps without waiting")

// Stay is what a Take returns to show the same question again, with the
// answers as they are now: a ticked box, another page. Its buttons stay good,
// so two quick taps on two boxes both count.
var Stay = errors.New("talk: stay")

// Open is what a Take or a Run returns to go on at another entrance.
type Open struct{ Command, Arg string }

// Error implements error.
func (o *Open) Error() string { return "talk: go on at /" + o.Command }

// Step takes one event through the flows and says what it led to. It returns an
// error only when the house is broken (a read failed); the conversation given
// is then still the one that holds.
func (b Book) Step(ctx context.Context, sc Scene, c Conversation, e Event) (Turn, error) {
	if m, ok := b.Hear(sc, e); ok {
		g := &going{turn: Turn{Conversation: c.clone(), Say: []Message{m}}}
		if m.Card != "" {
			g.turn.Count = []counts.Entry{{Kind: counts.UrgentShown}}
		}
		g.countOnce()
		return g.turn, nil
	}
	g := &going{Book: b, ctx: ctx, sc: sc, turn: Turn{Conversation: c.clone()}, fresh: true}
	if err := g.take(e); err != nil {
		return Turn{}, err
	}
	g.countOnce()
	return g.turn, nil
}

// waits reports whether the open step waits for the change of a key.
func (g *going) waits(key string) bool {
	entrance, i, ok := g.here()
	if !ok || key == "" || key != g.conv().Awaits {
		return false
	}
	ask, ok := entrance.Flow.Steps[i].(Ask)
	return ok && ask.awaits
}

// clone copies what a turn may change, so that a failed turn leaves no trace.
func (c Conversation) clone() Conversation {
	c.Answers = c.Answers.Clone()
	c.Trail = append([]Mark(nil), c.Trail...)
	c.Below = append([]Frame(nil), c.Below...)
	c.Counted = append([]string(nil), c.Counted...)
	return c
}

// going is one turn on its way.
type going struct {
	Book
	ctx   context.Context
	sc    Scene
	turn  Turn
	warm  locales.Text // what was heard gently, above all else of the next screen
	above locales.Text // a sentence for the top of the next screen
	come  bool         // the next screen is one the conversation has just come to
	fresh bool         // the next screen is a new message, not an edit of the tapped one
	steps int

	from     string // the flow and question that was answered
	discreet bool   // which button was pressed is not to be remembered
}

func (g *going) conv() *Conversation { return &g.turn.Conversation }

// take sorts the event.
func (g *going) take(e Event) error {
	switch e := e.(type) {
	case Command:
		return g.command(e)
	case Chose:
		return g.chose(e)
	case Said:
		return g.said(e)
	case Sent:
		return g.sent(e)
	case Shared:
		return g.answer(e)
	case Done:
		if !g.waits(e.Key) {
			return nil // the person has gone on to something else: the change was made or not without them
		}
		g.fresh = g.conv().Kept
		return g.answer(e)
	case Resumed:
		return g.showOrHome()
	}
	panic(fmt.Sprintf("talk: an event of kind %T", e))
}

// sent takes a voice note where the open question asks for one. Nobody hears what
// is said in it, so everywhere else the answer is whom to ring.
func (g *going) sent(e Sent) error {
	if entrance, i, ok := g.here(); ok && e.File != "" {
		if ask, ok := entrance.Flow.Steps[i].(Ask); ok && ask.Voice {
			return g.answer(e)
		}
	}
	g.above = locales.TalkTextOnly()
	return g.showOrHome()
}

func (g *going) command(e Command) error {
	switch e.Name {
	case goOnCommand:
		return g.showOrHome()
	case cancelCommand:
		g.above = locales.TalkCancelled()
		return g.open(g.Home, "")
	}
	if _, ok := g.entrances[e.Name]; !ok {
		g.above = locales.TalkNotUnderstood()
		return g.showOrHome()
	}
	return g.open(e.Name, e.Arg)
}

// said takes a typed answer. Zero-width and direction marks are not part of it.
func (g *going) said(e Said) error {
	g.heard(e.Heard)
	if utf8.RuneCountInString(e.Text) > maxTyped {
		g.above = locales.TalkTooLong()
		return g.showOrHome()
	}
	e.Text = Clean(e.Text)
	if e.Text == "" {
		g.above = locales.TalkNotUnderstood()
		return g.showOrHome()
	}
	return g.answer(e)
}

// heard puts the gentle line above the answer of the turn, which comes whole.
func (g *going) heard(h listen.Heard) {
	if h.Level == listen.Gentle && !g.sc.Gentle {
		g.warm = locales.UrgentGentle()
		if locales.IsDraft(g.sc.Language) { // nobody has checked what it says about the number
			g.warm = locales.Lines(g.warm, locales.In(locales.Source, locales.UrgentGentle()))
		}
		g.turn.Gentle = true
	}
	if h.WhoKnows {
		g.warm = locales.Lines(g.warm, locales.UrgentGentlePrivate())
	}
}

// chose takes a pressed option. An old button never answers a new question; the
// same press twice is one.
func (g *going) chose(e Chose) error {
	c := g.conv()
	current := e.Conversation == c.ID && e.Turn == c.Turn && c.Flow != ""
	if current {
		g.fresh = c.Kept
	}
	if name, arg, ok := enterOption(e.Option); ok && name != backName {
		return g.command(Command{Name: name, Arg: arg})
	}
	screen := fmt.Sprintf("%s.%d.", e.Conversation, e.Turn)
	press := screen + e.Option
	switch {
	case press == c.Last, screen == c.Last:
		return nil
	case !current:
		g.above = locales.TalkOldButton()
		return g.showOrHome()
	}
	if name, _, ok := enterOption(e.Option); ok && name == backName {
		c.Last = press
		return g.back()
	}
	before := c.Turn
	if err := g.answer(e); err != nil {
		return err
	}
	if g.conv().Turn != before {
		g.conv().Last = press
		if g.discreet {
			g.conv().Last = screen
		}
	}
	return nil
}

// answer gives an event to the question that is open.
func (g *going) answer(e Event) error {
	c := g.conv()
	if c.Flow == "" {
		if err := g.enter(g.Home, ""); err != nil {
			return err
		}
	}
	entrance, i, ok := g.here()
	if !ok {
		return g.stepGone()
	}
	if !g.allowed(g.sc.Person, entrance, c.Group) {
		return g.refuse()
	}
	ask, ok := entrance.Flow.Steps[i].(Ask)
	if !ok {
		return g.stepGone()
	}
	g.from, g.discreet = c.Flow+"."+c.Step, ask.Discreet
	before := c.Answers.Clone()
	if c.Answers == nil {
		c.Answers = Answers{}
	}
	var retry *Retry
	var open *Open
	switch err := ask.Take(g.ctx, e, c.Answers); {
	case err == nil:
		c.Tries = 0
		if !ask.awaits { // nobody goes back to waiting for what has come
			c.Trail = append(c.Trail, Mark{Step: ask.Name, Answers: before})
		}
		if len(c.Trail) > maxTrail {
			c.Trail = c.Trail[len(c.Trail)-maxTrail:]
		}
		return g.goOn(entrance.Flow, i)
	case errors.Is(err, Stay):
		c.Tries = 0
		return g.show()
	case errors.As(err, &open):
		c.Answers = before
		return g.open(open.Command, open.Arg)
	case errors.As(err, &retry):
		c.Answers = before
		c.Tries++
		g.above = retry.Text
		if c.Tries >= 2 {
			g.above = locales.Paragraphs(retry.Text, locales.TalkListAndRing())
		}
		return g.show()
	default:
		return fmt.Errorf("taking the answer to %s.%s: %w", entrance.Flow.Name, ask.Name, err)
	}
}

// countOnce drops what this conversation has counted before: an entry is one
// cell, once a conversation.
func (g *going) countOnce() {
	c := g.conv()
	seen := make(map[string]bool, len(c.Counted))
	for _, k := range c.Counted {
		seen[k] = true
	}
	var kept []counts.Entry
	for _, e := range g.turn.Count {
		if k := e.Cell(); !seen[k] && len(c.Counted) < maxCounted {
			seen[k] = true
			c.Counted = append(c.Counted, k)
			kept = append(kept, e)
		}
	}
	g.turn.Count = kept
}
