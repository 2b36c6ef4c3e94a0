package card

import (
	"signpost/directory"
	"signpost/locales"
)

// who is for whom it is, how one gets in, what it costs and which languages
// are spoken.
func who(s *directory.Service) locales.Text {
	return locales.Lines(getIn(s), cost(s), languages(s), communities(s), admitted(s), access(s), small(s))
}

func getIn(s *directory.Service) locales.Text {
	var ways, lines []locales.Text
	for _, g := range s.GetIn {
		ways = append(ways, locales.GetInName(string(g)))
	}
	if len(ways) > 0 {
		lines = append(lines, locales.CardPartGetIn(locales.JoinChoice(ways...)))
	}
	if o := Own(s, "how_to_reach"); o.English != "" {
		lines = append(lines, locales.CardPartHow(o))
	}
	return locales.Lines(lines...)
}

func cost(s *directory.Service) locales.Text {
	switch {
	case s.Cost.Note != "":
		return locales.CardPartCost(locales.Own{English: s.Cost.Note})
	case s.Cost.Free:
		return locales.CardPartFree()
	}
	return locales.Text{}
}

func languages(s *directory.Service) locales.Text {
	var sure, maybe, lines []locales.Text
	for _, l := range s.Languages {
		name := locales.SpokenName(string(l.Language))
		if l.Confirmed {
			sure = append(sure, name)
		} else {
			maybe = append(maybe, name)
		}
	}
	if len(sure) > 0 {
		lines = append(lines, locales.CardPartSpeaks(locales.JoinList(sure...)))
	}
	if len(maybe) > 0 {
		lines = append(lines, locales.CardPartSpeaksMaybe(locales.JoinList(maybe...)))
	}
	if s.Interpreter {
		lines = append(lines, locales.CardPartInterpreter())
	}
	return locales.Lines(lines...)
}

func communities(s *directory.Service) locales.Text {
	var all, only []locales.Text
	for _, c := range s.Communities {
		switch name := locales.CommunityName(string(c.Community)); {
		case !c.Confirmed:
		case c.Only:
			only = append(only, name)
		default:
			all = append(all, name)
		}
	}
	var lines []locales.Text
	if len(all) > 0 {
		lines = append(lines, locales.CardPartFor(locales.JoinList(all...)))
	}
	if len(only) > 0 {
		lines = append(lines, locales.CardPartForOnly(locales.JoinList(only...)))
	}
	return locales.Lines(lines...)
}

func admitted(s *directory.Service) locales.Text {
	var parts []locales.Text
	switch s.Gender {
	case directory.Women:
		parts = append(parts, locales.CardPartWomenOnly())
	case directory.Men:
		parts = append(parts, locales.CardPartMenOnly())
	}
	parts = append(parts, age(s.MinAge, s.MaxAge))
	if o := Own(s, "eligibility"); o.English != "" {
		parts = append(parts, locales.CardPartSentence(o))
	}
	return locales.Join(" ", parts...)
}

// age words the ages a service admits, in whole years; 0 is no limit.
func age(youngest, oldest int) locales.Text {
	switch {
	case youngest > 0 && oldest > 0:
		return locales.CardPartAgeBetween(itoa(youngest), itoa(oldest))
	case youngest > 0:
		return locales.CardPartAgeFrom(itoa(youngest))
	case oldest > 0:
		return locales.CardPartAgeTo(itoa(oldest))
	}
	return locales.Text{}
}

func access(s *directory.Service) locales.Text {
	var things []locales.Text
	seen := map[directory.Access]bool{directory.Interpreter: s.Interpreter}
	add := func(list []directory.Access) {
		for _, a := range list {
			if !seen[a] {
				seen[a] = true
				things = append(things, locales.AccessName(string(a)))
			}
		}
	}
	add(s.Access)
	for _, p := range s.Places {
		add(p.Location.Access)
	}
	if len(things) == 0 {
		return locales.Text{}
	}
	return locales.CardPartAccess(locales.JoinList(things...))
}

// small warns where everybody knows everybody: a community's own group that
// meets in person.
func small(s *directory.Service) locales.Text {
	if s.Group != directory.LocalCommunity || len(s.Communities) == 0 || len(s.Places) == 0 || !hasPhone(s) {
		return locales.Text{}
	}
	return locales.CardPartSmallCommunity()
}
