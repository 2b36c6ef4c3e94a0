package talk

import (
	"context"
	"testing"

	"signpost/bot/people"
	"signpost/locales"
)

// voiceBook has a question that takes a voice note and one that does not.
func voiceBook() Book {
	file := Answer[string]("file")
	show := func(_ context.Context, _ Scene, a Answers) (Screen, error) {
		if f := file.Of(a); f != "" {
			return Screen{Body: locales.Raw("heard"), Voice: &Voice{File: f}}, nil
		}
		return Screen{Body: locales.Raw("speak")}, nil
	}
	flow := Flow{Name: "speak", Steps: []Step{Ask{
		Name: "speak", Voice: true, Show: show,
		Take: func(_ context.Context, e Event, a Answers) error {
			s, ok := e.(Sent)
			if !ok || s.Seconds > 60 {
				return &Retry{locales.TalkTooLong()}
			}
			file.Set(a, s.File)
			return Stay
		},
		Next: Goto(End),
	}}}
	return NewBook(Book{
		Home: "menu",
		Entrances: []Entrance{
			{Command: "menu", For: []people.Role{people.Member}, Flow: Flow{Name: "menu", Steps: []Step{Ask{
				Name: "menu", Show: show,
				Take: func(_ context.Context, _ Event, a Answers) error { file.Set(a, "taken"); return Stay }, // it would take anything
			}}}},
			{Command: "speak", For: []people.Role{people.GroupAdmin}, Flow: flow, GroupOf: func(_ context.Context, arg string) (string, error) { return arg, nil }},
		},
		Urgent: func(Scene, Call) Message { return Message{} },
	})
}

// Nobody listens to a voice note, so whoever sends one is told whom to ring. Only
// the question that asks for one takes it, and only from who may be asked.
func TestVoiceNote(t *testing.T) {
	b := voiceBook()
	admin := Scene{Language: "en", Person: people.Person{Hats: []people.Hat{{Role: people.GroupAdmin, Group: "g"}}}}
	at := func(command, arg string) Conversation {
		turn, err := b.Step(t.Context(), admin, Conversation{ID: "c"}, Command{Name: command, Arg: arg})
		if err != nil {
			t.Fatal(err)
		}
		return turn.Conversation
	}
	spoken := Sent{Media: "voice", File: "f", Seconds: 20}
	for _, c := range []struct {
		name   string
		before Conversation
		who    Scene
		sent   Sent
		above  locales.Text // said above the question; zero when it is taken
	}{
		{"where it is asked for", at("speak", "g"), admin, spoken, locales.Text{}},
		{"where it is not", at("menu", ""), admin, spoken, locales.TalkTextOnly()},
		{"in a new chat", Conversation{ID: "c"}, admin, spoken, locales.TalkTextOnly()},
		{"a photo", at("speak", "g"), admin, Sent{Media: "photo"}, locales.TalkTextOnly()},
		{"at a door that has no sound", at("speak", "g"), admin, Sent{Media: "voice"}, locales.TalkTextOnly()},
		{"too long", at("speak", "g"), admin, Sent{Media: "voice", File: "f", Seconds: 61}, locales.TalkTooLong()},
		{"by who is no admin any more", at("speak", "g"), Scene{Language: "en"}, spoken, locales.TalkAccessEnded()},
	} {
		turn, err := b.Step(t.Context(), c.who, c.before, c.sent)
		if err != nil || len(turn.Say) != 1 {
			t.Fatalf("%s: %d messages, %v", c.name, len(turn.Say), err)
		}
		m := turn.Say[0]
		if c.above.IsZero() {
			if m.Voice == nil || m.Voice.File != "f" || !m.Fresh || !turn.Conversation.Kept {
				t.Errorf("%s: %+v, fresh %v, kept %v", c.name, m.Voice, m.Fresh, turn.Conversation.Kept)
			}
			continue
		}
		if m.Voice != nil || !m.Body.Equal(note(c.above, locales.Raw("speak"))) {
			t.Errorf("%s: says %v", c.name, m.Body)
		}
	}
}

// A file is brought once: who looks again at the same question, in another language
// or after a text that did not fit, has it already.
func TestFileIsBroughtOnce(t *testing.T) {
	made := &File{Name: "numbers.csv", Type: "text/csv", Body: []byte("visits,12\n")}
	page := func(name string, f *File) Ask {
		return Ask{
			Name: name,
			Show: func(context.Context, Scene, Answers) (Screen, error) {
				return Screen{Body: locales.Raw(name), File: f, Rows: Column(Option("on", locales.Raw("on")))}, nil
			},
			Take: func(_ context.Context, e Event, _ Answers) error {
				if _, ok := e.(Chose); !ok {
					return &Retry{locales.TalkNotUnderstood()}
				}
				return nil
			},
		}
	}
	b := NewBook(Book{
		Home: "menu",
		Entrances: []Entrance{{
			Command: "menu", For: []people.Role{people.Member},
			Flow: Flow{Name: "menu", Steps: []Step{page("numbers", nil), page("table", made), page("after", nil)}},
		}},
		Urgent: func(Scene, Call) Message { return Message{} },
	})
	sc, c := Scene{Language: "en"}, Conversation{ID: "c"}
	press := func() Event { return Chose{Conversation: c.ID, Turn: c.Turn, Option: "on"} }
	for i, step := range []struct {
		event       func() Event
		file, fresh bool
	}{
		{func() Event { return Command{Name: "menu"} }, false, true},
		{press, true, true},
		{func() Event { return Said{Text: "what"} }, false, true},
		{func() Event { return Resumed{} }, false, true},
		{press, false, true}, // words can't take the place of a file
	} {
		turn, err := b.Step(t.Context(), sc, c, step.event())
		if err != nil || len(turn.Say) != 1 {
			t.Fatalf("%d: %d messages, %v", i, len(turn.Say), err)
		}
		m := turn.Say[0]
		if (m.File == made) != step.file || m.Fresh != step.fresh {
			t.Errorf("%d: file %v, fresh %v", i, m.File, m.Fresh)
		}
		c = turn.Conversation
	}
}
