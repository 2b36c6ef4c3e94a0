package duty

import (
	"context"
	"errors"
	"fmt"
	"time"

	"signpost/bot/runner"
	"signpost/bot/talk"
	"signpost/bot/upkeep"
	"signpost/directory"
	"signpost/locales"
)

// CheckIn says a few warm words to a first aider who asked for them the day before,
// with what every first aider is owed. It asks nothing. The job's body is the id of
// the person; nothing else was kept, and that goes with the job.
func CheckIn() runner.Duty {
	return func(_ context.Context, _ time.Time, j runner.Job) (runner.Outcome, error) {
		return runner.Outcome{Tell: []talk.Tell{{
			One: string(j.Body), Body: locales.ReminderCheckIn(),
			Rows: talk.Column(
				talk.Standing("find", "", locales.ReminderButtonFind()),
				talk.Standing(talk.UrgentCommand, "", locales.ButtonUrgent()),
			),
		}}}, nil
	}
}

// Held ends the doubts of a listing that rested on nobody having said that it is
// right, once a session of it was logged: somebody stood there at that time. The
// job's body is the id of the service.
func Held(dir Listings) runner.Duty {
	return func(ctx context.Context, now time.Time, j runner.Job) (runner.Outcome, error) {
		s, err := dir.Service(ctx, directory.ID(j.Body))
		if errors.Is(err, directory.ErrNotFound) {
			return runner.Outcome{}, nil
		}
		if err != nil {
			return runner.Outcome{}, fmt.Errorf("reading whose session was held: %w", err)
		}
		if !directory.Unanswered.In(s) && !directory.Hidden.In(s) {
			return runner.Outcome{}, nil
		}
		today := directory.DateOf(now)
		return runner.Outcome{
			Changes: []directory.Change{{
				Service: s.ID, Base: s.Version, Today: today, Lift: []directory.Doubt{directory.Unanswered, directory.Hidden},
			}},
			Do: []talk.Effect{upkeep.Record{Entry: upkeep.Entry{
				Day: today, Group: string(s.Organisation.ID), What: "held", Service: s.ID,
			}}},
		}, nil
	}
}
