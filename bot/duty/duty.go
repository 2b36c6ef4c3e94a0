package duty

import (
	"context"
	"fmt"
	"time"

	"signpost/bot/people"
	"signpost/bot/runner"
	"signpost/bot/sessionlog"
	"signpost/bot/talk"
	"signpost/bot/upkeep"
	"signpost/directory"
	"signpost/locales"
)

// Office is what the duties of the office read of what the bot keeps.
type Office interface {
	Logbook
	Certified
	Reported
	Words
}

// Reported is what is read of reports.
type Reported interface {
	// Reports are open, of all groups with "".
	Reports(ctx context.Context, group string) ([]upkeep.Report, error)
}

// Directory is what they read of the directory, and what they tidy in it.
type Directory interface {
	Listings
	Groups
	Counted
	Tidied
	FrontDoors
}

// Counted is how the listings of the directory are counted.
type Counted interface {
	// Standings counts the listings of each organisation.
	Standings(ctx context.Context) ([]directory.Standing, error)
	// StandingsByLanguage counts them by the languages spoken there.
	StandingsByLanguage(ctx context.Context) ([]directory.Standing, error)
}

// Tidied is what is tidied in the directory.
type Tidied interface {
	// PurgeVersions removes what listings were longer ago than it is kept.
	PurgeVersions(ctx context.Context, now time.Time) error
}

// The kinds of the jobs of the office.
const (
	KindWeekly  = "weekly"  // tells of what is told once a week at most
	KindMonthly = "monthly" // counts how listings stand
	KindTidy    = "tidy"    // removes what is kept no longer
)

// tidyAt is the hour of the day at which nobody is disturbed.
const tidyAt = 4

// All are the duties there are, by the kind of their jobs.
func All(desk Office, dir Directory, ladder upkeep.Ladder) map[string]runner.Duty {
	return map[string]runner.Duty{
		KindStillRight:   StillRight(desk, dir, ladder),
		KindWeekly:       Weekly(desk),
		KindMonthly:      Monthly(dir),
		KindTidy:         Tidy(dir),
		KindUnlogged:     Unlogged(desk, dir),
		KindCertificates: Certificates(desk, dir),

		sessionlog.KindCalledOff: CalledOff(desk, dir),
		sessionlog.KindCheckIn:   CheckIn(),
		sessionlog.KindWord:      Word(desk, dir),
		sessionlog.KindHeld:      Held(dir),
	}
}

// Jobs are the jobs that there is always one of, each with the next time it is due.
func Jobs(now time.Time) []runner.Job {
	return []runner.Job{
		StillRightJob(now), weeklyJob(now), monthlyJob(now), tidyJob(now), unloggedJob(now), certificatesJob(now),
	}
}

// on is the first time at or after now, at a time of the area's clock, whose day
// fits.
func on(kind string, now time.Time, at directory.Clock, fits func(time.Time) bool) runner.Job {
	t := now.In(directory.London)
	for days := 0; ; days++ {
		due := time.Date(t.Year(), t.Month(), t.Day()+days, 0, int(at), 0, 0, directory.London)
		if !due.Before(now) && fits(due) {
			return runner.Job{Key: kind + "." + due.Format(time.DateOnly), Kind: kind, Due: due}
		}
	}
}

func weeklyJob(now time.Time) runner.Job {
	return on(KindWeekly, now, askAt*60, func(t time.Time) bool { return t.Weekday() == time.Monday })
}

func monthlyJob(now time.Time) runner.Job {
	return on(KindMonthly, now, tidyAt*60, func(t time.Time) bool { return t.Day() == 1 })
}

func tidyJob(now time.Time) runner.Job {
	return on(KindTidy, now, tidyAt*60, func(time.Time) bool { return true })
}

// Weekly tells the office on Mondays that somebody was not made welcome somewhere,
// as long as that stands on the board: batched, so that nobody can work out whose
// visit it was.
func Weekly(desk Reported) runner.Duty {
	return func(ctx context.Context, now time.Time, _ runner.Job) (runner.Outcome, error) {
		out := runner.Outcome{Jobs: []runner.Job{weeklyJob(now.Add(time.Second))}}
		reports, err := desk.Reports(ctx, "")
		if err != nil {
			return out, fmt.Errorf("reading what was reported: %w", err)
		}
		for _, r := range reports {
			if !r.Wrong.Factual() {
				out.Tell = []talk.Tell{{
					To: people.Hat{Role: people.Coordinator}, Body: locales.BoardWeekly(),
					Rows: talk.Column(talk.Standing("board", "", locales.MenuButtonBoard())),
				}}
				break
			}
		}
		return out, nil
	}
}

// Monthly counts on the first of a month how the listings of each group stand.
func Monthly(dir Counted) runner.Duty {
	return func(ctx context.Context, now time.Time, _ runner.Job) (runner.Outcome, error) {
		out := runner.Outcome{Jobs: []runner.Job{monthlyJob(now.Add(time.Second))}}
		all, err := dir.Standings(ctx)
		if err != nil {
			return out, err
		}
		spoken, err := dir.StandingsByLanguage(ctx)
		if err != nil {
			return out, err
		}
		out.Do = []talk.Effect{upkeep.Stands{Standings: append(all, spoken...)}}
		return out, nil
	}
}

// Tidy removes each day what is kept no longer. To do it twice is to do it once.
func Tidy(dir Tidied) runner.Duty {
	return func(ctx context.Context, now time.Time, _ runner.Job) (runner.Outcome, error) {
		return runner.Outcome{Jobs: []runner.Job{tidyJob(now.Add(time.Second))}}, dir.PurgeVersions(ctx, now)
	}
}
