package store_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"signpost/bot/people"
	"signpost/bot/store"
	"signpost/bot/talk"
)

func due(t testing.TB, s *store.Store, now time.Time, n int) []store.Job {
	t.Helper()
	jobs, err := s.DueJobs(t.Context(), now, n)
	if err != nil {
		t.Fatal(err)
	}
	return jobs
}

func TestJobsComeWhenTheyAreDue(t *testing.T) {
	s, c, path := newStore(t)
	reminder := store.Job{Key: "reminder|a|1", Kind: "reminder", Due: noon.Add(time.Hour), Door: "web", Chat: "a", Body: []byte("Thursday")}
	save(t, s, store.Turn{Door: "web", Chat: "a", Jobs: []store.Job{reminder}})
	monthly := store.Job{Key: "still right|2026-11", Kind: "still_right", Due: noon.Add(time.Minute)}
	if err := s.AddJobs(t.Context(), monthly); err != nil {
		t.Fatal(err)
	}
	if got := due(t, s, noon, 9); len(got) != 0 {
		t.Errorf("due already: %v", got)
	}
	if got, err := s.NextJob(t.Context(), noon); !got.Equal(monthly.Due) || err != nil {
		t.Errorf("NextJob = %v, %v; want %v", got, err, monthly.Due)
	}
	s.Close()
	s = open(t, path, c)
	later := noon.Add(2 * time.Hour)
	got := due(t, s, later, 9)
	reminder.ID, monthly.ID, monthly.Body = 1, 2, []byte{}
	if diff := cmp.Diff([]store.Job{monthly, reminder}, got); diff != "" {
		t.Errorf("jobs that are due (-want +got):\n%s", diff)
	}
	if len(due(t, s, later, 1)) != 1 {
		t.Error("more jobs than asked for")
	}
	if err := s.LaterJob(t.Context(), monthly.ID, later.Add(time.Hour)); err != nil {
		t.Fatal(err)
	}
	if got := due(t, s, later, 9); len(got) != 1 || got[0].Key != reminder.Key {
		t.Errorf("after one was put off these are due: %v", got)
	}
	if got, err := s.NextJob(t.Context(), later); !got.Equal(later.Add(time.Hour)) || err != nil {
		t.Errorf("NextJob = %v, %v", got, err)
	}
}

func TestAJobIsDoneOnce(t *testing.T) {
	s, _, path := newStore(t)
	job := store.Job{Key: "k", Kind: "x", Due: noon, Body: []byte("one")}
	again := job
	again.Body = []byte("two")
	save(t, s, store.Turn{Door: "web", Chat: "a", Jobs: []store.Job{job, again}})
	save(t, s, store.Turn{Door: "web", Chat: "a", Jobs: []store.Job{again}})
	jobs := due(t, s, noon, 9)
	if len(jobs) != 1 || string(jobs[0].Body) != "one" {
		t.Fatalf("due: %v, want the first alone", jobs)
	}
	notice := store.Notice{Door: "web", Chat: "a", Letter: store.Letter{Body: []byte("reminder")}}
	for range 2 { // finished twice, it posts its letter once
		if err := s.FinishJob(t.Context(), jobs[0].ID, store.Finished{Notices: []store.Notice{notice}}); err != nil {
			t.Fatal(err)
		}
	}
	save(t, s, store.Turn{Door: "web", Chat: "a", Jobs: []store.Job{again}})
	if got := due(t, s, noon.Add(time.Hour), 9); len(got) != 0 {
		t.Errorf("a job that was done is due: %v", got)
	}
	sent(t, s, wantLetters(t, s, noon, 9, "a:reminder")[0], "")
	wantLetters(t, s, noon, 9)
	if got := query(t, path, `SELECT coalesce(sealed, 'nothing') FROM job`); got[0] != "nothing" {
		t.Error("a job that was done still has contents")
	}
}

