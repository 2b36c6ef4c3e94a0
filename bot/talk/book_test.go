package talk

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"signpost/bot/counts"
	"signpost/bot/listen"
	"signpost/bot/people"
	"signpost/locales"
)

// The book of these tests: a menu; a flow of all kinds of question; a flow laid
// over others; one that only a group's admin may open.
var (
	colour  = Answer[string]("colour")
	boxes   = Answer[[]string]("boxes")
	sure    = Answer[bool]("sure")
	age     = Answer[int]("age")
	found   = Answer[string]("found")
	keptIDs = []Choice{{"a", locales.Raw("a")}, {"b", locales.Raw("b")}, {"c", locales.Raw("c")}, {"d", locales.Raw("d")}}
)

func say(s string) Words {
	return func(context.Context, Scene, Answers) (locales.Text, error) { return locales.Raw(s), nil }
}

func restingPlace(name string) Ask {
	return Ask{
		Name: name,
		Show: func(context.Context, Scene, Answers) (Screen, error) {
			return Screen{Body: locales.Raw(name), Rows: [][]Button{{Enter("all", "", locales.Raw("go"))}}}, nil
		},
		Take: func(context.Context, Event, Answers) error { return &Retry{locales.TalkNotUnderstood()} },
	}
}

func testBook() Book {
	number := func(_ context.Context, text string) (int, error) {
		if len(text) > 3 || strings.Trim(text, "0123456789") != "" {
			return 0, &Retry{locales.TalkNotUnderstood()}
		}
		return len(text), nil
	}
	all := Flow{Name: "all", Steps: []Step{
		One{Name: "colour", Ask: say("colour"), Options: Always(keptIDs...), Into: colour, Page: 3, Skip: locales.ButtonSkip(), Next: &Branch{
			To: []string{"boxes", "sure"}, Pick: func(a Answers) string {
				if colour.Of(a) == "c" {
					return "sure"
				}
				return "boxes"
			},
		}}.Step(),
		Several{Name: "boxes", Ask: say("boxes"), Options: Always(keptIDs[:2]...), Into: boxes, Max: 1, Apart: []Choice{keptIDs[2]}, Done: locales.ButtonDone()}.Step(),
		YesNo{Name: "sure", Ask: say("sure"), Into: sure}.Step(),
		Typed[int]{Name: "age", Ask: say("age"), Parse: number, Into: age, Skip: locales.ButtonSkip()}.Step(),
		Search{
			Name: "search", Ask: say("search"), Into: found, None: locales.TalkNothingFound(), Page: 2,
			Find: func(_ context.Context, text string) ([]string, error) {
				if text == "nothing" {
					return nil, nil
				}
				return []string{"x", "y", "z"}, nil
			},
			Label: func(_ context.Context, id string) (locales.Text, error) { return locales.Raw(id), nil },
		}.Step(),
		Run{Name: "keep", Do: func(_ context.Context, _ Scene, _ Answers, t *Turn) error {
			t.Do = append(t.Do, people.RememberLanguage{Language: "ur"})
			t.Count = append(t.Count, counts.Entry{Kind: counts.Found})
			return nil
		}},
		restingPlace("kept"),
	}}
	everyone := []people.Role{people.Member}
	return NewBook(Book{
		Home: "menu",
		Entrances: []Entrance{
			{Command: "menu", For: everyone, Flow: Flow{Name: "menu", Steps: []Step{restingPlace("menu")}}},
			{Command: "all", For: everyone, Flow: all, Help: locales.ButtonMenu()},
			{Command: "over", For: everyone, Over: true, Flow: Flow{Name: "over", Steps: []Step{
				YesNo{Name: "ask", Ask: say("over"), Into: sure}.Step(),
				Run{Name: "set", Do: func(_ context.Context, _ Scene, _ Answers, t *Turn) error {
					t.Conversation.Language = "ur"
					return nil
				}},
			}}},
			{Command: "other", For: everyone, Over: true, Flow: Flow{Name: "other", Steps: []Step{restingPlace("other")}}},
			{Command: "away", For: everyone, Flow: Flow{Name: "away", Steps: []Step{
				Run{Name: "go", Do: func(context.Context, Scene, Answers, *Turn) error { return &Open{Command: "other"} }},
			}}},
			{Command: "admin", For: []people.Role{people.GroupAdmin}, Flow: Flow{Name: "admin", Steps: []Step{
				YesNo{Name: "ask", Ask: say("admin"), Into: sure}.Step(), restingPlace("in"),
			}}, GroupOf: func(_ context.Context, arg string) (string, error) { return arg, nil }},
			{Command: UrgentCommand, For: everyone, Help: locales.ButtonUrgent()},
		},
		Footer: func(_ Scene, _ string, back bool) [][]Button {
			row := []Button{Enter(UrgentCommand, "", locales.ButtonUrgent()), Enter("over", "", locales.ButtonLanguage())}
			if back {
				row = append(row, Back(locales.ButtonBack()))
			}
			return [][]Button{row}
		},
		Urgent: func(Scene, Call) Message { return Message{Body: locales.Raw("999"), Card: "card"} },
	})
}

