package aider

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"signpost/bot/people"
	"signpost/bot/sessionlog"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// EnquiryDirectory is what the access checks read of the directory.
type EnquiryDirectory interface {
	// Service gives one service; directory.ErrNotFound when there is none.
	Service(ctx context.Context, id directory.ID) (*directory.Service, error)
	// Services gives the services of the ids, whatever their status.
	Services(ctx context.Context, ids []directory.ID) ([]*directory.Service, error)
	// Find looks for services, see directory.Query.
	Find(ctx context.Context, q directory.Query) (directory.Result, error)
	// Search finds services by words of their names.
	Search(ctx context.Context, text string, limit int) ([]*directory.Service, error)
}

// EnquiryDesk is what they read of what the bot keeps.
type EnquiryDesk interface {
	// Checks are the access checks of a service, the newest enquiry first; of all
	// services with "".
	Checks(ctx context.Context, service directory.ID) ([]sessionlog.Check, error)
	// Check is one; false when there is none.
	Check(ctx context.Context, id string) (sessionlog.Check, bool, error)
	// Admins are how many admins each group has.
	Admins(ctx context.Context) (map[string]int, error)
}

// Who enquires at services for others, and who sees how it went.
var (
	enquirers = []people.Role{people.FirstAider, people.GroupAdmin, people.Coordinator}
	judges    = []people.Role{people.GroupAdmin, people.Coordinator}
)

// Enquiries are the entrances for how services receive real enquiries. urgent are
// the numbers of the urgent card: nobody ever tries those out. id makes the id of a
// check.
func Enquiries(dir EnquiryDirectory, desk EnquiryDesk, urgent []string, id func() string) []talk.Entrance {
	q := enquiries{dir: dir, desk: desk, id: id, urgent: map[string]bool{}}
	for _, n := range urgent {
		q.urgent[digitsOf(n)] = true
	}
	return []talk.Entrance{
		{Command: "access_check", For: enquirers, Help: locales.CommandAccessCheck(), Flow: q.enquire()},
		{Command: "access_checks", For: judges, Help: locales.CommandAccessChecks(), Flow: q.all()},
		{
			Command: "service_checks", For: judges, About: "see how one service received real enquiries",
			GroupOf: q.groupOfService, Begin: beginEvidence, Flow: q.evidence(),
		},
		{
			Command: "check_reply", For: judges, About: "say what a service answers to one enquiry", Over: true,
			GroupOf: q.groupOfCheck, Begin: beginReply, Flow: q.reply(),
		},
	}
}

// EnquiryMenu is the row of the menu for them: who enquires tells of it, the office
// looks at what was told.
func EnquiryMenu(p people.Person) [][]talk.Button {
	var row []talk.Button
	if p.May(aiders, "") {
		row = append(row, talk.Enter("access_check", "", locales.EnquiryButtonNew()))
	}
	if p.May([]people.Role{people.Coordinator}, "") {
		row = append(row, talk.Enter("access_checks", "", locales.EnquiryButtonAll()))
	}
	return talk.Column(row...)
}

// enquiries is how services receive real enquiries: only taps, no words, and
// nothing of whom one was for nor of who made it.
type enquiries struct {
	dir    EnquiryDirectory
	desk   EnquiryDesk
	urgent map[string]bool // by their digits
	id     func() string
}

// digitsOf are the digits of a telephone number.
func digitsOf(number string) string {
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, number)
}

// asked reports whether one may say how a service received an enquiry: one for
// everybody, which is not of one's own group, and never for what can't wait. Nor is
// it one that is there for nothing but what could harm somebody if it were known, or
// whose address is secret: who rang there, for somebody of few, must not be guessed.
func (q enquiries) asked(s *directory.Service, own []string) bool {
	if s.Group != directory.Mainstream || !s.Shown() || s.Confidential || slices.Contains(own, string(s.Organisation.ID)) {
		return false
	}
	secret := len(s.Needs) > 0 && !slices.ContainsFunc(s.Needs, func(n directory.Need) bool { return !n.Sensitive() })
	return !secret && !slices.ContainsFunc(s.Phones, func(p directory.Phone) bool { return q.urgent[digitsOf(p.Number)] })
}

// How many services are offered, and how many are looked at for it.
const (
	enquiryOffered = 8
	enquiryLooked  = 60
	enquiryFinds   = 20
)

// likely are the services that an enquiry was probably at: those of which most was
// told, and then what people are shown first.
func (q enquiries) likely(ctx context.Context, sc talk.Scene, own []string) ([]string, error) {
	checks, err := q.desk.Checks(ctx, "")
	if err != nil {
		return nil, fmt.Errorf("reading how services receive enquiries: %w", err)
	}
	told := map[directory.ID]int{}
	for _, c := range checks {
		told[c.Service]++
	}
	found, err := q.dir.Find(ctx, directory.Query{At: sc.Now, Limit: enquiryLooked})
	if err != nil {
		return nil, fmt.Errorf("looking for services: %w", err)
	}
	var list []*directory.Service
	for _, m := range found.Matches {
		if q.asked(m.Service, own) {
			list = append(list, m.Service)
		}
	}
	slices.SortStableFunc(list, func(a, b *directory.Service) int { return cmp.Compare(told[b.ID], told[a.ID]) })
	var out []string
	for _, s := range list[:min(len(list), enquiryOffered)] {
		out = append(out, s.ID.Short())
	}
	return out, nil
}

// service reads one, nil when it is not there any more.
func (q enquiries) service(ctx context.Context, id directory.ID) (*directory.Service, error) {
	s, err := q.dir.Service(ctx, id)
	if errors.Is(err, directory.ErrNotFound) {
		return nil, nil
	}
	return s, err
}

// groupOf is the group that gives a service; that of nobody when there is none.
func (q enquiries) groupOf(ctx context.Context, id directory.ID) (string, error) {
	s, err := q.service(ctx, id)
	if err != nil {
		return "", err
	}
	if s == nil || s.Organisation.ID == "" {
		return noGroup, nil
	}
	return string(s.Organisation.ID), nil
}

func (q enquiries) groupOfService(ctx context.Context, arg string) (string, error) {
	id, err := directory.ParseShort(arg)
	if err != nil {
		return noGroup, nil
	}
	return q.groupOf(ctx, id)
}

// groupOfCheck is the group whose service an access check is about. One that was
// taken back says so to whoever asks.
func (q enquiries) groupOfCheck(ctx context.Context, arg string) (string, error) {
	c, ok, err := q.desk.Check(ctx, arg)
	if err != nil || !ok {
		return "", err
	}
	return q.groupOf(ctx, c.Service)
}
