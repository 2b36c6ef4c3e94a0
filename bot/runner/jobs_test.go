package runner

import (
	"context"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"signpost/bot/people"
	"signpost/bot/talk"
	"signpost/bot/upkeep"
	"signpost/directory"
	"signpost/locales"
)

// A job is done when it is due: its changes first, each under a key of the job's,
// then the rest with the note that it is done, in the language of who is told.
func TestAJobIsDoneWhenItIsDue(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		begin := time.Now()
		var did []time.Time
		h.Duties = map[string]Duty{"look": func(_ context.Context, now time.Time, j Job) (Outcome, error) {
			did = append(did, now)
			if len(did) == 1 {
				return Outcome{}, errDisk
			}
			return Outcome{
				Changes: []directory.Change{{Service: "s", Cast: []directory.Doubt{directory.Hidden}}},
				Do:      []talk.Effect{upkeep.Record{}},
				Tell:    []talk.Tell{{To: people.Hat{Role: people.Coordinator}, Body: locales.TalkCancelled(), About: "x"}},
				Jobs:    []Job{{ID: 2, Key: "next", Kind: "look", Due: now.Add(24 * time.Hour)}},
			}, nil
		}}
		if err := h.Store.AddJobs(t.Context(), Job{ID: 1, Key: "first", Kind: "look", Due: begin.Add(3 * time.Hour)}); err != nil {
			t.Fatal(err)
		}
		h.run(t, 6*time.Hour)
		if len(did) != 2 || did[0].Sub(begin) != 3*time.Hour || did[1].Sub(did[0]) != jobPause {
			t.Fatalf("done at %v after %v", did, begin)
		}
		if len(h.applied) != 1 || h.applied[0].Key != "job.first.s" {
			t.Errorf("carried out: %+v", h.applied)
		}
		f := h.store.finished
		if len(f) != 1 || len(f[0].Effects) != 1 || len(f[0].Notices) != 1 || f[0].Notices[0].About != "x" {
			t.Fatalf("noted: %+v", f)
		}
		urdu := h.Words.Render("ur", locales.TalkCancelled())
		if !strings.Contains(string(f[0].Notices[0].Body), urdu) {
			t.Errorf("told in another language: %s", f[0].Notices[0].Body)
		}
		if len(h.store.jobs) != 1 || h.store.jobs[0].Key != "next" {
			t.Errorf("jobs left: %+v", h.store.jobs)
		}
	})
}

// A job that a turn makes for now is done now, and not when the runner next looks.
func TestAJobOfATurnIsDoneAtOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		var did time.Time
		h.Duties = map[string]Duty{"look": func(_ context.Context, now time.Time, _ Job) (Outcome, error) {
			did = now
			return Outcome{}, nil
		}}
		ctx, stop := context.WithCancel(t.Context())
		ended := make(chan error, 1)
		go func() { ended <- h.Run(ctx) }()
		synctest.Wait()
		said := time.Now()
		h.receives(t, says("/soon"))
		time.Sleep(time.Hour)
		stop()
		if err := <-ended; err != nil {
			t.Fatal(err)
		}
		if !did.Equal(said) {
			t.Errorf("asked for at %v, done at %v", said, did)
		}
	})
}

// A job nobody knows is put off and not lost: a later release may know it.
func TestAJobOfAnUnknownKind(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		if err := h.Store.AddJobs(t.Context(), Job{ID: 1, Key: "a", Kind: "dance", Due: time.Now()}); err != nil {
			t.Fatal(err)
		}
		h.run(t, time.Minute)
		if len(h.store.jobs) != 1 || len(h.store.later) != 1 {
			t.Errorf("left %+v, put off %v", h.store.jobs, h.store.later)
		}
	})
}

// A duty that is asked again after a failure may decide on fewer listings, since a
// group answered meanwhile. The change of each has a key of its own all the same:
// one that is still to be made is not taken for one that was.
func TestAJobThatIsDoneAgainMakesTheRest(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		listings, keys := []directory.ID{"a", "b"}, map[string]directory.ID{}
		made := map[directory.ID]bool{}
		h.Apply = func(_ context.Context, _ time.Time, c directory.Change) (directory.Outcome, error) {
			if c.Service == "b" && len(listings) == 2 {
				listings = listings[1:] // the group of the first one answers now
				return "", errDisk
			}
			if of, known := keys[c.Key]; !known {
				keys[c.Key], made[c.Service] = c.Service, true
			} else if of != c.Service {
				t.Errorf("the change of %s has the key of the one of %s", c.Service, of)
			}
			return directory.Made, nil
		}
		h.Duties = map[string]Duty{"look": func(context.Context, time.Time, Job) (Outcome, error) {
			var out Outcome
			for _, id := range listings {
				out.Changes = append(out.Changes, directory.Change{Service: id, Cast: []directory.Doubt{directory.Unanswered}})
			}
			return out, nil
		}}
		if err := h.Store.AddJobs(t.Context(), Job{ID: 1, Key: "x", Kind: "look", Due: time.Now()}); err != nil {
			t.Fatal(err)
		}
		h.run(t, time.Hour)
		if !made["a"] || !made["b"] || len(h.store.jobs) != 0 {
			t.Errorf("made %v, jobs left %v", made, h.store.jobs)
		}
	})
}

// What a job that is due again tells, and what it needs to know then, is kept in one
// piece with its next time.
func TestAJobThatIsDueAgainTells(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHouse(t)
		h.Duties = map[string]Duty{"look": func(_ context.Context, now time.Time, j Job) (Outcome, error) {
			out := Outcome{Again: now.Add(time.Hour)}
			if string(j.Body) == "new" {
				return out, nil
			}
			out.Body, out.Tell = []byte("new"), []talk.Tell{{To: people.Hat{Role: people.Coordinator}, Body: locales.TalkCancelled()}}
			return out, nil
		}}
		if err := h.Store.AddJobs(t.Context(), Job{ID: 1, Key: "x", Kind: "look", Due: time.Now()}); err != nil {
			t.Fatal(err)
		}
		h.run(t, 150*time.Minute)
		f := h.store.finished
		if len(f) != 1 || len(f[0].Notices) != 1 || f[0].Again == nil || f[0].Again.Key != "x" || string(f[0].Again.Body) != "new" {
			t.Fatalf("noted: %+v", f)
		}
		if len(h.store.jobs) != 1 || len(h.store.later) != 2 {
			t.Errorf("jobs left: %+v, put off %v", h.store.jobs, h.store.later)
		}
	})
}
