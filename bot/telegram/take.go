package telegram

import (
	"context"
	"sync"
	"time"

	"signpost/bot/channel"
)

// overtakeAfter is how long a batch may take before what is urgent in it passes the
// rest: a house that is well needs a tenth of it.
const overtakeAfter = 250 * time.Millisecond

const (
	peekEvery = time.Second     // how often it is looked for what is urgent behind a batch that goes on being slow
	longNap   = 4 * time.Second // and behind one that was not saved
)

// batch is what was fetched at once.
type batch struct {
	*poller
	updates []update
	saved   []bool // each is written by whoever has begun it

	mu    sync.Mutex
	begun []bool
}

// take receives a batch and moves the offset behind what is saved. It reports
// whether that is all of it.
func (p *poller) take(ctx context.Context, updates []update) bool {
	work, cancel := lasting(ctx)
	defer cancel()
	b := &batch{poller: p, updates: updates, saved: make([]bool, len(updates)), begun: make([]bool, len(updates))}
	byLane, order := map[int64][]int{}, []int64{}
	for i, u := range updates {
		lane := u.lane()
		if _, known := byLane[lane]; !known {
			order = append(order, lane)
		}
		byLane[lane] = append(byLane[lane], i)
	}
	p.before = p.saved.Load()
	slow, done := context.WithCancel(work)
	var overtaking sync.WaitGroup
	overtaking.Go(func() { b.overtake(work, slow) }) // behind a single one, too: it may hang
	var all sync.WaitGroup
	for _, lane := range order {
		all.Add(1)
		p.crew <- func() { defer all.Done(); b.lane(work, byLane[lane]) }
	}
	all.Wait()
	done()
	overtaking.Wait()
	if p.nothing++; b.sound() {
		p.nothing = 0
	}
	return p.confirm(updates, b.saved)
}

// sound reports that something was saved, now or when the batch was taken before. What
// is urgent says nothing of that: it is answered in a broken house, too.
func (b *batch) sound() bool {
	for i, u := range b.updates {
		if b.saved[i] && !b.urgent(u) {
			return true
		}
	}
	return false
}

// hire starts those who receive, until p.crew is closed: each grows its stack once.
func (p *poller) hire() {
	p.crew = make(chan func())
	for range lanes {
		go func() {
			for receive := range p.crew {
				receive()
			}
		}()
	}
}

// lane receives the updates of one chat. When one is not saved, what the person said
// next comes after it; only what is urgent does not wait.
func (b *batch) lane(ctx context.Context, updates []int) {
	for n, i := range updates {
		if !b.begin(i) {
			continue
		}
		if b.saved[i] = b.receive(ctx, b.updates[i]); b.saved[i] {
			continue
		}
		for _, i := range updates[n+1:] {
			if b.urgent(b.updates[i]) && b.begin(i) {
				b.saved[i] = b.receive(ctx, b.updates[i])
			}
		}
		return
	}
}

// overtake receives what is urgent and has not begun, when the batch is slow, and then
// what comes meanwhile.
func (b *batch) overtake(ctx, slow context.Context) {
	var g sync.WaitGroup
	defer g.Wait()
	if b.stall(slow, overtakeAfter) != nil {
		return
	}
	mine := map[int64]bool{}
	for i, u := range b.updates {
		mine[u.ID] = true
		if !b.hasBegun(i) && b.urgent(u) && b.begin(i) {
			g.Go(func() { b.saved[i] = b.receive(ctx, u) })
		}
	}
	for b.stall(slow, peekEvery) == nil {
		for _, u := range b.peek(slow, mine) {
			mine[u.ID] = true
			g.Go(func() { b.receive(ctx, u) })
		}
	}
}

// peek fetches what is urgent and is none of those that are known. It confirms
// nothing: all that it sees comes again, and what was received is known by then.
func (p *poller) peek(ctx context.Context, known map[int64]bool) (urgent []update) {
	updates, err := p.fetch(ctx, 0, most)
	if err != nil {
		return nil // polling will say so
	}
	for _, u := range updates {
		if !known[u.ID] && p.urgent(u) {
			urgent = append(urgent, u)
		}
	}
	return urgent
}

// rest waits before what was not saved is fetched again. Everybody waits meanwhile,
// but not what is urgent.
func (p *poller) rest(ctx context.Context, d time.Duration) {
	for {
		nap := min(d, longNap)
		if d -= nap; p.sleep(ctx, nap) != nil || d <= 0 {
			return
		}
		for _, u := range p.peek(ctx, nil) {
			p.receive(ctx, u)
		}
	}
}

// begin takes an update; false when somebody has it.
func (b *batch) begin(i int) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	was := b.begun[i]
	b.begun[i] = true
	return !was
}

func (b *batch) hasBegun(i int) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.begun[i]
}

// urgent reports an update that must not wait, if the receiver can tell.
func (p *poller) urgent(u update) (is bool) {
	to, ok := p.to.(channel.Alert)
	if !ok {
		return false
	}
	in, ok := p.inbound(u)
	if !ok {
		return false
	}
	_ = p.guard(func() error { is = to.Urgent(in); return nil }) // it is in the log
	return is
}
