package duty

import (
	"context"
	"slices"
	"testing"
	"time"

	"signpost/bot/people"
	"signpost/bot/runner"
	"signpost/bot/sessionlog"
	"signpost/bot/talk"
	"signpost/bot/upkeep"
	"signpost/directory"
	"signpost/locales"
)

// book is what the bot keeps of two groups, g and h: Ana is first aider of both, Bea
// of g, and Cem is admin of g.
type book struct {
	logs         []sessionlog.Log
	reminded     map[sessionlog.Occurrence]int
	away         directory.Date
	certificates map[string]people.Certificate
}

func (b book) Logs(context.Context, string, directory.Date, directory.Date) ([]sessionlog.Log, error) {
	return b.logs, nil
}

func (b book) Reminded(context.Context, directory.Date) (map[sessionlog.Occurrence]int, error) {
	return b.reminded, nil
}

func (b book) Questions(context.Context, string) ([]upkeep.Question, error) {
	return []upkeep.Question{{Service: "s", Group: "g", Away: b.away}}, nil
}

func (book) Wearers(_ context.Context, group string) ([]people.Wearer, error) {
	aider := people.Hat{Role: people.FirstAider, Group: group}
	out := []people.Wearer{{Person: "Ana", Hat: aider}}
	if group == "g" {
		admin := people.Hat{Role: people.GroupAdmin, Group: group}
		out = append(out, people.Wearer{Person: "Bea", Hat: aider}, people.Wearer{Person: "Cem", Hat: admin}, people.Wearer{Person: "Bea", Hat: admin})
	}
	return out, nil
}

func (b book) Certificates(_ context.Context, group string) (map[string]people.Certificate, error) {
	return b.certificates, nil
}

// town has a session of g every day from 10 to 12, one of h at the same time, and one
// of g late on Mondays.
type town struct{ exceptions []directory.Exception }

func (town) Groups(context.Context) ([]directory.Organisation, error) {
	return []directory.Organisation{{ID: "g"}, {ID: "h"}}, nil
}

func (t town) ServicesOf(_ context.Context, group directory.ID) ([]*directory.Service, error) {
	var daily []directory.DayRule
	for d := range 7 {
		daily = append(daily, directory.DayRule{Day: time.Weekday(d)})
	}
	rule := func(id directory.ID, days []directory.DayRule, opens, closes directory.Clock) directory.Schedule {
		return directory.Schedule{ID: directory.NewID("rule", string(id)), Freq: directory.Weekly, ByDay: days, Opens: opens, Closes: closes, Session: true}
	}
	morning := rule(group, daily, 10*60, 12*60)
	morning.ValidFrom, morning.ValidTo = "2030-06-03", "2030-06-03"
	s := &directory.Service{
		ID: directory.NewID("service", string(group)), Organisation: directory.Organisation{ID: group},
		Status: directory.Active, Schedules: []directory.Schedule{morning}, Exceptions: t.exceptions,
	}
	open := rule("open", daily, 9*60, 20*60) // opening hours are no session
	open.Session = false
	s.Schedules = append(s.Schedules, open)
	if group == "g" {
		late := rule("late", []directory.DayRule{{Day: time.Monday}}, 20*60, 21*60)
		late.ValidFrom, late.ValidTo = "2030-06-03", "2030-06-03"
		s.Schedules = append(s.Schedules, late)
	}
	return []*directory.Service{s}, nil
}

func (t town) Service(ctx context.Context, id directory.ID) (*directory.Service, error) {
	all, err := t.ServicesOf(ctx, "g")
	if id != all[0].ID {
		return nil, directory.ErrNotFound
	}
	return all[0], err
}

// of names a session of the town, on Monday 3 June 2030.
func of(group, rule directory.ID, clock string) sessionlog.Occurrence {
	return sessionlog.Occurrence{
		Service: directory.NewID("service", string(group)), Schedule: directory.NewID("rule", string(rule)), Original: directory.Local("2030-06-03T" + clock),
	}
}

