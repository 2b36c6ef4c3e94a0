package sqlite_test

import (
	"path/filepath"
	"testing"
	"time"

	"signpost/directory"
	"signpost/directory/sqlite"
)

// change is one edit of a field by a group, made on a version.
func change(key string, s *directory.Service, base int64, f directory.Field, v any) directory.Change {
	return directory.Change{
		Key: key, Service: s.ID, Base: base, Owner: string(s.Organisation.ID),
		Edits: []directory.Edit{directory.Set(f, v)},
	}
}

// applied is a directory with one listing that a feed brought.
func applied(t *testing.T) (*sqlite.Directory, *directory.Service, func(directory.Change) directory.Outcome) {
	t.Helper()
	d := openDirectory(t, filepath.Join(t.TempDir(), "directory.db"))
	s := full()
	importAll(t, d, "millbrook", s)
	at := time.Date(2026, 11, 22, 10, 0, 0, 0, time.UTC)
	return d, s, func(c directory.Change) directory.Outcome {
		t.Helper()
		got, err := d.Apply(t.Context(), at, c)
		if err != nil {
			t.Fatal(err)
		}
		return got
	}
}

// Two people who change different things both succeed; the second of two who
// change the same thing is told. What is done is done once.
func TestApply(t *testing.T) {
	d, s, apply := applied(t)
	for _, c := range []struct {
		name   string
		change directory.Change
		want   directory.Outcome
	}{
		{"an edit", change("a", s, 1, directory.FieldHours, "Mondays"), directory.Made},
		{"the same edit again", change("a", s, 1, directory.FieldHours, "Mondays"), directory.Made},
		{"another field, on the older version", change("b", s, 1, directory.FieldAlert, "Ring the bell"), directory.Made},
		{"the same field, on the older version", change("c", s, 1, directory.FieldHours, "Tuesdays"), directory.Conflict},
		{"a version that never was", change("d", s, 77, directory.FieldHours, "Tuesdays"), directory.Conflict},
		{"a listing without a name", change("e", s, 3, directory.FieldName, " "), directory.Faulty},
		{"another group's", directory.Change{
			Key: "f", Service: s.ID, Base: 3, Owner: "11111111-1111-4111-8111-111111111111",
			Edits: []directory.Edit{directory.Set(directory.FieldHours, "Never")},
		}, directory.NotOwner},
		{"one that is not there", directory.Change{Key: "g", Service: "22222222-2222-4222-8222-222222222222"}, directory.Faulty},
	} {
		if got := apply(c.change); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	got, err := d.Service(t.Context(), s.ID)
	if err != nil {
		t.Fatal(err)
	}
	if got.Hours != "Mondays" || got.Alert != "Ring the bell" || got.Version != 3 || got.Origin.Owner != string(s.Organisation.ID) {
		t.Errorf("afterwards: hours %q, alert %q, version %d, owner %q", got.Hours, got.Alert, got.Version, got.Origin.Owner)
	}
	before, err := d.History(t.Context(), s.ID)
	if err != nil || len(before) != 2 {
		t.Fatalf("%d versions before it, %v", len(before), err)
	}
	if got := apply(with(directory.Undo(before[1], got, "", "2026-11-22"), "undo")); got != directory.Made {
		t.Errorf("undo: %s", got)
	}
	if got, err = d.Service(t.Context(), s.ID); err != nil || got.Hours != s.Hours || got.Alert != s.Alert || got.Origin.Owner != string(s.Organisation.ID) {
		t.Errorf("after undo: hours %q, alert %q, %v", got.Hours, got.Alert, err)
	}
}

func with(c directory.Change, key string) directory.Change {
	c.Key = key
	return c
}

// A doubt is no version of the listing; under the last of them it is no answer.
func TestDoubts(t *testing.T) {
	d, s, apply := applied(t)
	look := func() *directory.Service {
		t.Helper()
		got, err := d.Service(t.Context(), s.ID)
		if err != nil {
			t.Fatal(err)
		}
		return got
	}
	apply(directory.Change{Key: "a", Service: s.ID, Cast: []directory.Doubt{directory.BeingChecked, directory.Hidden}})
	if got := look(); got.Shown() || !directory.BeingChecked.In(got) || got.Version != 1 {
		t.Errorf("doubted: shown %v, %v, version %d", got.Shown(), got.Doubts, got.Version)
	}
	apply(directory.Change{Key: "b", Service: s.ID, Lift: []directory.Doubt{directory.Hidden}})
	if got := look(); !got.Shown() || len(got.Doubts) != 1 {
		t.Errorf("one doubt lifted: shown %v, %v", got.Shown(), got.Doubts)
	}
}

// A group is set up with its first service, pauses with all of them, and goes on.
func TestApplyGroup(t *testing.T) {
	d, s, apply := applied(t)
	o := directory.Organisation{ID: "33333333-3333-4333-8333-333333333333", Name: "New Neighbours", Community: true}
	o.Origin.Owner = string(o.ID)
	if got := apply(directory.Change{Key: "a", Organisation: &o}); got != directory.Made {
		t.Fatalf("setting up: %s", got)
	}
	first := *s
	first.ID, first.Organisation, first.Version = "44444444-4444-4444-8444-444444444444", o, 0
	first.Places, first.Schedules, first.Exceptions = nil, nil, nil
	if got := apply(directory.Change{Key: "b", Service: first.ID, New: &first, Owner: string(o.ID)}); got != directory.Made {
		t.Fatalf("the first service: %s", got)
	}
	for _, status := range []directory.Status{directory.TemporarilyClosed, directory.Active} {
		if got := apply(directory.Change{Key: "every" + string(status), Organisation: &o, Every: status}); got != directory.Made {
			t.Fatalf("%s: %s", status, got)
		}
		got, err := d.Service(t.Context(), first.ID)
		if err != nil || got.Status != status || got.Organisation.Name != o.Name {
			t.Errorf("%s: %q of %q, %v", status, got.Status, got.Organisation.Name, err)
		}
	}
	of, err := d.ServicesOf(t.Context(), o.ID)
	if err != nil || len(of) != 1 || of[0].ID != first.ID {
		t.Errorf("its services: %d, %v", len(of), err)
	}
	groups, err := d.Groups(t.Context())
	if err != nil || len(groups) != 2 {
		t.Errorf("%d groups, %v", len(groups), err)
	}
	if other, err := d.Service(t.Context(), s.ID); err != nil || other.Status != s.Status {
		t.Errorf("another group's service: %v, %v", other.Status, err)
	}
}

// When a place becomes confidential its address goes out of its history too.
func TestApplyForgetsAnAddress(t *testing.T) {
	d, s, apply := applied(t)
	if got := apply(change("a", s, 1, directory.FieldHours, "Mondays")); got != directory.Made {
		t.Fatal(got)
	}
	private := directory.Change{Key: "b", Service: s.ID, Base: 2, Edits: directory.Diff(s, s.WithoutPlaces())}
	private.Edits = append(private.Edits, directory.Set(directory.FieldConfidential, true))
	if got := apply(private); got != directory.Made {
		t.Fatal(got)
	}
	before, err := d.History(t.Context(), s.ID)
	if err != nil || len(before) != 2 {
		t.Fatalf("%d versions before it, %v", len(before), err)
	}
	for _, v := range before {
		if len(v.Places) != 0 {
			t.Errorf("version %d still says %+v", v.Version, v.Places)
		}
	}
}
