package store

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"signpost/bot/keys"
	"signpost/directory/sqlite"
)

func openWriter(t *testing.T) *Store {
	t.Helper()
	s, err := Open(t.Context(), filepath.Join(t.TempDir(), "bot.db"), keys.New([32]byte{1}, nil), time.Now)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// hold keeps the writer busy until release is called, and lets n further writes
// queue up meanwhile.
func (w *writer) hold() (queued func(n int), release func()) {
	began, end := make(chan struct{}), make(chan struct{})
	go w.do(context.Background(), func(*tx) error {
		close(began)
		<-end
		return nil
	})
	<-began
	queued = func(n int) {
		for len(w.queue) < n {
			runtime.Gosched()
		}
	}
	return queued, func() { close(end) }
}

// note is a write that leaves a row.
func note(name string) func(*tx) error {
	return func(tx *tx) error {
		_, err := tx.exec(`INSERT INTO meta (name, value) VALUES ($1, '')`, name)
		return err
	}
}

func notes(t *testing.T, s *Store) []string {
	t.Helper()
	rows, err := s.db.Read.QueryContext(t.Context(), `SELECT name FROM meta WHERE name <> 'keys' ORDER BY name`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var name string
		if err := rows.Scan(&name); err != nil {
			t.Fatal(err)
		}
		out = append(out, name)
	}
	return out
}

// together queues writes, in their order, so that they share a batch, and gives
// their errors.
func together(t *testing.T, w *writer, works ...func(*tx) error) []error {
	t.Helper()
	queued, release := w.hold()
	errs := make([]error, len(works))
	ended := make(chan struct{})
	for i, work := range works {
		go func() {
			errs[i] = w.do(context.Background(), work)
			ended <- struct{}{}
		}()
		queued(i + 1)
	}
	release()
	for range works {
		<-ended
	}
	return errs
}

func TestAFailingWriteHarmsNobody(t *testing.T) {
	s := openWriter(t)
	broken := errors.New("broken")
	errs := together(t, s.w,
		note("a"),
		func(tx *tx) error { return errors.Join(note("half")(tx), broken) },
		note("b"),
		note("a"), // not unique: an error of SQLite's
		note("c"),
	)
	if errs[0] != nil || errs[2] != nil || errs[4] != nil {
		t.Errorf("the good writes: %v", errs)
	}
	if !errors.Is(errs[1], broken) || errs[3] == nil {
		t.Errorf("the bad writes: %v, %v", errs[1], errs[3])
	}
	if got := notes(t, s); !slices.Equal(got, []string{"a", "b", "c"}) {
		t.Errorf("saved: %v, want a b c", got)
	}
}

// A panic in one write is an error of that write. What it panicked with may be what
// somebody typed, and is not in it.
func TestAPanicIsAFailingWrite(t *testing.T) {
	s := openWriter(t)
	errs := together(t, s.w, note("a"), func(tx *tx) error {
		_ = note("half")(tx)
		panic("zz I can't sleep")
	}, note("b"))
	if errs[0] != nil || errs[1] == nil || errs[2] != nil || strings.Contains(fmt.Sprint(errs[1]), "zz") {
		t.Errorf("the writes: %v", errs)
	}
	if got := notes(t, s); !slices.Equal(got, []string{"a", "b"}) {
		t.Errorf("saved: %v, want a b", got)
	}
}

// A full disk, for one, can take the whole transaction away. Nobody may then be
// told that it was saved.
func TestALostTransactionIsLostForAll(t *testing.T) {
	for _, lost := range []error{errors.New("broken"), nil} {
		s := openWriter(t)
		hook := false
		errs := together(t, s.w,
			func(tx *tx) error {
				tx.after = append(tx.after, func() { hook = true })
				return note("a")(tx)
			},
			func(tx *tx) error {
				if _, err := tx.exec(`ROLLBACK`); err != nil {
					t.Error(err)
				}
				return lost
			},
			note("b"),
		)
		for i, err := range errs {
			if err == nil {
				t.Errorf("write %d was said to be saved", i)
			}
		}
		if got := notes(t, s); len(got) != 0 || hook {
			t.Errorf("saved: %v, told: %v; want nothing", got, hook)
		}
		if err := s.w.do(t.Context(), note("later")); err != nil {
			t.Errorf("the next write: %v", err)
		}
	}
}

func TestAFullDiskIsCalledThat(t *testing.T) {
	s := openWriter(t)
	pages := func(n int) {
		var got int
		if err := s.w.conn.QueryRowContext(t.Context(), fmt.Sprintf(`PRAGMA max_page_count = %d`, n)).Scan(&got); err != nil {
			t.Fatal(err)
		}
	}
	pages(1) // no more than there are
	big := Turn{Door: "web", Chat: "x", Update: "1", Letters: []Letter{{Body: make([]byte, 1<<20)}}}
	if _, err := s.Save(t.Context(), big); !errors.Is(err, sqlite.ErrFull) {
		t.Errorf("Save = %v, want ErrFull", err)
	}
	pages(1 << 20)
	if _, err := s.Save(t.Context(), big); err != nil { // the same turn, not ErrSeen
		t.Errorf("Save when there is room again = %v", err)
	}
}

func TestAWriteThatIsGivenUpIsNotDone(t *testing.T) {
	s := openWriter(t)
	queued, release := s.w.hold()
	ctx, cancel := context.WithCancel(t.Context())
	result := make(chan error)
	go func() { result <- s.w.do(ctx, note("given up")) }()
	queued(1)
	cancel()
	if err := <-result; !errors.Is(err, context.Canceled) {
		t.Errorf("do = %v, want context.Canceled", err)
	}
	release()
	if err := s.w.do(ctx, note("too late")); !errors.Is(err, context.Canceled) {
		t.Errorf("do with a context that has ended = %v, want context.Canceled", err)
	}
	if err := s.w.do(t.Context(), note("next")); err != nil {
		t.Fatal(err)
	}
	if got := notes(t, s); !slices.Equal(got, []string{"next"}) {
		t.Errorf("saved: %v, want next alone", got)
	}
}

func TestAWriteUnderWayIsAwaited(t *testing.T) {
	s := openWriter(t)
	ctx, cancel := context.WithCancel(t.Context())
	err := s.w.do(ctx, func(tx *tx) error {
		cancel()
		return note("under way")(tx)
	})
	if err != nil {
		t.Errorf("do = %v, want nil: it was saved", err)
	}
	if got := notes(t, s); len(got) != 1 {
		t.Errorf("saved: %v", got)
	}
}

func TestAFullQueueRespectsTheContext(t *testing.T) {
	s := openWriter(t)
	queued, release := s.w.hold()
	for range maxBatch {
		go s.w.do(context.Background(), func(*tx) error { return nil })
	}
	queued(maxBatch)
	ctx, cancel := context.WithCancel(t.Context())
	result := make(chan error)
	go func() { result <- s.w.do(ctx, note("one too many")) }()
	cancel()
	if err := <-result; !errors.Is(err, context.Canceled) {
		t.Errorf("do = %v, want context.Canceled", err)
	}
	release()
}

func TestCloseCarriesOutWhatWaits(t *testing.T) {
	path := filepath.Join(t.TempDir(), "bot.db")
	s, err := Open(t.Context(), path, keys.New([32]byte{1}, nil), time.Now)
	if err != nil {
		t.Fatal(err)
	}
	queued, release := s.w.hold()
	const n = 20
	result := make(chan error)
	for i := range n {
		go func() { result <- s.w.do(context.Background(), note(fmt.Sprint(i))) }()
	}
	queued(n)
	closed := make(chan error)
	go func() { closed <- s.Close() }()
	release()
	for range n {
		if err := <-result; err != nil {
			t.Errorf("a write that waited: %v", err)
		}
	}
	if err := <-closed; err != nil {
		t.Errorf("Close = %v", err)
	}
	if err := s.w.do(t.Context(), note("late")); !errors.Is(err, ErrClosed) {
		t.Errorf("a write after Close = %v, want ErrClosed", err)
	}
	if s, err = Open(t.Context(), path, keys.New([32]byte{1}, nil), time.Now); err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if got := notes(t, s); len(got) != n {
		t.Errorf("%d of %d are there", len(got), n)
	}
}

func FuzzUnpack(f *testing.F) {
	f.Add(pack("web", "42", []byte("hello")))
	f.Add([]byte{})
	f.Add([]byte{0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1})
	f.Fuzz(func(t *testing.T, b []byte) {
		door, chat, body, err := unpack(b)
		if err != nil {
			return
		}
		d, c, x, err := unpack(pack(door, chat, body))
		if err != nil || d != door || c != chat || string(x) != string(body) {
			t.Errorf("%q %q %q came back as %q %q %q, %v", door, chat, body, d, c, x, err)
		}
	})
}

// What was given up is not carried out, also when the program ends meanwhile.
func TestNothingGivenUpIsWrittenAtTheEnd(t *testing.T) {
	w := &writer{queue: make(chan *write)}
	close(w.queue)
	gone, waits := &write{}, &write{}
	gone.state.Store(givenUp)
	if got := w.gather([]*write{gone, waits}); len(got) != 1 || got[0] != waits {
		t.Errorf("the writer carries out %d writes", len(got))
	}
}
