package flows_test

import (
	"fmt"
	"strings"
	"testing"

	"signpost/bot/listen"
	"signpost/bot/talk"
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
