package flows_test

import (
	"strings"
	"testing"

	"signpost/bot/listen"
	"signpost/bot/talk"
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
