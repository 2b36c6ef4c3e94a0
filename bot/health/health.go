// Package health is how the program is doing: counters, latencies and states,
// for whoever keeps it running, in the text format that Prometheus reads.
//
// It can't say anything of a person, by construction: the names of the figures
// and each value of each label are lists in this package (figures.go), and what
// is told under another name counts as "other". The rooms that tell it something
// know it by an interface of their own; a nil *Board takes everything and keeps
// nothing.
//
// It touches nothing: what stands in a file or comes from the disk is read for
// it by a function that it is given, when somebody asks.
package health

import (
	"context"
	"sync"
	"time"
)

// Options are what a Board is made of.
type Options struct {
	Now func() time.Time
	// Version and Go say which program this is, and what it was built with.
	Version, Go string
	// Read looks up what is not counted here. nil for nothing.
	Read func(ctx context.Context) Reading
}

// Reading is what others know at a moment. What is nil or zero time is not known.
type Reading struct {
	Letters        *int64    // that wait in the outbox
	OldestLetter   time.Time // when the one that waits longest was made
	JobsOverdue    *int64    // that are due and not done
	OldestJob      time.Time // when the one that is due longest was due
	Forgotten      *int64    // requests to be forgotten that are still remembered as such
	BotBytes       *int64    // of bot.db with its log
	DirectoryBytes *int64    // of directory.db with its log
	Disk           *Disk     // where the data are
	Fetched        time.Time // when Telegram last gave messages, or said that there are none
	Webhook        *bool     // whether Telegram brings them
	Pending        *int64    // updates that waited at Telegram when it was asked last
	BackedUp       time.Time // when the newest backup was made
}

// Disk is the room on a disk, in bytes.
type Disk struct{ Free, Total int64 }

// Board holds the figures. Its methods may be called by many goroutines at once,
// and on a nil *Board.
type Board struct {
	o Options

	updates, letters, urgent, limited, jobs, purges, backups *counter
	turns, saves                                             *histogram

	mu      sync.Mutex
	purged  time.Time           // when old rows were last removed
	failing map[int64]time.Time // jobs that failed, by when they were due at first
	fetch   contact
	send    contact
	outages []Outage  // that are over and were not told of
	unsaved int       // how many nights in a row the backup failed
	failed  time.Time // when that was counted
	saved   time.Time // when it was last made
}

// New makes a Board.
func New(o Options) *Board {
	if o.Now == nil {
		o.Now = time.Now
	}
	return &Board{
		o: o, failing: map[int64]time.Time{},
		updates: newCounter(updatesReceived, doors, outcomes),
		letters: newCounter(lettersCarried, doors, fates),
		urgent:  newCounter(urgentCards),
		limited: newCounter(limitsMet),
		jobs:    newCounter(jobsDone, results),
		purges:  newCounter(purgesDone, results),
		backups: newCounter(backupsMade, results),
		turns:   newHistogram(turnSeconds),
		saves:   newHistogram(saveSeconds),
	}
}

// Received counts an update that was taken through the house, and how long that
// took.
func (b *Board) Received(door, outcome string, took time.Duration) {
	if b == nil {
		return
	}
	b.updates.add(door, outcome)
	b.turns.observe(took)
}

// Saved notes how long it took to save a turn.
func (b *Board) Saved(took time.Duration) {
	if b != nil {
		b.saves.observe(took)
	}
}

// Letter counts what became of a letter when it was carried.
func (b *Board) Letter(door, fate string) {
	if b != nil {
		b.letters.add(door, fate)
	}
}

// Urgent counts an urgent card. There is one total and nothing else of it.
func (b *Board) Urgent() {
	if b != nil {
		b.urgent.add()
	}
}

// Limited counts that Telegram asked to wait.
func (b *Board) Limited() {
	if b != nil {
		b.limited.add()
	}
}

// Job notes that a job which was due was done, or failed and is put off. The first
// time that it was due is remembered until it is done.
func (b *Board) Job(id int64, due time.Time, done bool) {
	if b == nil {
		return
	}
	b.jobs.add(result(done))
	b.mu.Lock()
	defer b.mu.Unlock()
	if done {
		delete(b.failing, id)
	} else if _, known := b.failing[id]; !known && len(b.failing) < maxFailing {
		b.failing[id] = due
	}
}

// maxFailing bounds what is remembered of jobs that fail.
const maxFailing = 1000

// oldestFailing is when the job was due that fails for longest; zero for none.
func (b *Board) oldestFailing() (oldest time.Time) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, due := range b.failing {
		if oldest.IsZero() || due.Before(oldest) {
			oldest = due
		}
	}
	return oldest
}

// Purged notes that what is kept no longer was removed, or could not be.
func (b *Board) Purged(done bool) {
	if b == nil {
		return
	}
	b.purges.add(result(done))
	if done {
		b.mu.Lock()
		b.purged = b.o.Now()
		b.mu.Unlock()
	}
}

func result(done bool) string {
	if done {
		return "done"
	}
	return "failed"
}
