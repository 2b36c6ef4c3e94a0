package health

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// Each spell is told when it begins and when it is over, once each, although what is
// remembered goes through a file between all looks.
func TestSpells(t *testing.T) {
	const gb = 1_000_000_000
	disk := func(free, total int64) Signs { return Signs{Disk: &Disk{free, total}} }
	late := func(d time.Duration) Signs { return Signs{Late: d} }
	for name, c := range map[string]struct {
		looks []Signs
		want  []string // of each look
	}{
		"room enough":           {[]Signs{disk(50*gb, 100*gb), {}}, []string{"", ""}},
		"little of a large one": {[]Signs{disk(9*gb, 100*gb), disk(8*gb, 100*gb), disk(11*gb, 100*gb), disk(12*gb, 100*gb)}, []string{"full", "", "", "full over"}},
		"little of a small one": {[]Signs{disk(gb*4/10, 2*gb), disk(gb*55/100, 2*gb), disk(gb*7/10, 2*gb)}, []string{"full", "", "full over"}},
		"nobody knows":          {[]Signs{disk(gb, 100*gb), {}, {}}, []string{"full", "", ""}},
		"a day late":            {[]Signs{late(23 * time.Hour), late(25 * time.Hour), late(30 * time.Hour), late(0)}, []string{"", "late", "", "late over"}},
		"after a stop":          {[]Signs{{Late: 30 * time.Hour, Settling: true}, late(0)}, []string{"", ""}},
		"backups":               {[]Signs{{Backups: 1}, {Backups: 2}, {Backups: 3}, {}}, []string{"", "uncopied", "", "uncopied over"}},
		"twice each":            {[]Signs{{Backups: 2}, {}, {Backups: 2}, {}}, []string{"uncopied", "uncopied over", "uncopied", "uncopied over"}},
		"cut off":               {[]Signs{{Outages: []Outage{{}, {}}}, {}}, []string{"cut_off cut_off", ""}},
	} {
		at, s := newClock(), Spells{}
		var got []string
		for _, g := range c.looks {
			at.Time = at.Add(time.Minute)
			var news []News
			s, news = s.Look(at.Time, g)
			line := ""
			for i, n := range news {
				if i > 0 {
					line += " "
				}
				line += string(n.What)
				if n.Over {
					line += " over"
				}
			}
			got = append(got, line)
			b, err := json.Marshal(s)
			if err != nil {
				t.Fatal(err)
			}
			s = Spells{}
			if err := json.Unmarshal(b, &s); err != nil {
				t.Fatal(err)
			}
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", name, d)
		}
	}
}

// A watch learns how late the oldest job is, be it one that waits or one that fails
// again and again, and how often the backup failed in a row.
func TestSigns(t *testing.T) {
	at := newClock()
	b := New(Options{Now: at.now})
	if g := b.Signs(time.Time{}); g.Late != 0 || g.Backups != 0 {
		t.Errorf("of nothing: %+v", g)
	}
	b.Job(1, at.Add(-2*time.Hour), false)
	b.Job(1, at.Add(-time.Minute), false) // put off meanwhile
	b.BackedUp(true)
	b.BackedUp(false)
	b.BackedUp(false) // tried again in the same night
	if g := b.Signs(time.Time{}); g.Backups != 1 {
		t.Errorf("one night counts as %d", g.Backups)
	}
	at.Time = at.Add(24 * time.Hour)
	b.BackedUp(false)
	at.Time = at.Add(-24 * time.Hour)
	if g := b.Signs(at.Add(-time.Hour)); g.Late != 2*time.Hour || g.Backups != 2 {
		t.Errorf("%+v", g)
	}
	b.Job(1, at.Time, true)
	b.BackedUp(true)
	if g := b.Signs(at.Add(-time.Hour)); g.Late != time.Hour || g.Backups != 0 {
		t.Errorf("afterwards: %+v", g)
	}
}
