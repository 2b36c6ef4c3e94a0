package card

import (
	"signpost/directory"
	"signpost/locales"
)

// doubted says why the listing must not be taken for certain now. It stands right
// below the sentence, above times and numbers: whoever reads no further has read
// it.
func doubted(s *directory.Service) locales.Text {
	var lines []locales.Text
	if directory.BeingChecked.In(s) {
		lines = append(lines, locales.CardPartBeingChecked())
	}
	if directory.NumberChanging.In(s) {
		lines = append(lines, locales.CardPartNumberChanging())
	}
	if directory.Unanswered.In(s) {
		if hasPhone(s) {
			lines = append(lines, locales.CardPartUnanswered())
		} else {
			lines = append(lines, locales.CardPartUnansweredNoPhone())
		}
	}
	return locales.Lines(lines...)
}

// hidden is the card of a listing that its group has not confirmed for long: what
// it is called, and whom to ask instead. Times and numbers that may be wrong by
// now are left out.
func hidden(s *directory.Service) locales.Text {
	lines := []locales.Text{locales.CardIntro()}
	if s.Example {
		lines = append(lines, locales.CardPartExample())
	}
	lines = append(lines, locales.CardPartName(Name(s)))
	return locales.Paragraphs(locales.Lines(lines...), locales.CardPartHidden())
}

// uncertain is the reason line's word for a listing under a doubt; zero for one
// under none.
func uncertain(s *directory.Service) locales.Text {
	switch {
	case len(s.Doubts) == 0:
		return locales.Text{}
	case hasPhone(s):
		return locales.ReasonRingFirst()
	}
	return locales.ReasonAskFirst()
}
