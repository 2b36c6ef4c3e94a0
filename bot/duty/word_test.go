package duty

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"signpost/bot/people"
	"signpost/bot/runner"
	"signpost/bot/sessionlog"
	"signpost/directory"
	"signpost/locales"
)

// oneWord is a desk with one word, and with who is in the office.
type oneWord struct {
	word   sessionlog.Word
	office []people.Wearer
}

func (d oneWord) Word(_ context.Context, id string) (sessionlog.Word, bool, error) {
	return d.word, d.word.ID == id, nil
}

func (d oneWord) Wearers(context.Context, string) ([]people.Wearer, error) { return d.office, nil }

// frontDoors is a directory with one council.
type frontDoors struct{}

func (frontDoors) OfKind(context.Context, string) ([]*directory.Service, error) {
	return []*directory.Service{{
		Name: "The council", Status: directory.Active, Origin: directory.Origin{Mark: directory.MarkA},
		Phones: []directory.Phone{{Number: "01632 960230"}},
	}}, nil
}

func (frontDoors) Organisation(_ context.Context, id directory.ID) (directory.Organisation, error) {
	return directory.Organisation{ID: id, Name: "Tea friends"}, nil
}

// A word that nobody has seen in time is told once, to who sent it and to the
// office: with whom to ring, with the group where its lead did not look, and never
// with who it was. What was seen, and what is gone, is nobody's business any more.
func TestAWordThatNobodySaw(t *testing.T) {
	words, err := locales.Load()
	if err != nil {
		t.Fatal(err)
	}
	bo := people.Wearer{Person: "person-bo", Hat: people.Hat{Role: people.Coordinator}, Told: true}
	unsaid := people.Wearer{Person: "browser", Hat: people.Hat{Role: people.Coordinator}}
	lead := sessionlog.Word{ID: "w", Group: "g", To: sessionlog.ToLead, Sender: "amina"}
	outside := sessionlog.Word{ID: "w", To: sessionlog.ToOutside, Sender: "amina"}
	with := func(w sessionlog.Word, change func(*sessionlog.Word)) sessionlog.Word { change(&w); return w }
	for _, c := range []struct {
		name   string
		word   sessionlog.Word
		office []people.Wearer
		sender locales.Text // how what the sender hears begins; zero for nothing at all
		again  string       // what the office reads
	}{
		{"to a lead", lead, []people.Wearer{bo}, locales.WorriedLateLead(), "Tea friends"},
		{"outside the group", outside, []people.Wearer{bo}, locales.WorriedLateOffice(), "the scheme's office"},
		{"when nobody of the office gets a message", lead, []people.Wearer{unsaid}, locales.WorriedLateNobody(), "Tea friends"},
		{"when the sender alone is the office", with(lead, func(w *sessionlog.Word) { w.Sender = "person-bo" }), []people.Wearer{bo}, locales.WorriedLateNobody(), "Tea friends"},
		{"seen", with(lead, func(w *sessionlog.Word) { w.Seen = true }), []people.Wearer{bo}, locales.Text{}, ""},
		{"told before", with(lead, func(w *sessionlog.Word) { w.Late = true }), []people.Wearer{bo}, locales.Text{}, ""},
		{"gone", with(lead, func(w *sessionlog.Word) { w.ID = "another" }), []people.Wearer{bo}, locales.Text{}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			out, err := Word(oneWord{c.word, c.office}, frontDoors{})(t.Context(), time.Time{}, runner.Job{Kind: sessionlog.KindWord, Body: []byte("w")})
			if err != nil {
				t.Fatal(err)
			}
			if c.sender.IsZero() {
				if len(out.Do)+len(out.Tell)+len(out.Jobs) > 0 {
					t.Errorf("%+v", out)
				}
				return
			}
			if len(out.Do) != 1 || out.Do[0] != (sessionlog.LateWord{Word: "w"}) || len(out.Tell) != 2 || len(out.Jobs) > 0 {
				t.Fatalf("%+v", out)
			}
			own, office := out.Tell[0], out.Tell[1]
			said := words.Plain(locales.Source, own.Body)
			if own.One != c.word.Sender || !strings.HasPrefix(said, words.Plain(locales.Source, c.sender)) || !slices.Contains(strings.Split(unmark.Replace(said), "\n"), "01632 960230") {
				t.Errorf("its sender is told %q", said)
			}
			said = words.Plain(locales.Source, office.Body)
			if office.To != (people.Hat{Role: people.Coordinator}) || office.But != c.word.Sender || !strings.Contains(unmark.Replace(said), c.again) || strings.Contains(said, c.word.Sender) {
				t.Errorf("the office is told %q", said)
			}
		})
	}
}

// unmark takes away the marks that keep directions apart.
var unmark = strings.NewReplacer("\u2068", "", "\u2069", "")
