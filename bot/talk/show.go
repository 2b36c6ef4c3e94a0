package talk

import (
	"fmt"
	"strings"
	"unicode"
)

// showOrHome shows the open question again, or begins when there is none.
func (g *going) showOrHome() error {
	c := g.conv()
	if c.Flow == "" {
		return g.open(g.Home, "")
	}
	entrance, i, ok := g.here()
	if !ok {
		return g.stepGone()
	}
	if !g.allowed(g.sc.Person, entrance, c.Group) {
		return g.refuse()
	}
	if _, ok := entrance.Flow.Steps[i].(Ask); !ok {
		return g.stepGone()
	}
	return g.show()
}

// show says the open question, with its buttons and those that are always there.
func (g *going) show() error {
	entrance, i, ok := g.here()
	if !ok {
		return fmt.Errorf("talk: nothing to show at %s.%s", g.conv().Flow, g.conv().Step)
	}
	ask, ok := entrance.Flow.Steps[i].(Ask)
	if !ok {
		return fmt.Errorf("talk: %s.%s is no question", entrance.Flow.Name, g.conv().Step)
	}
	c := g.conv()
	if c.Answers == nil {
		c.Answers = Answers{}
	}
	sc := g.sc
	if n := len(c.Below); n > 0 {
		sc.Held = c.Below[n-1].Answers
	}
	screen, err := ask.Show(g.ctx, sc, c.Answers)
	if err != nil {
		return fmt.Errorf("showing %s.%s: %w", entrance.Flow.Name, ask.Name, err)
	}
	rows := screen.Rows
	if g.Footer != nil {
		canGoBack := len(c.Trail) > 0 || len(c.Below) > 0
		rows = append(rows[:len(rows):len(rows)], g.Footer(g.sc, c.Flow, canGoBack)...)
	}
	m := Message{
		Body: note(g.warm, note(g.above, screen.Body)), Keep: screen.Keep,
		Fresh: g.fresh || screen.Keep || screen.Voice != nil, Voice: screen.Voice,
	}
	if g.come {
		m.Pin, m.File = screen.Pin, screen.File // shown again, they stand in the chat already
		m.Fresh = m.Fresh || m.File != nil
	}
	for _, row := range rows {
		var keys []Key
		for _, b := range row {
			keys = append(keys, c.key(b))
		}
		if len(keys) > 0 {
			m.Rows = append(m.Rows, keys)
		}
	}
	c.Kept = screen.Keep || screen.Voice != nil || screen.File != nil // words can't take the place of a sound
	g.turn.Say = append(g.turn.Say, m)
	return nil
}

// key gives a button its data.
func (c *Conversation) key(b Button) Key {
	switch {
	case b.URL != "":
		return Key{Label: b.Label, URL: b.URL}
	case b.Command != "":
		return Key{Label: b.Label, Data: StandingData(b.Command, b.Arg)}
	default:
		return Key{Label: b.Label, Data: optionData(c.ID, c.Turn, b.Option)}
	}
}

// Keys gives the rows of a message that belongs to no question their data. All
// its buttons must be standing or links.
func Keys(rows [][]Button) [][]Key {
	out := make([][]Key, 0, len(rows))
	for _, row := range rows {
		var keys []Key
		for _, b := range row {
			keys = append(keys, (&Conversation{}).key(b))
		}
		out = append(out, keys)
	}
	return out
}

// Clean takes out of a typed text what nobody meant to type: zero-width and
// direction marks, control characters, spaces at the ends and double ones.
func Clean(s string) string {
	s = strings.ToValidUTF8(s, "")
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\u200c' || r == '\u200d':
			return r // joiners are part of the spelling in Persian and Indic scripts
		case unicode.Is(unicode.Cf, r):
			return -1
		case unicode.IsControl(r):
			return ' '
		}
		return r
	}, s)
	s = strings.Join(strings.Fields(s), " ")
	return strings.Trim(s, "\u200c\u200d ")
}
