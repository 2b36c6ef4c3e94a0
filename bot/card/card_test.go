package card

import (
	"strings"
	"testing"
	"time"

	"signpost/directory"
	"signpost/locales"
)

// at is Thursday 14 May 2026, noon.
var at = time.Date(2026, 5, 14, 12, 0, 0, 0, directory.London)

func render(t *testing.T, text locales.Text) string {
	t.Helper()
	w, err := locales.Load()
	if err != nil {
		t.Fatal(err)
	}
	return w.Plain("en", text)
}

func weekly(day time.Weekday, opens, closes directory.Clock, session bool) directory.Schedule {
	return directory.Schedule{
		ID: "8d1e2b8e-5f0a-4f6e-9c62-00000000000a", Freq: directory.Weekly, ByDay: []directory.DayRule{{Day: day}},
		Opens: opens, Closes: closes, Session: session,
	}
}

// What a card says, and what it must never say, by what was stated.
func TestCard(t *testing.T) {
	phone := []directory.Phone{{Number: "01632 960101"}}
	place := []directory.ServiceAtLocation{{Location: directory.Location{
		Name: "Mill Hall", Address: directory.Address{Line: "1 Mill Lane", Town: "Harrowbeck", Postcode: "QH1 1AA"},
	}}}
	everyDay := make([]directory.Schedule, 7)
	for i := range everyDay {
		everyDay[i] = weekly(time.Weekday(i), 0, 1440, false)
	}
	for _, c := range []struct {
		name     string
		s        directory.Service
		says     string
		neverSay string
	}{
		{"nothing stated, nothing said", directory.Service{Name: "X"}, "X", "free"},
		{"nobody has checked it", directory.Service{Name: "X", Phones: phone}, "not yet checked this with them. Ring first", "Checked"},
		{"nobody to ring", directory.Service{Name: "X", Website: "https://example.org"}, "Ask them before you go", "Ring first"},
		{"checked", directory.Service{Name: "X", Phones: phone, Assured: directory.Assurance{On: "2026-05-01", Role: "coordinator"}}, "Checked with them on 1 May 2026", "not yet checked"},
		{"checked long ago", directory.Service{Name: "X", Phones: phone, Assured: directory.Assurance{On: "2025-05-01", Role: "coordinator"}}, "a while ago. Ring first", "not yet checked"},
		{"a session", directory.Service{Name: "X", Schedules: []directory.Schedule{weekly(time.Saturday, 600, 720, true)}}, "Saturday 16 May, 10 am to 12 noon (in 2 days)", "Closed"},
		{"open now", directory.Service{Name: "X", Schedules: []directory.Schedule{weekly(time.Thursday, 540, 1020, false)}}, "Open now, until 5 pm", "Next"},
		{"opens later today", directory.Service{Name: "X", Schedules: []directory.Schedule{weekly(time.Thursday, 780, 1020, false)}}, "opens today at 1 pm", "Open now"},
		{"opens another day", directory.Service{Name: "X", Schedules: []directory.Schedule{weekly(time.Friday, 540, 1020, false)}}, "It opens Friday 15 May at 9 am", "Open now"},
		{"day and night", directory.Service{Name: "X", Schedules: everyDay}, "Open day and night", "until"},
		{"paused", directory.Service{Name: "X", Status: directory.TemporarilyClosed, Schedules: []directory.Schedule{weekly(time.Saturday, 600, 720, true)}}, "Not running", "Saturday"},
		{"a refuge", directory.Service{Name: "X", Confidential: true, Places: place}, "kept private", "Mill Lane"},
		{"an address", directory.Service{Name: "X", Places: place}, "Harrowbeck, QH1 1AA", "private"},
		{"languages to confirm", directory.Service{Name: "X", Languages: []directory.Speaks{{Language: "pl", Confirmed: true}, {Language: "uk"}}}, "Maybe also Ukrainian", "speak: Polish and Ukrainian"},
		{"a community to confirm", directory.Service{Name: "X", Communities: []directory.Welcome{{Community: "polish"}}}, "X", "Polish"},
		{"ages", directory.Service{Name: "X", MinAge: 11, MaxAge: 25}, "Age 11 to 25", "From age"},
		{"a small community", directory.Service{Name: "X", Group: directory.LocalCommunity, Communities: []directory.Welcome{{Community: "polish", Confirmed: true}}, Places: place, Phones: phone}, "You may meet people you know", "{{"},
		{"where we read it", directory.Service{Name: "X", Origin: directory.Origin{URL: "https://www.example.org/a/very/long?path", Date: "2026"}}, "example.org 2026", "very/long"},
		{"a number under change", directory.Service{Name: "X", Phones: phone, Doubts: []directory.Doubt{directory.NumberChanging}}, "Their number may be changing. Ring first", "checking it"},
		{"said to be wrong", directory.Service{Name: "X", Phones: phone, Doubts: []directory.Doubt{directory.BeingChecked}}, "We are checking it", "number may be changing"},
		{"silent", directory.Service{Name: "X", Phones: phone, Doubts: []directory.Doubt{directory.Unanswered}}, "for a while that this is right. Ring first", "checking it"},
		{"silent, nobody to ring", directory.Service{Name: "X", Doubts: []directory.Doubt{directory.Unanswered}}, "right. Ask them before you go", "right. Ring first"},
		{"silent for long", directory.Service{Name: "X", Phones: phone, Doubts: []directory.Doubt{directory.Hidden}}, "ring NHS 111", "01632"},
		{"an example", directory.Service{Name: "X", Example: true, Origin: directory.Origin{Label: "made up"}}, "not real", "made up"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := render(t, Of(&c.s, at))
			if !strings.Contains(got, c.says) {
				t.Errorf("%q is not said in:\n%s", c.says, got)
			}
			if strings.Contains(got, c.neverSay) {
				t.Errorf("%q is said in:\n%s", c.neverSay, got)
			}
		})
	}
}

