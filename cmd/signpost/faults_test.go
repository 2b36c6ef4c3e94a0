package main

import (
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
	"time"
)

// mishap makes a part of the calls go wrong, by chance and always in the same way.
func mishap(share float64, most int, how ...fault) func(call) fault {
	var mu sync.Mutex
	luck := rand.New(rand.NewPCG(7, 7))
	return func(c call) fault {
		mu.Lock()
		defer mu.Unlock()
		showing := c.method == "sendMessage" || c.method == "editMessageText"
		if !showing && (c.method != "getUpdates" || c.about == 0) || most == 0 || luck.Float64() >= share {
			return fault{}
		}
		f := how[luck.IntN(len(how))]
		if f.how == cutAfter && !showing {
			f.how = cutBefore
		}
		most--
		return f
	}
}

// Telegram repeats, delays, limits and fails, while some people talk to the bot and
// are heard to be in danger: each of their messages is answered and counted once.
func TestTelegramFails(t *testing.T) {
	var all sync.WaitGroup
	for name, prepare := range map[string]func(*crowd){
		"429":                   func(b *crowd) { b.fails(mishap(0.3, 20, fault{how: limited, after: 1})) },
		"5xx as a page":         func(b *crowd) { b.fails(mishap(0.3, 20, fault{how: broken})) },
		"cut before acceptance": func(b *crowd) { b.fails(mishap(0.3, 20, fault{how: cutBefore})) },
		"cut after acceptance":  func(b *crowd) { b.fails(mishap(0.3, 20, fault{how: cutAfter})) },
		"all of it": func(b *crowd) {
			b.fails(mishap(0.4, 30, fault{how: limited, after: 1}, fault{how: broken}, fault{how: cutBefore}, fault{how: cutAfter}))
		},
		"duplicates":           func(b *crowd) { b.twice = true },
		"another order":        func(b *crowd) { b.shuffles = true },
		"ids begin anew":       func(*crowd) {},
		"a clock hours ahead":  func(b *crowd) { b.date = func() time.Time { return time.Now().Add(5 * time.Hour) } },
		"a clock behind a bit": func(b *crowd) { b.date = func() time.Time { return time.Now().Add(-10 * time.Minute) } },
	} {
		all.Go(func() { t.Run(name, func(t *testing.T) { telegramFails(t, name, prepare) }) })
	}
	all.Wait()
}

// telegramFails is one way in which it does. Most of the time is waited.
func telegramFails(t *testing.T, name string, prepare func(*crowd)) {
	dir, api := t.TempDir(), newCrowd(t)
	prepare(api)
	s := start(t, dir, api.URL, goodToken)
	people := newPopulace(t, api, 6)
	people.goHome()
	if name == "ids begin anew" {
		api.anew(10)
	}
	api.late()
	people.one() // what came once more is dealt with before this
	if code := s.stop(); code != done {
		t.Errorf("it ends with %d", code)
	}
	if t.Failed() {
		t.Logf("it says:\n%s", s.said)
		return
	}
	again := people.once()
	if cuts := strings.Contains(name, "cut after") || name == "all of it"; !cuts && again != (repeats{}) {
		t.Errorf("told again: %+v", again)
	}
	people.counted(dir)
	people.settled(dir)
}
