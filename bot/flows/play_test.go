package flows_test

import (
	"context"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"signpost/bot/counts"
	"signpost/bot/flows"
	"signpost/bot/flows/member"
	"signpost/bot/listen"
	"signpost/bot/talk"
	"signpost/bot/terminal"
	"signpost/directory"
	"signpost/locales"
)

// player plays one side of a transcript: it is the person, and writes down what
// the bot says. The conversation goes through JSON after each line.
type player struct {
	t        testing.TB
	book     talk.Book
	words    *locales.Words
	language string // to render in; "" follows the conversation
	scene    talk.Scene
	conv     talk.Conversation
	shown    []talk.Message // what is on the screen, newest last
	kept     []string
	visited  map[string]bool
	given    map[string]string
	typed    int // messages the person has typed, as a door numbers them
	places   *directory.Gazetteer
}

func newPlayer(t testing.TB, given map[string]string, language string) *player {
	t.Helper()
	words, err := locales.Load()
	if err != nil {
		t.Fatal(err)
	}
	now, err := time.ParseInLocation("Monday 2 January 2006, 15:04", given["now"], directory.London)
	if err != nil {
		t.Fatalf("given now: %v", err)
	}
	p := &player{
		t: t, words: words, language: language, visited: map[string]bool{}, given: given,
		places: townPlaces(t),
		book:   flows.Book(flows.Reads{Dir: town(t), Area: member.Area{Name: "Harrowbeck", Demo: given["demo"] == "yes"}}),
		scene: talk.Scene{
			Now: now, Late: given["late"] == "yes", Door: "telegram", Language: locales.Source, App: locales.Match(given["phone"]),
			Abilities: talk.Abilities{Edits: true, Deletes: true, Popups: true, Location: true, Venue: true, Share: "https://t.me/example_bot?start={payload}"},
		},
	}
	if d := given["door"]; d != "" {
		p.scene.Door = d
	}
	p.conv = talk.Conversation{ID: "AAAAAAAAAAA", Language: given["language"]}
	if language != "" && p.conv.Language != "" {
		p.conv.Language = language
	}
	return p
}

// person does one line and gives the messages of the bot.
func (p *player) person(e talk.Event) []talk.Message {
	p.t.Helper()
	if p.conv.Language != "" {
		p.scene.Language = p.conv.Language
	} else if p.scene.App != "" {
		p.scene.Language = p.scene.App
	}
	p.scene.Message = ""
	_, said := e.(talk.Said)
	if said {
		p.typed++
		p.scene.Message = fmt.Sprint("said", p.typed)
	}
	turn, err := p.book.Step(context.Background(), p.scene, p.conv, e)
	if err != nil {
		p.t.Fatalf("%#v: %v", e, err)
	}
	for _, d := range turn.Do {
		p.kept = append(p.kept, "do "+strings.TrimPrefix(reflect.TypeOf(d).String(), "people."))
	}
	for _, c := range turn.Count {
		p.kept = append(p.kept, counted(c))
	}
	raw, err := json.Marshal(turn.Conversation)
	if err != nil {
		p.t.Fatal(err)
	}
	p.conv = talk.Conversation{}
	if err := json.Unmarshal(raw, &p.conv); err != nil {
		p.t.Fatal(err)
	}
	p.visited[p.conv.Flow+"."+p.conv.Step] = true
	for _, m := range turn.Say {
		p.visitOptions(m)
		if m.Card != "" && said { // what the runner remembers for a few minutes
			p.scene.Card = m.Card
		}
		if m.Remove != nil {
			p.kept = append(p.kept, "removed "+strings.Join(m.Remove, " ")+" and the card")
		}
	}
	if len(turn.Say) > 0 {
		p.scene.Gentle = turn.Gentle
	}
	if p.conv.Language != "" && p.language == "" {
		p.scene.Language = p.conv.Language
	}
	p.shown = append(p.shown, turn.Say...)
	return turn.Say
}

// event reads what a person's line of a transcript does.
func (p *player) event(l terminal.Line) (talk.Event, position) {
	p.t.Helper()
	switch {
	case l.Pressed != "":
		at, ok := p.button(l.Pressed)
		if !ok {
			p.t.Fatalf("line %d: there is no button [%s] on the screen", l.Number, l.Pressed)
		}
		return p.press(at), at
	case l.Location != nil:
		return talk.Shared{Lat: l.Location.Lat, Lon: l.Location.Lon}, position{}
	case l.Media != "":
		return talk.Sent{Media: string(l.Media)}, position{}
	}
	if c, ok := talk.ParseCommand(l.Said); ok {
		return c, position{}
	}
	return talk.Said{Text: l.Said, Heard: p.heard(l.Said)}, position{}
}

// heard is what is heard in a typed message. "heard 2: crisis abuse" among what
// is given says it of the second one, in a transcript that is about the answer
// and not about the listening: a level, kinds, "who_knows" and "written=ur".
func (p *player) heard(text string) listen.Heard {
	given, ok := p.given[fmt.Sprintf("heard %d", p.typed+1)]
	if !ok {
		return listen.HearIn(p.places, text)
	}
	var h listen.Heard
	for _, word := range strings.Fields(given) {
		switch written, isWritten := strings.CutPrefix(word, "written="); {
		case isWritten:
			h.Written = written
		case word == "who_knows":
			h.WhoKnows = true
		case slices.Contains(listen.Kinds(), listen.Kind(word)):
			h.Kinds = append(h.Kinds, listen.Kind(word))
		case word == string(listen.Danger) || word == string(listen.Gentle):
			h.Level = listen.Level(word)
		default:
			p.t.Fatalf("heard: there is no %q", word)
		}
	}
	return h
}