// chat plays a conversation. The conversation goes through JSON after each event.
type chat struct {
	t     *testing.T
	book  Book
	conv  Conversation
	scene Scene
	turn  Turn
}

func newChat(t *testing.T) *chat {
	return &chat{t: t, book: testBook(), conv: Conversation{ID: "AAAAAAAAAAA"}, scene: Scene{Now: time.Unix(0, 0), Language: "en"}}
}

func (c *chat) does(e Event) *chat {
	c.t.Helper()
	turn, err := c.book.Step(context.Background(), c.scene, c.conv, e)
	if err != nil {
		c.t.Fatalf("%#v: %v", e, err)
	}
	raw, err := json.Marshal(turn.Conversation)
	if err != nil {
		c.t.Fatal(err)
	}
	c.conv = Conversation{}
	if err := json.Unmarshal(raw, &c.conv); err != nil {
		c.t.Fatal(err)
	}
	c.turn = turn
	return c
}

// presses presses a button of what was said last, by its option.
func (c *chat) presses(option string) *chat {
	c.t.Helper()
	for _, m := range c.turn.Say {
		for _, row := range m.Rows {
			for _, k := range row {
				if e, ok := ParseData(k.Data).(Chose); ok && e.Option == option {
					return c.does(e)
				}
			}
		}
	}
	c.t.Fatalf("there is no button %q at %s", option, c.at())
	return c
}

func (c *chat) at() string { return c.conv.Flow + "." + c.conv.Step }

func (c *chat) isAt(want string) *chat {
	c.t.Helper()
	if got := c.at(); got != want {
		c.t.Fatalf("at %s, want %s", got, want)
	}
	return c
}

// says reports whether the last turn said a message.
func (c *chat) says(want locales.Text) bool {
	return slices.ContainsFunc(c.turn.Say, func(m Message) bool {
		return strings.Contains(words(c.t, m.Body), words(c.t, want))
	})
}

func words(t *testing.T, text locales.Text) string {
	t.Helper()
	w, err := locales.Load()
	if err != nil {
		t.Fatal(err)
	}
	return w.Render("en", text)
}

func TestWayThrough(t *testing.T) {
	c := newChat(t).does(Command{Name: "all"}).isAt("all.colour")
	c.presses("page:1").isAt("all.colour").presses("page:0").presses("c").isAt("all.sure")
	c.presses("!back").isAt("all.colour").presses("a").isAt("all.boxes")
	c.presses("+a").presses("+c").presses("+b").isAt("all.boxes")
	if got := strings.Join(boxes.Of(c.conv.Answers), ","); got != "c,b" {
		t.Fatalf("boxes %s", got)
	}
	c.presses("-b").presses("done").isAt("all.sure").presses("yes").isAt("all.age")
	c.does(Said{Text: "old"}).isAt("all.age")
	if !c.says(locales.TalkNotUnderstood()) {
		t.Error("the first try that does not fit is not answered")
	}
	c.does(Said{Text: "very old"}).isAt("all.age")
	if !c.says(locales.TalkListAndRing()) {
		t.Error("after two tries nobody to ring is named")
	}
	c.does(Said{Text: "42"}).isAt("all.search")
	c.does(Said{Text: "nothing"}).isAt("all.search").does(Said{Text: "word"}).presses("page:1").presses("z").isAt("all.kept")
	if len(c.turn.Do) != 1 || len(c.turn.Count) != 1 {
		t.Fatalf("effects %v counts %v", c.turn.Do, c.turn.Count)
	}
	if len(c.conv.Trail) != 0 {
		t.Error("Back leads over an effect")
	}
	for name, raw := range c.conv.Answers {
		for _, typed := range []string{"old", "very old", "nothing", "word"} {
			if strings.Contains(string(raw), typed) {
				t.Errorf("what was typed is kept under %s", name)
			}
		}
	}
}

