package member

import (
	"context"
	"slices"

	"signpost/bot/counts"
	"signpost/bot/listen"
	"signpost/bot/people"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

const (
	startFlow = "start"
	menuFlow  = "menu"
)

var (
	payloadService = talk.Answer[directory.ID]("service")
	payloadPoster  = talk.Answer[string]("poster")
	payloadCode    = talk.Answer[string]("code")  // an invitation's
	payloadAsked   = talk.Answer[string]("asked") // what was typed in answer to "which language?" asks for
	knownLanguage  = talk.Answer[bool]("known_language")
	chosenLanguage = talk.Answer[string]("language")
)

func (m member) beginStart(arg string, sc talk.Scene) talk.Answers {
	a := talk.Answers{}
	service, poster := readPayload(arg)
	if service != "" {
		payloadService.Set(a, service)
	}
	if code := readCode(arg); code != "" && m.staff.Joins {
		payloadCode.Set(a, code)
	}
	if poster != "" {
		payloadPoster.Set(a, poster)
	}
	return a
}

// start is the first contact: the language, then the honest lines, or the card
// that a link leads to.
func (m member) start() talk.Flow {
	return talk.Flow{Name: startFlow, Steps: []talk.Step{
		talk.Run{Name: "opened", Do: opened, Next: &talk.Branch{
			To: []string{"language", "arrive"},
			Pick: func(a talk.Answers) string {
				if knownLanguage.Of(a) {
					return "arrive"
				}
				return "language"
			},
		}},
		askLanguage(),
		talk.Run{Name: "set", Do: setLanguage},
		talk.Run{Name: "arrive", Do: arrive},
		talk.Ask{Name: "hello", Show: m.showHello, Take: m.takeMenu},
	}}
}

func opened(_ context.Context, sc talk.Scene, a talk.Answers, t *talk.Turn) error {
	if p := payloadPoster.Of(a); p != "" {
		t.Conversation.Poster = p
	}
	t.Count = append(t.Count, counts.Entry{Kind: counts.Opened})
	if t.Conversation.Language != "" {
		knownLanguage.Set(a, true)
	}
	return nil
}

// arrive goes on to what a link leads to.
func arrive(_ context.Context, _ talk.Scene, a talk.Answers, _ *talk.Turn) error {
	if code := payloadCode.Of(a); code != "" {
		return &talk.Open{Command: "join", Arg: code}
	}
	if id := payloadService.Of(a); id != "" {
		return &talk.Open{Command: "card", Arg: id.Short()}
	}
	if arg := payloadAsked.Of(a); arg != "" {
		payloadAsked.Clear(a)
		return &talk.Open{Command: "find", Arg: forFirst + arg[len(forAsked):]}
	}
	return nil
}

// menu is where everything begins and ends.
func (m member) menu() talk.Flow {
	return talk.Flow{Name: menuFlow, Steps: []talk.Step{
		talk.Ask{Name: "menu", Show: m.showMenu, Take: m.takeMenu},
	}}
}

// showHello is the first screen: what this is, honestly, and then the way on.
func (m member) showHello(_ context.Context, sc talk.Scene, _ talk.Answers) (talk.Screen, error) {
	body := []locales.Text{locales.MenuHello(m.area.Name)}
	if m.area.Demo {
		body = append(body, locales.MenuPartExample())
	}
	return talk.Screen{Body: locales.Paragraphs(append(body, honest(sc))...), Rows: m.menuRows(sc)}, nil
}

// honest is what everybody is told at the first contact: a machine, nobody reads
// this, 999 in danger, and who can read the chat.
func honest(sc talk.Scene) locales.Text {
	who := locales.MenuPartWeb()
	if sc.Door == "telegram" {
		who = locales.MenuPartTelegram()
	}
	return locales.Lines(locales.MenuPartHonest(), who)
}

func (m member) showMenu(_ context.Context, sc talk.Scene, _ talk.Answers) (talk.Screen, error) {
	body := locales.MenuAsk()
	if m.area.Demo {
		body = locales.Paragraphs(locales.MenuPartExample(), body)
	}
	return talk.Screen{Body: body, Rows: m.menuRows(sc)}, nil
}

// menuRows are what one can do. Who wears a hat came for what it lets them do.
func (m member) menuRows(sc talk.Scene) [][]talk.Button {
	var rows [][]talk.Button
	if sc.Person.Staff() {
		rows = m.staff.Menu(sc.Person)
		if sc.Door == "web" {
			rows = append(rows, talk.Row(talk.Enter("leave_computer", "", locales.DoorsButtonLeave())))
		}
	}
	return append(rows, talk.Column(
		talk.Enter("find", forMe, locales.MenuButtonMe()),
		talk.Enter("find", forSomeone, locales.MenuButtonSomeone()),
		talk.Enter("guide", "", locales.MenuButtonGuide()),
		talk.Enter("privacy", "", locales.MenuButtonPrivacy()),
		talk.Enter("help", "", locales.MenuButtonHelp()),
	)...)
}

// takeMenu reads what somebody types instead of pressing. What was typed is not
// kept.
func (m member) takeMenu(ctx context.Context, e talk.Event, a talk.Answers) error {
	said, ok := e.(talk.Said)
	if !ok {
		return &talk.Retry{Text: locales.TalkChooseOne()}
	}
	return m.takeSaid(ctx, said, a)
}

// takeSaid reads a text by itself: a place; what help is asked for, where, and in
// which language; the name of a group.
func (m member) takeSaid(ctx context.Context, said talk.Said, _ talk.Answers) error {
	text, h := said.Text, said.Heard
	places, err := m.dir.Places(ctx)
	if err != nil {
		return err
	}
	asked := askedArg(h)
	if len(needsOf(h)) > 0 && asked != "" {
		return &talk.Open{Command: "find", Arg: asked}
	}
	if f := places.Look(text); f.Place != nil && f.Place.Kind != directory.PlaceOutside && !f.Guessed {
		return &talk.Open{Command: "find", Arg: forMe + "." + f.Place.Name}
	}
	found, err := m.dir.Search(ctx, text, maxNames)
	if err != nil {
		return err
	}
	found = slices.DeleteFunc(found, func(s *directory.Service) bool { return !s.Shown() })
	if len(found) > 0 {
		return &talk.Open{Command: "names", Arg: shortIDs(found)}
	}
	if asked != "" {
		return &talk.Open{Command: "find", Arg: asked}
	}
	if h.Level != listen.None {
		return talk.Stay // see takeNeed
	}
	return &talk.Retry{Text: locales.TalkNotUnderstood()}
}

// askLanguage offers the languages in their own script, that of the phone first.
func askLanguage() talk.Ask {
	return talk.One{
		Name: "language",
		Ask: func(_ context.Context, sc talk.Scene, _ talk.Answers) (locales.Text, error) {
			var drafts []locales.Text
			for _, l := range languagesFor(sc.App) {
				if locales.IsDraft(l.Tag) {
					drafts = append(drafts, locales.Raw(l.Own))
				}
			}
			ask := locales.LanguageAsk()
			if len(drafts) == 0 {
				return ask, nil
			}
			return locales.Paragraphs(ask, locales.LanguagePartDraft(locales.JoinList(drafts...))), nil
		},
		Options: func(_ context.Context, sc talk.Scene, _ talk.Answers) ([]talk.Choice, error) {
			var c []talk.Choice
			for _, l := range languagesFor(sc.App) {
				c = append(c, talk.Choice{ID: l.Tag, Label: locales.Raw(l.Own)})
			}
			return c, nil
		},
		Into:  chosenLanguage,
		Typed: languageSaid,
	}.Step()
}

// languageSaid takes a language from the words that were typed in it. What they
// ask for is not lost.
func languageSaid(_ context.Context, said talk.Said, a talk.Answers) error {
	tag := locales.Match(said.Heard.Written)
	if tag == "" {
		return &talk.Retry{Text: locales.TalkChooseOne()}
	}
	chosenLanguage.Set(a, tag)
	if arg := askedArg(said.Heard); arg != "" {
		payloadAsked.Set(a, arg)
	}
	return nil
}

func languagesFor(app string) []locales.Language {
	all := locales.Languages()
	slices.SortStableFunc(all, func(a, b locales.Language) int {
		switch {
		case a.Tag == b.Tag:
			return 0
		case a.Tag == app:
			return -1
		case b.Tag == app:
			return 1
		}
		return 0
	})
	return all
}

func setLanguage(_ context.Context, sc talk.Scene, a talk.Answers, t *talk.Turn) error {
	tag := chosenLanguage.Of(a)
	t.Conversation.Language = tag
	if sc.Person.ID != "" {
		t.Do = append(t.Do, people.SpeakLanguage{Language: tag})
	}
	t.Count = append(t.Count, counts.Entry{Kind: counts.LanguageChosen, Language: tag})
	return nil
}

var (
	mayRemember = talk.Answer[bool]("may_remember")
	remember    = talk.Answer[bool]("remember")
)

// beginLanguage takes the language that a button offers by name.
func beginLanguage(arg string, _ talk.Scene) talk.Answers {
	a := talk.Answers{}
	if l, ok := locales.Find(arg); ok {
		chosenLanguage.Set(a, l.Tag)
	}
	return a
}

// language changes the language in place: what waits below is shown again. Where
// a chat stays for years it asks whether to remember the language, which it does
// not do unasked: telephones are shared.
func (m member) language() talk.Flow {
	return talk.Flow{Name: "language", Steps: []talk.Step{
		talk.Run{Name: "offered", Do: nothing, Next: &talk.Branch{
			To: []string{"language", "set"}, Pick: func(a talk.Answers) string {
				if _, offered := chosenLanguage.Get(a); offered {
					return "set"
				}
				return "language"
			},
		}},
		askLanguage(),
		talk.Run{Name: "set", Do: func(ctx context.Context, sc talk.Scene, a talk.Answers, t *talk.Turn) error {
			mayRemember.Set(a, sc.Door != "web" && sc.Remembered != chosenLanguage.Of(a))
			return setLanguage(ctx, sc, a, t)
		}, Next: &talk.Branch{To: []string{"remember", talk.End}, Pick: func(a talk.Answers) string {
			if mayRemember.Of(a) {
				return "remember"
			}
			return talk.End
		}}},
		talk.YesNo{
			Name: "remember", Ask: talk.Say(locales.LanguageAskRemember), Into: remember,
			Yes: locales.LanguageButtonRemember(), No: locales.LanguageButtonNot(),
		}.Step(),
		talk.Run{Name: "kept", Do: func(_ context.Context, _ talk.Scene, a talk.Answers, t *talk.Turn) error {
			keep := people.RememberLanguage{}
			if remember.Of(a) {
				keep.Language = chosenLanguage.Of(a)
			}
			t.Do = append(t.Do, keep)
			return nil
		}},
	}}
}