// position is a button on the screen: which message, row and place.
type position struct{ message, row, place int }

// button finds a button by its label, the newest message first.
func (p *player) button(label string) (position, bool) {
	for m := len(p.shown) - 1; m >= 0; m-- {
		for r, row := range p.shown[m].Rows {
			for i, k := range row {
				if p.plain(k.Label) == label {
					return position{m, r, i}, true
				}
			}
		}
	}
	return position{}, false
}

// press is what a button does. The second Chose or Command is made from data, as
// a door would bring it.
func (p *player) press(at position) talk.Event {
	k := p.shown[at.message].Rows[at.row][at.place]
	if e, ok := talk.ParseData(k.Data).(talk.Chose); ok {
		p.visited["option "+p.conv.Flow+"."+p.conv.Step+" "+kind(e.Option)] = true
	}
	return talk.ParseData(k.Data)
}

func (p *player) visitOptions(m talk.Message) {
	for _, row := range m.Rows {
		for _, k := range row {
			if e, ok := talk.ParseData(k.Data).(talk.Chose); ok {
				p.visited["offered "+p.conv.Flow+"."+p.conv.Step+" "+kind(e.Option)] = true
			}
		}
	}
}

// kind is what an option is, without which of many: a community, a town, a page.
func kind(option string) string {
	switch {
	case strings.HasPrefix(option, "page:"), strings.HasPrefix(option, "from:"):
		return "page"
	case strings.HasPrefix(option, "+"), strings.HasPrefix(option, "-"):
		return option[:1]
	default:
		return option
	}
}

func (p *player) tag() string {
	if p.language != "" {
		return p.language
	}
	return p.scene.Language
}

// plain is a Text without tags and without the marks that keep directions apart,
// which nobody can see to write them.
func (p *player) plain(text locales.Text) string {
	return strings.NewReplacer("\u2068", "", "\u2069", "", "\u200f", "").Replace(p.words.Plain(p.tag(), text))
}

// line writes a message of the bot down as a transcript has it. A pin, which
// comes before it, is a line above.
func (p *player) line(m talk.Message) terminal.Line {
	l := terminal.Line{Shown: p.plain(m.Body)}
	if m.Popup {
		l.Shown = "(pop-up)\n" + l.Shown
		return l
	}
	if m.Pin != nil {
		l.Shown = fmt.Sprintf("(pin: %s, %s)\n%s", m.Pin.Title, m.Pin.Address, l.Shown)
	}
	for _, row := range m.Rows {
		var labels []string
		for _, k := range row {
			label := p.plain(k.Label)
			if k.URL != "" {
				label += " ↗"
			}
			labels = append(labels, label)
		}
		l.Rows = append(l.Rows, labels)
	}
	return l
}

// counted writes an entry down: its kind and the fields that are set.
func counted(e counts.Entry) string {
	parts := []string{"counted", string(e.Kind)}
	v := reflect.ValueOf(e)
	for i := range v.NumField() {
		if f := v.Type().Field(i); f.Name != "Kind" && v.Field(i).String() != "" {
			parts = append(parts, strings.ToLower(f.Name)+"="+v.Field(i).String())
		}
	}
	return strings.Join(parts, " ")
}

// play plays a transcript and gives it back as it went.
func play(t *testing.T, tr terminal.Transcript) (terminal.Transcript, *player) {
	t.Helper()
	p := newPlayer(t, tr.Given, "")
	out := tr
	out.Talk, out.Kept = nil, nil
	for _, l := range tr.Talk {
		if l.Bot() {
			continue
		}
		out.Talk = append(out.Talk, l)
		e, _ := p.event(l)
		for _, m := range p.person(e) {
			out.Talk = append(out.Talk, p.line(m))
		}
	}
	out.Kept = p.kept
	return out, p
}

// playIn plays a transcript in another language by pressing the buttons at the
// same places, and hands each message to look.
func playIn(t *testing.T, tr terminal.Transcript, language string, look func(p *player, m talk.Message)) {
	t.Helper()
	english := newPlayer(t, tr.Given, "")
	other := newPlayer(t, tr.Given, language)
	for _, l := range tr.Talk {
		if l.Bot() {
			continue
		}
		e, at := english.event(l)
		english.person(e)
		o := e
		if l.Pressed != "" {
			o = other.press(at)
		}
		if chose, ok := o.(talk.Chose); ok && slices.ContainsFunc(locales.Languages(), func(g locales.Language) bool { return g.Tag == chose.Option }) {
			chose.Option = language // who chooses a language chooses this one
			o = chose
		}
		for _, m := range other.person(o) {
			look(other, m)
		}
		if a, b := len(english.shown), len(other.shown); a != b {
			t.Fatalf("line %d: %d messages in English, %d in %s", l.Number, a, b, language)
		}
	}
}