func TestSeveralKeepsToItsLimit(t *testing.T) {
	c := newChat(t).does(Command{Name: "all"}).presses("a").isAt("all.boxes")
	c.presses("+c").presses("+a").presses("+b")
	// The limit is one; c does not count for it.
	if got := strings.Join(boxes.Of(c.conv.Answers), ","); got != "c,b" {
		t.Errorf("boxes %s", got)
	}
	// The same tap twice does no harm, and two quick taps both count.
	first := c.turn
	c.presses("-b")
	c.turn = first
	c.presses("-b")
	c.turn = first
	c.presses("+a")
	if got := strings.Join(boxes.Of(c.conv.Answers), ","); got != "c,a" {
		t.Errorf("boxes %s", got)
	}
}

func TestButtons(t *testing.T) {
	t.Run("DoubleTap", func(t *testing.T) {
		c := newChat(t).does(Command{Name: "all"})
		before := c.turn
		c.presses("c").isAt("all.sure")
		c.turn = before
		c.presses("c").isAt("all.sure")
		if len(c.turn.Say) != 0 {
			t.Error("the second of two taps was answered")
		}
	})
	t.Run("Old", func(t *testing.T) {
		c := newChat(t).does(Command{Name: "all"})
		before := c.turn
		c.presses("c").presses("yes").isAt("all.age")
		c.turn = before
		c.presses("a").isAt("all.age")
		if !c.says(locales.TalkOldButton()) {
			t.Error("an old button is not said to be old")
		}
	})
	t.Run("OfAnotherConversation", func(t *testing.T) {
		c := newChat(t).does(Command{Name: "all"})
		c.does(Chose{Conversation: "BBBBBBBBBBB", Turn: c.conv.Turn, Option: "c"}).isAt("all.colour")
	})
	t.Run("StandingMonthsLater", func(t *testing.T) {
		c := newChat(t).does(ParseData(StandingData("all", ""))).isAt("all.colour")
		c.does(Chose{Conversation: "BBBBBBBBBBB", Turn: 7, Option: "!over"}).isAt("over.ask")
	})
	t.Run("Edit", func(t *testing.T) {
		c := newChat(t).does(Command{Name: "all"})
		if !c.turn.Say[0].Fresh {
			t.Error("the answer to a command edits a message")
		}
		c.presses("c")
		if c.turn.Say[0].Fresh {
			t.Error("the answer to a tap does not edit the message that was tapped")
		}
	})
}

func TestLaidOver(t *testing.T) {
	c := newChat(t).does(Command{Name: "all"}).presses("c").isAt("all.sure")
	c.presses("!over").isAt("over.ask").does(Command{Name: "other"}).isAt("other.other")
	if len(c.conv.Below) != 2 {
		t.Fatalf("%d flows wait", len(c.conv.Below))
	}
	c.does(Command{Name: "over"}).isAt("over.ask")
	if len(c.conv.Below) != 1 {
		t.Fatalf("a flow lies over itself: %v", c.conv.Below)
	}
	c.presses("yes").isAt("all.sure")
	if c.conv.Language != "ur" {
		t.Error("the language did not change in place")
	}
	c.presses("yes").isAt("all.age")
	c.does(Command{Name: "other"}).presses("!back").isAt("all.age")
	c.does(Command{Name: "away"}).isAt("other.other")
	if len(c.conv.Below) != 0 {
		t.Errorf("a step that says nothing waits below: %v", c.conv.Below)
	}
}

func TestUrgentComesFirst(t *testing.T) {
	for _, e := range []Event{
		Command{Name: UrgentCommand},
		Chose{Option: "!" + UrgentCommand},
		ParseData(StandingData(UrgentCommand, "")),
		Said{Text: "x", Heard: listen.Heard{Level: listen.Danger}},
	} {
		c := newChat(t).does(Command{Name: "all"}).presses("c")
		before := c.conv
		c.does(e)
		if len(c.turn.Say) != 1 || words(t, c.turn.Say[0].Body) != "999" {
			t.Errorf("%#v is not answered with the card", e)
		}
		if before.Step != c.conv.Step || before.Turn != c.conv.Turn {
			t.Errorf("%#v moved the conversation", e)
		}
		if len(c.turn.Count) != 1 || c.turn.Count[0] != (counts.Entry{Kind: counts.UrgentShown}) {
			t.Errorf("%#v is counted as %v", e, c.turn.Count)
		}
		c.does(Command{Name: "go_on"}).isAt("all.sure")
	}
}

