package main

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"signpost/bot/counts"
)

// line is what a person does and a part of the one answer to it.
type line struct {
	say, tap string
	want     string
	along    bool // the next line is done at once, without waiting for the answer
}

// The dialogues that people have, each to its end: their answers tell the lines
// apart. In one of them danger is heard in the middle, with a message that comes at
// the same time.
var dialogues = [][]line{
	{
		{say: "/start", want: "Which language do you like"},
		{tap: "English", want: "Welcome. I help you"},
		{say: "I want to die", want: "Thank you for telling me"},
		{say: "/find", want: "What would you like to talk about"},
		{tap: "Lonely", want: "Where"},
		{say: "Buxton", want: "easier to talk to"},
		{tap: "phone", want: "1. "},
	},
	{
		{say: "/start", want: "Which language do you like"},
		{tap: "English", want: "Welcome. I help you"},
		{say: "I want to die", want: "Thank you for telling me", along: true},
		{say: "/find", want: "What would you like to talk about"},
		{tap: "Lonely", want: "Where"},
		{say: "Buxton", want: "easier to talk to"},
		{tap: "phone", want: "1. "},
	},
}

// populace are people who talk to the bot at the same time, each in a chat of their
// own, one dialogue after the other.
type populace struct {
	*crowd
	t     *testing.T
	first int // the chat of the first dialogue
	begun atomic.Int64
	over  atomic.Bool // nobody begins another dialogue
	busy  sync.WaitGroup
}

// newPopulace has so many people begin to talk.
func newPopulace(t *testing.T, api *crowd, people int) *populace {
	p := &populace{crowd: api, t: t, first: 1000}
	for range people {
		p.busy.Go(func() {
			for p.one(); !p.over.Load() && !t.Failed(); {
				p.one()
			}
		})
	}
	return p
}

// one has the next dialogue, in a chat of its own.
func (p *populace) one() {
	n := int(p.begun.Add(1)) - 1
	p.talk(p.first+n, dialogues[n%len(dialogues)])
}

// talk has a dialogue in a chat.
func (p *populace) talk(chat int, lines []line) {
	for _, l := range lines {
		if l.tap == "" {
			p.says(chat, l.say)
		} else if !p.taps(chat, l.tap) {
			p.t.Errorf("chat %d has no button %q:\n%s", chat, l.tap, p.transcript(chat))
			return
		}
		if !l.along && !p.told(chat, l.want) {
			return
		}
	}
}

// told waits for an answer.
func (p *populace) told(chat int, want string) bool {
	ok := p.wait(func() bool { return p.count(chat, want) > 0 || p.t.Failed() })
	if !ok {
		p.t.Errorf("chat %d never heard %q, but:\n%s", chat, want, p.transcript(chat))
	}
	return ok && !p.t.Failed()
}

// goHome ends all dialogues as the script has it, and waits for that.
func (p *populace) goHome() {
	p.over.Store(true)
	p.busy.Wait()
}

// repeats are answers that came more than once: what else would be a fault.
type repeats struct{ answers, cards int }

// once looks whether each line of each dialogue was answered, once, and nothing else
// was said. Only what Telegram had accepted when the connection broke, or when the
// program was killed, may be there once more, if it was the newest that the chat was
// told, or the card before an answer that left with it.
func (p *populace) once() (again repeats) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for n := range int(p.begun.Load()) {
		chat, lines := p.first+n, dialogues[n%len(dialogues)]
		told := slices.Clone(p.thread(chat).left)
		slices.SortStableFunc(told, func(a, b leaving) int { return a.life - b.life }) // one may be read late
		newest := map[string]int{}                                                     // answer to a line, where it is in told
		for i, said := range told {
			want := answers(lines, said.text)
			before, known := newest[want]
			newest[want] = i
			switch {
			case want == "" && p.sorry != "" && strings.Contains(said.text, p.sorry):
				delete(newest, want) // looked at elsewhere
			case want == "":
				p.t.Errorf("chat %d was told what nobody asked for: %q", chat, said.text)
			case !known:
			case told[before].life == said.life && !told[before].cut:
				p.t.Errorf("chat %d was told %q twice in life %d", chat, want, said.life)
			case i-before > 2:
				p.t.Errorf("chat %d was told %q again after %d more:\n%v", chat, want, i-before-1, told)
			case want == "Thank you for telling me":
				again.cards++
			default:
				again.answers++
			}
		}
		for _, l := range lines {
			if _, ok := newest[l.want]; !ok {
				p.t.Errorf("chat %d was never told %q", chat, l.want)
			}
		}
	}
	return again
}

// answers is the line of a dialogue that a message answers: what was expected of it.
func answers(lines []line, text string) (want string) {
	for _, l := range lines {
		if strings.Contains(text, l.want) {
			want = l.want
		}
	}
	return want
}

// counted looks whether each dialogue was counted, once.
func (p *populace) counted(dir string) {
	p.t.Helper()
	for _, kind := range []counts.Kind{counts.Opened, counts.Asked, counts.Found, counts.UrgentShown} {
		if got := tallied(p.t, dir, kind); fmt.Sprint(got) != fmt.Sprint(p.begun.Load()) {
			p.t.Errorf("%s was counted %d times in %d dialogues", kind, got, p.begun.Load())
		}
	}
}
