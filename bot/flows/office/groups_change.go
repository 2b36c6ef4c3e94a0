package office

import (
	"context"
	"errors"
	"net/mail"
	"net/url"
	"strconv"
	"strings"
	"unicode/utf8"

	"signpost/bot/people"
	"signpost/bot/talk"
	"signpost/bot/upkeep"
	"signpost/directory"
	"signpost/locales"
)

// changeGroup pauses a group, lets it go on, or ends it, with its listings. One that
// ends takes no part any more, and nobody wears a hat in it.
func (o office) changeGroup(ctx context.Context, sc talk.Scene, a talk.Answers, t *talk.Turn) error {
	g, err := o.dir.Organisation(ctx, groupID.Of(a))
	if errors.Is(err, directory.ErrNotFound) {
		doing.Clear(a)
		return nil
	}
	if err != nil {
		return err
	}
	c := directory.Change{Organisation: &g, Today: directory.DateOf(sc.Now)}
	e := upkeep.Entry{Day: c.Today, Role: people.Coordinator, Group: string(g.ID), Field: directory.FieldStatus}
	var do []talk.Effect
	switch doing.Of(a) {
	case pauseGroup:
		c.Every, e.What = directory.TemporarilyClosed, "group_paused"
	case resumeGroup:
		c.Every, e.What = directory.Active, "group_resumed"
	default:
		c.Every, e.What = directory.Inactive, "group_ended"
		g.Community = false
		wearers, err := o.desk.Wearers(ctx, string(g.ID))
		if err != nil {
			return err
		}
		for _, w := range wearers {
			do = append(do, people.TakeOff{Person: w.Person, Hat: w.Hat})
		}
	}
	e.After = strconv.Quote(string(c.Every))
	t.Apply = &talk.Apply{Change: c, Do: append([]talk.Effect{upkeep.Record{Entry: e}}, do...)}
	return nil
}

var (
	newName    = talk.Answer[string]("name")
	newEmail   = talk.Answer[string]("email")
	newWebsite = talk.Answer[string]("website")
)

// groupNew sets a group up: its name, and how the office reaches it.
func (o office) groupNew() talk.Flow {
	return talk.Flow{Name: "group_new", Steps: []talk.Step{
		talk.Typed[string]{Name: "name", Ask: talk.Say(locales.GroupsAskName), Parse: o.parseName, Into: newName}.Step(),
		talk.Typed[string]{Name: "email", Ask: talk.Say(locales.GroupsAskEmail), Parse: parseEmail, Into: newEmail, Skip: locales.ButtonSkip()}.Step(),
		talk.Typed[string]{Name: "website", Ask: talk.Say(locales.GroupsAskWebsite), Parse: parseWebsite, Into: newWebsite, Skip: locales.ButtonSkip()}.Step(),
		talk.YesNo{
			Name: "sure", Into: sure, Yes: locales.GroupsButtonSave(), No: locales.GroupsButtonLeave(),
			Ask: func(_ context.Context, _ talk.Scene, a talk.Answers) (locales.Text, error) {
				return locales.Lines(locales.GroupsAskSave(), locales.CardPartName(locales.Own{English: newName.Of(a)}),
					locales.Raw(newEmail.Of(a)), locales.Raw(newWebsite.Of(a))), nil
			},
			Next: &talk.Branch{To: []string{"make", talk.End}, Pick: func(a talk.Answers) string {
				if sure.Of(a) {
					return "make"
				}
				return talk.End
			}},
		}.Step(),
		talk.Run{Name: "make", Do: o.makeGroup},
		talk.Await{Name: "wait", Into: outcome}.Step(),
		talk.Ask{Name: "done", Show: showMade, Take: stays, Next: talk.Goto(talk.End)},
	}}
}

// maxName is how many signs the name of a group may have.
const maxName = 80

func (o office) parseName(ctx context.Context, text string) (string, error) {
	name := talk.Clean(text)
	if n := utf8.RuneCountInString(name); n < 3 || n > maxName || strings.ContainsAny(name, "<>") {
		return "", &talk.Retry{Text: locales.GroupsBadName()}
	}
	all, err := o.dir.Groups(ctx)
	if err != nil {
		return "", err
	}
	for _, g := range all {
		if strings.EqualFold(g.Name, name) {
			return "", &talk.Retry{Text: locales.GroupsNameTaken()}
		}
	}
	return name, nil
}

func parseEmail(_ context.Context, text string) (string, error) {
	a, err := mail.ParseAddress(talk.Clean(text))
	if err != nil || a.Name != "" || !strings.Contains(a.Address[strings.LastIndex(a.Address, "@"):], ".") {
		return "", &talk.Retry{Text: locales.GroupsBadEmail()}
	}
	return a.Address, nil
}

func parseWebsite(_ context.Context, text string) (string, error) {
	text = talk.Clean(text)
	if !strings.Contains(text, "://") {
		text = "https://" + text
	}
	u, err := url.Parse(text)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || !strings.Contains(u.Hostname(), ".") || strings.ContainsAny(text, " <>\"") {
		return "", &talk.Retry{Text: locales.GroupsBadWebsite()}
	}
	return u.String(), nil
}

func (o office) makeGroup(_ context.Context, sc talk.Scene, a talk.Answers, t *talk.Turn) error {
	g := directory.Organisation{ID: o.id(), Name: newName.Of(a), Email: newEmail.Of(a), Website: newWebsite.Of(a), Community: true}
	g.Origin = directory.Origin{Owner: string(g.ID), Source: string(g.ID), SourceID: string(g.ID), Mark: directory.MarkB}
	groupID.Set(a, g.ID)
	today := directory.DateOf(sc.Now)
	t.Apply = &talk.Apply{Change: directory.Change{Organisation: &g, Today: today}, Do: []talk.Effect{upkeep.Record{Entry: upkeep.Entry{
		Day: today, Role: people.Coordinator, Group: string(g.ID), What: "group_made", Field: directory.FieldName, After: strconv.Quote(g.Name),
	}}}}
	return nil
}

func showMade(_ context.Context, _ talk.Scene, a talk.Answers) (talk.Screen, error) {
	if !outcome.Of(a).OK {
		return talk.Screen{Body: locales.UpkeepNotSaved(), Rows: [][]talk.Button{toGroups()}}, nil
	}
	short := groupID.Of(a).Short()
	return talk.Screen{Body: locales.GroupsMade(), Rows: [][]talk.Button{
		{talk.Enter("invite", short, locales.GroupsButtonInvite())}, {talk.Enter("group", short, locales.GroupsButtonGroup())},
	}}, nil
}
