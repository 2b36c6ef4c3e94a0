package channeltest

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"signpost/bot/channel"
)

// shows has the person write something and the letters answer it.
func (t *suite) shows(letters ...channel.Letter) Took {
	t.Helper()
	t.s.Answers(func(channel.Inbound) []channel.Letter { return letters })
	in := t.says("hello")
	t.s.Answers(nil)
	t.checkFrom(in)
	return in
}

// pressing has the person press a button and the letters of f answer it.
func (t *suite) pressing(label string, f func(channel.Inbound) []channel.Letter) Took {
	t.Helper()
	t.s.Answers(f)
	t.person.Press(label)
	in := t.s.Next()
	t.s.Answers(nil)
	t.checkFrom(in)
	return in
}

// find is the newest message on the screen that holds text.
func (t *suite) find(text string) (Shown, bool) {
	t.Helper()
	screen := t.person.Screen()
	for _, m := range slices.Backward(screen) {
		if strings.Contains(Plain(m.Text), text) {
			return m, true
		}
	}
	return Shown{}, false
}

// see is find for a message that must be there.
func (t *suite) see(text string) Shown {
	t.Helper()
	m, ok := t.find(text)
	if !ok {
		t.Fatalf("%q is not on the screen: %+v", text, t.person.Screen())
	}
	return m
}

// Plain takes the direction marks out of a text and makes every run of white
// space one space, so that a door may wrap and mark what it shows.
func Plain(text string) string {
	text = strings.Map(func(r rune) rune {
		if r == '\u200e' || r == '\u200f' || r >= '\u2066' && r <= '\u2069' {
			return -1
		}
		return r
	}, text)
	return strings.Join(strings.Fields(text), " ")
}

// row makes one row of buttons whose data is their label with a prefix.
func row(labels ...string) []channel.Button {
	var r []channel.Button
	for _, l := range labels {
		r = append(r, channel.Button{Label: l, Data: "d:" + l})
	}
	return r
}

func letter(t *suite) {
	in := t.shows(channel.Letter{Language: "en", HTML: "<b>Tea &amp; talk</b>\n5 &lt; 6, <i>free</i> of charge"})
	t.see("Tea & talk 5 < 6, free of charge")
	if t.door.Abilities().Edits && in.Sent[0].Message == "" {
		t.Error("the door can edit, but gives no id to edit by")
	}
}

func empty(t *suite) {
	t.s.Answers(func(channel.Inbound) []channel.Letter { return []channel.Letter{{HTML: " \n"}} })
	in := t.says("hello")
	if !errors.Is(in.Errs[0], channel.Refused) {
		t.Errorf("error %v, want Refused", in.Errs[0])
	}
}

func longLetter(t *suite) {
	var lines []string
	for i := range 700 {
		lines = append(lines, fmt.Sprintf("<b>Line %d</b> of tea &amp; talk.", i))
	}
	t.shows(channel.Letter{HTML: strings.Join(lines, "\n"), Rows: [][]channel.Button{row("Next")}})
	var all strings.Builder
	screen := t.person.Screen()
	for _, m := range screen {
		all.WriteString(m.Text + "\n")
	}
	seen, at := Plain(all.String()), 0
	for i := range 700 {
		line := fmt.Sprintf("Line %d of tea & talk.", i)
		found := strings.Index(seen[at:], line)
		if found < 0 {
			t.Fatalf("%q is missing or out of order", line)
		}
		at += found + len(line)
	}
	if last := screen[len(screen)-1]; !slices.Equal(last.Buttons, []string{"Next"}) {
		t.Errorf("the last message has the buttons %q, want Next", last.Buttons)
	}
}

func press(t *suite) {
	asked := t.shows(channel.Letter{HTML: "Which one?", Rows: [][]channel.Button{row("Tea", "Talk"), row("Back")}})
	if m := t.see("Which one?"); !slices.Equal(m.Buttons, []string{"Tea", "Talk", "Back"}) {
		t.Errorf("buttons %q, want Tea, Talk, Back", m.Buttons)
	}
	in := t.pressing("Talk", nil)
	if in.Data != "d:Talk" || in.Text != "" {
		t.Errorf("data %q, text %q, want d:Talk alone", in.Data, in.Text)
	}
	if in.Chat != asked.Chat {
		t.Errorf("the tap came from chat %v, the text from %v", in.Chat, asked.Chat)
	}
	if t.door.Abilities().Edits && in.Tapped != asked.Sent[0].Message {
		t.Errorf("tapped %q, want %q", in.Tapped, asked.Sent[0].Message)
	}
}

func fullData(t *suite) {
	data := strings.Repeat("ż", 32)
	t.shows(channel.Letter{HTML: "Which one?", Rows: [][]channel.Button{{{Label: "Full", Data: data}}}})
	if in := t.pressing("Full", nil); in.Data != data {
		t.Errorf("data %q, want %q", in.Data, data)
	}
}

