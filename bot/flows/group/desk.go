package group

import (
	"context"
	"slices"
	"time"

	"signpost/bot/people"
	"signpost/bot/upkeep"
	"signpost/directory"
	"signpost/locales"
)

// desk is what stands on a group's desk: what waits, what was reported, what is
// asked after.
type desk struct {
	proposals []upkeep.Proposal
	reports   []upkeep.Report
	questions map[directory.ID]upkeep.Question
}

func (k keeper) readDesk(ctx context.Context, group string) (desk, error) {
	d := desk{questions: map[directory.ID]upkeep.Question{}}
	if group == "" || group == noGroup {
		return d, nil
	}
	var err error
	if d.proposals, err = k.desk.ProposalsOf(ctx, group); err != nil {
		return desk{}, err
	}
	if d.reports, err = k.desk.Reports(ctx, group); err != nil {
		return desk{}, err
	}
	questions, err := k.desk.Questions(ctx, group)
	for _, q := range questions {
		d.questions[q.Service] = q
	}
	return d, err
}

// The reasons why a listing stands on top, the weightiest last.
const (
	rankEnded = iota - 1
	rankQuiet
	rankPaused
	rankWords
	rankWaiting
	rankSentBack
	rankStale
	rankReported
)

// rank is how much a listing wants to be looked at.
func (d desk) rank(s *directory.Service) int {
	switch {
	case ended(s):
		return rankEnded
	case len(d.reportsOf(s.ID)) > 0:
		return rankReported
	case d.stale(s):
		return rankStale
	case d.has(s.ID, upkeep.SentBack):
		return rankSentBack
	case d.has(s.ID, upkeep.Waiting):
		return rankWaiting
	case len(staleWords(s)) > 0, oldVoices(s):
		return rankWords
	case s.Status != directory.Active:
		return rankPaused
	}
	return rankQuiet
}

// why says in a few words what is the matter with a listing; zero when nothing is.
func (d desk) why(s *directory.Service) locales.Text {
	switch d.rank(s) {
	case rankReported:
		return locales.ListingPartWhyReported()
	case rankStale:
		return locales.ListingPartWhyStale()
	case rankSentBack:
		return locales.ListingPartWhySentBack()
	case rankWaiting:
		return locales.ListingPartWhyWaiting()
	case rankWords:
		return locales.ListingPartWhyWords()
	case rankPaused:
		return locales.StatusName(string(s.Status))
	case rankEnded:
		return locales.StatusName(string(directory.Defunct))
	}
	return locales.Text{}
}

func ended(s *directory.Service) bool {
	return s.Status == directory.Inactive || s.Status == directory.Defunct
}

// stale reports a listing that waits for its group to say that it is right.
func (d desk) stale(s *directory.Service) bool {
	return d.questions[s.ID].Stage > upkeep.NotAsked || directory.Unanswered.In(s) || directory.Hidden.In(s)
}

func (d desk) reportsOf(id directory.ID) []upkeep.Report {
	var out []upkeep.Report
	for _, r := range d.reports {
		if r.Service == id && r.Wrong.Factual() {
			out = append(out, r)
		}
	}
	return out
}

func (d desk) has(id directory.ID, state upkeep.ProposalState) bool {
	for _, p := range d.proposals {
		if p.Change.Service == id && p.State == state {
			return true
		}
	}
	return false
}

// ownOf are the changes of a listing that wait and that a person may take back:
// their own, and as an admin those of their group.
func (d desk) ownOf(id directory.ID, who people.Person) []upkeep.Proposal {
	var out []upkeep.Proposal
	for _, p := range d.proposals {
		own := p.By == who.ID || p.Group != "" && slices.Contains(who.Groups(people.GroupAdmin), p.Group)
		if p.Change.Service == id && p.Change.New == nil && p.State == upkeep.Waiting && own {
			out = append(out, p)
		}
	}
	return out
}

