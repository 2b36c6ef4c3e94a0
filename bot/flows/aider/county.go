package aider

import (
	"context"
	"slices"

	"signpost/bot/sessionlog"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

var (
	countyTap  = talk.Answer[string]("tap") // gone as soon as it was counted
	countyDone = talk.Answer[bool]("counted")
)

// urgentTap is the choice of urgent help, beside the needs.
const urgentTap = "urgent"

// county counts for the whole county what is in no log. Each tap is counted at once;
// which one it was is kept neither in the answers nor to know a double tap by.
func county() talk.Flow {
	ask := talk.One{
		Name: "what", Into: countyTap, Options: countyChoices, Next: to("count", talk.End),
		Ask: func(_ context.Context, _ talk.Scene, a talk.Answers) (locales.Text, error) {
			if countyDone.Of(a) {
				return locales.Paragraphs(locales.LogCounted(), locales.LogPartCounty()), nil
			}
			return locales.Paragraphs(locales.LogCounty(), locales.LogPartCounty()), nil
		},
		Chosen: func(_ context.Context, id string, a talk.Answers) error {
			onward.Set(a, "count")
			if id == "done" {
				onward.Set(a, talk.End)
			}
			return nil
		},
	}.Step()
	ask.Discreet = true
	return talk.Flow{Name: "log_county", Steps: []talk.Step{
		ask,
		talk.Run{Name: "count", Do: count, Next: talk.Goto("what")},
	}}
}

func countyChoices(context.Context, talk.Scene, talk.Answers) ([]talk.Choice, error) {
	var out []talk.Choice
	for _, n := range directory.SensitiveNeeds() {
		out = append(out, talk.Choice{ID: string(n), Label: locales.NeedName(string(n)).Capital()})
	}
	return append(out,
		talk.Choice{ID: urgentTap, Label: locales.LogButtonUrgentGiven()}, talk.Choice{ID: "done", Label: locales.ButtonDone()},
	), nil
}

// count adds one to the county's month.
func count(_ context.Context, _ talk.Scene, a talk.Answers, t *talk.Turn) error {
	tap := countyTap.Of(a)
	countyTap.Clear(a)
	switch need := directory.Need(tap); {
	case tap == urgentTap:
		t.Do = append(t.Do, sessionlog.County{Urgent: true})
	case slices.Contains(directory.SensitiveNeeds(), need):
		t.Do = append(t.Do, sessionlog.County{Need: need})
	default:
		return nil
	}
	countyDone.Set(a, true)
	return nil
}