// Who is reminded of the two morning sessions of a Monday, and of the late one, on
// which evening.
func TestUnlogged(t *testing.T) {
	g, h, late := of("g", "g", "10:00"), of("h", "h", "10:00"), of("g", "late", "20:00")
	monday := time.Date(2030, 6, 3, 20, 30, 0, 0, directory.London)
	once := func(o ...sessionlog.Occurrence) map[sessionlog.Occurrence]int {
		out := map[sessionlog.Occurrence]int{}
		for _, x := range o {
			out[x] = 1
		}
		return out
	}
	log := func(o sessionlog.Occurrence) sessionlog.Log { return sessionlog.Log{Occurrence: o} }
	for _, c := range []struct {
		name  string
		book  book
		after int // evenings after Monday's
		late  time.Duration
		off   []directory.Exception
		told  []string
		fresh bool
		marks map[sessionlog.Occurrence]int
	}{
		{name: "one message to each, however many sessions and groups", told: []string{"Ana", "Bea"}, fresh: true, marks: once(g, h)},
		{name: "what is logged needs no reminder", book: book{logs: []sessionlog.Log{log(g)}}, told: []string{"Ana"}, fresh: true, marks: once(h)},
		{name: "nor does what was called off", off: []directory.Exception{{
			ID: directory.NewID("x", "1"), From: "2030-06-03", To: "2030-06-03", Closed: true,
		}}},
		{name: "nor the group that is away", book: book{away: "2030-06-03"}, told: []string{"Ana"}, fresh: true, marks: once(h)},
		{name: "a group is back the day after", book: book{away: "2030-06-02"}, told: []string{"Ana", "Bea"}, fresh: true, marks: once(g, h)},
		{name: "asked again after a failure, nobody is told twice", book: book{reminded: once(g, h)}},
		{name: "what ended late has its turn the next evening", book: book{reminded: once(g, h)}, after: 1, told: []string{"Ana", "Bea"}, marks: once(late)},
		{
			name: "the second after two days", book: book{reminded: once(g, h, late)}, after: 2, told: []string{"Ana", "Bea"},
			marks: map[sessionlog.Occurrence]int{g: 2, h: 2},
		},
		{name: "the late one's on the third", book: book{reminded: map[sessionlog.Occurrence]int{g: 2, h: 2, late: 1}}, after: 3, told: []string{"Ana", "Bea"}, marks: map[sessionlog.Occurrence]int{late: 2}},
		{name: "then nobody any more", book: book{reminded: map[sessionlog.Occurrence]int{g: 2, h: 2, late: 2}}, after: 4},
		{name: "an evening that was missed is made up for", book: book{logs: []sessionlog.Log{log(late)}}, after: 1, told: []string{"Ana", "Bea"}, marks: once(g, h)},
		{name: "not for ever", after: 6},
		{name: "nobody is told at night", late: 5 * time.Hour},
	} {
		due := monday.AddDate(0, 0, c.after)
		out, err := Unlogged(c.book, town{c.off})(t.Context(), due.Add(c.late), runner.Job{Due: due})
		if err != nil {
			t.Fatal(err)
		}
		var told []string
		for _, w := range out.Tell {
			told = append(told, w.One)
			if want := locales.ReminderToday(); w.Body.Equal(want) != c.fresh {
				t.Errorf("%s: %s is told %v", c.name, w.One, w.Body.ID())
			}
		}
		if !slices.Equal(told, c.told) {
			t.Errorf("%s: told are %v, want %v", c.name, told, c.told)
		}
		if !sameMarks(out.Do, c.marks) {
			t.Errorf("%s: noted %+v, want %v", c.name, out.Do, c.marks)
		}
		if len(out.Jobs) != 1 || out.Jobs[0].Due.Before(due.AddDate(0, 0, 1)) || out.Jobs[0].Due.After(due.AddDate(0, 0, 1)) {
			t.Errorf("%s: the next is %+v", c.name, out.Jobs)
		}
	}
}

func sameMarks(do []talk.Effect, want map[sessionlog.Occurrence]int) bool {
	for _, e := range do {
		r, ok := e.(sessionlog.Reminded)
		if !ok || want[r.Occurrence] != r.Times {
			return false
		}
	}
	return len(do) == len(want)
}

// On the first of a month those whose certificates end in three months are told
// once each, and the admins of each of their groups once.
func TestCertificates(t *testing.T) {
	first := time.Date(2030, 11, 1, 10, 0, 0, 0, directory.London)
	certificates := map[string]people.Certificate{"Ana": {Person: "Ana", Month: 203102}, "Bea": {Person: "Bea", Month: 203103}}
	told := func(c map[string]people.Certificate) (out []string) {
		o, err := Certificates(book{certificates: c}, town{})(t.Context(), first, runner.Job{Due: first})
		if err != nil || len(o.Jobs) != 1 || !o.Jobs[0].Due.Equal(first.AddDate(0, 1, 0)) {
			t.Fatalf("the next is %+v, %v", o.Jobs, err)
		}
		for _, w := range o.Tell {
			out = append(out, w.One+string(w.To.Role)+w.To.Group+" but "+w.But)
		}
		return out
	}
	if got, want := told(certificates), []string{"Ana but ", "group_adming but Ana", "group_adminh but Ana"}; !slices.Equal(got, want) {
		t.Errorf("told are %q, want %q", got, want)
	}
	certificates["Ana"], certificates["Bea"] = people.Certificate{Month: 203101}, people.Certificate{Month: 203104}
	if got := told(certificates); got != nil {
		t.Errorf("told are %q of what ends sooner or later", got)
	}
}

