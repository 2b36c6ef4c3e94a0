package member

import (
	"slices"
	"strings"

	"signpost/bot/listen"
	"signpost/directory"
	"signpost/locales"
)

// Numbers that are shown before anyone has signed them off, and nothing else.
// They are compiled in, so that they answer without a database.
const (
	emergency  = "999"
	nhs111     = "111"
	samaritans = "116 123"
	shoutWord  = "SHOUT"
	shout      = "85258"
	childline  = "0800 1111"
	abuse      = "0808 2000 247"
)

// Number is a number of the urgent card that can be tried out, under its own name.
type Number struct{ Name, Number string }

// Numbers are those that somebody rings once a month. 999 is not among them: it
// must never be rung to try it out.
func Numbers() []Number {
	return []Number{
		{"NHS 111", nhs111},
		{"Samaritans", samaritans},
		{"SHOUT", shout},
		{"National Domestic Abuse Helpline", abuse},
		{"Childline", childline},
	}
}

// sheet is a variant of the card: the numbers are the same in all of them, behind
// "more numbers" at the latest; the order and the words differ.
type sheet struct {
	name   string // what the card is called while this process remembers it
	intro  func() locales.Text
	danger func() locales.Text // above 999
	order  []string            // the numbers, 999 first
	them   bool                // it is about somebody else
	quiet  bool                // somebody dangerous may look on: nothing says what it is about
}

// quietCard ends the name of a quiet card.
const quietCard = "+quiet"

// plainSheet is what the button shows.
var plainSheet = sheet{
	name: "plain", intro: locales.UrgentIntro, danger: locales.UrgentPartDanger,
	order: []string{emergency, nhs111, samaritans, shout, abuse, childline},
}

// pressed are the sheets that the buttons under a card show.
var pressed = map[string]sheet{
	argHurt: {
		name: argHurt, intro: locales.UrgentIntroHurt, danger: locales.UrgentPartDangerNow,
		order: []string{emergency, abuse, nhs111, samaritans, shout, childline},
	},
	argWorried: {
		name: argWorried, intro: locales.UrgentIntroThem, danger: locales.UrgentPartDangerThem, them: true,
		order: []string{emergency, nhs111, samaritans, shout, abuse, childline},
	},
	argYoung: {
		name: argYoung, intro: locales.UrgentIntroChild, danger: locales.UrgentPartDanger,
		order: []string{emergency, childline, nhs111, shout, samaritans, abuse},
	},
}

// buttonSheet is the sheet of a button; the plain one for what we don't know.
func buttonSheet(what string) sheet {
	if s, ok := pressed[what]; ok {
		return s
	}
	return plainSheet
}

// leads says what a kind of danger that leads makes of the card. The words for
// somebody else are themIntro and themDanger.
var leads = map[listen.Kind]struct {
	sheet
	themIntro, themDanger func() locales.Text
}{
	listen.Overdose:       {takenSheet, locales.UrgentIntroThemTaken, locales.UrgentPartDangerTaken},
	listen.InDanger:       {quietSheet, locales.UrgentIntroThemApart, locales.UrgentPartDangerThem},
	listen.Suicide:        {sadSheet, locales.UrgentIntroThem, locales.UrgentPartDangerThem},
	listen.HarmToOthers:   {othersSheet, locales.UrgentIntroThemApart, locales.UrgentPartDangerOthers},
	listen.Voices:         {voicesSheet, locales.UrgentIntroThemApart, locales.UrgentPartDangerOthers},
	listen.Child:          {childSheet, locales.UrgentIntroThemApart, locales.UrgentPartDangerThem},
	listen.Abuse:          {quietSheet, locales.UrgentIntroThemApart, locales.UrgentPartDangerThem},
	listen.ForcedMarriage: {quietSheet, locales.UrgentIntroThemApart, locales.UrgentPartDangerThem},
	listen.SexualViolence: {quietSheet, locales.UrgentIntroThemApart, locales.UrgentPartDangerThem},
	listen.Exploitation:   {quietSheet, locales.UrgentIntroThemApart, locales.UrgentPartDangerThem},
	listen.SelfHarm:       {selfHarmSheet, locales.UrgentIntroThem, locales.UrgentPartDangerThem},
	listen.Passive:        {sadSheet, locales.UrgentIntroThem, locales.UrgentPartDangerThem},
	listen.ThirdPerson:    {pressed[argWorried], locales.UrgentIntroThem, locales.UrgentPartDangerThem},
}

