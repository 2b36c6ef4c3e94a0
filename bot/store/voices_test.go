package store_test

import (
	"testing"

	"signpost/bot/upkeep"
)

// Each bot has its own name for a sound. When the recording goes, so do they all.
func TestVoiceFiles(t *testing.T) {
	s, _, path := newStore(t)
	wear(t, s, "admin", newID("p"), admin)
	keep := func(bot, recording, file string) {
		t.Helper()
		if err := s.KeepVoiceFile(t.Context(), bot, recording, file); err != nil {
			t.Fatal(err)
		}
	}
	want := func(bot, recording, file string) {
		t.Helper()
		if got, err := s.VoiceFile(t.Context(), bot, recording); err != nil || got != file {
			t.Errorf("bot %s, recording %s: %q, %v, want %q", bot, recording, got, err, file)
		}
	}
	keep("1", "a", "file-1a")
	keep("2", "a", "file-2a")
	keep("1", "b", "old")
	keep("1", "b", "file-1b")
	want("1", "a", "file-1a")
	want("2", "a", "file-2a")
	want("1", "b", "file-1b")
	want("3", "a", "")
	for _, row := range query(t, path, `SELECT CAST(sealed AS TEXT) FROM voice_file`) {
		if len(row) >= 4 && row[:4] == "file" {
			t.Error("the name of a file is in clear")
		}
	}
	save(t, s, turn("admin", upkeep.Silence{Recording: "a"}))
	want("1", "a", "")
	want("2", "a", "")
	keep("1", "b", "")
	want("1", "b", "")
}
