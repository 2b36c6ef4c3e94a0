package aider

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"signpost/bot/people"
	"signpost/bot/sessionlog"
	"signpost/bot/talk"
	"signpost/directory"
)

// shelf is a directory of a few services.
type shelf []*directory.Service

func (s shelf) Service(_ context.Context, id directory.ID) (*directory.Service, error) {
	for _, x := range s {
		if x.ID == id {
			return x, nil
		}
	}
	return nil, directory.ErrNotFound
}

func (s shelf) ServicesOf(_ context.Context, o directory.ID) ([]*directory.Service, error) {
	var out []*directory.Service
	for _, x := range s {
		if x.Organisation.ID == o {
			out = append(out, x)
		}
	}
	return out, nil
}

func (s shelf) Find(context.Context, directory.Query) (directory.Result, error) {
	var r directory.Result
	for _, x := range s {
		r.Matches = append(r.Matches, directory.Match{Service: x})
	}
	return r, nil
}

func (s shelf) Search(_ context.Context, text string, _ int) ([]*directory.Service, error) {
	var out []*directory.Service
	for _, x := range s {
		if strings.Contains(strings.ToLower(x.Name), strings.ToLower(text)) {
			out = append(out, x)
		}
	}
	return out, nil
}

// blank is a desk on which nothing lies.
type blank struct{}

func (blank) Logs(context.Context, string, directory.Date, directory.Date) ([]sessionlog.Log, error) {
	return nil, nil
}

func (blank) LogsOfSession(context.Context, sessionlog.Occurrence) ([]sessionlog.Log, error) {
	return nil, nil
}
func (blank) Log(context.Context, string) (l sessionlog.Log, ok bool, err error) { return }
func (blank) LogHistory(context.Context, string) ([]sessionlog.Log, error)       { return nil, nil }
func (blank) LastLog(context.Context, directory.ID, time.Time) (l sessionlog.Log, ok bool, err error) {
	return
}
func (blank) Drafts(context.Context, string) ([]sessionlog.Log, error) { return nil, nil }
func (blank) Draft(context.Context, string, sessionlog.Occurrence) (l sessionlog.Log, ok bool, err error) {
	return
}

func listing(name string, g directory.Group, needs ...directory.Need) *directory.Service {
	return &directory.Service{
		ID: directory.NewID("aider", name), Name: name, Status: directory.Active, Group: g, Needs: needs,
		Organisation: directory.Organisation{ID: directory.NewID("aider", "group")},
	}
}

// ran is a log of a session that ran, over a few services.
func ran(t *testing.T) (logbook, talk.Answers) {
	t.Helper()
	own := listing("Allotment mornings", directory.LocalCommunity, directory.Loneliness)
	l := logbook{dir: shelf{
		own,
		listing("Talking therapies", directory.Mainstream, directory.Anxiety, directory.LowMood),
		listing("Safe line", directory.Mainstream, directory.DomesticAbuse),
		listing("Night line", directory.Crisis, directory.LowMood, directory.Anxiety),
		listing("Open door", directory.Mainstream, directory.LGBTQ, directory.JustTalk),
	}, desk: blank{}}
	a := talk.Answers{}
	current.Set(a, sessionlog.Log{
		Occurrence: sessionlog.Occurrence{Service: own.ID, Schedule: directory.NewID("aider", "rule"), Original: "2030-06-01T09:30"},
		Held:       sessionlog.Ran, Visits: sessionlog.Exactly(8),
	})
	return l, a
}

func step(t *testing.T, l logbook, name string) talk.Ask {
	t.Helper()
	for _, s := range l.session().Steps {
		if ask, ok := s.(talk.Ask); ok && ask.Name == name {
			return ask
		}
	}
	t.Fatalf("there is no question %s", name)
	return talk.Ask{}
}

// What could harm somebody is neither offered nor taken, whatever a button says that
// somebody made up.
func TestNothingSensitiveGetsIntoALog(t *testing.T) {
	l, a := ran(t)
	for _, name := range []string{"about", "pointed"} {
		ask := step(t, l, name)
		var tried []string
		for _, n := range directory.SensitiveNeeds() {
			tried = append(tried, string(n))
		}
		for _, s := range []string{"Safe line", "Night line", "Open door", "Allotment mornings"} {
			tried = append(tried, string(directory.NewID("aider", s)))
		}
		screen, err := ask.Show(t.Context(), talk.Scene{}, a)
		if err != nil {
			t.Fatal(err)
		}
		for _, id := range tried {
			for _, row := range screen.Rows {
				if slices.ContainsFunc(row, func(b talk.Button) bool { return strings.HasSuffix(b.Option, id) }) {
					t.Errorf("%s offers %s", name, id)
				}
			}
			err := ask.Take(t.Context(), talk.Chose{Option: "+" + id}, a)
			if retry := new(talk.Retry); !errors.As(err, &retry) {
				t.Errorf("%s takes %s: %v", name, id, err)
			}
		}
		if err := ask.Take(t.Context(), talk.Said{Text: "line"}, a); err == nil || errors.Is(err, talk.Stay) {
			t.Errorf("%s finds by its name what is never noted: %v", name, err)
		}
	}
	if log := current.Of(a); len(log.Needs)+len(log.Pointed) > 0 || !log.Fits() {
		t.Errorf("the log says %v, %v", log.Needs, log.Pointed)
	}
}

