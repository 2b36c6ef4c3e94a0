package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/BurntSushi/toml"

	"signpost/bot/safety"
	"signpost/bot/store"
	"signpost/bot/upkeep"
	"signpost/directory"
	"signpost/directory/sqlite"
	"signpost/locales"
)

// answerable are those who answer for the thing, as whoever runs it has named them.
type answerable struct {
	Controller            string `toml:"controller"`
	ClinicalSafetyOfficer string `toml:"clinical_safety_officer"`
	SafeguardingLead      string `toml:"safeguarding_lead"`
}

// liveFile is where they are named, in the data folder.
func (f folder) liveFile() string { return filepath.Join(string(f), "live.toml") }

// answerable reads who is named; nobody when there is no file.
func (f folder) answerable() (a answerable, err error) {
	b, err := os.ReadFile(f.liveFile())
	if errors.Is(err, fs.ErrNotExist) {
		return a, nil
	}
	if err != nil {
		return a, fmt.Errorf("%s can't be read (%w)", f.liveFile(), cause(err))
	}
	meta, err := toml.Decode(string(b), &a)
	if err != nil {
		return a, fmt.Errorf("%s is not written as it should be (%w)", f.liveFile(), err)
	}
	if odd := meta.Undecoded(); len(odd) > 0 {
		return a, fmt.Errorf("%s has %q, which nobody knows; it may say controller, clinical_safety_officer and safeguarding_lead", f.liveFile(), odd[0].String())
	}
	return a, nil
}

// all reports whether everybody is named.
func (a answerable) all() bool {
	return strings.TrimSpace(a.Controller) != "" && strings.TrimSpace(a.ClinicalSafetyOfficer) != "" && strings.TrimSpace(a.SafeguardingLead) != ""
}

// answered is an area with who answers for it, when everybody is named.
func (f folder) answered(a area) area {
	if named, err := f.answerable(); err == nil && named.all() {
		a.Controller = named.Controller
	}
	return a
}

// fitness is what decides whether the thing may be let near people.
type fitness struct {
	file      string // where people are named
	named     answerable
	unread    error          // why they can't be read
	rung      directory.Date // when the numbers of the urgent card were last rung; "" for never
	today     directory.Date
	languages []locales.Language
	hazards   []safety.Hazard
	copies    error // why no backup is made; nil when one is, each night
}

// missing says what is missing, each with what to do; nothing when it may be let near
// people. That it says nothing is no sign-off: people give that.
func (f fitness) missing() []string {
	var out []string
	miss := func(format string, a ...any) { out = append(out, fmt.Sprintf(format, a...)) }
	switch age := daysFrom(f.rung, f.today); {
	case f.rung == "":
		miss("Nobody has rung the numbers of the urgent card. A coordinator rings each of them and says so with /numbers.")
	case age > upkeep.Monthly.Ask:
		miss("The numbers of the urgent card were last rung on %s, %d days ago. A coordinator rings each of them again and says so with /numbers.", f.rung, age)
	}
	if f.unread != nil {
		miss("Who answers for it can't be read: %v.", f.unread)
	} else {
		for _, p := range []struct{ who, what, key string }{
			{f.named.Controller, "controller, the organisation that answers for the data, is", "controller"},
			{f.named.ClinicalSafetyOfficer, "clinical safety officer, a registered clinician, is", "clinical_safety_officer"},
			{f.named.SafeguardingLead, "safeguarding lead is", "safeguarding_lead"},
		} {
			if strings.TrimSpace(p.who) == "" {
				miss("No %s named. When somebody has agreed to it, write into %s: %s = \"name, and how to reach them\"", p.what, f.file, p.key)
			}
		}
	}
	for _, l := range f.languages {
		if l.Status != locales.Checked || strings.TrimSpace(l.CheckedBy) == "" {
			miss("No named speaker has checked the core words of %s. A speaker reads them, and the list of languages says who it was.", l.English)
		}
	}
	for _, h := range f.hazards {
		if h.Status == safety.Open && h.Residual.Rating() >= 4 {
			miss("Hazard %s is open and rated %d: %s. The clinical safety officer decides what else is to stand against it.", h.ID, h.Residual.Rating(), h.Hazard)
		}
	}
	if f.copies != nil {
		miss("No backup is made each night: %v.", f.copies)
	}
	return out
}

// daysFrom is how many days lie between two; 0 where one is none.
func daysFrom(from, to directory.Date) int {
	a, err1 := time.Parse(time.DateOnly, string(from))
	b, err2 := time.Parse(time.DateOnly, string(to))
	if err1 != nil || err2 != nil {
		return 0
	}
	return int(b.Sub(a).Hours()) / 24
}

var errNoCopies = errors.New("say with --backup-to where to, and with --backup-recipient for whom, to signpost serve and here")

// fitness gathers what is known of a folder.
func (f folder) fitness(ctx context.Context, now time.Time, copies error) (fitness, error) {
	out := fitness{
		file: f.liveFile(), today: directory.DateOf(now), languages: locales.Languages(), hazards: safety.Hazards(), copies: copies,
	}
	out.named, out.unread = f.answerable()
	kept, err := store.OpenEvidence(ctx, f.bot())
	if errors.Is(err, sqlite.ErrMissing) {
		return out, nil
	}
	if err != nil {
		return out, err
	}
	out.rung, err = kept.Confirmed(ctx, upkeep.CrisisNumbers)
	return out, errors.Join(err, kept.Close())
}

// live says whether the thing may be let near people, and what is missing.
func (c *check) live(w *world) (missing int, err error) {
	copies, err := c.copier(w, folder(c.Data))
	if err == nil && copies == nil {
		err = errNoCopies
	}
	fit, err := folder(c.Data).fitness(w.ctx, time.Now(), err)
	if err != nil {
		return 0, err
	}
	list := fit.missing()
	if len(list) == 0 {
		fmt.Fprintln(w.out, "Nothing that this program knows of stands against letting it near people.")
		return 0, nil
	}
	fmt.Fprintf(w.out, "This may not be let near people yet. Missing:\n")
	for _, m := range list {
		fmt.Fprintf(w.out, "  - %s\n", m)
	}
	return len(list), nil
}

// warnNotLive says in one line that the thing should not be let near people yet.
func (s *serve) warnNotLive(w *world, data folder) {
	err := error(nil)
	if s.BackupTo == "" {
		err = errNoCopies
	}
	fit, err := data.fitness(w.ctx, time.Now(), err)
	if err != nil {
		return // whoever serves learns in another way that the files can't be read
	}
	if n := len(fit.missing()); n > 0 {
		w.say("Not to be let near people yet: nobody has signed it off, and %d things are missing, which signpost check --live names.", n)
	}
}
