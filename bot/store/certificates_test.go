package store_test

import (
	"fmt"
	"strings"
	"testing"

	"signpost/bot/people"
	"signpost/bot/store"
)

func certificates(t testing.TB, s *store.Store, group string) string {
	t.Helper()
	found, err := s.Certificates(t.Context(), group)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, id := range []string{"p-amina", "p-bilal", "p-stranger"} {
		if c, ok := found[id]; ok {
			out = append(out, fmt.Sprintf("%s:%d", c.Person, c.Month))
		}
	}
	return strings.Join(out, " ")
}

func TestCertificates(t *testing.T) {
	s, _, path := group(t)
	certify := func(person string, m people.Month) people.Certify {
		return people.Certify{Certificate: people.Certificate{Person: person, Month: m}}
	}
	save(t, s, turn("amina", certify("p-amina", 202705)))
	save(t, s, turn("admin", certify("p-bilal", 202612)))
	save(t, s, turn("office", certify("p-stranger", 202701)))
	for what, turn := range map[string]store.Turn{
		"of another first aider": turn("amina", certify("p-bilal", 202801)),
		"of another group":       turn("admin", certify("p-stranger", 202801)),
		"of no first aider":      turn("office", certify("p-admin", 202801)),
		"of nobody":              turn("office", certify("p-nobody", 202801)),
		"by nobody":              turn("nobody", certify("", 202801)),
		"a month there is not":   turn("amina", certify("p-amina", 202713)),
		"a year there is not":    turn("amina", certify("p-amina", 12)),
	} {
		wantStale(t, s, what, turn)
	}
	for group, want := range map[string]string{"g1": "p-amina:202705 p-bilal:202612", "g2": "p-stranger:202701", "": "p-amina:202705 p-bilal:202612 p-stranger:202701"} {
		if got := certificates(t, s, group); got != want {
			t.Errorf("of %q: %s, want %s", group, got, want)
		}
	}
	save(t, s, turn("admin", certify("p-bilal", 0)))
	save(t, s, turn("amina", certify("p-amina", 202806)))
	if got := certificates(t, s, "g1"); got != "p-amina:202806" {
		t.Errorf("after a change: %s", got)
	}
	wantNowhere(t, path, "the month", []byte("202806"))
	save(t, s, turn("amina", people.Forget{}))
	if got := certificates(t, s, "g1"); got != "" {
		t.Errorf("after /forget: %s", got)
	}
}
