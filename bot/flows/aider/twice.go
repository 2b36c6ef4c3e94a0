package aider

import (
	"context"
	"fmt"

	"signpost/bot/people"
	"signpost/bot/sessionlog"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// askTwice says that a session is logged already, and asks what to do: correct that
// log, say why there is another, or leave it.
func (l logbook) askTwice() talk.Ask {
	return talk.Ask{
		Name: "twice", Next: to("keep", "hub"),
		Show: func(ctx context.Context, sc talk.Scene, a talk.Answers) (talk.Screen, error) {
			list, err := l.desk.LogsOfSession(ctx, current.Of(a).Occurrence)
			if err != nil {
				return talk.Screen{}, fmt.Errorf("reading the logs of a session: %w", err)
			}
			lines := []locales.Text{locales.LogPartSession(when(sc.Now, current.Of(a).Session), title.Of(a))}
			var rows [][]talk.Button
			others.Clear(a)
			for _, log := range list {
				lines = append(lines, entered(sc.Person, log))
				if mayMend(sc, log) && log.Correctable(directory.DateOf(sc.Now)) && (others.Of(a) == "" || isOwn(sc.Person, log)) {
					others.Set(a, log.ID)
				}
			}
			if others.Of(a) != "" {
				rows = talk.Column(talk.Option("fix", locales.LogButtonFix()))
			}
			return talk.Screen{
				Body: locales.Paragraphs(locales.LogTwice(), locales.Lines(lines...), locales.LogPartAskTwice()),
				Rows: append(rows, talk.Column(
					talk.Option(string(sessionlog.OtherVisitors), locales.LogButtonOthers()),
					talk.Option(string(sessionlog.OtherPart), locales.LogButtonAnother()),
					talk.Option("leave", locales.LogButtonLeave()),
				)...),
			}, nil
		},
		Take: func(_ context.Context, e talk.Event, a talk.Answers) error {
			chose, ok := e.(talk.Chose)
			if !ok {
				return &talk.Retry{Text: locales.TalkChooseOne()}
			}
			switch why := sessionlog.Why(chose.Option); {
			case chose.Option == "fix" && others.Of(a) != "":
				return &talk.Open{Command: "log_session", Arg: logMark + others.Of(a)}
			case chose.Option == "leave":
				return &talk.Open{Command: "log"}
			case why == sessionlog.OtherVisitors, why == sessionlog.OtherPart:
				log := current.Of(a)
				log.Second = why
				return keeping(a, log)
			}
			return &talk.Retry{Text: locales.TalkChooseOne()}
		},
	}
}

// entered words one log in a line: what it says, by whom and when. Nobody is named.
func entered(p people.Person, log sessionlog.Log) locales.Text {
	return locales.Join(" · ", outcome(&log), who(p, log), day(log.Day))
}

// who words who entered a log: by their part, never by a name.
func who(p people.Person, log sessionlog.Log) locales.Text {
	switch {
	case isOwn(p, log):
		return locales.LogPartYou()
	case log.Role == people.GroupAdmin:
		return locales.LogPartAdmin()
	case log.Role == people.FirstAider:
		return locales.LogPartAider()
	}
	return locales.LogPartSomebody()
}
