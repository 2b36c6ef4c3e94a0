package store_test

import (
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"encoding/json"

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
