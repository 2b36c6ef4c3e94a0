package duty

import (
	"context"
	"time"

	"signpost/bot/runner"
)

// KindBackup makes a backup of the data.
const KindBackup = "backup"

// backupAt is when in the night, in minutes of the area's clock.
const backupAt = 3*60 + 30

// BackupJob is the next time a backup is due.
func BackupJob(now time.Time) runner.Job {
	return on(KindBackup, now, backupAt, func(time.Time) bool { return true })
}

// Backup makes a backup each night; where none is asked for, it is nil and nothing
// more is due. One that fails is tried again, and is late until it was made.
func Backup(backup func(ctx context.Context, now time.Time) error) runner.Duty {
	return func(ctx context.Context, now time.Time, _ runner.Job) (runner.Outcome, error) {
		if backup == nil {
			return runner.Outcome{}, nil
		}
		return runner.Outcome{Jobs: []runner.Job{BackupJob(now.Add(time.Second))}}, backup(ctx, now)
	}
}
