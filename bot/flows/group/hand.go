package group

import (
	"slices"

	"signpost/bot/people"
	"signpost/bot/talk"
	"signpost/bot/upkeep"
	"signpost/directory"
	"signpost/locales"
)

// hand is who makes a change: by which hat, on whose behalf, on which day.
type hand struct {
	person string
	role   people.Role
	group  string
	owner  string // see directory.Change.Owner
	today  directory.Date
}

// handIn is the hand of the person of a turn, in the group of its conversation.
func handIn(sc talk.Scene, t *talk.Turn) hand {
	group := t.Conversation.Group
	role := roleIn(sc.Person, group)
	return hand{person: sc.Person.ID, role: role, group: group, owner: owner(role, group), today: directory.DateOf(sc.Now)}
}

// change makes edits of a service as it is now.
func (h hand) change(s *directory.Service, edits []directory.Edit) directory.Change {
	return directory.Change{Service: s.ID, Base: s.Version, Edits: edits, Owner: h.owner, Today: h.today}
}

// record writes down each edit with what the field held before. Where a place
// becomes confidential its address is not written down.
func (h hand) record(what string, s *directory.Service, edits []directory.Edit) []talk.Effect {
	secret := s.Confidential || slices.ContainsFunc(edits, func(e directory.Edit) bool {
		return e.Field == directory.FieldConfidential && string(e.Value) == "true"
	})
	var out []talk.Effect
	for _, e := range edits {
		entry := upkeep.Entry{
			Day: h.today, Role: h.role, Group: h.group, What: what, Service: s.ID,
			Field: e.Field, Before: string(s.Value(e.Field)), After: string(e.Value),
		}
		if e.Field == directory.FieldPlaces && secret {
			entry.Before, entry.After = "", ""
		}
		out = append(out, upkeep.Record{Entry: entry})
	}
	return out
}

// toldOffice tells the office that a change waits for one of them: not the one who
// made it, who may not decide.
func (h hand) toldOffice(name locales.Own) talk.Tell {
	return talk.Tell{
		To: people.Hat{Role: people.Coordinator}, But: h.person, Body: locales.ListingToldWaits(name),
		Rows: talk.Column(talk.Standing("queue", "", locales.ListingButtonQueue())),
	}
}
