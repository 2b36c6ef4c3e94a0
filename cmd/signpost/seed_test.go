package main

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"signpost/directory"
	"signpost/directory/sqlite"
)

// A new release brings its facts: what the seeds own is changed, what a group has
// taken over waits as a proposal, and nothing is done a second time.
func TestSeedsOfANewerRelease(t *testing.T) {
	ctx, now := t.Context(), time.Date(2030, 6, 2, 14, 5, 0, 0, time.UTC)
	dir, first, err := folder(filepath.Join(t.TempDir(), "data")).openDirectory(ctx, derbyshire, now)
	if err != nil {
		t.Fatal(err)
	}
	defer dir.Close()
	if !first.New || first.Services < 100 || len(first.Report.Refused)+len(first.Report.Twice) > 0 {
		t.Fatalf("the first time: %+v", first)
	}
	if again := sowing(t, ctx, dir, now); again.New || again.Changed {
		t.Errorf("the second time something was done: %+v", again)
	}

	// The release before had two services otherwise; one belongs to a group now.
	old := twoOf(t, ctx, dir)
	real := []string{old[0].Name, old[1].Name}
	old[0].Name, old[1].Name = "As it was", "As the group says"
	old[1].Origin.Owner = "a-group"
	elsewhere, _, err := folder(filepath.Join(t.TempDir(), "data")).openDirectory(ctx, town, now)
	if err != nil {
		t.Fatal(err)
	}
	defer elsewhere.Close()
	if _, err := elsewhere.Import(ctx, now, sqlite.Source{Name: derbyshire.seed, Version: "old"}, each(old[:1])); err != nil {
		t.Fatal(err)
	}
	if _, err := elsewhere.Import(ctx, now, sqlite.Source{Name: "a-group", Version: "1"}, each(old[1:])); err != nil {
		t.Fatal(err)
	}
	newer := sowing(t, ctx, elsewhere, now)
	if !newer.Changed || newer.New || newer.Report.Changed != 1 || newer.Report.Filed < 1 || newer.Report.Added != newer.Services-2 {
		t.Errorf("a newer release: %+v", newer)
	}
	for i, want := range []string{real[0], "As the group says"} {
		s, err := elsewhere.Service(ctx, old[i].ID)
		if err != nil || s.Name != want {
			t.Errorf("service %d is %q (%v), want %q", i, s.Name, err, want)
		}
	}
}

func sowing(t *testing.T, ctx context.Context, dir *sqlite.Directory, now time.Time) seeded {
	t.Helper()
	s, err := sow(ctx, dir, derbyshire, now)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// twoOf are the first two services of different organisations.
func twoOf(t *testing.T, ctx context.Context, dir *sqlite.Directory) []*directory.Service {
	t.Helper()
	var out []*directory.Service
	for s, err := range dir.All(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		if len(out) == 1 && out[0].Organisation.ID == s.Organisation.ID {
			continue
		}
		if out = append(out, s); len(out) == 2 {
			break
		}
	}
	return out
}

func each(services []*directory.Service) func(func(*directory.Service, error) bool) {
	return func(yield func(*directory.Service, error) bool) {
		for _, s := range services {
			if !yield(s, nil) {
				return
			}
		}
	}
}
