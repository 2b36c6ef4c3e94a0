package flows_test

import (
	"fmt"
	"strings"
	"testing"

	"signpost/bot/listen"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// Who writes in another language than the menu's can go on in it with one press.
func TestTheCardOffersTheSwitch(t *testing.T) {
	p := newPlayer(t, map[string]string{"now": "Sunday 2 June 2030, 14:05", "language": "en", "door": "web"}, "")
	p.person(talk.Command{Name: "find"})
	p.person(talk.Said{Text: "x", Heard: listen.Heard{Level: listen.Danger, Kinds: []listen.Kind{listen.Suicide}, Written: "pl"}})
	at, ok := p.button("Polski")
	if !ok {
		t.Fatal("there is no button for Polish")
	}
	said := p.person(p.press(at))
	if at := p.conv.Flow + "." + p.conv.Step; at != "find.need" || p.conv.Language != "pl" {
		t.Errorf("it leads to %s in %s", at, p.conv.Language)
	}
	if text := p.plain(said[0].Body); !strings.Contains(text, "O czym") {
		t.Errorf("the question comes as %q", text)
	}
}

// Whatever was typed and heard, no word of it is in the answer or behind its
// buttons: somebody else may read them.
func TestTheCardRepeatsNothing(t *testing.T) {
	const canary = "zzcanary"
	for _, l := range locales.Languages() {
		p := newPlayer(t, map[string]string{"now": "Sunday 2 June 2030, 14:05", "language": l.Tag}, "")
		p.person(talk.Command{Name: "menu"})
		for _, k := range listen.Kinds() {
			for _, level := range []listen.Level{listen.Danger, listen.Gentle} {
				said := p.person(talk.Said{Text: "I say " + canary, Heard: listen.Heard{Level: level, Kinds: []listen.Kind{k}}})
				if len(said) == 0 {
					t.Fatalf("%s, %s: no answer", l.Tag, k)
				}
				for _, m := range said {
					text := p.words.Render(l.Tag, m.Body)
					for _, row := range m.Rows {
						for _, key := range row {
							text += key.Data + key.URL + p.words.Plain(l.Tag, key.Label)
						}
					}
					if strings.Contains(text, canary) {
						t.Errorf("%s, %s: the answer holds what was typed: %s", l.Tag, k, text)
					}
				}
			}
		}
		if strings.Contains(fmt.Sprintf("%+v", p.conv), canary) {
			t.Errorf("%s: the conversation holds what was typed", l.Tag)
		}
	}
}

// "Go on" serves what the message asked for besides the danger, and comes back to
// where one was when it asked for nothing. Behind a quiet card it names nothing
// that the card keeps back.
func TestGoOnServesTheWish(t *testing.T) {
	for _, c := range []struct {
		heard     listen.Heard
		at        string
		says, not string
	}{
		{listen.Heard{Kinds: []listen.Kind{listen.Suicide}}, "find.where", "Where should it be near?", "Is that right?"},
		{
			listen.Heard{Kinds: []listen.Kind{listen.Suicide}, Needs: []directory.Need{directory.Sleep}, Sure: true, Place: "Millgate"},
			"find.heard", "Near Millgate.", "Where should it be near?",
		},
		{
			listen.Heard{Kinds: []listen.Kind{listen.Abuse}, Needs: []directory.Need{directory.DomesticAbuse, directory.Housing}, Sure: true, Place: "Millgate"},
			"find.heard", "a place to live", "controlled",
		},
	} {
		for _, detour := range []bool{false, true} {
			p := newPlayer(t, map[string]string{"now": "Sunday 2 June 2030, 14:05", "language": "en"}, "")
			p.person(talk.Command{Name: "find"})
			at, _ := p.button("Lonely")
			p.person(p.press(at))
			c.heard.Level = listen.Danger
			p.person(talk.Said{Text: "x", Heard: c.heard})
			if worried, ok := p.button("Worried about somebody"); ok && detour {
				p.person(p.press(worried)) // the wish goes along from card to card
			}
			at, ok := p.button("Go on")
			if !ok {
				t.Fatal("nothing leads on")
			}
			text := p.plain(p.person(p.press(at))[0].Body)
			if got := p.conv.Flow + "." + p.conv.Step; got != c.at || !strings.Contains(text, c.says) || strings.Contains(text, c.not) {
				t.Errorf("%+v leads to %s:\n%s", c.heard, got, text)
			}
		}
	}
}

// Every button of every card opens something: somebody in danger never presses
// one that does nothing.
func TestTheCardLeadsSomewhere(t *testing.T) {
	p := newPlayer(t, map[string]string{"language": "en", "now": "Sunday 2 June 2030, 14:05"}, "")
	looked := 0
	for _, k := range listen.Kinds() {
		h := listen.Heard{Level: listen.Danger, Kinds: []listen.Kind{k}, Needs: []directory.Need{directory.Sleep}, Written: "pl"}
		m, ok := p.book.Hear(p.scene, talk.Said{Text: "x", Heard: h})
		if !ok {
			t.Fatalf("%s brings no card", k)
		}
		for _, row := range m.Rows {
			for _, b := range row {
				c, ok := talk.ParseData(b.Data).(talk.Command)
				if _, known := p.book.Entrance(c.Name); !ok || !known && c.Name != "go_on" {
					t.Errorf("%s: a button leads to %q", k, b.Data)
				}
				looked++
			}
		}
	}
	if looked < 5*len(listen.Kinds()) {
		t.Errorf("only %d buttons were looked at", looked)
	}
}