// news are the new listings that are not in the directory yet.
func (d desk) news() locales.Text {
	var lines []locales.Text
	for _, p := range d.proposals {
		switch {
		case p.Change.New == nil:
		case p.State == upkeep.Waiting:
			lines = append(lines, locales.ListingPartNewWaits(p.Name))
		case p.State == upkeep.SentBack:
			lines = append(lines, locales.ListingPartNewBack(p.Name, reason(p.Reason)))
		}
	}
	return locales.Lines(lines...)
}

// state says in plain lines how a listing stands.
func (d desk) state(s *directory.Service) locales.Text {
	var lines []locales.Text
	for _, r := range d.reportsOf(s.ID) {
		lines = append(lines, locales.ListingPartReported(dayText(r.Day), wrong(r.Wrong)))
	}
	for _, p := range d.proposals {
		if p.Change.Service != s.ID || p.Change.New != nil {
			continue
		}
		switch what := fieldsOf(p.Change.Edits); p.State {
		case upkeep.Waiting:
			lines = append(lines, locales.ListingPartWaits(dayText(p.Day), what))
		case upkeep.SentBack:
			lines = append(lines, locales.ListingPartBack(what, reason(p.Reason)))
		}
	}
	lines = append(lines, d.confirmed(s), shownNow(s))
	return locales.Lines(lines...)
}

// confirmed says when the listing was last said to be right, and whether that is
// asked.
func (d desk) confirmed(s *directory.Service) locales.Text {
	q := d.questions[s.ID]
	last := locales.ListingPartNever()
	if q.Confirmed != "" {
		last = locales.ListingPartConfirmed(dayText(q.Confirmed))
	}
	lines := []locales.Text{last}
	if q.Away != "" && q.Stage == upkeep.NotAsked {
		lines = append(lines, locales.ListingPartAway(dayText(q.Away)))
	}
	if q.Stage > upkeep.NotAsked && q.Stage < upkeep.RingFirst {
		lines = append(lines, locales.ListingPartStale())
	}
	return locales.Lines(lines...)
}

// shownNow says what the public does not see, or sees with a warning.
func shownNow(s *directory.Service) locales.Text {
	switch {
	case ended(s):
		return locales.ListingPartEnded()
	case s.Status == directory.TemporarilyClosed:
		return locales.ListingPartPaused()
	case directory.Hidden.In(s):
		return locales.ListingPartHidden()
	case directory.Unanswered.In(s):
		return locales.ListingPartSilent()
	}
	return locales.Text{}
}

// fieldsOf names what edits change.
func fieldsOf(edits []directory.Edit) locales.Text {
	var names []locales.Text
	for _, e := range edits {
		names = append(names, locales.NameOfField(string(e.Field)))
	}
	return locales.JoinList(names...)
}

func wrong(w upkeep.Wrong) locales.Text {
	switch w {
	case upkeep.WrongNumber:
		return locales.ListingPartWrongNumber()
	case upkeep.WrongClosed:
		return locales.ListingPartWrongClosed()
	case upkeep.WrongMoved:
		return locales.ListingPartWrongMoved()
	case upkeep.WrongLanguage:
		return locales.ListingPartWrongLanguage()
	case upkeep.WrongNotFound:
		return locales.ListingPartWrongNotFound()
	}
	return locales.ListingPartWrongOther()
}

func reason(r string) locales.Text {
	switch r {
	case "unclear":
		return locales.ListingPartReasonUnclear()
	case "wrong_number":
		return locales.ListingPartReasonWrongNumber()
	case "not_ours":
		return locales.ListingPartReasonNotOurs()
	}
	return locales.ListingPartReasonTalk()
}

// dayText words a day with its year; zero for none.
func dayText(d directory.Date) locales.Text {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return locales.Text{}
	}
	return locales.Date(locales.Day{Year: t.Year(), Month: int(t.Month()), Day: t.Day()})
}

// staleWords are the translations of a text that has changed since.
func staleWords(s *directory.Service) []directory.Translation {
	var out []directory.Translation
	for _, t := range s.Translations {
		if s.Stale(t) && s.English(t.Field) != "" {
			out = append(out, t)
		}
	}
	return out
}