func TestWhoMay(t *testing.T) {
	admin := people.Person{Hats: []people.Hat{{Role: people.GroupAdmin, Group: "g1"}}}
	c := newChat(t).does(Command{Name: "admin", Arg: "g1"}).isAt("menu.menu")
	if !c.says(locales.TalkNotAllowed()) {
		t.Error("a refusal is not said")
	}
	c.scene.Person = admin
	c.does(Command{Name: "admin", Arg: "g2"}).isAt("menu.menu")
	c.does(Command{Name: "admin", Arg: "g1"}).isAt("admin.ask")
	c.scene.Person = people.Person{}
	c.presses("yes").isAt("menu.menu")
	if !c.says(locales.TalkAccessEnded()) {
		t.Error("a removed admin's open conversation does not end politely")
	}
}

func TestBadInput(t *testing.T) {
	for _, c := range []struct {
		name string
		e    Event
		want locales.Text
	}{
		{"long", Said{Text: strings.Repeat("x", 10_000)}, locales.TalkTooLong()},
		{"nothing but marks", Said{Text: "\u200b\u202e\u2066"}, locales.TalkNotUnderstood()},
		{"photo", Sent{Media: "photo"}, locales.TalkTextOnly()},
		{"sticker", Sent{Media: "sticker"}, locales.TalkTextOnly()},
		{"location", Shared{}, locales.TalkChooseOne()},
		{"unknown command", Command{Name: "nonsense"}, locales.TalkNotUnderstood()},
		{"no data of ours", ParseData("junk"), locales.TalkOldButton()},
		{"cancel", Command{Name: "cancel"}, locales.TalkCancelled()},
	} {
		t.Run(c.name, func(t *testing.T) {
			chat := newChat(t).does(Command{Name: "all"}).presses("c").does(c.e)
			if !chat.says(c.want) {
				t.Errorf("%v is not said", c.want)
			}
			if c.name != "cancel" {
				chat.isAt("all.sure")
			}
		})
	}
}

func TestStepGone(t *testing.T) {
	for _, gone := range []Conversation{
		{ID: "AAAAAAAAAAA", Flow: "all", Step: "was"},
		{ID: "AAAAAAAAAAA", Flow: "was", Step: "was"},
		{ID: "AAAAAAAAAAA", Flow: "all", Step: "keep"},
		{ID: "AAAAAAAAAAA", Flow: "over", Step: "ask", Below: []Frame{{Flow: "was", Step: "was"}}},
	} {
		c := newChat(t)
		c.conv = gone
		c.does(Said{Text: "hello"})
		if gone.Flow == "over" {
			c.does(Resumed{}).presses("yes")
		}
		c.isAt("menu.menu")
		if !c.says(locales.TalkStepGone()) {
			t.Errorf("%s.%s: nobody is told", gone.Flow, gone.Step)
		}
	}
}

func TestCountedOnce(t *testing.T) {
	c := newChat(t)
	for range 2 {
		c.conv.Flow, c.conv.Step, c.conv.Answers = "all", "search", Answers{}
		c.does(Said{Text: "word"}).presses("x")
	}
	if len(c.turn.Count) != 0 {
		t.Errorf("the same cell was counted twice in a conversation: %v", c.turn.Count)
	}
}

// What sounds heavy gets one line in front of the ordinary answer, and that is
// the answer to every kind of message, also one that does not fit.
func TestGentle(t *testing.T) {
	gentle := listen.Heard{Level: listen.Gentle}
	for _, text := range []string{"42", "very old", strings.Repeat("x", 10_000), "\u200b"} {
		c := newChat(t).does(Command{Name: "all"}).presses("c").presses("yes").isAt("all.age")
		plain := newChat(t).does(Command{Name: "all"}).presses("c").presses("yes").does(Said{Text: text})
		c.does(Said{Text: text, Heard: gentle})
		if c.at() != plain.at() || !c.turn.Gentle {
			t.Errorf("%.10q leads to %s, without it to %s", text, c.at(), plain.at())
		}
		want := words(t, locales.UrgentGentle()) + "\n\n" + words(t, plain.turn.Say[0].Body)
		if got := words(t, c.turn.Say[0].Body); got != want {
			t.Errorf("%.10q is answered %q, want %q", text, got, want)
		}
	}
	c := newChat(t).does(Command{Name: "all"}).presses("c").presses("yes")
	c.scene.Gentle = true
	if c.does(Said{Text: "very old", Heard: gentle}); c.says(locales.UrgentGentle()) || c.turn.Gentle {
		t.Error("the line is said twice running")
	}
	c.does(Said{Text: "very old", Heard: listen.Heard{WhoKnows: true}})
	if !c.says(locales.UrgentGentlePrivate()) || c.turn.Gentle {
		t.Error("who reads this is not said")
	}
}