// What somebody asked for themselves is kept until it is done, and not a moment
// longer: that they asked says something about them.
func TestAJobForAChatIsGoneWhenItIsDone(t *testing.T) {
	s, _, path := newStore(t)
	tomorrow := talk.Due{Key: "check in", Kind: "check_in", At: noon.Add(time.Hour), Body: []byte("x")}
	again, free := tomorrow, talk.Due{Key: "look", Kind: "look", At: noon, Free: true}
	again.At = noon
	save(t, s, store.Turn{Door: "telegram", Chat: "a", Do: []talk.Effect{tomorrow, free}})
	save(t, s, store.Turn{Door: "telegram", Chat: "a", Do: []talk.Effect{again}})
	got := due(t, s, noon.Add(time.Hour), 9)
	if len(got) != 2 || got[0].Chat != "" || got[1].Chat != "a" || got[1].Door != "telegram" || !got[1].Due.Equal(tomorrow.At) {
		t.Fatalf("due: %v, want nobody's and the first of the chat", got)
	}
	trace := query(t, path, `SELECT key || chat FROM job WHERE chat IS NOT NULL`)[0]
	if !found(t, path, []byte(trace)[:16]) {
		t.Fatal("the key of the job is not in the files even before")
	}
	notice := store.Notice{Door: "telegram", Chat: "a", Letter: store.Letter{Body: []byte("hello")}}
	for range 2 {
		if err := s.FinishJob(t.Context(), got[1].ID, store.Finished{Notices: []store.Notice{notice}}); err != nil {
			t.Fatal(err)
		}
	}
	sent(t, s, wantLetters(t, s, noon, 9, "a:hello")[0], "")
	if n := query(t, path, `SELECT count(*) FROM job WHERE kind = 'check_in'`)[0]; n != "0" {
		t.Error("the row of a job that was done is left")
	}
	wantNowhere(t, path, "the key of the job", []byte(trace)[:16])
	save(t, s, store.Turn{Door: "telegram", Chat: "a", Do: []talk.Effect{people.Forget{}}})
	if got := due(t, s, noon, 9); len(got) != 1 {
		t.Errorf("after /forget these are due: %v, want nobody's job", got)
	}
}

func TestAForgottenChatIsNotReminded(t *testing.T) {
	s, _, _ := newStore(t)
	for _, chat := range []string{"a", "b"} {
		save(t, s, store.Turn{Door: "web", Chat: chat, Jobs: []store.Job{{Key: chat, Kind: "reminder", Due: noon, Door: "web", Chat: chat}}})
	}
	jobs := due(t, s, noon, 9)
	save(t, s, store.Turn{Door: "web", Chat: "a", Do: []talk.Effect{people.Forget{}}})
	for _, j := range jobs { // the one of a was on its way
		notice := store.Notice{Door: "web", Chat: j.Chat, Letter: store.Letter{Body: []byte("reminder")}}
		if err := s.FinishJob(t.Context(), j.ID, store.Finished{Notices: []store.Notice{notice}}); err != nil {
			t.Fatal(err)
		}
	}
	wantLetters(t, s, noon, 9, "b:reminder")
}

// A job that is due again is the same job, with another time and other contents; it
// is written in one piece with what it tells. A new one with its key is not made.
func TestAJobThatIsDueAgain(t *testing.T) {
	s, _, _ := newStore(t)
	watch := store.Job{Key: "watch", Kind: "watch", Due: noon}
	if err := s.AddJobs(t.Context(), watch); err != nil {
		t.Fatal(err)
	}
	again := store.Job{Key: "watch", Kind: "watch", Due: noon.Add(time.Hour), Body: []byte("new")}
	notice := store.Notice{Door: "web", Chat: "a", Letter: store.Letter{Body: []byte("hello")}}
	err := s.FinishJob(t.Context(), due(t, s, noon, 9)[0].ID, store.Finished{Notices: []store.Notice{notice}, Again: &again})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.AddJobs(t.Context(), watch); err != nil {
		t.Fatal(err)
	}
	if got := due(t, s, noon, 9); len(got) != 0 {
		t.Errorf("it is due at once: %v", got)
	}
	got := due(t, s, noon.Add(time.Hour), 9)
	if len(got) != 1 || got[0].Key != "watch" || string(got[0].Body) != "new" {
		t.Errorf("due: %v", got)
	}
	wantLetters(t, s, noon, 9, "a:hello")
	other := again
	other.Key = "other"
	if err := s.FinishJob(t.Context(), got[0].ID, store.Finished{Notices: []store.Notice{notice}, Again: &other}); err != nil {
		t.Fatal(err)
	}
	if got := due(t, s, noon.Add(time.Hour), 9); len(got) != 1 || string(got[0].Body) != "new" {
		t.Errorf("under another key it became %v", got)
	}
}
