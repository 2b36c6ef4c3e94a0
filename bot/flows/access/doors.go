package access

import (
	"context"
	"fmt"
	"slices"
	"time"

	"signpost/bot/people"
	"signpost/bot/talk"
	"signpost/locales"
)

// doors shows by which doors somebody comes in, and makes a code for one more.
func (r *room) doors() talk.Flow {
	return talk.Flow{Name: "doors", Steps: []talk.Step{
		talk.Ask{Name: "doors", Show: r.showDoors, Take: only("open")},
		talk.Run{Name: "open", Do: r.openDoor},
		talk.Ask{Name: "opened", Take: onlyButtons, Show: func(context.Context, talk.Scene, talk.Answers) (talk.Screen, error) {
			return talk.Screen{
				Body: locales.DoorsOpened(), Rows: talk.Column(talk.Enter("doors", "", locales.DoorsButtonList())),
			}, nil
		}},
	}}
}

// ownDoors are the kinds of doors by which somebody comes in.
func (r *room) ownDoors(ctx context.Context, p people.Person) ([]string, error) {
	if len(p.Hats) == 0 {
		return nil, nil
	}
	all, err := r.desk.Wearers(ctx, p.Hats[0].Group)
	if err != nil {
		return nil, fmt.Errorf("reading by which doors somebody comes: %w", err)
	}
	for _, w := range all {
		if w.Person == p.ID {
			return w.Doors, nil
		}
	}
	return nil, nil
}

func (r *room) showDoors(ctx context.Context, sc talk.Scene, _ talk.Answers) (talk.Screen, error) {
	own, err := r.ownDoors(ctx, sc.Person)
	if err != nil {
		return talk.Screen{}, err
	}
	rows := talk.Column(talk.Option("open", locales.DoorsButtonOpen()))
	if sc.Door == "web" {
		rows = append(rows, talk.Row(talk.Enter(LeaveCommand, "", locales.DoorsButtonLeave())))
	}
	return talk.Screen{
		Body: locales.Paragraphs(locales.DoorsList(doorNames(own)), locales.DoorsPartLeaving("/forget")), Rows: rows,
	}, nil
}

// doorNames lists doors in words.
func doorNames(doors []string) locales.Text {
	names := map[string]locales.Text{
		"telegram": locales.DoorsTelegram(), "web": locales.DoorsWeb(), "terminal": locales.DoorsTerminal(),
	}
	var out []locales.Text
	for _, d := range doors {
		if n, ok := names[d]; ok {
			out = append(out, n)
		}
	}
	if len(out) == 0 {
		return locales.DoorsNone()
	}
	return locales.JoinList(out...)
}

// openDoor makes the code and says it, this once.
func (r *room) openDoor(_ context.Context, _ talk.Scene, _ talk.Answers, t *talk.Turn) error {
	code := r.chance.Code()
	t.Do = append(t.Do, people.OpenDoor{Code: code})
	t.Say = append(t.Say, talk.Message{Keep: true, Fresh: true, Body: locales.Paragraphs(
		locales.Lines(locales.DoorsReady(), locales.Raw(people.SpokenCode(code))),
		locales.DoorsPartUse("/join", int(people.DoorLife/time.Minute)),
		locales.DoorsPartSecret())})
	return nil
}

// leave has a browser forget who somebody is.
func (r *room) leave() talk.Flow {
	return talk.Flow{Name: LeaveCommand, Steps: []talk.Step{
		talk.YesNo{
			Name: "sure", Yes: locales.DoorsButtonLeave(), Into: sure,
			Ask: func(ctx context.Context, sc talk.Scene, _ talk.Answers) (locales.Text, error) {
				own, err := r.ownDoors(ctx, sc.Person)
				if err != nil {
					return locales.Text{}, err
				}
				var last locales.Text
				if slices.Equal(own, []string{"web"}) {
					last = locales.DoorsPartLast()
				}
				return locales.Lines(locales.DoorsAskLeave(), last), nil
			},
			Next: &talk.Branch{To: []string{"leave", talk.End}, Pick: func(a talk.Answers) string {
				if sure.Of(a) {
					return "leave"
				}
				return talk.End
			}},
		}.Step(),
		talk.Run{Name: "leave", Do: func(_ context.Context, _ talk.Scene, _ talk.Answers, t *talk.Turn) error {
			t.Do = append(t.Do, people.LeaveDoor{})
			return nil
		}},
		talk.Ask{Name: "left", Take: onlyButtons, Show: func(context.Context, talk.Scene, talk.Answers) (talk.Screen, error) {
			return talk.Screen{Body: locales.DoorsLeft()}, nil
		}},
	}}
}
