package directory

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// why writes the reasons of a match on one line.
func why(m Match) string {
	var parts []string
	for _, r := range m.Reasons {
		part := string(r.Kind)
		for _, v := range []string{string(r.Need), string(r.Community), string(r.Language), r.Place, string(r.Way), string(r.Gender), string(r.Access)} {
			if v != "" && r.Kind != ReasonNext {
				part += " " + v
			}
		}
		if r.Next != nil {
			part += " " + string(LocalOf(r.Next.Start))
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, ", ")
}

func TestReasons(t *testing.T) {
	thursday := session(weekly(1080, 1200, time.Thursday))
	for _, c := range []struct {
		name string
		q    Query
		s    *Service
		want string
	}{
		{"nothing asked, nothing to say", Query{}, offer("a"), ""},
		{
			"all that fits, in order",
			Query{
				Needs: []Need{Sleep, Money}, Communities: []Community{PolishCommunity}, Language: "pl", Place: here(),
				Way: ByPhone, WomenOnly: true, Age: 30, Access: []Access{StepFree}, Evenings: true, At: noon,
			},
			offer("a", community(EasternEuropean), about(Money, Sleep), speaking("pl"), at(overton), given(ByPhone), open(thursday),
				with(func(s *Service) { s.Gender, s.MinAge, s.Access = Women, 18, []Access{StepFree} })),
			"need sleep, need money, community eastern_european, language pl, place Town, way phone, gender women, age, " +
				"access step_free, time, next 2026-05-14T18:00",
		},
		{"to confirm is no reason", Query{Communities: []Community{PolishCommunity}, Language: "pl"}, offer("a", func(s *Service) {
			s.Communities = []Welcome{{Community: PolishCommunity}}
			s.Languages = []Speaks{{Language: "pl"}}
		}), ""},
		{"just that community before its umbrella", Query{Communities: []Community{PolishCommunity}}, offer("a", community(EasternEuropean, PolishCommunity)), "community polish"},
		{"an interpreter, for want of the language", Query{Language: "pl"}, offer("a", with(func(s *Service) { s.Interpreter = true })), "access interpreter"},
		{"covers the district, when it is far", Query{Place: here()}, offer("a", at(farley)), "place north"},
		{"everywhere is no place", Query{Place: here()}, offer("a", covering(UKWide)), ""},
		{"a group's need is its community", Query{Needs: []Need{LowMood}, Communities: []Community{Sikh}}, offer("a", community(Sikh)), "community sikh"},
		{"outside: never the community", Query{Outside: true, Communities: []Community{Sikh}}, offer("a", community(Hindu)), ""},
		{"outside: nobody states who is not there", Query{Outside: true, Communities: []Community{Sikh}}, offer("a"), ""},
		{"unseen", Query{Unseen: true}, offer("a", given(ByText, ByPhone)), "way phone, way text"},
		{"a session in eight days is not soon", Query{At: noon.AddDate(0, 0, 1)}, offer("a", open(func() Schedule {
			c := thursday
			c.Interval, c.Start = 2, "2026-05-14"
			return c
		}())), ""},
		{"open now", Query{At: noon}, offer("a", open(weekly(540, 1020, time.Thursday))), "open"},
	} {
		r := Find(c.q, []*Service{c.s})
		if len(r.Matches) != 1 {
			t.Errorf("%s: %d matches", c.name, len(r.Matches))
			continue
		}
		if got := why(r.Matches[0]); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestMatchFacts(t *testing.T) {
	s := offer("a", at(farley), at(overton), open(weekly(540, 1020, time.Monday), session(weekly(600, 720, time.Friday))))
	m := Find(Query{Place: here(), At: noon}, []*Service{s}).Matches[0]
	if m.Distance < 4.9 || m.Distance > 5.1 {
		t.Errorf("distance %.2f km, want the nearer place's 5", m.Distance)
	}
	if m.Next == nil || m.Next.Original != "2026-05-15T10:00" {
		t.Errorf("next is %+v, want Friday's session", m.Next)
	}
	if m.Open != Closed {
		t.Errorf("on a Thursday it is %s, want closed", m.Open)
	}
	plain := Find(Query{}, []*Service{s}).Matches[0]
	if plain.Distance != -1 || plain.Next != nil || plain.Open != Unknown {
		t.Errorf("without place and time: %+v", plain)
	}
}

// The first page has a community group and a mainstream service, where there are
// such, and pages together are all of it.
func TestMix(t *testing.T) {
	many := func(n int, name string, change ...func(*Service)) (list []*Service) {
		for i := range n {
			list = append(list, offer(fmt.Sprintf("%s%02d", name, i), change...))
		}
		return list
	}
	sleep := Query{Needs: []Need{Sleep}}
	polish := Query{Needs: []Need{Sleep}, Communities: []Community{PolishCommunity}}
	both := Query{Needs: []Need{Sleep}, Communities: []Community{PolishCommunity, Sikh}}
	websiteOnly := with(func(s *Service) { unreachable(s); s.Website = "https://example.org" })
	webOnly := offer("z web", community(PolishCommunity), websiteOnly)
	for _, c := range []struct {
		name     string
		q        Query
		services []*Service
		want     string
	}{
		{
			"a group among many others", sleep, append(many(30, "m", about(Sleep)), offer("z", by(LocalCommunity), about(JustTalk))),
			"m00, m01, m02, m03, z +26",
		},
		{
			"mainstream among many groups", polish, append(many(30, "g", community(PolishCommunity), about(Sleep)), offer("z", about(Sleep))),
			"g00, g01, g02, g03, z +26",
		},
		{
			"both among others", sleep, append(many(30, "n", by(NationalCultural), about(Sleep)), offer("y", by(LocalCommunity), about(JustTalk)), offer("z", about(Sleep), unreachable, with(func(s *Service) { s.Website = "https://example.org" }))),
			"n00, n01, n02, y, z +27",
		},
		{
			"a national one, for want of a group", sleep, append(many(30, "m", about(Sleep)), offer("z", by(NationalCultural), about(Sleep), with(func(s *Service) { s.Gender = Women }))),
			"m00, m01, m02, m03, z +26",
		},
		{
			"somebody else's group is none", polish, append(many(6, "m", about(Sleep)), offer("z", community(Chinese), about(Sleep))),
			"m00, m01, m02, m03, m04 +2 without [community]",
		},
		{
			"outside: no group is put forward",
			Query{Needs: []Need{Sleep}, Outside: true},
			append(many(6, "m", about(Sleep)), offer("z", community(Chinese), about(Sleep))),
			"m00, m01, m02, m03, m04 +2",
		},
		{
			"one's own community, though it has only a website", polish, append(many(20, "m", about(Sleep), with(func(s *Service) { s.Communities = nil })), webOnly),
			"m00, m01, m02, m03, z web +16",
		},
		{
			"also when it takes the place of the only other group", polish, append(many(20, "m", about(Sleep)), webOnly, offer("y everyone's", by(LocalCommunity), about(Sleep))),
			"y everyone's, m00, m01, m02, z web +17",
		},
		{"one of each of two communities", both, append(many(20, "g", community(PolishCommunity), about(Sleep)), offer("m", about(Sleep)),
			offer("y web", community(Sikh), websiteOnly)), "g00, g01, g02, y web, m +17"},
		{
			"an umbrella over it will do", polish, append(many(20, "m", about(Sleep)), webOnly, offer("y east", community(EasternEuropean), about(Sleep))),
			"y east, m00, m01, m02, m03 +17",
		},
		{
			"a page of two: one's own and a mainstream one",
			Query{Needs: sleep.Needs, Communities: polish.Communities, Limit: 2},
			append(many(20, "m", about(Sleep)), offer("y everyone's", by(LocalCommunity), about(Sleep)), offer("z web", by(NationalCultural), welcoming(PolishCommunity), about(Sleep), websiteOnly)),
			"m00, z web +20",
		},
		{
			"outside: one's own is not put forward",
			Query{Needs: sleep.Needs, Communities: polish.Communities, Outside: true},
			append(many(6, "m", about(Sleep)), webOnly), "m00, m01, m02, m03, m04 +1",
		},
		{"there already", sleep, append(many(3, "m", about(Sleep)), many(3, "g", by(LocalCommunity), about(Sleep))...), "g00, g01, g02, m00, m01 +1"},
	} {
		if got := found(Find(c.q, c.services)); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

// Districts that are not the area's own are elsewhere, and so are services that
// cover only those.
func TestLocal(t *testing.T) {
	a, b := offer("a", covering("london-only")), offer("b")
	c := NewCatalogue([]*Service{a, b})
	c.Local([]District{{ID: "north"}})
	list := c.Shortlist(Query{})
	if got := found(Finish(Query{}, list, []*Service{a, b})); got != "b" {
		t.Errorf("got %s, want b alone", got)
	}
}

// More areas than there are bits are still told apart.
func TestManyAreas(t *testing.T) {
	var services []*Service
	for i := range 90 {
		services = append(services, offer(fmt.Sprintf("s%02d", i), covering(fmt.Sprintf("d%02d", i))))
	}
	for _, id := range []string{"d00", "d61", "d62", "d89"} {
		q := Query{Place: &Place{Kind: PlaceDistrict, Districts: []string{id}}}
		if got := found(Find(q, services)); got != "s"+id[1:] {
			t.Errorf("in %s: %s", id, got)
		}
	}
}

// A service that has gone between shortlist and page is left out.
func TestFinishWithoutOne(t *testing.T) {
	a, b, g := offer("a"), offer("b"), offer("g", by(LocalCommunity))
	list := NewCatalogue([]*Service{a, b, g}).Shortlist(Query{})
	if got := found(Finish(Query{}, list, []*Service{b})); got != "b +2" {
		t.Errorf("got %s", got)
	}
	if got := found(Finish(Query{}, list, nil)); got != "+3" {
		t.Errorf("got %s", got)
	}
}
