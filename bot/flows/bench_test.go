package flows_test

import (
	"context"
	"os"
	"slices"
	"testing"
	"time"

	"signpost/bot/flows"
	"signpost/bot/flows/member"
	"signpost/bot/talk"
	"signpost/bot/terminal"
	"signpost/directory"
)

// stopwatch is a directory that adds up how long its own reads took, so that a
// turn can be told apart from the looking up in it.
type stopwatch struct {
	flows.Directory
	read time.Duration
}

func (s *stopwatch) since(began time.Time) { s.read += time.Since(began) }

func (s *stopwatch) Find(ctx context.Context, q directory.Query) (directory.Result, error) {
	defer s.since(time.Now())
	return s.Directory.Find(ctx, q)
}

func (s *stopwatch) Shortlist(ctx context.Context, q directory.Query) (directory.Shortlist, error) {
	defer s.since(time.Now())
	return s.Directory.Shortlist(ctx, q)
}

func (s *stopwatch) Service(ctx context.Context, id directory.ID) (*directory.Service, error) {
	defer s.since(time.Now())
	return s.Directory.Service(ctx, id)
}

func (s *stopwatch) Places(ctx context.Context) (*directory.Gazetteer, error) {
	defer s.since(time.Now())
	return s.Directory.Places(ctx)
}

// BenchmarkTurn is what one press costs the house itself in Urdu: the engine's
// step and the words of all letters and buttons, without what the directory reads.
// The results show five services, and the card is the first of them. The
// promise is a p99 under 1,000 µs on a machine with nothing else to do; on a busy
// one the p50 tells more.
func BenchmarkTurn(b *testing.B) {
	raw, err := os.ReadFile("transcripts/urdu.txtar")
	if err != nil {
		b.Fatal(err)
	}
	tr, err := terminal.Parse(raw)
	if err != nil {
		b.Fatal(err)
	}
	for _, to := range []struct {
		screen string
		label  string // the button that leads there
	}{{"results", "دکھائیں"}, {"card", "1. لیتھ ویلی ٹاکنگ تھراپی"}} {
		b.Run(to.screen, func(b *testing.B) { benchTurn(b, tr, to.label) })
	}
}

// benchTurn plays a transcript until a button with this label is on the screen,
// and presses it over and over.
func benchTurn(b *testing.B, tr terminal.Transcript, label string) {
	p := newPlayer(b, tr.Given, "")
	dir := &stopwatch{Directory: town(b)}
	p.book = flows.Book(flows.Reads{Dir: dir, Area: member.Area{Name: "Harrowbeck"}})
	for _, l := range tr.Talk {
		if l.Pressed == label {
			break
		}
		if !l.Bot() {
			e, _ := p.event(l)
			p.person(e)
		}
	}
	at, ok := p.button(label)
	if !ok {
		b.Fatalf("there is no button %q", label)
	}
	press := p.press(at)
	var took []time.Duration
	b.ReportAllocs()
	for b.Loop() {
		dir.read = 0
		began := time.Now()
		turn, err := p.book.Step(b.Context(), p.scene, p.conv, press)
		if err != nil {
			b.Fatal(err)
		}
		words := 0
		for _, m := range turn.Say {
			words += len(p.words.Render(p.scene.Language, m.Body))
			words += labels(p, m)
		}
		took = append(took, time.Since(began)-dir.read)
		if words < 500 {
			b.Fatalf("the turn says %d bytes", words)
		}
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)/2].Nanoseconds())/1000, "p50-µs")
	b.ReportMetric(float64(took[len(took)*99/100].Nanoseconds())/1000, "p99-µs")
}

// labels puts the buttons of a message into words.
func labels(p *player, m talk.Message) (words int) {
	for _, row := range m.Rows {
		for _, k := range row {
			words += len(p.words.Plain(p.scene.Language, k.Label))
		}
	}
	return words
}
