package office

import (
	"context"
	"encoding/json"
	"errors"
	"strings"

	"signpost/bot/card"
	"signpost/bot/talk"
	"signpost/bot/upkeep"
	"signpost/directory"
	"signpost/locales"
)

// What an audit is of, before a short id in the argument of its entrance.
const (
	groupAudit   = "g."
	listingAudit = "s."
)

var (
	auditGroup   = talk.Answer[directory.ID]("group")
	auditService = talk.Answer[directory.ID]("service")
)

func beginAudit(arg string, _ talk.Scene) talk.Answers {
	a := talk.Answers{}
	for prefix, into := range map[string]talk.Answer[directory.ID]{groupAudit: auditGroup, listingAudit: auditService} {
		if short, ok := strings.CutPrefix(arg, prefix); ok {
			if id, err := directory.ParseShort(short); err == nil {
				into.Set(a, id)
			}
		}
	}
	return a
}

// audit is the record of who changed what, the newest first: of all, of a group or
// of a listing. It tells the hat and never the person, and nothing of members.
func (o office) audit() talk.Flow {
	return talk.Flow{Name: "audit", Steps: []talk.Step{
		talk.Ask{Name: "audit", Show: o.showAudit, Take: takeAudit, Next: talk.Goto(talk.End)},
	}}
}

func (o office) showAudit(ctx context.Context, _ talk.Scene, a talk.Answers) (talk.Screen, error) {
	upTo := (page.Of(a)+1)*onPage + 1 // one more, to know whether there is a next page
	entries, err := o.desk.Records(ctx, string(auditGroup.Of(a)), auditService.Of(a), upTo)
	if err != nil {
		return talk.Screen{}, err
	}
	p := talk.Paged(len(entries), page.Of(a), onPage)
	shown := entries[p.From:p.To]
	if len(shown) == 0 {
		return talk.Screen{Body: locales.AuditNone(), Rows: [][]talk.Button{toGroups()}}, nil
	}
	parts := []locales.Text{locales.AuditIntro()}
	for _, e := range shown {
		text, err := o.entry(ctx, e)
		if err != nil {
			return talk.Screen{}, err
		}
		parts = append(parts, text)
	}
	return talk.Screen{Body: locales.Paragraphs(parts...), Rows: append(p.Turn, toGroups())}, nil
}

func takeAudit(_ context.Context, e talk.Event, a talk.Answers) error {
	if c, ok := e.(talk.Chose); ok && turned(c.Option, a) {
		return talk.Stay
	}
	return &talk.Retry{Text: locales.TalkChooseOne()}
}

// entry words one line of the record: day, hat, group and listing, what was done,
// and the field before and after.
func (o office) entry(ctx context.Context, e upkeep.Entry) (locales.Text, error) {
	who := locales.RoleName(string(e.Role))
	if e.Role == "" {
		who = locales.AuditPartProgram()
	}
	head := []locales.Text{card.Day(e.Day), who}
	if e.Group != "" {
		g, err := o.dir.Organisation(ctx, directory.ID(e.Group))
		if err != nil && !errors.Is(err, directory.ErrNotFound) {
			return locales.Text{}, err
		}
		head = append(head, locales.Own{English: g.Name}.Text())
	}
	lines := []locales.Text{locales.Join(" · ", head...)}
	what := did(e.What)
	s, err := o.load(ctx, e.Service)
	if err != nil {
		return locales.Text{}, err
	}
	if s != nil {
		lines = append(lines, locales.CardPartName(card.Name(s)))
	}
	lines = append(lines, what)
	if s != nil && e.Field != "" {
		lines = append(lines, o.pair(s, e))
	}
	return locales.Lines(lines...), nil
}

// pair words the field of an entry before and after, on the listing as it is now:
// only the one field is shown of it.
func (o office) pair(s *directory.Service, e upkeep.Entry) locales.Text {
	if e.After == "" {
		return locales.NameOfField(string(e.Field)).Capital()
	}
	edit := func(value string) directory.Edit {
		if value == "" {
			value = "null"
		}
		return directory.Edit{Field: e.Field, Value: json.RawMessage(value)}
	}
	before, err1 := s.With(edit(e.Before))
	after, err2 := s.With(edit(e.After))
	if err1 != nil || err2 != nil { // of an older form
		return locales.NameOfField(string(e.Field)).Capital()
	}
	return card.Pairs(before, after, []directory.Edit{edit(e.After)})
}

// did words what was done; what a later release writes down is "changed".
func did(what string) locales.Text {
	words := map[string]func() locales.Text{
		"edited": locales.AuditPartEdited, "undone": locales.AuditPartUndone, "created": locales.AuditPartCreated, "proposed": locales.AuditPartProposed,
		"confirmed": locales.AuditPartConfirmed, "approved": locales.AuditPartApproved, "sent_back": locales.AuditPartSentBack,
		"paused": locales.AuditPartPaused, "away": locales.AuditPartAway, "invited": locales.AuditPartInvited, "joined": locales.AuditPartJoined,
		"revoked": locales.AuditPartRevoked, "hat_taken": locales.AuditPartHatTaken,
		"held": locales.AuditPartHeld, "unanswered": locales.AuditPartUnanswered, "hidden": locales.AuditPartHidden,
		"numbers_right": locales.AuditPartNumbersRight, "numbers_wrong": locales.AuditPartNumbersWrong,
		"feed_taken": locales.AuditPartFeedTaken, "feed_left": locales.AuditPartFeedLeft,
		"group_made": locales.AuditPartGroupMade, "group_changed": locales.AuditPartGroupChanged, "group_paused": locales.AuditPartGroupPaused,
		"group_resumed": locales.AuditPartGroupResumed, "group_ended": locales.AuditPartGroupEnded,
		"logged": locales.AuditPartLogged, "log_corrected": locales.AuditPartLogCorrected, "log_undone": locales.AuditPartLogUndone,
		"enquired": locales.AuditPartEnquired, "check_answered": locales.AuditPartCheckAnswered,
	}
	if say, ok := words[what]; ok {
		return say()
	}
	return locales.AuditPartEdited()
}
