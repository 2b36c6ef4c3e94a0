package store

import (
	"cmp"
	"container/heap"
	"slices"
)

// queue is the outbox as memory knows it: every letter that a row stands for,
// and which of them may leave. It holds what is committed and nothing else, so
// that a letter can be given out without asking the file; the rows are there
// for a crash. It does no I/O and is not safe for concurrent use.
//
// Of each chat only the first letter can leave. Those first letters stand in
// one of two heaps: in later until they are due, then in ready, from where they
// are taken, urgent ones first and then the oldest. What has left a heap is put
// back by whatever lets it leave again (put, drop, land); what is in one although
// it is not first any more is passed over when its turn comes.
type queue struct {
	letters map[int64]*waiter
	chats   map[hash][]*waiter // in the order in which they leave
	later   waiters
	ready   waiters
	bytes   int // of the bodies that are held
}

// waiter is a letter in the queue.
type waiter struct {
	id         int64
	chat       hash
	due        int64 // in milliseconds
	urgent     bool
	last       bool
	tries      int
	held       bool // door, id of the chat, body and about are here; else they are in the row
	door, name string
	body       []byte
	kept       any
	about      string
	heaped     bool // it stands in one of the heaps
}

// The most that memory holds. What is more stays in the file: bodies are read
// when their turn comes, and an outbox with more letters than this is read row
// by row, as it grows only while a door is down.
const (
	mostQueued = 40_000
	mostBytes  = 8 << 20
)

func newQueue() *queue {
	return &queue{
		letters: map[int64]*waiter{}, chats: map[hash][]*waiter{},
		later: waiters{before: func(a, b *waiter) bool { return a.due < b.due }},
		ready: waiters{before: func(a, b *waiter) bool { return order(a, b) < 0 }},
	}
}

// order is the one in which letters leave.
func order(a, b *waiter) int {
	if a.urgent != b.urgent {
		if a.urgent {
			return -1
		}
		return 1
	}
	return cmp.Compare(a.id, b.id)
}

// add puts a letter at its place among its chat's.
func (q *queue) add(w *waiter) {
	if size := len(w.body) + len(w.about); w.held && q.bytes+size > mostBytes {
		w.held, w.door, w.name, w.body, w.kept, w.about = false, "", "", nil, nil, ""
	} else {
		q.bytes += size
	}
	q.letters[w.id] = w
	all := q.chats[w.chat]
	at, _ := slices.BinarySearchFunc(all, w, order)
	q.chats[w.chat] = slices.Insert(all, at, w)
	q.land(w.chat)
}

// drop takes a letter out.
func (q *queue) drop(id int64) {
	w := q.letters[id]
	if w == nil {
		return
	}
	delete(q.letters, id)
	q.bytes -= len(w.body) + len(w.about)
	all := q.chats[w.chat]
	if at := slices.Index(all, w); len(all) > 1 {
		q.chats[w.chat] = slices.Delete(all, at, at+1)
	} else {
		delete(q.chats, w.chat)
	}
	q.land(w.chat)
}

// dropAll takes all letters of a chat out.
func (q *queue) dropAll(chat hash) {
	for _, w := range q.chats[chat] {
		delete(q.letters, w.id)
		q.bytes -= len(w.body) + len(w.about)
	}
	delete(q.chats, chat)
}

// put lets a letter wait until it is due, and says how many tries count. Another
// one takes its place, as a heap must not find one of its letters changed.
func (q *queue) put(id, due int64, tries int) {
	w := q.letters[id]
	if w == nil {
		return
	}
	again := *w
	again.due, again.tries, again.heaped = due, tries, false
	all := q.chats[w.chat]
	q.letters[id], all[slices.Index(all, w)] = &again, &again
	q.land(w.chat)
}

// hasten makes due now what is due beyond a moment.
func (q *queue) hasten(now, beyond int64) {
	for id, w := range q.letters {
		if w.due > beyond {
			q.put(id, now, w.tries)
		}
	}
}

// land lets the first letter of a chat leave when it is due.
func (q *queue) land(chat hash) {
	all := q.chats[chat]
	if len(all) == 0 || all[0].heaped {
		return
	}
	all[0].heaped = true
	heap.Push(&q.later, all[0])
}

// first reports whether a letter is there and the first of its chat.
func (q *queue) first(w *waiter) bool {
	all := q.chats[w.chat]
	return len(all) > 0 && all[0] == w
}

// ripen moves what is due to those that are ready, and says whether anything was.
func (q *queue) ripen(now int64) (some bool) {
	for len(q.later.all) > 0 && (q.later.all[0].due <= now || !q.first(q.later.all[0])) {
		w := heap.Pop(&q.later).(*waiter)
		if !q.first(w) {
			w.heaped = false
			continue
		}
		heap.Push(&q.ready, w)
		some = true
	}
	return some
}

// take gives the next letter that may leave; nil when there is none. busy says
// of which chats another one is on its way.
func (q *queue) take(now int64, busy func(hash) bool) *waiter {
	q.ripen(now)
	for len(q.ready.all) > 0 {
		w := heap.Pop(&q.ready).(*waiter)
		w.heaped = false
		switch {
		case !q.first(w) || busy(w.chat):
		case w.due > now: // the clock went back
			q.land(w.chat)
		default:
			return w
		}
	}
	return nil
}

// next is when the next letter is due that is not due yet; 0 for none.
func (q *queue) next() int64 {
	if len(q.later.all) == 0 {
		return 0
	}
	return q.later.all[0].due
}

// waiters is a heap of letters.
type waiters struct {
	all    []*waiter
	before func(a, b *waiter) bool
}

// Len implements heap.Interface.
func (h *waiters) Len() int { return len(h.all) }

// Less implements heap.Interface.
func (h *waiters) Less(i, j int) bool { return h.before(h.all[i], h.all[j]) }

// Swap implements heap.Interface.
func (h *waiters) Swap(i, j int) { h.all[i], h.all[j] = h.all[j], h.all[i] }

// Push implements heap.Interface.
func (h *waiters) Push(w any) { h.all = append(h.all, w.(*waiter)) }

// Pop implements heap.Interface.
func (h *waiters) Pop() any {
	last := len(h.all) - 1
	w := h.all[last]
	h.all[last] = nil
	h.all = h.all[:last]
	return w
}
