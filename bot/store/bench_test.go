package store_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"signpost/bot/counts"
	"signpost/bot/store"
	"signpost/bot/talk"
)

// benchTurn is a usual turn: a conversation of 1 KB, a letter, two counts, an
// update id.
func benchTurn(chat, n int64) store.Turn {
	c := conversation("where")
	c.Answers = talk.Answers{"padding": json.RawMessage(`"` + strings.Repeat("x", 860) + `"`)}
	return store.Turn{
		Door: "telegram", Chat: fmt.Sprint(5000000000 + chat), Update: fmt.Sprint(700000000 + n),
		Conversation: c,
		Count: []counts.Entry{
			{Kind: counts.Asked, Need: "sleep", District: "high-peak", Door: "telegram"},
			{Kind: counts.Found, Need: "sleep", District: "high-peak", Door: "telegram"},
		},
		Letters: []store.Letter{{Body: []byte(strings.Repeat("y", 700)), Edit: "1234"}},
	}
}

func BenchmarkSave1(b *testing.B) { benchmarkSave(b, 1) }

func BenchmarkSave64(b *testing.B) { benchmarkSave(b, 64) }

// benchmarkSave saves turns of so many chats at once, each chat one after the
// other.
func benchmarkSave(b *testing.B, chats int) {
	s, _, _ := newStore(b)
	var next atomic.Int64
	var wg sync.WaitGroup
	b.ResetTimer()
	for chat := range chats {
		wg.Go(func() {
			for n := next.Add(1); n <= int64(b.N); n = next.Add(1) {
				if _, err := s.Save(b.Context(), benchTurn(int64(chat), n)); err != nil {
					b.Error(err)
					return
				}
			}
		})
	}
	wg.Wait()
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "turns/s")
}

// BenchmarkDeliver64 takes letters of 64 chats out and reports them sent, 64 at
// a time.
func BenchmarkDeliver64(b *testing.B) {
	s, _, _ := newStore(b)
	const chats = 64
	for n := range b.N {
		save(b, s, store.Turn{Door: "web", Chat: fmt.Sprint(n % chats), Letters: []store.Letter{{Body: make([]byte, 700)}}})
	}
	b.ResetTimer()
	for left := b.N; left > 0; {
		letters := next(b, s, noon, chats)
		var wg sync.WaitGroup
		for _, l := range letters {
			wg.Go(func() {
				if err := s.Sent(b.Context(), l.ID, fmt.Sprint(l.ID)); err != nil {
					b.Error(err)
				}
			})
		}
		wg.Wait()
		left -= len(letters)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "letters/s")
}

// BenchmarkNextBehindABacklog looks for one new letter while 10,000 of as many
// chats wait for a door that is down.
func BenchmarkNextBehindABacklog(b *testing.B) {
	s, _, _ := newStore(b)
	later := noon.Add(time.Hour)
	for n := range 10_000 {
		post(b, s, fmt.Sprint(n), strings.Repeat("x", 700))
		if n%100 == 99 {
			for _, l := range next(b, s, noon, 100) {
				if err := s.Later(b.Context(), l.ID, later, 1); err != nil {
					b.Fatal(err)
				}
			}
		}
	}
	for b.Loop() {
		if got := next(b, s, noon, 1); len(got) != 0 {
			b.Fatal("a letter is due")
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	s, _, _ := newStore(b)
	save(b, s, benchTurn(1, 1))
	for b.Loop() {
		load(b, s, "telegram", "5000000001")
	}
}
