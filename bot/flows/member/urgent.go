package member

import (
	"slices"
	"strings"

	"signpost/bot/listen"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// What the buttons of the card ask for, as the argument of /urgent. All of them
// are answered without a file. What follows a dot behind "hurt", "worried" and
// "young" is what was asked for, for "go on"; behind "remove" the door's id of
// the message to remove.
const (
	argHurt    = "hurt"
	argWorried = "worried"
	argYoung   = "young"
	argNumbers = "numbers"
	argRemove  = "remove"
)

// Urgent is the card with the numbers. It needs the scene and what was heard, and
// no file. It never holds a word of what was typed.
func Urgent(sc talk.Scene, c talk.Call) talk.Message {
	what, rest, _ := strings.Cut(c.Arg, ".")
	switch what {
	case argNumbers:
		return moreNumbers(sc)
	case argRemove:
		return removed(sc, rest)
	}
	if sc.Group {
		return groupCard(sc)
	}
	if c.Heard.Level != listen.Danger {
		s := buttonSheet(what)
		m := inTongues(sc, c.Heard, s)
		m.Rows = talk.Keys(buttons(rest, what))
		m.Fresh, m.Card = what == "" || s.name == plainSheet.name, s.name
		return m
	}
	s := heardSheet(c.Heard, strings.HasSuffix(sc.Card, quietCard))
	again := s.name == sc.Card
	if again {
		s = s.short()
	}
	m := inTongues(sc, c.Heard, s)
	wished := c.Heard
	if s.quiet {
		wished.Needs = slices.DeleteFunc(slices.Clone(wished.Needs), telling)
	}
	goOn := askedArg(wished)
	if s.quiet {
		m.Rows = talk.Keys(quietButtons(goOn, sc.Message))
	} else {
		without := ""
		if s.them {
			without = argWorried
		}
		m.Rows = talk.Keys(buttons(goOn, without))
	}
	if l, other := writtenIn(sc, c.Heard); other {
		own := talk.Standing("language", l.Tag, locales.Raw(l.Own))
		m.Rows = append(m.Rows, talk.Keys([][]talk.Button{{own}})...)
	}
	m.Fresh, m.Card, m.Quiet = true, s.name, s.quiet
	return m
}

// inTongues words a sheet in every language it must stand in.
func inTongues(sc talk.Scene, h listen.Heard, s sheet) talk.Message {
	spoken := spokenAt111(sc, h)
	var parts []locales.Text
	draft := false
	tongues := tonguesOf(sc, h)
	for _, tag := range tongues {
		words := s.words(tag, spoken)
		if tag == locales.Source && draft {
			parts = append(parts, locales.In(tongues[0], locales.TalkDraftLanguage()))
		}
		if tag != sc.Language {
			words = locales.In(tag, words)
		}
		parts = append(parts, words)
		draft = draft || locales.IsDraft(tag)
	}
	return talk.Message{Body: locales.Paragraphs(parts...), Keep: true}
}

// groupCard is what a group reads: the numbers for everybody, and nothing that
// tells who wrote what. It has no buttons, since nobody in a group should press
// what is meant for one person.
func groupCard(sc talk.Scene) talk.Message {
	s := plainSheet.short()
	s.intro, s.danger = locales.UrgentIntroGroup, locales.UrgentPartDangerNow
	m := inTongues(sc, listen.Heard{}, s)
	m.Fresh, m.Card = true, "group"
	return m
}

// moreNumbers are the numbers that the quiet card keeps back. In a pop-up there
// is room for 200 signs, so the English stands beside each line of a draft.
func moreNumbers(sc talk.Scene) talk.Message {
	both := func(t locales.Text) locales.Text {
		if !locales.IsDraft(sc.Language) {
			return t
		}
		return locales.Join(" / ", t, locales.In(locales.Source, t))
	}
	line := func(number string, t locales.Text) locales.Text {
		return locales.Join(": ", locales.Phone(number), both(t))
	}
	rows := talk.Keys([][]talk.Button{goOn("")}) // where the door has no pop-up
	return talk.Message{Popup: true, Rows: rows, Body: locales.Lines(
		line(abuse, locales.UrgentPartPopupHurt()),
		line(childline, locales.UrgentPartPopupYoung()),
		line(emergency, locales.UrgentPartPopupDanger()),
		both(locales.UrgentPartInEnglish()),
	)}
}

// removed takes a message and the card that was tapped out of the chat, and says
// something that tells nobody anything.
func removed(sc talk.Scene, message string) talk.Message {
	m := talk.Message{Body: locales.UrgentRemoved(), Fresh: true, Quiet: true, Remove: []string{}}
	if message != "" {
		m.Remove = append(m.Remove, message)
	}
	if !sc.Abilities.Deletes {
		m.Body = locales.UrgentRemovedClose()
	}
	m.Rows = talk.Keys([][]talk.Button{
		{talk.Standing("menu", "", locales.ButtonMenu())},
		{talk.Standing(talk.UrgentCommand, "", locales.ButtonUrgent()), talk.Standing("language", "", locales.ButtonLanguage())},
	})
	return m
}

// telling reports a need that a screen must not name on its own account while
// somebody may look on. Who looks for it finds it in the list.
func telling(n directory.Need) bool {
	return n == directory.DomesticAbuse || n == directory.SexualViolence
}

// buttons stand under a card; without is the variant that is shown, which needs
// no button. The variants carry what was asked for as far as it fits.
func buttons(asked, without string) [][]talk.Button {
	variant := func(arg string, label locales.Text) []talk.Button {
		if arg == without {
			return nil
		}
		if asked != "" && len(talk.StandingData(talk.UrgentCommand, arg+"."+asked)) <= talk.MaxData {
			arg += "." + asked
		}
		return []talk.Button{talk.Standing(talk.UrgentCommand, arg, label)}
	}
	rows := [][]talk.Button{
		goOn(asked),
		variant(argHurt, locales.UrgentButtonHurt()),
		append(variant(argWorried, locales.UrgentButtonWorried()), variant(argYoung, locales.UrgentButtonYoung())...),
		leaving(),
	}
	var kept [][]talk.Button
	for _, row := range rows {
		if len(row) > 0 {
			kept = append(kept, row)
		}
	}
	return kept
}

// quietButtons stand under the card that says nothing of what it is about.
func quietButtons(asked, message string) [][]talk.Button {
	remove := argRemove
	if message != "" && len(talk.StandingData(talk.UrgentCommand, remove+"."+message)) <= talk.MaxData {
		remove += "." + message
	}
	return [][]talk.Button{
		{talk.Standing(talk.UrgentCommand, argNumbers, locales.UrgentButtonNumbers())},
		{talk.Standing(talk.UrgentCommand, remove, locales.UrgentButtonRemove())},
		goOn(asked),
		leaving(),
	}
}

// goOn leads where the same message would have led without the danger in it.
func goOn(asked string) []talk.Button {
	if asked == "" {
		return talk.Row(talk.Standing("go_on", "", locales.UrgentButtonGoOn()))
	}
	return talk.Row(talk.Standing("find", asked, locales.UrgentButtonGoOn()))
}

func leaving() []talk.Button {
	return talk.Row(talk.Standing("hide", "", locales.UrgentButtonHide()), talk.Standing("language", "", locales.ButtonLanguage()))
}
