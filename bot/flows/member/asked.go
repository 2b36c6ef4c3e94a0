package member

import (
	"context"
	"errors"
	"strings"

	"signpost/bot/listen"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// forAsked begins the argument of /find that says what a typed message asked for;
// forFirst the same, where it was the first thing that was said.
const (
	forAsked = "asked"
	forFirst = "first"
)

// maxPlace is more than the longest name of a place, in bytes.
const maxPlace = 32

// askedArg writes down what a message asked for, as the argument of /find:
// "asked.sleep+low_mood.Bolsover.pl.polish", with nothing between dots for what was
// not said and no dots at the end, and "?" before the needs when it was not clear
// which. It is "" when nothing was asked for. What does not fit the data of a
// button is left out, the likeliest need and the place last.
func askedArg(h listen.Heard) string {
	fits := func(arg string) bool { return len(talk.StandingData("find", arg)) <= talk.MaxData }
	place := strings.ReplaceAll(h.Place, ".", " ")
	if len(place) > maxPlace {
		place = "" // no place of ours
	}
	wanted := needsOf(h)
	for n := len(wanted); n >= 0; n-- {
		var needs []string
		for _, id := range wanted[:n] {
			needs = append(needs, string(id))
		}
		first := strings.Join(needs, "+")
		if n > 1 && !h.Sure {
			first = "?" + first
		}
		parts := []string{first, place, string(h.Language), string(h.Community)}
		for len(parts) > 1 {
			rest := strings.TrimRight(strings.Join(parts, "."), ".")
			if arg := forAsked + "." + rest; rest != "" && fits(arg) {
				return arg
			}
			if n > 1 {
				break // rather fewer needs than no language
			}
			parts = parts[:len(parts)-1]
		}
	}
	return ""
}

// needsOf is what a message says that help is about. Who asks for somebody of their
// language has not said that yet.
func needsOf(h listen.Heard) []directory.Need {
	if h.OnlyLanguage {
		return nil
	}
	return h.Needs
}

// readAsked reads what askedArg wrote, without the word before it. What is in no
// vocabulary is left out: buttons are for months, and can be made up.
func readAsked(arg string, a talk.Answers) {
	parts := append(strings.SplitN(arg, ".", 4), "", "", "", "")
	needs, unsure := strings.CutPrefix(parts[0], "?")
	var heard []string
	for id := range strings.SplitSeq(needs, "+") {
		if directory.Need(id).Valid() && len(heard) < maxNeeds {
			heard = append(heard, id)
		}
	}
	heardNeeds.Set(a, heard)
	heardSure.Set(a, !unsure)
	heardAll.Set(a, true)
	if parts[1] != "" {
		typedPlace.Set(a, parts[1])
	}
	wish(directory.Spoken(parts[2]), directory.Community(parts[3]), a)
}

// wish takes over who it would be easier to talk to.
func wish(l directory.Spoken, c directory.Community, a talk.Answers) {
	if l != "" && l != directory.English && l.Valid() {
		filters.Set(a, []string{languagePrefix + string(l)})
	}
	if c.Valid() {
		who.Set(a, whoCommunity)
		communities.Set(a, []string{string(c)})
	}
}

// takeNeed reads the answer to "what is it about?" in somebody's own words.
func (m member) takeNeed(ctx context.Context, said talk.Said, a talk.Answers) error {
	h := said.Heard
	switch {
	case len(needsOf(h)) == 0 && h.Level != listen.None:
		return talk.Stay // the gentle line was answer enough; nobody who says such a thing was not understood
	case len(needsOf(h)) == 0:
		return &talk.Retry{Text: locales.FindNeedNotHeard()}
	}
	heardNeeds.Set(a, nil)
	for _, n := range h.Needs {
		heardNeeds.Set(a, append(heardNeeds.Of(a), string(n)))
	}
	heardSure.Set(a, h.Sure || len(h.Needs) == 1)
	heardAll.Clear(a)
	wish(h.Language, h.Community, a)
	if h.Place == "" {
		return nil
	}
	return known(m.takePlace(ctx, h.Place, a))
}

// known takes "I don't know that place" for no error: it is no reason to lose
// the rest of what was said.
func known(err error) error {
	if retry := (*talk.Retry)(nil); errors.As(err, &retry) {
		return nil
	}
	return err
}

// The answers to "is that right?" besides the ids of needs.
const (
	heardYes  = "yes"
	heardList = "list"
)

// askHeard says what was understood. One tap goes on: to the results when all of
// it was said at once, else to the next question. Where it was not clear which
// need is meant it asks; the list is one tap away.
func (m member) askHeard() talk.Ask {
	return talk.One{
		Name: "heard", Into: heardButton,
		Ask:     m.sayHeard,
		Options: heardChoices,
		Typed:   m.takeSaid,
		Chosen: func(_ context.Context, id string, a talk.Answers) error {
			needs := heardNeeds.Of(a)
			heardNeeds.Clear(a)
			heardSure.Clear(a)
			switch id {
			case heardList:
				heardAll.Clear(a)
				return nil
			case heardYes:
			default:
				needs = []string{id}
			}
			switch len(needs) {
			case 0:
			case 1:
				need.Set(a, needs[0])
			default:
				need.Set(a, severalNeeds)
				needsTicked.Set(a, needs)
			}
			return nil
		},
		Next: &talk.Branch{To: []string{"look", "need", "where", "who", "which"}, Pick: func(a talk.Answers) string {
			switch {
			case heardButton.Of(a) == heardList:
				return "need"
			case len(whereChoice.Of(a)) > 0:
				return "which"
			case heardAll.Of(a):
				return "look"
			}
			return afterNeed(a)
		}},
	}.Step()
}

// sayHeard words what was understood, a line each. The first says nothing of it, since a lock screen shows it.
func (m member) sayHeard(_ context.Context, sc talk.Scene, a talk.Answers) (locales.Text, error) {
	var lines []locales.Text
	var needs []locales.Text
	for _, id := range heardNeeds.Of(a) {
		needs = append(needs, locales.NeedName(id))
	}
	if len(needs) > 0 && heardSure.Of(a) {
		lines = append(lines, locales.FindPartHeardNeeds(locales.JoinList(needs...)))
	}
	if p, ok := where.Get(a); ok {
		lines = append(lines, locales.FindNear(p.Name))
	} else if c := whereChoice.Of(a); len(c) > 0 {
		lines = append(lines, locales.FindNear(c[0].Name))
	}
	for _, f := range filters.Of(a) {
		if tag, ok := cutLanguage(f); ok {
			lines = append(lines, locales.FindPartHeardLanguage(locales.SpokenName(string(tag))))
		}
	}
	for _, c := range communities.Of(a) {
		lines = append(lines, locales.FindPartHeardCommunity(locales.CommunityName(c)))
	}
	ask := locales.FindAskHeard()
	if !heardSure.Of(a) {
		ask = locales.FindAskHeardWhich()
	}
	parts := []locales.Text{locales.FindHeard(), locales.Lines(lines...)}
	if heardFirst.Of(a) {
		parts = append(parts, honest(sc))
	}
	return locales.Paragraphs(append(parts, ask)...), nil
}

// heardChoices are yes, or each of the needs and all of them.
func heardChoices(_ context.Context, _ talk.Scene, a talk.Answers) ([]talk.Choice, error) {
	list := talk.Choice{ID: heardList, Label: locales.FindButtonHeardList()}
	if heardSure.Of(a) {
		return []talk.Choice{{ID: heardYes, Label: locales.FindButtonHeardYes()}, list}, nil
	}
	var c []talk.Choice
	for _, id := range heardNeeds.Of(a) {
		c = append(c, talk.Choice{ID: id, Label: locales.NeedName(id).Capital()})
	}
	return append(c, talk.Choice{ID: heardYes, Label: locales.FindButtonHeardAll()}, list), nil
}
