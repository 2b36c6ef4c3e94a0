package store

import (
	"context"
	"fmt"
	"testing"
	"time"

	"signpost/bot/people"
	"signpost/bot/talk"
)

// Vitals count what waits and since when, and what is remembered of a /forget.
func TestVitals(t *testing.T) {
	s := openWriter(t)
	now := time.Now().Truncate(time.Millisecond)
	if v, err := s.Vitals(t.Context(), now); err != nil || v != (Vitals{}) {
		t.Fatalf("of an empty store: %+v, %v", v, err)
	}
	for _, chat := range []string{"a", "b"} {
		if _, err := s.Save(t.Context(), Turn{Door: "web", Chat: chat, At: now, Letters: []Letter{{Body: []byte("x")}}}); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.Save(t.Context(), Turn{Door: "web", Chat: "c", At: now, Do: []talk.Effect{people.Forget{}}}); err != nil {
		t.Fatal(err)
	}
	err := s.AddJobs(t.Context(), Job{Key: "late", Kind: "x", Due: now.Add(-time.Hour)}, Job{Key: "soon", Kind: "x", Due: now.Add(time.Hour)})
	if err != nil {
		t.Fatal(err)
	}
	v, err := s.Vitals(t.Context(), now)
	if err != nil {
		t.Fatal(err)
	}
	if v.Letters != 2 || v.Overdue != 1 || !v.OldestJob.Equal(now.Add(-time.Hour)) || v.Forgotten != 1 {
		t.Errorf("%+v", v)
	}
	if age := now.Sub(v.OldestLetter); age < -time.Minute || age > coarseness+time.Minute {
		t.Errorf("the oldest letter is %v old", age)
	}
}

// A store that can't be written to says so, and one that can is as it was.
func TestWritable(t *testing.T) {
	s := openWriter(t)
	if err := s.Writable(t.Context()); err != nil {
		t.Fatal(err)
	}
	pragma := func(name string) {
		if _, err := s.w.conn.ExecContext(context.Background(), fmt.Sprintf(`PRAGMA query_only = %s`, name)); err != nil {
			t.Fatal(err)
		}
	}
	pragma("ON")
	if err := s.Writable(t.Context()); err == nil {
		t.Error("it can't be written to and says that it can")
	}
	pragma("OFF")
	if err := s.Writable(t.Context()); err != nil {
		t.Error(err)
	}
}
