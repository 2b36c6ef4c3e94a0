package duty

import (
	"context"
	"testing"
	"time"

	"signpost/bot/people"
	"signpost/bot/runner"
	"signpost/bot/upkeep"
	"signpost/directory"
)

// reported is a desk with reports.
type reported struct {
	desk
	reports []upkeep.Report
}

func (d reported) Reports(context.Context, string) ([]upkeep.Report, error) { return d.reports, nil }

// counted is a directory that counts, and notes until when it was tidied.
type counted struct {
	listings
	tidied *time.Time
}

func (counted) Standings(context.Context) ([]directory.Standing, error) {
	return []directory.Standing{{Organisation: "g", Live: 2}}, nil
}

func (counted) StandingsByLanguage(context.Context) ([]directory.Standing, error) {
	return []directory.Standing{{Organisation: "g", Language: "pl", Live: 1}}, nil
}

func (c counted) PurgeVersions(_ context.Context, now time.Time) error {
	*c.tidied = now
	return nil
}

// The office is told once a week at most, and only when there is something to tell.
func TestWeekly(t *testing.T) {
	monday := time.Date(2030, 6, 3, 10, 0, 0, 0, directory.London)
	for _, c := range []struct {
		name    string
		reports []upkeep.Report
		want    int
	}{
		{"nothing", nil, 0},
		{"a wrong number, which was told at once", []upkeep.Report{{Wrong: upkeep.WrongNumber}}, 0},
		{"two who were not welcome", []upkeep.Report{{Wrong: upkeep.Unwelcome}, {Wrong: upkeep.Unwelcome}}, 1},
	} {
		out, err := Weekly(reported{reports: c.reports})(t.Context(), monday, runner.Job{})
		if err != nil || len(out.Tell) != c.want {
			t.Errorf("%s: %d are told, %v", c.name, len(out.Tell), err)
		}
		for _, tell := range out.Tell {
			if tell.To != (people.Hat{Role: people.Coordinator}) {
				t.Errorf("%s: %+v is told", c.name, tell.To)
			}
		}
		if len(out.Jobs) != 1 || !out.Jobs[0].Due.Equal(monday.AddDate(0, 0, 7)) {
			t.Errorf("%s: the next is %+v", c.name, out.Jobs)
		}
	}
}

// How listings stand is counted for all of a group and for each language.
func TestMonthly(t *testing.T) {
	first := time.Date(2030, 6, 1, 4, 0, 0, 0, directory.London)
	out, err := Monthly(counted{})(t.Context(), first, runner.Job{})
	if err != nil || len(out.Do) != 1 || len(out.Do[0].(upkeep.Stands).Standings) != 2 {
		t.Errorf("%+v, %v", out.Do, err)
	}
	if len(out.Jobs) != 1 || !out.Jobs[0].Due.Equal(first.AddDate(0, 1, 0)) {
		t.Errorf("the next is %+v", out.Jobs)
	}
}

// What is kept no longer is removed each day.
func TestTidy(t *testing.T) {
	at, done := time.Date(2030, 6, 1, 4, 0, 0, 0, directory.London), time.Time{}
	out, err := Tidy(counted{tidied: &done})(t.Context(), at, runner.Job{})
	if err != nil || !done.Equal(at) || len(out.Jobs) != 1 || !out.Jobs[0].Due.Equal(at.AddDate(0, 0, 1)) {
		t.Errorf("tidied %v, then %+v, %v", done, out.Jobs, err)
	}
}

// Each job is due next at its own time, whoever makes it and how often.
func TestJobs(t *testing.T) {
	want := map[string]string{
		KindStillRight: "2030-06-02T10:00:00+01:00", KindWeekly: "2030-06-03T10:00:00+01:00",
		KindMonthly: "2030-07-01T04:00:00+01:00", KindTidy: "2030-06-03T04:00:00+01:00",
		KindUnlogged: "2030-06-02T20:30:00+01:00", KindCertificates: "2030-07-01T10:00:00+01:00",
	}
	for _, j := range Jobs(time.Date(2030, 6, 2, 9, 30, 0, 0, directory.London)) {
		if got := j.Due.Format(time.RFC3339); got != want[j.Kind] || j.Key != j.Kind+"."+got[:10] {
			t.Errorf("%s is due %s, key %q", j.Kind, got, j.Key)
		}
		delete(want, j.Kind)
	}
	if len(want) > 0 {
		t.Errorf("no job for %v", want)
	}
}