// The only service of a typed name is ticked, and kept like every tick.
func TestATypedNameIsTicked(t *testing.T) {
	l, a := ran(t)
	if err := step(t, l, "pointed").Take(t.Context(), talk.Said{Text: "talking"}, a); err != nil {
		t.Fatal(err)
	}
	if got := current.Of(a).Pointed; !slices.Equal(got, []directory.ID{directory.NewID("aider", "Talking therapies")}) || onward.Of(a) != "keep" {
		t.Errorf("pointed to %v, and on to %s", got, onward.Of(a))
	}
	if err := step(t, l, "languages").Take(t.Context(), talk.Said{Text: "Punjabi"}, a); err != nil {
		t.Fatal(err)
	}
	if got := current.Of(a).Languages; !slices.Equal(got, []directory.Spoken{"pa"}) {
		t.Errorf("languages %v", got)
	}
}

// A sixth tick takes the place of the first: nobody gets stuck at a limit, and no log
// holds more than it takes.
func TestNoMoreThanFive(t *testing.T) {
	l, a := ran(t)
	ask := step(t, l, "languages")
	for _, id := range []string{"+pl", "+ur", "+pa", "+hi", "+bn"} {
		if err := ask.Take(t.Context(), talk.Chose{Option: id}, a); err != nil {
			t.Fatalf("%s: %v", id, err)
		}
	}
	for _, event := range []talk.Event{talk.Chose{Option: "+en"}, talk.Said{Text: "Romanian"}} {
		if err := ask.Take(t.Context(), event, a); err != nil {
			t.Fatal(err)
		}
	}
	if got := current.Of(a).Languages; len(got) != sessionlog.MostLanguages || slices.Contains(got, "pl") {
		t.Errorf("languages %v", got)
	}
}

// What is not there, is off, or has not begun is not due; nor is what a paused
// listing gives by rule.
func TestWhatIsDue(t *testing.T) {
	weekly := directory.Schedule{
		ID: directory.NewID("aider", "weekly"), Freq: directory.Weekly, ByDay: []directory.DayRule{{Day: time.Saturday}},
		Opens: 570, Closes: 720, Session: true,
	}
	hours := weekly
	hours.ID, hours.Session = directory.NewID("aider", "hours"), false
	held, paused := listing("held", directory.LocalCommunity), listing("paused", directory.LocalCommunity)
	held.Schedules, paused.Schedules = []directory.Schedule{weekly, hours}, []directory.Schedule{weekly}
	held.Exceptions = []directory.Exception{
		{ID: "x", Schedule: weekly.ID, Original: "2030-05-25T09:30", Closed: true},
		{ID: "y", Schedule: weekly.ID, Original: "2030-06-08T09:30", NewStart: "2030-06-01T18:00", NewEnd: "2030-06-01T19:00"},
	}
	paused.Status = directory.TemporarilyClosed
	group := string(held.Organisation.ID)
	for _, c := range []struct {
		now   directory.Local
		role  people.Role
		paper bool
		want  []string
	}{
		{"2030-06-01T09:29", people.FirstAider, false, []string{"2030-05-18T09:30"}},
		{"2030-06-01T09:30", people.FirstAider, false, []string{"2030-06-01T09:30", "2030-05-18T09:30"}},
		{"2030-06-01T20:00", people.FirstAider, false, []string{"2030-06-01T18:00", "2030-06-01T09:30", "2030-05-18T09:30"}},
		{"2030-06-02T00:10", people.FirstAider, false, []string{"2030-06-01T18:00", "2030-06-01T09:30"}},
		{"2030-06-02T00:10", people.GroupAdmin, true, []string{"2030-06-01T18:00", "2030-06-01T09:30", "2030-05-18T09:30", "2030-05-11T09:30"}},
		{"2030-06-01T20:00", people.FirstAider, true, nil},
		{"2030-06-01T20:00", people.SafeguardingLead, false, nil},
	} {
		l := logbook{dir: shelf{held, paused}, desk: blank{}}
		sc := talk.Scene{Now: c.now.Instant(), Person: people.Person{ID: "p", Hats: []people.Hat{{Role: c.role, Group: group}}}}
		list, err := l.dues(t.Context(), sc, c.paper)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, d := range list {
			got = append(got, string(directory.LocalOf(d.Start)))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("at %s for a %s, paper %v: %v, want %v", c.now, c.role, c.paper, got, c.want)
		}
	}
}

// Nothing of the conversation says afterwards what was counted for the county.
func TestTheCountyKeepsNoTap(t *testing.T) {
	book := talk.NewBook(talk.Book{Home: "log_county", Entrances: []talk.Entrance{
		{Command: "log_county", For: []people.Role{people.Member}, Flow: county()},
	}})
	c := talk.Conversation{ID: "c"}
	turn, err := book.Step(t.Context(), talk.Scene{}, c, talk.Command{Name: "log_county"})
	if err != nil {
		t.Fatal(err)
	}
	c = turn.Conversation
	for _, n := range append(texts(directory.SensitiveNeeds()), urgentTap) {
		turn, err := book.Step(t.Context(), talk.Scene{}, c, talk.Chose{Conversation: "c", Turn: c.Turn, Option: n})
		if err != nil {
			t.Fatal(err)
		}
		if len(turn.Do) != 1 {
			t.Errorf("%s: %d effects", n, len(turn.Do))
		}
		c = turn.Conversation
		if left := fmt.Sprintf("%s %s %v", c.Last, c.Step, c.Trail); strings.Contains(left, n) {
			t.Errorf("%s is left in %q", n, left)
		}
		for name, value := range c.Answers {
			if strings.Contains(string(value), n) {
				t.Errorf("%s is left in the answer %s", n, name)
			}
		}
	}
	if _, ok := countyTap.Get(c.Answers); ok {
		t.Error("the tap is kept")
	}
}
