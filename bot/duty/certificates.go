package duty

import (
	"context"
	"fmt"
	"slices"
	"time"

	"signpost/bot/people"
	"signpost/bot/runner"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// Certified is what the duty about certificates reads of what the bot keeps.
type Certified interface {
	People
	// Certificates are those of the first aiders of a group, by person.
	Certificates(ctx context.Context, group string) (map[string]people.Certificate, error)
}

// KindCertificates is the kind of the monthly job that looks which certificates end.
const KindCertificates = "certificates"

// certificateAhead is how many months before a certificate ends it is told.
const certificateAhead = 3

func certificatesJob(now time.Time) runner.Job {
	return on(KindCertificates, now, askAt*60, func(t time.Time) bool { return t.Day() == 1 })
}

// Certificates tells on the first of a month whose certificates end in three
// months: the first aider, and the admins of each of their groups, once for all of
// the group's. Nobody else learns of it.
func Certificates(desk Certified, dir Groups) runner.Duty {
	return func(ctx context.Context, now time.Time, j runner.Job) (runner.Outcome, error) {
		out := runner.Outcome{Jobs: []runner.Job{certificatesJob(now.Add(time.Second))}}
		ends := people.MonthOf(j.Due.In(directory.London)).Add(certificateAhead)
		groups, err := dir.Groups(ctx)
		if err != nil {
			return out, fmt.Errorf("reading the groups: %w", err)
		}
		var told []string
		for _, g := range groups {
			certificates, err := desk.Certificates(ctx, string(g.ID))
			if err != nil {
				return out, fmt.Errorf("reading the certificates of a group: %w", err)
			}
			wearers, err := desk.Wearers(ctx, string(g.ID))
			if err != nil {
				return out, fmt.Errorf("reading who is in a group: %w", err)
			}
			theirs := ending(wearers, certificates, ends)
			for _, person := range theirs {
				if !slices.Contains(told, person) {
					told = append(told, person)
					out.Tell = append(out.Tell, ownCertificate(person, ends))
				}
			}
			if len(theirs) > 0 {
				out.Tell = append(out.Tell, groupCertificate(g.ID, theirs, ends))
			}
		}
		return out, nil
	}
}

func ownCertificate(person string, ends people.Month) talk.Tell {
	return talk.Tell{
		One: person, Body: locales.CertificateToldOwn(monthOf(ends)),
		Rows: talk.Column(talk.Standing("certificate", "", locales.CertificateButtonOwn())),
	}
}

// ending are the first aiders whose certificates end in a month.
func ending(wearers []people.Wearer, certificates map[string]people.Certificate, month people.Month) []string {
	var out []string
	for _, w := range wearers {
		if w.Hat.Role == people.FirstAider && certificates[w.Person].Month == month {
			out = append(out, w.Person)
		}
	}
	return out
}

// groupCertificate tells the admins of a group: not the one whose own it is, when it
// is the only one.
func groupCertificate(group directory.ID, theirs []string, ends people.Month) talk.Tell {
	t := talk.Tell{
		To: people.Hat{Role: people.GroupAdmin, Group: string(group)}, Body: locales.CertificateToldAdmin(monthOf(ends)),
		Rows: talk.Column(talk.Standing("team", group.Short(), locales.PeopleButtonList())),
	}
	if len(theirs) == 1 {
		t.But = theirs[0]
	}
	return t
}

func monthOf(m people.Month) locales.Text {
	return locales.MonthOfYear(int(m)/100, time.Month(int(m)%100))
}
