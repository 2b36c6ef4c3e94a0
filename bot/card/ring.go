package card

import (
	"cmp"
	"slices"

	"signpost/directory"
	"signpost/locales"
)

// emergency is the number of the emergency services, in every area.
const emergency = "999"

// RingNow says whom to ring about somebody who is in danger or may be at risk: the
// emergency number, and the council's front doors, the one for most districts
// first, each number on a line of its own. A listing that must not be shown is left
// out, and one that nobody has checked says so.
func RingNow(doors []*directory.Service) locales.Text {
	parts := []locales.Text{locales.Lines(locales.WorriedPartDanger(), dialNow(emergency))}
	shown := slices.DeleteFunc(slices.Clone(doors), func(s *directory.Service) bool { return !s.Shown() || len(voices(s)) == 0 })
	slices.SortStableFunc(shown, func(a, b *directory.Service) int { return cmp.Compare(len(b.Areas), len(a.Areas)) })
	if len(shown) == 0 {
		return locales.Paragraphs(append(parts, locales.WorriedPartNoDoor())...)
	}
	risk := []locales.Text{locales.WorriedPartAtRisk()}
	for _, s := range shown {
		risk = append(risk, Name(s).Text())
		for _, p := range voices(s) {
			risk = append(risk, dialNow(p.Number))
		}
		if s.Assured.On == "" {
			risk = append(risk, locales.WorriedPartUnchecked())
		}
	}
	return locales.Paragraphs(append(parts, locales.Lines(risk...))...)
}

// dialNow is a number in bold, for a line of its own.
func dialNow(number string) locales.Text { return locales.UrgentPartNumber(locales.Phone(number)) }

// voices are the lines of a service on which one can talk and that somebody stated.
func voices(s *directory.Service) []directory.Phone {
	return slices.DeleteFunc(slices.Clone(s.Phones), func(p directory.Phone) bool { return p.Text || p.Mark == directory.MarkC })
}
