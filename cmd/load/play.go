package main

import (
	"context"
	"encoding/json"
	"slices"
	"time"
)

// patience is how long the last answers may take after nobody asks any more.
const patience = 60 * time.Second

// play has people do a task, and says what came of it.
func (a *api) play(ctx context.Context, t task) result {
	a.mu.Lock()
	a.task, a.result, a.times = t, result{}, nil
	a.chats, a.idle, a.open = map[int64]*person{}, nil, 0
	a.feeding, a.quiet = t.Seconds > 0, make(chan struct{})
	a.begun = time.Now()
	a.last = a.begun
	quiet := a.quiet
	for range t.People {
		p := a.somebody()
		if t.Rate > 0 {
			a.idle = append(a.idle, p)
		} else {
			a.push(p)
		}
	}
	a.mu.Unlock()
	if t.Rate > 0 {
		a.pace(ctx, t)
	} else {
		sleep(ctx, time.Duration(t.Seconds*float64(time.Second)))
	}
	a.mu.Lock()
	a.feeding = false
	a.settle()
	a.mu.Unlock()
	select {
	case <-quiet:
	case <-time.After(patience):
	case <-ctx.Done():
	}
	return a.sum()
}

// somebody is a new person in a new chat.
func (a *api) somebody() *person {
	a.nextID++
	p := &person{chat: a.nextID}
	a.chats[p.chat] = p
	return p
}

// push sends what a person does next, and reports whether there was anything.
func (a *api) push(p *person) bool {
	u := p.next(a.task.Constant)
	if u == nil {
		return false
	}
	a.update++
	u["update_id"] = a.update
	body, err := json.Marshal(u)
	if err != nil {
		panic(err) // it is made of texts and numbers
	}
	p.open, p.met, p.since, p.letter = true, false, time.Now(), 0
	p.shown = nil // only what comes now counts
	a.open++
	a.queue = append(a.queue, queued{a.update, body})
	close(a.arrived)
	a.arrived = make(chan struct{})
	return true
}

// answered notes that a message reached a chat. The person goes on when the
// button that comes next is there.
func (a *api) answered(chat, message int64, shown []button) {
	p := a.chats[chat]
	if p == nil {
		return // of an earlier task
	}
	if len(shown) > 0 {
		p.shown, p.under = shown, message
	}
	p.letter++
	if p.open {
		p.open, p.met = false, true
		a.open--
		a.last = time.Now()
		a.result.Updates++
		a.times = append(a.times, a.last.Sub(p.since))
		if p.step++; p.step == len(script) && a.feeding {
			delete(a.chats, p.chat)
			p = a.somebody()
			p.met = true
		}
	}
	if a.feeding && p.met && p.step < len(script) {
		if a.task.Rate > 0 {
			p.met = false
			a.idle = append(a.idle, p)
		} else {
			a.push(p)
		}
	}
	a.settle()
}

// settle says when nothing is open any more.
func (a *api) settle() {
	if !a.feeding && a.open == 0 && a.quiet != nil {
		close(a.quiet)
		a.quiet = nil
	}
}

// pace lets one idle person after the other go on, so many a second.
func (a *api) pace(ctx context.Context, t task) {
	every := time.Duration(float64(time.Second) / t.Rate)
	end := a.begun.Add(time.Duration(t.Seconds * float64(time.Second)))
	for at := a.begun; at.Before(end) && ctx.Err() == nil; at = at.Add(every) {
		sleep(ctx, time.Until(at))
		a.mu.Lock()
		for n := len(a.idle); n > 0; n-- {
			p := a.idle[0]
			a.idle = a.idle[1:]
			if a.push(p) {
				break
			}
			a.idle = append(a.idle, p) // its button is still to come
		}
		a.mu.Unlock()
	}
}

// sum is what came of the task.
func (a *api) sum() result {
	a.mu.Lock()
	defer a.mu.Unlock()
	r := a.result
	r.Lost = a.open
	r.Seconds = a.last.Sub(a.begun).Seconds()
	for _, p := range a.chats {
		if a.task.Seconds == 0 && p.letter > 1 {
			r.Twice++
		}
	}
	slices.Sort(a.times)
	if n := len(a.times); n > 0 {
		r.P50, r.P99, r.Max = ms(a.times[n/2]), ms(a.times[n*99/100]), ms(a.times[n-1])
	}
	a.chats, a.idle, a.queue = map[int64]*person{}, nil, nil
	return r
}

func ms(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

// sleep waits, or until ctx ends.
func sleep(ctx context.Context, d time.Duration) {
	select {
	case <-time.After(d):
	case <-ctx.Done():
	}
}
