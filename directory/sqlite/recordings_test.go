package sqlite_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"signpost/directory"
)

// voice is a recording in a language that can be kept.
func voice(id, language string) *directory.Recording {
	return &directory.Recording{
		Voice: directory.Voice{ID: id, Language: language, Seconds: 20, Of: "0123456789abcdef", On: "2026-11-22"},
		Audio: []byte("OggS" + id),
	}
}

// A group keeps one recording a language, the newest. It is no version of the
// listing, and who does not own the listing can neither record nor remove.
func TestRecordings(t *testing.T) {
	d, s, apply := applied(t)
	owner := string(s.Organisation.ID)
	loud := voice("loud", "pl")
	loud.Audio = append(loud.Audio, make([]byte, directory.MaxAudio)...)
	long := voice("long", "pl")
	long.Seconds = directory.MaxSpoken + 1
	noise := voice("noise", "pl")
	noise.Audio = []byte("<html>")
	for _, c := range []struct {
		name   string
		change directory.Change
		want   directory.Outcome
	}{
		{"the first", directory.Change{Owner: owner, Record: voice("a", "pl")}, directory.Made},
		{"another language", directory.Change{Owner: owner, Record: voice("b", "ur")}, directory.Made},
		{"recorded again", directory.Change{Owner: owner, Record: voice("c", "pl")}, directory.Made},
		{"by somebody else", directory.Change{Owner: "another", Record: voice("d", "pl")}, directory.NotOwner},
		{"removed by somebody else", directory.Change{Owner: "another", Silence: "pl"}, directory.NotOwner},
		{"too large", directory.Change{Owner: owner, Record: loud}, directory.Faulty},
		{"too long", directory.Change{Owner: owner, Record: long}, directory.Faulty},
		{"no sound", directory.Change{Owner: owner, Record: noise}, directory.Faulty},
		{"removed", directory.Change{Owner: owner, Silence: "ur"}, directory.Made},
	} {
		c.change.Key, c.change.Service, c.change.Base = c.name, s.ID, 1
		if got := apply(c.change); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	got, err := d.Service(t.Context(), s.ID)
	if err != nil {
		t.Fatal(err)
	}
	want := []directory.Voice{voice("c", "pl").Voice}
	if diff := cmp.Diff(want, got.Voices); diff != "" || got.Version != 1 {
		t.Errorf("version %d, recordings:\n%s", got.Version, diff)
	}
	r, err := d.Recording(t.Context(), s.ID, "pl")
	if err != nil || !bytes.Equal(r.Audio, voice("c", "pl").Audio) || r.Voice != want[0] {
		t.Errorf("the recording is %q, %v, %v", r.Audio, r.Voice, err)
	}
	for _, tag := range []string{"ur", "en", ""} {
		if _, err := d.Recording(t.Context(), s.ID, tag); !errors.Is(err, directory.ErrNotFound) {
			t.Errorf("in %q there is none, and it gave %v", tag, err)
		}
	}
}

// An import that brings a listing again leaves what its group recorded.
func TestRecordingsStayThroughAnImport(t *testing.T) {
	d, s, apply := applied(t)
	apply(directory.Change{Key: "a", Service: s.ID, Record: voice("a", "pl")})
	importAll(t, d, "millbrook", full())
	anew := full()
	anew.Description += strings.Repeat(" More.", 2)
	importAll(t, d, "millbrook", anew)
	got, err := d.Service(t.Context(), s.ID)
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Voices) != 1 || got.Version != 2 {
		t.Errorf("version %d with %d recordings, want 2 with 1", got.Version, len(got.Voices))
	}
	if v := got.Voices[0]; !got.OldVoice(v) {
		t.Error("the English words have changed, and the recording does not count as old")
	}
	if _, ok := got.VoiceIn("ur", "en"); ok {
		t.Error("a recording in Polish is offered to somebody who reads Urdu")
	}
	if v, ok := got.VoiceIn("ur", "pl"); !ok || v.ID != "a" {
		t.Errorf("for Polish it is %v, %v", v, ok)
	}
}
