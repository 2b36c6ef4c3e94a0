package telegram

import (
	"context"
	"sync"
	"time"
)

// owedFor is how long what was not saved is waited for before what the person said
// next may pass: longer than Telegram takes to bring it again.
const owedFor = time.Minute

// queues keep the updates of each chat in the order in which they came. What was
// not saved comes again, and those with higher ids wait for it outside.
type queues struct {
	clock func() time.Time

	mu    sync.Mutex
	of    map[int64]*queue
	swept time.Time
}

// queue is the line of one chat.
type queue struct {
	last chan struct{}       // closed when the last in line has left
	in   int                 // who are in line
	owed map[int64]time.Time // updates that must come again, and until when they are waited for
}

// enter returns when it is an update's turn; leave must be called then, with
// whether it was saved. It is not ok when ctx ended before, or when an earlier one
// must come first: the update must come again. What is urgent waits for nobody; it
// is asked only when there is somebody to wait for.
func (q *queues) enter(ctx context.Context, chat, id int64, urgent func() bool) (leave func(saved bool), ok bool) {
	if q.busy(chat, id) && urgent() {
		return func(bool) {}, true
	}
	q.mu.Lock()
	line := q.line(chat)
	before, mine := line.last, make(chan struct{})
	line.last = mine
	line.in++
	q.mu.Unlock()
	out := func(saved bool) {
		q.mu.Lock()
		defer q.mu.Unlock()
		q.leave(chat, line, id, saved)
		close(mine)
	}
	if before != nil {
		select {
		case <-before:
		case <-ctx.Done():
			q.owe(line, id)
			go func() { <-before; out(false) }()
			return nil, false
		}
	}
	if q.early(line, id) || ctx.Err() != nil {
		out(false)
		return nil, false
	}
	return out, true
}

// busy reports that an update would have to wait.
func (q *queues) busy(chat, id int64) bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	line := q.of[chat]
	return line != nil && (line.in > 0 || line.waits(q.clock(), id))
}

// line is the queue of a chat. Those that wait for what never came are forgotten
// now and then.
func (q *queues) line(chat int64) *queue {
	now := q.clock()
	if now.Sub(q.swept) > owedFor {
		q.swept = now
		for id, line := range q.of {
			if line.in == 0 && !line.waits(now, 1<<62) {
				delete(q.of, id)
			}
		}
	}
	line := q.of[chat]
	if line == nil {
		line = &queue{owed: map[int64]time.Time{}}
		q.of[chat] = line
	}
	return line
}

func (q *queues) leave(chat int64, line *queue, id int64, saved bool) {
	if saved {
		delete(line.owed, id)
	} else {
		line.owed[id] = q.clock().Add(owedFor)
	}
	if line.in--; line.in == 0 && len(line.owed) == 0 {
		delete(q.of, chat)
	}
}

func (q *queues) owe(line *queue, id int64) {
	q.mu.Lock()
	defer q.mu.Unlock()
	line.owed[id] = q.clock().Add(owedFor)
}

// early reports that an update before this one must come first.
func (q *queues) early(line *queue, id int64) bool {
	q.mu.Lock()
	defer q.mu.Unlock()
	return line.waits(q.clock(), id)
}

// waits reports an update with a lower id that is still waited for.
func (l *queue) waits(now time.Time, id int64) bool {
	for owed, until := range l.owed {
		if !now.Before(until) {
			delete(l.owed, owed)
		} else if owed < id {
			return true
		}
	}
	return false
}
