package store

import (
	"context"
	"database/sql"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"

	"signpost/directory/sqlite"
)

// maxBatch bounds how many writes share a commit, and with it how long the
// first of them waits for the others.
const maxBatch = 256

// writer is the one goroutine that writes. Writes queue up while it commits;
// then it takes all that wait and commits them together.
type writer struct {
	db    *sqlite.DB
	conn  *sql.Conn
	queue chan *write
	ended chan struct{}

	mu     sync.RWMutex // held for reading while something is put into queue
	closed bool

	tx tx
	// noted writes down, before the commit, who is removed for good; nil where
	// nothing outlives the file.
	noted func(*tx) error
	flush func() // brings that to the disk

	asked bool // a write of this batch wants the log to be emptied
	owed  bool // an earlier one did, and somebody was reading all the while
}

// write is one piece of work that waits for the writer.
type write struct {
	do     func(*tx) error
	state  atomic.Int32
	err    error
	after  []func()
	undone []func()
	kept   error // why the log was not emptied after it, if it had to be
	done   chan struct{}
}

// Where a write is.
const (
	waiting int32 = iota
	taken         // the writer has it; its end must be awaited
	givenUp       // whoever asked has gone; it must not be carried out
)

// startWriter takes the file's writing connection for good.
func startWriter(ctx context.Context, db *sqlite.DB) (*writer, error) {
	conn, err := db.Write.Conn(ctx)
	if err != nil {
		return nil, fmt.Errorf("taking the writing connection: %w", err)
	}
	w := &writer{
		db: db, conn: conn,
		queue: make(chan *write, maxBatch),
		ended: make(chan struct{}),
		tx:    tx{conn: conn, stmts: map[string]*sql.Stmt{}, posted: map[hash]bool{}},
	}
	go w.run()
	return w, nil
}

// do carries out one piece of work in a transaction and returns when it is on
// the disk. When ctx ends first, the work is either left undone and the error
// is ctx's, or it was under way already and its own outcome is returned: an
// error always means that nothing was changed.
func (w *writer) do(ctx context.Context, work func(*tx) error) error {
	return w.wait(ctx, &write{do: work, done: make(chan struct{})})
}

func (w *writer) wait(ctx context.Context, p *write) error {
	if err := w.put(ctx, p); err != nil {
		return err
	}
	select {
	case <-p.done:
	case <-ctx.Done():
		if p.state.CompareAndSwap(waiting, givenUp) {
			return ctx.Err()
		}
		<-p.done
	}
	return p.err
}

func (w *writer) put(ctx context.Context, p *write) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	w.mu.RLock()
	defer w.mu.RUnlock()
	if w.closed {
		return ErrClosed
	}
	select {
	case w.queue <- p:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// close lets the writes that wait be carried out and ends the goroutine.
func (w *writer) close() {
	w.mu.Lock()
	if !w.closed {
		w.closed = true
		close(w.queue)
	}
	w.mu.Unlock()
	<-w.ended
}

func (w *writer) run() {
	defer close(w.ended)
	batch := make([]*write, 0, maxBatch)
	for first := range w.queue {
		batch = w.gather(append(batch[:0], first))
		w.commit(batch)
	}
	for _, st := range w.tx.stmts {
		st.Close()
	}
	w.conn.Close()
}

// gather takes what waits beside the first, and leaves out those whose askers
// have gone. Whoever is just about to ask may do so first: a commit costs more than
// what is in it, and when there is nobody, giving way takes no time.
func (w *writer) gather(batch []*write) []*write {
	for yielded := false; len(batch) < maxBatch; {
		p, ok := w.more()
		if ok {
			batch, yielded = append(batch, p), false
			continue
		}
		if yielded {
			break
		}
		yielded = true
		runtime.Gosched()
	}
	kept := batch[:0]
	for _, p := range batch {
		if p.state.CompareAndSwap(waiting, taken) {
			kept = append(kept, p)
		}
	}
	return kept
}

// more is what waits now, if anything does.
func (w *writer) more() (*write, bool) {
	select {
	case p, ok := <-w.queue:
		return p, ok
	default:
		return nil, false
	}
}

// commit carries out a batch in one transaction and tells everybody how it
// went.
func (w *writer) commit(batch []*write) {
	if len(batch) == 0 {
		return
	}
	if err := w.transact(batch); err != nil {
		err = w.explain(err)
		for _, p := range batch {
			p.err, p.after = err, p.undone
		}
	}
	kept := w.settle()
	for _, p := range batch {
		for _, f := range p.after {
			f()
		}
		p.kept = kept
		close(p.done)
	}
}

// transact runs each write inside a savepoint, so that a failing one is undone
// alone. Its own error, if any, means that nothing of the batch was saved.
func (w *writer) transact(batch []*write) (err error) {
	if err := w.db.Whole(); err != nil {
		return err
	}
	if _, err := w.tx.exec(`BEGIN IMMEDIATE`); err != nil {
		return fmt.Errorf("beginning a transaction: %w", err)
	}
	wipe := false
	clear(w.tx.posted)
	for _, p := range batch {
		if err := w.single(p); err != nil {
			// After a full disk, for one, the whole transaction is gone.
			w.tx.exec(`ROLLBACK`)
			return err
		}
		if p.err == nil {
			p.after = w.tx.after
			wipe = wipe || w.tx.wipe
		}
	}
	if w.flush != nil {
		w.flush()
	}
	if _, err := w.tx.exec(`COMMIT`); err != nil {
		w.tx.exec(`ROLLBACK`)
		return fmt.Errorf("committing: %w", err)
	}
	w.asked = wipe
	return nil
}

// single runs one write inside a savepoint and notes its error in it. It
// returns an error only when the transaction itself is lost.
func (w *writer) single(p *write) error {
	w.tx.after, w.tx.undone, w.tx.wipe, w.tx.gone = nil, nil, false, forget{}
	if _, err := w.tx.exec(`SAVEPOINT one`); err != nil {
		return fmt.Errorf("setting a savepoint: %w", err)
	}
	if p.err = w.explain(w.try(p.do)); p.err == nil {
		p.err = w.explain(w.try(w.note))
	}
	p.undone = w.tx.undone
	if p.err != nil {
		if _, err := w.tx.exec(`ROLLBACK TO one`); err != nil {
			return p.err
		}
		p.after = p.undone
	}
	if _, err := w.tx.exec(`RELEASE one`); err != nil {
		return fmt.Errorf("releasing a savepoint: %w", err)
	}
	return nil
}

// try carries out one write. A panic in it takes nobody along: the others of its
// batch are saved. What it panicked with may hold a person's words, so only its type
// is named.
func (w *writer) try(do func(*tx) error) (err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = fmt.Errorf("a write panicked with a %T", fault)
		}
	}()
	return do(&w.tx)
}

// note writes down whom a write removes for good.
func (w *writer) note(tx *tx) error {
	if w.noted == nil || tx.gone.empty() {
		return nil
	}
	return w.noted(tx)
}

// explain turns an error of SQLite into a sentence, and leaves ours alone.
func (w *writer) explain(err error) error { return explain(w.db, err) }
