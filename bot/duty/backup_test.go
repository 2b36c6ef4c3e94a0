package duty_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"signpost/bot/duty"
	"signpost/directory"
)

// A backup is made at half past three, whatever the clocks do, and one that fails is
// not taken for made.
func TestBackupEachNight(t *testing.T) {
	night := time.Date(2026, 10, 24, 3, 30, 0, 0, directory.London) // the clocks go back in the night that follows
	if got := duty.BackupJob(night.Add(-time.Hour)); !got.Due.Equal(night) || got.Kind != duty.KindBackup {
		t.Errorf("%+v, want one at %v", got, night)
	}
	made := 0
	do := duty.Backup(func(context.Context, time.Time) error { made++; return nil })
	out, err := do(t.Context(), night, duty.BackupJob(night))
	if err != nil || made != 1 {
		t.Fatalf("%d made, %v", made, err)
	}
	if want := time.Date(2026, 10, 25, 3, 30, 0, 0, directory.London); len(out.Jobs) != 1 || !out.Jobs[0].Due.Equal(want) {
		t.Errorf("the next are %+v, want one at %v", out.Jobs, want)
	}
	full := errors.New("full")
	if _, err := duty.Backup(func(context.Context, time.Time) error { return full })(t.Context(), night, duty.BackupJob(night)); !errors.Is(err, full) {
		t.Errorf("%v, want what went wrong", err)
	}
	if out, err := duty.Backup(nil)(t.Context(), night, duty.BackupJob(night)); err != nil || len(out.Jobs) != 0 {
		t.Errorf("where none is asked for: %+v, %v", out, err)
	}
}
