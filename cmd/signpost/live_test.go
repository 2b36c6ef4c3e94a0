package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"signpost/bot/safety"
	"signpost/bot/store"
	"signpost/bot/talk"
	"signpost/bot/upkeep"
	"signpost/locales"
)

// fit is a thing of which all is known that there has to be.
func fit() fitness {
	return fitness{
		file: "live.toml", named: answerable{"Harrowbeck Council", "Dr A. Example", "B. Example"}, rung: "2030-06-01", today: "2030-06-30",
		languages: []locales.Language{{English: "Polish", Status: locales.Checked, CheckedBy: "C. Example"}},
		hazards: []safety.Hazard{
			{ID: "H01", Residual: safety.Risk{Severity: 5, Likelihood: 1}, Status: safety.Open},
			{ID: "H02", Residual: safety.Risk{Severity: 5, Likelihood: 5}, Status: safety.Closed},
		},
	}
}

// Each thing that may be missing is named, alone, with what to do.
func TestWhatIsMissing(t *testing.T) {
	if list := fit().missing(); len(list) != 0 {
		t.Fatalf("nothing is missing, and it says %q", list)
	}
	for _, c := range []struct {
		without func(*fitness)
		says    string
	}{
		{func(f *fitness) { f.rung = "" }, "Nobody has rung"},
		{func(f *fitness) { f.rung = "2030-05-30" }, "31 days ago"},
		{func(f *fitness) { f.named.Controller = " " }, "controller ="},
		{func(f *fitness) { f.named.ClinicalSafetyOfficer = "" }, "clinical_safety_officer ="},
		{func(f *fitness) { f.named.SafeguardingLead = "" }, "safeguarding_lead ="},
		{func(f *fitness) { f.unread = errors.New("broken") }, "can't be read: broken"},
		{func(f *fitness) { f.languages[0].CheckedBy = "" }, "words of Polish"},
		{func(f *fitness) { f.languages[0].Status = locales.Draft }, "words of Polish"},
		{func(f *fitness) { f.hazards[1].Status = safety.Open }, "Hazard H02"},
		{func(f *fitness) { f.copies = errNoCopies }, "--backup-to"},
	} {
		f := fit()
		c.without(&f)
		if list := f.missing(); len(list) != 1 || !strings.Contains(list[0], c.says) {
			t.Errorf("without %q it says %q", c.says, list)
		}
	}
}

// What is known of a folder is read from its files: who is named, and when the
// numbers were rung.
func TestFitnessOfAFolder(t *testing.T) {
	data := folder(t.TempDir())
	now := time.Date(2030, time.June, 3, 14, 0, 0, 0, time.UTC)
	kept, err := data.openStore(t.Context(), filepath.Join(t.TempDir(), "keys"), func() time.Time { return now })
	if err != nil {
		t.Fatal(err)
	}
	_, err = kept.Save(t.Context(), store.Turn{Door: "web", Chat: "x", At: now, Do: []talk.Effect{
		upkeep.StillRight{Service: upkeep.CrisisNumbers, Day: "2030-06-02"},
	}})
	if err := errors.Join(err, kept.Close()); err != nil {
		t.Fatal(err)
	}
	write := func(text string) fitness {
		if err := os.WriteFile(data.liveFile(), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		f, err := data.fitness(t.Context(), now, nil)
		if err != nil {
			t.Fatal(err)
		}
		return f
	}
	f := write("controller = \"Harrowbeck Council\"\nsafeguarding_lead = \"B. Example\"\n")
	if f.rung != "2030-06-02" || f.named.Controller != "Harrowbeck Council" || f.named.SafeguardingLead != "B. Example" || f.unread != nil {
		t.Errorf("%+v", f)
	}
	if a := data.answered(derbyshire); a.Controller != "" {
		t.Errorf("%q is said to answer for it, while nobody has signed it off", a.Controller)
	}
	write("controller = \"Harrowbeck Council\"\nclinical_safety_officer = \"Dr A. Example\"\nsafeguarding_lead = \"B. Example\"\n")
	if a := data.answered(derbyshire); a.Controller != "Harrowbeck Council" || a.Name != derbyshire.Name {
		t.Errorf("of a folder where all are named: %+v", a)
	}
	for _, odd := range []string{"controler = \"x\"\n", "controller = \n"} {
		if f := write(odd); f.unread == nil {
			t.Errorf("%q is read as %+v", odd, f.named)
		}
	}
}
