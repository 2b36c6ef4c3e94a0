package aider

import (
	"context"
	"slices"

	"signpost/bot/talk"
	"signpost/locales"
)

// walk are the questions that nobody has to answer, in the order in which they come
// to somebody who wants to say more.
var walk = []string{"first", "languages", "about", "pointed"}

// following is the question of the walk after one; the hub after the last.
func following(name string) string {
	if i := slices.Index(walk, name); i >= 0 && i+1 < len(walk) {
		return walk[i+1]
	}
	return "hub"
}

// goFrom leads on from a question of the walk: to the next, or to the hub when it was
// asked by itself.
func goFrom(a talk.Answers, name string) {
	onward.Set(a, "hub")
	if walking.Of(a) {
		onward.Set(a, following(name))
	}
}

// saves puts Save under a question, once what is required is there.
func saves(ask talk.Ask) talk.Ask {
	take := ask.Take
	ask.Take = func(ctx context.Context, e talk.Event, a talk.Answers) error {
		if log := current.Of(a); chose(e, "save") && log.Complete() {
			found.Clear(a)
			onward.Set(a, "save")
			return nil
		}
		return take(ctx, e, a)
	}
	return withRows(ask, func(_ talk.Scene, a talk.Answers) [][]talk.Button {
		if log := current.Of(a); !log.Complete() {
			return nil
		}
		return talk.Column(talk.Option("save", locales.LogButtonSave()))
	})
}

// skips puts the way to the next question under one of the walk.
func skips(ask talk.Ask) talk.Ask {
	take := ask.Take
	ask.Take = func(ctx context.Context, e talk.Event, a talk.Answers) error {
		if chose(e, "on") && walking.Of(a) {
			goFrom(a, ask.Name)
			return nil
		}
		return take(ctx, e, a)
	}
	return withRows(ask, func(_ talk.Scene, a talk.Answers) [][]talk.Button {
		if !walking.Of(a) {
			return nil
		}
		return talk.Column(talk.Option("on", locales.LogButtonOn()))
	})
}

// chose reports the press of one option.
func chose(e talk.Event, option string) bool {
	c, ok := e.(talk.Chose)
	return ok && c.Option == option
}
