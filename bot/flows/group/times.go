package group

import (
	"context"
	"time"

	"signpost/bot/people"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// The answers of the conversation about times.
var (
	timesNow   = talk.Answer[time.Time]("now")    // when it was begun: what is offered counts from there
	timesSeen  = talk.Answer[string]("seen")      // a glance at the times as they were looked at
	timesGo    = talk.Answer[string]("go")        // the step that an answer leads to
	timesPlan  = talk.Answer[plan]("plan")        // what is wanted
	timesDraft = talk.Answer[timeDraft]("draft")  // the rule that is put together
	timesHour  = talk.Answer[[]typedHour]("hour") // typed times that are not decided yet
	timesWeeks = talk.Answer[[]string]("weeks")
	timesDays  = talk.Answer[[]string]("days")
	timesNight = talk.Answer[bool]("night")
	timesTaken = talk.Answer[string]("taken")
	timesSaved = talk.Answer[bool]("saved") // the closed days are shown again after one was saved
)

// Times is the entrance to the sessions and times of a listing: its argument is the
// short id of the service. Without one it leads to the only listing of a person, or
// to all of them.
func Times(dir Directory, desk Desk, chance Chance) talk.Entrance {
	k := timekeeper{dir: dir, desk: desk, uuid: chance.UUID}
	return talk.Entrance{
		Command: "times", For: keepers, Help: locales.CommandTimes(), Begin: beginService,
		GroupOf: func(ctx context.Context, arg string) (string, error) {
			if arg == "" {
				return "", nil // which listing it is will be asked
			}
			return groupOfShort(ctx, k.dir, arg)
		},
		Flow: talk.Flow{Name: "times", Steps: k.timesSteps()},
	}
}

// timekeeper is the keeping of the times of listings.
type timekeeper struct {
	dir  Directory
	desk Desk
	uuid func() directory.ID
}

// load gives the service of a conversation, nil when it is not there any more.
func (k timekeeper) load(ctx context.Context, a talk.Answers) (*directory.Service, error) {
	return keeper{dir: k.dir}.load(ctx, a)
}

// timesSteps are the ways through the times of a listing.
func (k timekeeper) timesSteps() []talk.Step {
	steps := []talk.Step{
		talk.Run{Name: "look", Do: k.lookAtTimes, Next: timesTo("home", "gone")},
		k.askHome(),
	}
	steps = append(steps, k.draftSteps()...)
	steps = append(steps, k.dateSteps()...)
	steps = append(steps, k.closedSteps()...)
	return append(steps, k.saveSteps()...)
}

// timesTo leads to the step that the answer chose, which is one of some.
func timesTo(to ...string) *talk.Branch { return &talk.Branch{To: to, Pick: timesGo.Of} }

// lookAtTimes begins: at the listing of the argument, or at the person's only one.
func (k timekeeper) lookAtTimes(ctx context.Context, sc talk.Scene, a talk.Answers, _ *talk.Turn) error {
	if service.Of(a) == "" {
		return k.onlyListing(ctx, sc)
	}
	timesPlan.Clear(a)
	timesDraft.Clear(a)
	timesSaved.Clear(a)
	timesNow.Set(a, sc.Now)
	s, err := k.load(ctx, a)
	timesGo.Set(a, "home")
	if s == nil {
		timesGo.Set(a, "gone")
	}
	return err
}

// onlyListing goes on at the one listing of a person, or at all listings.
func (k timekeeper) onlyListing(ctx context.Context, sc talk.Scene) error {
	var found []*directory.Service
	groups := sc.Person.Groups(people.GroupAdmin)
	for _, g := range groups {
		some, err := k.dir.ServicesOf(ctx, directory.ID(g))
		if err != nil {
			return err
		}
		for _, s := range some {
			if !ended(s) {
				found = append(found, s)
			}
		}
	}
	if len(found) == 1 && !sc.Person.May([]people.Role{people.Coordinator}, "") {
		return &talk.Open{Command: "times", Arg: found[0].ID.Short()}
	}
	return &talk.Open{Command: "listings"}
}

// loaded gives the service of a conversation; a *talk.Retry when it is not there any
// more.
func (k timekeeper) loaded(ctx context.Context, a talk.Answers) (*directory.Service, error) {
	s, err := k.load(ctx, a)
	if s == nil && err == nil {
		return nil, &talk.Retry{Text: locales.TimesGone()}
	}
	return s, err
}

// timed makes a question of the service and of when the conversation was begun. It
// shows what is said of a listing that is gone.
func (k timekeeper) timed(
	words func(s *directory.Service, now time.Time, a talk.Answers) locales.Text,
) talk.Words {
	return func(ctx context.Context, _ talk.Scene, a talk.Answers) (locales.Text, error) {
		s, err := k.load(ctx, a)
		if err != nil {
			return locales.Text{}, err
		}
		if s == nil {
			return locales.TimesGone(), nil
		}
		return words(s, timesNow.Of(a), a), nil
	}
}

// offered makes choices of the service; none of a listing that is gone.
func (k timekeeper) offered(
	choices func(s *directory.Service, now time.Time, a talk.Answers) []talk.Choice,
) talk.Choices {
	return func(ctx context.Context, _ talk.Scene, a talk.Answers) ([]talk.Choice, error) {
		s, err := k.load(ctx, a)
		if err != nil || s == nil {
			return nil, err
		}
		return choices(s, timesNow.Of(a), a), nil
	}
}

// began is the day on which the conversation was begun.
func began(a talk.Answers) directory.Date { return directory.DateOf(timesNow.Of(a)) }

// dayLabel words a day of the calendar: "Thursday 14 May".
func dayLabel(d directory.Date) locales.Text {
	t, err := time.Parse(time.DateOnly, string(d))
	if err != nil {
		return locales.Text{}
	}
	return locales.DayOf(t).Text()
}

// dayChoices offers days; their ids are the days themselves.
func dayChoices(days ...directory.Date) []talk.Choice {
	var out []talk.Choice
	for _, d := range days {
		if d != "" && !hasChoice(out, string(d)) {
			out = append(out, talk.Choice{ID: string(d), Label: dayLabel(d)})
		}
	}
	return out
}

func hasChoice(choices []talk.Choice, id string) bool {
	for _, c := range choices {
		if c.ID == id {
			return true
		}
	}
	return false
}
