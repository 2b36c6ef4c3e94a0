package sessionlog

import (
	"testing"

	"signpost/directory"
)

// A button has 64 bytes for its command, the session and where it stands.
func TestASessionFitsOnAButton(t *testing.T) {
	s := &directory.Service{ID: directory.NewID("t", "service"), Schedules: []directory.Schedule{
		{ID: directory.NewID("t", "one")}, {ID: directory.NewID("t", "two")},
	}}
	for _, c := range s.Schedules {
		for _, at := range []directory.Local{"2024-02-29T00:00", "2030-06-01T09:30", "2099-12-31T23:59"} {
			o := Occurrence{Service: s.ID, Schedule: c.ID, Original: at}
			short := o.Short()
			if len(short) != 30 {
				t.Errorf("%q has %d signs", short, len(short))
			}
			if got, ok := Find(s, short); !ok || got != o || ServiceIn(short) != s.ID {
				t.Errorf("%q is %v, %v, want %v", short, got, ok, o)
			}
		}
	}
	good := Occurrence{Service: s.ID, Schedule: s.Schedules[0].ID, Original: "2030-06-01T09:30"}.Short()
	other := Occurrence{Service: s.ID, Schedule: directory.NewID("t", "three"), Original: "2030-06-01T09:30"}.Short()
	elsewhere := directory.NewID("t", "x").Short() + good[serviceSigns:]
	for _, bad := range []string{"", "x", good[:29], good + "x", other, elsewhere, good[:25] + "-0001", good[:25] + "!!!!!"} {
		if got, ok := Find(s, bad); ok {
			t.Errorf("%q is taken for %v", bad, got)
		}
	}
	if ServiceIn("nothing") != "" {
		t.Error("there is a service in nothing")
	}
}

// Where people were pointed to must not say what the log leaves out.
func TestPointingSaysNothingSensitive(t *testing.T) {
	service := func(g directory.Group, needs ...directory.Need) *directory.Service {
		return &directory.Service{Status: directory.Active, Group: g, Needs: needs}
	}
	secret := service(directory.Mainstream, directory.Housing)
	secret.Confidential = true
	ended := service(directory.Mainstream)
	ended.Status = directory.Defunct
	for _, c := range []struct {
		name string
		s    *directory.Service
		want bool
	}{
		{"talking therapies", service(directory.Mainstream, directory.Anxiety, directory.LowMood, directory.Stress), true},
		{"one that states no need", service(directory.LocalCommunity), true},
		{"advice, also about papers", service(directory.Mainstream, directory.Money, directory.Housing, directory.Work, directory.Asylum), true},
		{"a line for those who are beaten", service(directory.Mainstream, directory.DomesticAbuse), false},
		{"drink and gambling", service(directory.Mainstream, directory.AlcoholDrugs, directory.Gambling), false},
		{"a crisis line", service(directory.Crisis, directory.LowMood), false},
		{"a secret address", secret, false},
		{"one that has ended", ended, false},
	} {
		if got := Notes(c.s); got != c.want {
			t.Errorf("%s may be noted: %v, want %v", c.name, got, c.want)
		}
	}
	first, others := NotedNeeds()
	if len(first) != 8 || len(first)+len(others)+len(directory.SensitiveNeeds()) != len(directory.Needs()) {
		t.Errorf("%d and %d needs of %d", len(first), len(others), len(directory.Needs()))
	}
	for _, n := range append(first, others...) {
		if n.Sensitive() {
			t.Errorf("%s is in a log", n)
		}
	}
}