func link(t *suite) {
	const url = "https://example.org/find?a=1&b=2"
	t.shows(channel.Letter{HTML: "Read more:", Rows: [][]channel.Button{{{Label: "Open", URL: url}}}})
	if m := t.see("Read more:"); m.Links["Open"] != url {
		t.Errorf("links %v, want Open to lead to %s", m.Links, url)
	}
}

func rightToLeft(t *suite) {
	t.shows(channel.Letter{
		Language: "ar", RTL: true, HTML: "عن ماذا تبحث؟",
		Rows: [][]channel.Button{row("نعم", "لا"), row("رجوع")},
	})
	if m := t.see("عن ماذا تبحث؟"); !slices.Equal(m.Buttons, []string{"نعم", "لا", "رجوع"}) {
		t.Errorf("buttons in reading order %q", m.Buttons)
	}
	if in := t.pressing("لا", nil); in.Data != "d:لا" {
		t.Errorf("data %q, want that of the button that was pressed", in.Data)
	}
}

func edit(t *suite) {
	t.shows(channel.Letter{HTML: "First question", Rows: [][]channel.Button{row("Yes")}})
	t.pressing("Yes", func(in channel.Inbound) []channel.Letter {
		return []channel.Letter{{HTML: "Second question", Rows: [][]channel.Button{row("No")}, Edit: in.Tapped, Callback: in.Callback}}
	})
	if m := t.see("Second question"); !slices.Equal(m.Buttons, []string{"No"}) {
		t.Errorf("buttons %q, want No", m.Buttons)
	}
	if _, still := t.find("First question"); still && t.door.Abilities().Edits {
		t.Error("the first question is still on the screen")
	}
	if in := t.pressing("No", nil); in.Data != "d:No" {
		t.Errorf("data %q, want d:No", in.Data)
	}
}

func editGone(t *suite) {
	t.shows(channel.Letter{HTML: "Here again", Edit: "987654321"})
	t.see("Here again")
}

func editAgain(t *suite) {
	first := t.shows(channel.Letter{HTML: "The same"})
	t.shows(channel.Letter{HTML: "The same", Edit: first.Sent[0].Message})
	t.see("The same")
}

func keep(t *suite) {
	t.shows(
		channel.Letter{HTML: "A card", Keep: true, Rows: [][]channel.Button{row("Map")}},
		channel.Letter{HTML: "A question", Rows: [][]channel.Button{row("Yes")}},
	)
	t.see("A card")
	t.see("A question")
	if in := t.pressing("Map", nil); in.Data != "d:Map" {
		t.Errorf("data %q, want that of the card's button", in.Data)
	}
}

func popup(t *suite) {
	if !t.door.Abilities().Popups {
		t.Skip("the door has no pop-ups")
	}
	t.shows(channel.Letter{HTML: "Numbers", Rows: [][]channel.Button{row("Show")}})
	before := len(t.person.Screen())
	t.pressing("Show", func(in channel.Inbound) []channel.Letter {
		return []channel.Letter{{Popup: "Ring 01632 960001 & ask", Callback: in.Callback}}
	})
	if got := t.person.Popup(); got != "Ring 01632 960001 & ask" {
		t.Errorf("pop-up %q", got)
	}
	if after := len(t.person.Screen()); after != before {
		t.Errorf("the pop-up left a message: %d on the screen, %d before", after, before)
	}
}

func remove(t *suite) {
	in := t.shows(channel.Letter{HTML: "One"}, channel.Letter{HTML: "Two"}, channel.Letter{HTML: "Three"})
	ids := []string{in.Sent[0].Message, in.Sent[1].Message}
	after := t.shows(channel.Letter{Delete: ids})
	if !t.door.Abilities().Deletes {
		if !slices.Equal(after.Sent[0].Kept, ids) {
			t.Errorf("the door can't delete and names %q as kept, want %q", after.Sent[0].Kept, ids)
		}
		return
	}
	if len(after.Sent[0].Kept) > 0 {
		t.Errorf("kept %q, want none", after.Sent[0].Kept)
	}
	for _, text := range []string{"One", "Two"} {
		if _, still := t.find(text); still {
			t.Errorf("%q is still on the screen", text)
		}
	}
	t.see("Three")
}

func urgent(t *suite) {
	t.shows(channel.Letter{HTML: "Ring 999", Urgent: true, Rows: [][]channel.Button{row("More")}})
	t.see("Ring 999")
}

func gone(t *suite) {
	if t.h.Block == nil {
		t.Skip("the door can't lose a chat")
	}
	in := t.says("hello")
	t.h.Block(t.T, t.person)
	_, err := t.door.Send(t.Context(), channel.Letter{Chat: in.Chat, HTML: "Are you there?"})
	if !errors.Is(err, channel.Gone) {
		t.Errorf("error %v, want Gone", err)
	}
}
