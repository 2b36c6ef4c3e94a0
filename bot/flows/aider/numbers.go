package aider

import (
	"context"
	"strconv"

	"signpost/bot/sessionlog"
	"signpost/bot/talk"
	"signpost/locales"
)

// answered is the choice of a question whose answer goes into the log at once.
var answered = talk.Answer[string]("choice")

// askHeld asks what became of a session.
func askHeld() talk.Ask {
	return askBecame("held", locales.LogAskHeld, sessionlog.Helds)
}

// askWhyNot asks why a session did not run.
func askWhyNot() talk.Ask {
	return askBecame("why", locales.LogAskWhyNot, []sessionlog.Held{sessionlog.AiderAway, sessionlog.VenueClosed, sessionlog.OtherReason})
}

func askBecame(name string, ask func() locales.Text, helds []sessionlog.Held) talk.Ask {
	return talk.One{
		Name: name, Ask: keptSoFar(ask), Into: answered, Next: talk.Goto("keep"),
		Options: func(_ context.Context, _ talk.Scene, a talk.Answers) ([]talk.Choice, error) {
			var out []talk.Choice
			for _, h := range helds {
				out = append(out, talk.Choice{ID: string(h), Label: heldLabel(h, current.Of(a).Phone)})
			}
			return out, nil
		},
		Chosen: func(_ context.Context, id string, a talk.Answers) error {
			answered.Clear(a)
			log := current.Of(a)
			log.Held = sessionlog.Held(id)
			return keeping(a, log)
		},
	}.Step()
}

func heldLabel(h sessionlog.Held, phone bool) locales.Text {
	switch h {
	case sessionlog.Ran:
		return locales.LogButtonRan()
	case sessionlog.Nobody:
		if phone {
			return locales.LogButtonNobodyRang()
		}
		return locales.LogButtonNobody()
	case sessionlog.AiderAway:
		return locales.LogButtonAway()
	case sessionlog.VenueClosed:
		return locales.LogButtonVenueClosed()
	}
	return locales.LogButtonOtherReason()
}

// numbers are the questions after a number.
func (l logbook) numbers() []talk.Step {
	return []talk.Step{
		askNumber("visits", locales.LogAskVisits, func(log *sessionlog.Log, n int) bool {
			setVisits(log, n)
			return true
		}),
		askNumber("answered", locales.LogAskAnswered, func(log *sessionlog.Log, n int) bool {
			log.Answered = sessionlog.Exactly(n)
			fitFirst(log)
			return true
		}),
		askNumber("missed", locales.LogAskMissed, func(log *sessionlog.Log, n int) bool {
			log.Missed = sessionlog.Exactly(n)
			return true
		}),
		askNumber("first", locales.LogAskFirst, func(log *sessionlog.Log, n int) bool {
			log.FirstTimes = sessionlog.Exactly(n)
			return n <= most(log)
		}),
	}
}

// setVisits notes the visits of a session that ran; none means that nobody came.
func setVisits(log *sessionlog.Log, n int) {
	log.Held, log.Visits = sessionlog.Ran, sessionlog.Exactly(n)
	if n == 0 {
		log.Held, log.Visits = sessionlog.Nobody, sessionlog.Band{}
	}
	fitFirst(log)
}

// most is how many first visits there can be.
func most(log *sessionlog.Log) int {
	all := log.Visits
	if log.Phone {
		all = log.Answered
	}
	if !all.Said() {
		return sessionlog.Most
	}
	return all.Max
}

// fitFirst drops the first visits when there are fewer visits now.
func fitFirst(log *sessionlog.Log) {
	if log.FirstTimes.Min > most(log) {
		log.FirstTimes = sessionlog.Band{}
	}
}

// keptSoFar is a question that says whether what was said before it is kept.
func keptSoFar(ask func() locales.Text) talk.Words {
	return func(_ context.Context, _ talk.Scene, a talk.Answers) (locales.Text, error) {
		if kept.Of(a) {
			return locales.Paragraphs(ask(), locales.LogPartKeptSoFar()), nil
		}
		return ask(), nil
	}
}

// numbersInRow are how many numbers stand beside each other.
const numbersInRow = 5

// askNumber asks after a number: 0 to 9 and bands as buttons, or typed. Set notes it,
// and is false when there can't be as many.
func askNumber(name string, ask func() locales.Text, set func(*sessionlog.Log, int) bool) talk.Ask {
	take := func(a talk.Answers, n int) error {
		log := current.Of(a)
		if !set(&log, n) {
			return &talk.Retry{Text: locales.LogFirstMore()}
		}
		err := keeping(a, log)
		if name == "first" && walking.Of(a) {
			afterKeep.Set(a, following(name))
		}
		return err
	}
	one := talk.One{
		Name: name, Ask: keptSoFar(ask), Into: answered, PerRow: numbersInRow, Next: to("keep", "save", "languages"),
		Options: func(_ context.Context, _ talk.Scene, a talk.Answers) ([]talk.Choice, error) {
			log, top := current.Of(a), sessionlog.Most
			if name == "first" {
				top = most(&log)
			}
			return numberChoices(top), nil
		},
		Chosen: func(_ context.Context, id string, a talk.Answers) error {
			answered.Clear(a)
			n, err := strconv.Atoi(id)
			if err != nil {
				return &talk.Retry{Text: locales.LogNumberUnknown()}
			}
			return take(a, n)
		},
		Typed: func(_ context.Context, said talk.Said, a talk.Answers) error {
			n, err := readNumber(said.Text)
			if err != nil {
				return err
			}
			return take(a, n)
		},
	}.Step()
	if name == "first" {
		return saves(skips(one))
	}
	return saves(one)
}

// numberChoices are the numbers and bands up to a number, each by the least of it.
func numberChoices(top int) []talk.Choice {
	var out []talk.Choice
	for n := range min(top, 9) + 1 {
		out = append(out, talk.Choice{ID: strconv.Itoa(n), Label: locales.Raw(strconv.Itoa(n))})
	}
	for _, b := range sessionlog.Bands() {
		if b.Min <= top {
			out = append(out, talk.Choice{ID: strconv.Itoa(b.Min), Label: locales.Raw(figure(b))})
		}
	}
	return out
}

// readNumber reads the one number of what was typed, in the digits of any script.
func readNumber(text string) (int, error) {
	n, digits, ended := 0, 0, false
	for _, r := range text {
		d, ok := digit(r)
		switch {
		case ok && (ended || digits == 3):
			return 0, &talk.Retry{Text: locales.LogNumberUnknown()}
		case ok:
			n, digits = 10*n+d, digits+1
		case digits > 0:
			ended = true
		}
	}
	if digits == 0 || !sessionlog.Exactly(n).Said() {
		return 0, &talk.Retry{Text: locales.LogNumberUnknown()}
	}
	return n, nil
}

// zeros are the noughts of the scripts that our languages are written in; the other
// digits follow them.
var zeros = []rune{'0', '٠', '۰', '०', '০', '੦', '０'}

// digit is the worth of a digit.
func digit(r rune) (int, bool) {
	for _, zero := range zeros {
		if zero <= r && r <= zero+9 {
			return int(r - zero), true
		}
	}
	return 0, false
}