// What a listing says in English is read out as English on a card in another
// language, and no mark shows.
func TestEnglishOfAListingIsMarked(t *testing.T) {
	s := directory.Service{
		Name: "Tea and Talk", Description: "Tea with company", Alert: "Closed for repairs", Hours: "Most mornings",
		HowToReach: "Ask for Ann", Eligibility: "People who care for somebody", Cost: directory.Cost{Note: "Two pounds"},
		Phones: []directory.Phone{{Number: "01632 960101", Label: "Front desk"}},
		Places: []directory.ServiceAtLocation{{Location: directory.Location{
			Name: "Mill Hall", Address: directory.Address{Line: "Mill Lane", Town: "Harrowbeck", Postcode: "QH1 1AA"}, Note: "Round the back",
		}}},
	}
	w, err := locales.Load()
	if err != nil {
		t.Fatal(err)
	}
	said := []string{
		s.Name, s.Description, s.Alert, s.Hours, s.HowToReach, s.Eligibility, s.Cost.Note,
		"Front desk", "Mill Hall", "Mill Lane", "Harrowbeck, QH1 1AA", "Round the back",
	}
	for _, tag := range []string{"pl", "ur"} {
		html := w.Render(tag, Of(&s, at))
		for _, words := range said {
			bare := strings.NewReplacer("\u2068", "", "\u2069", "").Replace(html)
			if !strings.Contains(bare, `<span lang="en">`+words+"</span>") {
				t.Errorf("%s: %q is not marked in:\n%s", tag, words, html)
			}
		}
		if strings.Contains(locales.Plain(html), "span") {
			t.Errorf("%s: a mark shows in:\n%s", tag, locales.Plain(html))
		}
	}
	if html := w.Render("en", Of(&s, at)); strings.Contains(html, "<span") {
		t.Errorf("English is marked in English:\n%s", html)
	}
}

// Each kind of reason has words, and none shows an id.
func TestReasons(t *testing.T) {
	next := &directory.Occurrence{Start: at.Add(48 * time.Hour), End: at.Add(50 * time.Hour)}
	districts := func(id string) string { return strings.Replace(id, "high-peak", "High Peak", 1) }
	for _, c := range []struct {
		r        directory.Reason
		distance float64
		want     string
	}{
		{directory.Reason{Kind: directory.ReasonNeed, Need: directory.Sleep}, -1, "can't sleep"},
		{directory.Reason{Kind: directory.ReasonNeed, Need: directory.JustTalk}, -1, "you can come just to talk"},
		{directory.Reason{Kind: directory.ReasonCommunity, Community: "polish"}, -1, "for the Polish community"},
		{directory.Reason{Kind: directory.ReasonLanguage, Language: "pl"}, -1, "people there speak Polish"},
		{directory.Reason{Kind: directory.ReasonPlace, Place: "Buxton"}, 3.4, "in Buxton, about 3 km away"},
		{directory.Reason{Kind: directory.ReasonPlace, Place: "Buxton"}, 0.2, "in Buxton, about 1 km away"},
		{directory.Reason{Kind: directory.ReasonPlace, Place: "high-peak"}, -1, "for people in High Peak"},
		{directory.Reason{Kind: directory.ReasonPlace, Place: "high-peak"}, 15, "for people in High Peak · about 15 km away"},
		{directory.Reason{Kind: directory.ReasonPlace, Place: directory.UKWide}, -1, "wherever you live"},
		{directory.Reason{Kind: directory.ReasonWay, Way: directory.ByPhone}, -1, "by phone"},
		{directory.Reason{Kind: directory.ReasonGender, Gender: directory.Women}, -1, "women only"},
		{directory.Reason{Kind: directory.ReasonAge}, -1, "for people of your age"},
		{directory.Reason{Kind: directory.ReasonAccess, Access: directory.StepFree}, -1, "no steps"},
		{directory.Reason{Kind: directory.ReasonTime}, -1, ""},
		{directory.Reason{Kind: directory.ReasonNext, Next: next}, -1, "next on Saturday 16 May, 12 noon"},
		{directory.Reason{Kind: directory.ReasonOpen}, -1, "open now"},
	} {
		m := directory.Match{Service: &directory.Service{Name: "X"}, Distance: c.distance}
		if got := render(t, Reason(c.r, m, districts, at)); got != c.want {
			t.Errorf("%s %s: %q, want %q", c.r.Kind, c.r.Place, got, c.want)
		}
	}
}