// The sheets of what is heard.
var (
	takenSheet = sheet{
		name: "taken", intro: locales.UrgentIntroTaken, danger: locales.UrgentPartDangerTaken,
		order: []string{emergency, nhs111, samaritans, shout, childline, abuse},
	}
	quietSheet = sheet{
		name: "quiet", intro: locales.UrgentIntroQuiet, danger: locales.UrgentPartDangerNow, quiet: true,
		order: []string{emergency, nhs111, samaritans, shout},
	}
	sadSheet = sheet{
		name: "sad", intro: locales.UrgentIntroSad, danger: locales.UrgentPartDanger,
		order: []string{emergency, nhs111, samaritans, shout, childline, abuse},
	}
	selfHarmSheet = sheet{
		name: "self_harm", intro: locales.UrgentIntroSelfHarm, danger: locales.UrgentPartDangerHurt,
		order: []string{emergency, nhs111, shout, samaritans, childline, abuse},
	}
	othersSheet = sheet{
		name: "others", intro: locales.UrgentIntroOthers, danger: locales.UrgentPartDangerOthers,
		order: []string{emergency, nhs111, samaritans, shout, childline, abuse},
	}
	voicesSheet = sheet{
		name: "voices", intro: locales.UrgentIntroVoices, danger: locales.UrgentPartDangerOthers,
		order: []string{emergency, nhs111, samaritans, shout, childline, abuse},
	}
	childSheet = sheet{
		name: "child", intro: locales.UrgentIntroChild, danger: locales.UrgentPartDanger, quiet: true,
		order: []string{emergency, childline, nhs111, shout, samaritans},
	}
)

// hidden are the kinds about which a card says nothing, whatever leads: who does
// them may be looking.
var hidden = []listen.Kind{
	listen.InDanger, listen.Abuse, listen.ForcedMarriage, listen.SexualViolence, listen.Exploitation, listen.Child,
}

// heardSheet chooses the sheet for what was heard: the most pressing kind leads,
// somebody else changes the words, and one that must be hidden makes any card
// quiet, as does a quiet card that stands in the chat already.
func heardSheet(h listen.Heard, quiet bool) sheet {
	s := plainSheet
	quiet = quiet || slices.ContainsFunc(hidden, h.Has)
	for _, k := range listen.Kinds() {
		if !h.Has(k) {
			continue
		}
		lead := leads[k]
		s = lead.sheet
		if h.Has(listen.ThirdPerson) {
			s.them, s.intro, s.danger = true, lead.themIntro, lead.themDanger
			if quiet && s.name != takenSheet.name {
				s.intro = locales.UrgentIntroThemApart
			}
			s.name = strings.TrimSuffix(s.name, "+them") + "+them"
		}
		break
	}
	if quiet {
		s = s.hush(h.Has(listen.Child))
	}
	return s
}

// hush makes a card quiet: what would say what it is about goes behind "more
// numbers". Childline says no more than its reader's age.
func (s sheet) hush(child bool) sheet {
	s.quiet = true
	s.name += quietCard
	s.order = slices.DeleteFunc(slices.Clone(s.order), func(n string) bool { return n == abuse || n == childline })
	if child {
		s.order = slices.Insert(s.order, 1, childline)
	}
	if !s.them && strings.HasPrefix(s.name, selfHarmSheet.name) {
		s.danger = locales.UrgentPartDangerNow
	}
	return s
}

// short is the card when the same was written a moment ago.
func (s sheet) short() sheet {
	s.intro = locales.UrgentIntroAgain
	s.order = []string{emergency, nhs111, samaritans}
	return s
}

// words are the card in one language: each number on a line of its own, with the
// language it answers in.
func (s sheet) words(tag string, spoken directory.Spoken) locales.Text {
	parts := []locales.Text{s.intro()}
	for _, n := range s.order {
		parts = append(parts, s.line(n, tag, spoken))
	}
	return locales.Paragraphs(parts...)
}

// line is one number: what it is for, and below it the number.
func (s sheet) line(number, tag string, spoken directory.Spoken) locales.Text {
	var above locales.Text
	beside, dial := locales.UrgentPartInEnglish(), locales.Phone(number)
	either := func(me, them func() locales.Text) locales.Text {
		if s.them {
			return them()
		}
		return me()
	}
	switch number {
	case emergency:
		above, beside = s.danger(), locales.UrgentPart999()
	case nhs111:
		above, beside = either(locales.UrgentPart111, locales.UrgentPart111Them), say111(tag, spoken)
		if s.quiet {
			above = locales.UrgentPart111Quiet()
		}
	case samaritans:
		above = either(locales.UrgentPartSamaritans, locales.UrgentPartSamaritansThem)
	case shout:
		above, dial = locales.UrgentPartShout(shoutWord), locales.TextNumber(number)
	case abuse:
		above = either(locales.UrgentPartAbuse, locales.UrgentPartAbuseThem)
	case childline:
		above = either(locales.UrgentPartChildline, locales.UrgentPartChildlineThem)
	}
	return locales.Lines(above, locales.Join(" ", locales.UrgentPartNumber(dial), beside))
}