// A session that is off, moved or on again is told to the others of the group, once
// each, as it stands at that moment.
func TestCalledOff(t *testing.T) {
	at := of("g", "g", "10:00")
	now := time.Date(2030, 6, 3, 9, 0, 0, 0, directory.London)
	said := func(x directory.Exception) []directory.Exception {
		x.ID, x.Schedule, x.Original = directory.NewID("x", "1"), at.Schedule, at.Original
		return []directory.Exception{x}
	}
	for _, c := range []struct {
		name string
		off  []directory.Exception
		now  time.Time
		by   string
		told []string
	}{
		{"off", said(directory.Exception{Closed: true, Reason: "holiday"}), now, "Ana", []string{"Bea", "Cem"}},
		{"moved", said(directory.Exception{NewStart: "2030-06-03T13:00"}), now, "Bea", []string{"Ana", "Cem"}},
		{"on again, by the office", nil, now, "office", []string{"Ana", "Bea", "Cem"}},
		{"over, after a night without a machine", nil, now.AddDate(0, 0, 1), "Ana", nil},
	} {
		body := sessionlog.Turned{Occurrence: at, By: c.by}.Bytes()
		out, err := CalledOff(book{}, town{c.off})(t.Context(), c.now, runner.Job{Body: body})
		if err != nil {
			t.Fatal(err)
		}
		var told []string
		for _, w := range out.Tell {
			told = append(told, w.One)
		}
		if !slices.Equal(told, c.told) {
			t.Errorf("%s: told are %v, want %v", c.name, told, c.told)
		}
	}
	gone := sessionlog.Turned{Occurrence: sessionlog.Occurrence{Service: "gone"}}
	if out, err := CalledOff(book{}, town{})(t.Context(), now, runner.Job{Body: gone.Bytes()}); err != nil || out.Tell != nil {
		t.Errorf("of a listing that is gone: %+v, %v", out, err)
	}
}

// doubted is a listing under doubts.
type doubted []directory.Doubt

func (d doubted) Service(context.Context, directory.ID) (*directory.Service, error) {
	return &directory.Service{ID: service, Version: 3, Doubts: d}, nil
}

// A logged session lifts what rests on nobody having answered, and nothing else.
func TestHeld(t *testing.T) {
	now := time.Date(2030, 6, 3, 21, 0, 0, 0, directory.London)
	for _, c := range []struct {
		doubts doubted
		want   int
	}{
		{doubted{directory.Unanswered}, 1},
		{doubted{directory.Hidden, directory.Unanswered}, 1},
		{doubted{directory.BeingChecked, directory.NumberChanging}, 0},
		{nil, 0},
	} {
		out, err := Held(c.doubts)(t.Context(), now, runner.Job{Body: []byte(service)})
		if err != nil || len(out.Changes) != c.want || len(out.Do) != c.want {
			t.Errorf("under %v: %+v, %v", c.doubts, out, err)
		}
		for _, ch := range out.Changes {
			if !slices.Equal(ch.Lift, []directory.Doubt{directory.Unanswered, directory.Hidden}) || ch.Cast != nil || ch.Edits != nil {
				t.Errorf("under %v: %+v", c.doubts, ch)
			}
		}
	}
	if out, err := Held(listings(""))(t.Context(), now, runner.Job{Body: []byte("gone")}); err != nil || out.Changes != nil {
		t.Errorf("of a listing that is gone: %+v, %v", out, err)
	}
}

// Who asked for it is told, and nothing of it is kept or asked.
func TestCheckIn(t *testing.T) {
	out, err := CheckIn()(t.Context(), time.Time{}, runner.Job{Body: []byte("Ana")})
	if err != nil || len(out.Tell) != 1 || out.Tell[0].One != "Ana" || out.Tell[0].About != "" {
		t.Errorf("%+v, %v", out, err)
	}
	if len(out.Do)+len(out.Changes)+len(out.Jobs) > 0 {
		t.Errorf("it leaves %+v", out)
	}
}
