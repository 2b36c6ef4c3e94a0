package aider

import (
	"context"
	"fmt"

	"signpost/bot/card"
	"signpost/bot/people"
	"signpost/bot/sessionlog"
	"signpost/bot/talk"
	"signpost/bot/upkeep"
	"signpost/directory"
	"signpost/locales"
)

// replyTo is the id of the access check that is answered.
var replyTo = talk.Answer[string]("check_id")

func beginReply(arg string, _ talk.Scene) talk.Answers {
	a := talk.Answers{}
	replyTo.Set(a, arg)
	return a
}

// reply takes what a service says to an access check: from the admins of the group
// that gives it, or from the office, which asked the service.
func (q enquiries) reply() talk.Flow {
	var choices []talk.Choice
	for _, r := range sessionlog.Replies {
		choices = append(choices, talk.Choice{ID: string(r), Label: replyWords(r)})
	}
	return talk.Flow{Name: "check_reply", Steps: []talk.Step{
		talk.Run{Name: "look", Do: q.loadCheck, Next: thereOr("reply")},
		talk.One{
			Name: "reply", Ask: q.sayReply, Into: enquiryTap, Options: talk.Always(choices...),
		}.Step(),
		talk.Run{Name: "again", Do: q.loadCheck, Next: thereOr("keep")},
		talk.Run{Name: "keep", Do: q.keepReply},
		talk.Ask{Name: "done", Show: q.showReplied, Take: worriedButtons, Next: talk.Goto(talk.End)},
		talk.Ask{Name: "gone", Show: worriedSays(locales.EnquiryGone), Take: worriedButtons, Next: talk.Goto(talk.End)},
	}}
}

// thereOr goes on to a step where the access check is there, and to "gone".
func thereOr(step string) *talk.Branch {
	return &talk.Branch{To: []string{step, "gone"}, Pick: func(a talk.Answers) string {
		if enquiryCheck.Of(a).ID == "" {
			return "gone"
		}
		return step
	}}
}

func (q enquiries) loadCheck(ctx context.Context, _ talk.Scene, a talk.Answers, _ *talk.Turn) error {
	c, ok, err := q.desk.Check(ctx, replyTo.Of(a))
	if err != nil {
		return fmt.Errorf("looking for an access check: %w", err)
	}
	if !ok {
		c = sessionlog.Check{}
	}
	enquiryCheck.Set(a, c)
	return nil
}

func (q enquiries) sayReply(ctx context.Context, _ talk.Scene, a talk.Answers) (locales.Text, error) {
	c := enquiryCheck.Of(a)
	s, err := q.service(ctx, c.Service)
	if err != nil || s == nil {
		return locales.EnquiryGone(), err
	}
	return locales.Paragraphs(locales.EnquiryAskReply(), locales.Lines(
		locales.EnquiryPartService(card.Name(s)), locales.EnquiryPartMonth(checkMonth(c.Day)), checkWords(c))), nil
}

func (q enquiries) keepReply(_ context.Context, sc talk.Scene, a talk.Answers, t *talk.Turn) error {
	c, group, today := enquiryCheck.Of(a), t.Conversation.Group, directory.DateOf(sc.Now)
	role := people.Coordinator
	if sc.Person.May([]people.Role{people.GroupAdmin}, group) {
		role = people.GroupAdmin
	}
	t.Do = append(t.Do, sessionlog.Replied{Check: c.ID, Reply: sessionlog.Reply(enquiryTap.Of(a)), Day: today}, upkeep.Record{Entry: upkeep.Entry{
		Day: today, Role: role, Group: group, What: "check_answered", Service: c.Service,
	}})
	return nil
}

func (q enquiries) showReplied(_ context.Context, _ talk.Scene, a talk.Answers) (talk.Screen, error) {
	return talk.Screen{Body: locales.EnquiryReplied(), Rows: talk.Column(
		talk.Enter("service_checks", enquiryCheck.Of(a).Service.Short(), locales.EnquiryButtonSee()))}, nil
}
