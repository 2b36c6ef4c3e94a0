package talk

import (
	"errors"
	"fmt"
	"slices"

	"signpost/bot/people"
	"signpost/locales"
)

// backName is the option that goes one question back.
const backName = "back"

// here finds the step at which the conversation stands.
func (g *going) here() (Entrance, int, bool) {
	c := g.conv()
	entrance, ok := g.flows[c.Flow]
	if !ok {
		return Entrance{}, 0, false
	}
	i, ok := entrance.Flow.find(c.Step)
	return entrance, i, ok
}

// open goes through an entrance and on to its first question.
func (g *going) open(command, arg string) error {
	if err := g.enter(command, arg); err != nil {
		return err
	}
	entrance := g.flows[g.conv().Flow]
	return g.walk(entrance.Flow, 0)
}

// enter puts the conversation at the first step behind an entrance. Who may not
// enter is told so, politely, and stays where they are.
func (g *going) enter(command, arg string) error {
	entrance, ok := g.entrances[command]
	if !ok {
		return fmt.Errorf("talk: no entrance /%s", command)
	}
	group, err := groupOf(g.ctx, entrance, arg)
	if err != nil {
		return err
	}
	if !g.allowed(g.sc.Person, entrance, group) {
		g.above = locales.TalkNotAllowed()
		if command == g.Home {
			return fmt.Errorf("talk: nobody may go home")
		}
		return g.enter(g.Home, "")
	}
	c := g.conv()
	if entrance.Over {
		g.layOver(entrance.Flow.Name)
	} else {
		c.Below = nil
	}
	c.Flow, c.Step, c.Group, c.Tries, c.Trail = entrance.Flow.Name, stepName(entrance.Flow.Steps[0]), group, 0, nil
	c.Answers = Answers{}
	if entrance.Begin != nil {
		if a := entrance.Begin(arg, g.sc); a != nil {
			c.Answers = a
		}
	}
	return nil
}

// layOver keeps what is open below the flow that comes, but never one flow
// over itself.
func (g *going) layOver(flow string) {
	c := g.conv()
	if c.Flow == flow || c.Flow == "" {
		return
	}
	for i, f := range c.Below {
		if f.Flow == flow {
			c.Below = c.Below[:i]
			return
		}
	}
	c.Below = append(c.Below, Frame{Flow: c.Flow, Step: c.Step, Group: c.Group, Answers: c.Answers, Trail: c.Trail})
}

// goOn leaves the step at i by its branch.
func (g *going) goOn(f Flow, i int) error {
	next := branchOf(f.Steps[i])
	if next == nil {
		return g.walk(f, i+1)
	}
	to := next.Pick(g.conv().Answers)
	if to == End {
		return g.finish()
	}
	at, ok := f.find(to)
	if !ok {
		return fmt.Errorf("talk: %s.%s leads to %q, which does not exist", f.Name, stepName(f.Steps[i]), to)
	}
	return g.walk(f, at)
}

// walk goes from the step at i to the next question and shows it.
func (g *going) walk(f Flow, i int) error {
	if g.steps++; g.steps > maxSteps {
		return ErrLoop
	}
	if i >= len(f.Steps) {
		return g.finish()
	}
	c := g.conv()
	switch s := f.Steps[i].(type) {
	case Ask:
		c.Step = s.Name
		if from := c.Flow + "." + s.Name; !s.Steady || g.from != from {
			c.Turn++
		}
		g.come = true
		if g.turn.Apply != nil {
			if !s.awaits {
				return fmt.Errorf("talk: %s.%s does not wait for the change that was asked for", f.Name, s.Name)
			}
			c.Awaits = changeKey(c)
			g.turn.Apply.Key = c.Awaits
			return nil // what became of it is said when it is known
		}
		return g.show()
	case Run:
		c.Step = s.Name
		if c.Answers == nil {
			c.Answers = Answers{}
		}
		effects, said := len(g.turn.Do), len(g.turn.Say)
		group := c.Group
		err := s.Do(g.ctx, g.sc, c.Answers, &g.turn)
		var open *Open
		if errors.As(err, &open) {
			c.Flow, c.Step = "", "" // a step that says nothing is no place to come back to
			return g.open(open.Command, open.Arg)
		}
		if err != nil {
			return fmt.Errorf("running %s.%s: %w", f.Name, s.Name, err)
		}
		if len(g.turn.Do) > effects || g.turn.Apply != nil {
			c.Trail = nil // Back never undoes an effect
			if e := g.flows[f.Name]; !slices.Contains(e.For, people.Member) {
				g.turn.Guard = &Guard{Roles: e.For, Group: group}
			}
		}
		if c.Language != "" {
			g.sc.Language = c.Language
		}
		g.fresh = g.fresh || len(g.turn.Say) > said // what follows stands below it
		return g.goOn(f, i)
	}
	panic(fmt.Sprintf("talk: a step of kind %T", f.Steps[i]))
}

// finish ends the flow: what waits below goes on, else everything begins anew.
func (g *going) finish() error {
	c := g.conv()
	if n := len(c.Below); n > 0 {
		f := c.Below[n-1]
		c.Below = c.Below[:n-1]
		c.Flow, c.Step, c.Group, c.Answers, c.Trail, c.Tries = f.Flow, f.Step, f.Group, f.Answers, f.Trail, 0
		c.Turn++
		return g.showOrHome()
	}
	if g.steps++; g.steps > maxSteps {
		return ErrLoop
	}
	return g.open(g.Home, "")
}

// back shows the question before this one, with the answers as they were then.
func (g *going) back() error {
	c := g.conv()
	n := len(c.Trail)
	if n == 0 {
		return g.finish()
	}
	m := c.Trail[n-1]
	c.Trail = c.Trail[:n-1]
	c.Step, c.Answers, c.Tries = m.Step, m.Answers, 0
	c.Turn++
	return g.showOrHome()
}

// stepGone begins again where a new release no longer has the step.
func (g *going) stepGone() error {
	g.above = note(g.above, locales.TalkStepGone())
	g.conv().Below = nil
	return g.open(g.Home, "")
}

// refuse ends a flow whose wearer lost the hat for it.
func (g *going) refuse() error {
	g.above = locales.TalkAccessEnded()
	g.conv().Below = nil
	return g.open(g.Home, "")
}
