package directory

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// Places of the tests: two towns 5 km apart, a third 45 km away.
var (
	millbrook = Point{53.20, -1.45}
	overton   = Point{53.245, -1.45}
	farley    = Point{52.80, -1.45}
)

// here is somebody in Millbrook, in the district north.
func here() *Place {
	return &Place{Kind: PlaceTown, Name: "Millbrook", Outcode: "S40", Districts: []string{"north"}, Point: millbrook}
}

func testID(n int) ID { return ID(fmt.Sprintf("00000000-0000-4000-9000-%012d", n)) }

// offer makes an active service that can be rung, of the district north, and
// changes it.
func offer(name string, change ...func(*Service)) *Service {
	s := &Service{
		ID: NewID("test", name), Name: name, Status: Active, Group: Mainstream,
		Areas: []Area{{ID: "north"}}, Phones: []Phone{{Number: "01632 960001"}},
	}
	for _, c := range change {
		c(s)
	}
	return s
}

func about(n ...Need) func(*Service) { return func(s *Service) { s.Needs = n } }
func by(g Group) func(*Service)      { return func(s *Service) { s.Group = g } }
func covering(ids ...string) func(*Service) {
	return func(s *Service) {
		s.Areas = nil
		for _, id := range ids {
			s.Areas = append(s.Areas, Area{ID: id})
		}
	}
}

func at(p Point) func(*Service) {
	return func(s *Service) {
		s.Places = append(s.Places, ServiceAtLocation{ID: testID(1), Location: Location{Point: p, Address: Address{Line: "1 High Street", Town: "Town"}}})
	}
}

func welcoming(c ...Community) func(*Service) {
	return func(s *Service) {
		for _, c := range c {
			s.Communities = append(s.Communities, Welcome{Community: c, Confirmed: true})
		}
	}
}

func speaking(l ...Spoken) func(*Service) {
	return func(s *Service) {
		for _, l := range l {
			s.Languages = append(s.Languages, Speaks{Language: l, Confirmed: true})
		}
	}
}
func given(w ...Way) func(*Service)          { return func(s *Service) { s.Ways = w } }
func with(set func(*Service)) func(*Service) { return set }
func open(c ...Schedule) func(*Service) {
	return func(s *Service) { s.Schedules = append(s.Schedules, c...) }
}

func community(c ...Community) func(*Service) {
	return func(s *Service) { by(LocalCommunity)(s); welcoming(c...)(s) }
}
func session(c Schedule) Schedule { c.Session = true; return c }
func unconfirmed(c Community) func(s *Service) {
	return func(s *Service) { s.Communities = append(s.Communities, Welcome{Community: c}) }
}

func onlyFor(c Community) func(s *Service) {
	return func(s *Service) {
		s.Communities = append(s.Communities, Welcome{Community: c, Only: true, Confirmed: true})
	}
}
func unreachable(s *Service) { s.Phones, s.Email, s.Website = nil, "", "" }

// found writes a result as the names on the page, "+2" for more, the wishes given up,
// the unreachable, and "away".
func found(r Result) string {
	var b strings.Builder
	for i, m := range r.Matches {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(m.Service.Name)
	}
	if r.More > 0 {
		fmt.Fprintf(&b, " +%d", r.More)
	}
	if len(r.Widened) > 0 {
		fmt.Fprintf(&b, " without %v", r.Widened)
	}
	if len(r.Unreachable) > 0 {
		fmt.Fprintf(&b, " unreachable %v", r.Unreachable)
	}
	if r.OutsideArea {
		b.WriteString(" away")
	}
	return strings.TrimSpace(b.String())
}

// noon is Thursday 14 May 2026, in London.
var noon = Local("2026-05-14T12:00").Instant()

func TestFind(t *testing.T) {
	evening := weekly(1080, 1200, time.Tuesday)
	morning := weekly(600, 720, time.Tuesday)
	for _, c := range []struct {
		name     string
		q        Query
		services []*Service
		want     string
	}{
		// Never a result.
		{"a paused, ended or closed listing is no result", Query{}, []*Service{
			offer("a", with(func(s *Service) { s.Status = Inactive })), offer("b", with(func(s *Service) { s.Status = TemporarilyClosed })),
			offer("c", with(func(s *Service) { s.Status = "" })), offer("d"),
		}, "d"},
		{"general knowledge is no result", Query{}, []*Service{offer("a", with(func(s *Service) { s.Origin.Mark = MarkC })), offer("b")}, "b"},
		{"crisis lines are the urgent card's", Query{Needs: []Need{SelfHarm}}, []*Service{
			offer("a", by(Crisis), about(SelfHarm)), offer("b", about(SelfHarm)),
		}, "b"},
		{"no way to reach it", Query{}, []*Service{offer("a", unreachable), offer("b")}, "b"},
		{"a number nobody checked is no way to reach it", Query{}, []*Service{offer("a", with(func(s *Service) { s.Phones[0].Mark = MarkC })), offer("b")}, "b"},
		{"an address to which one can just come is a way", Query{}, []*Service{offer("a", unreachable, at(millbrook))}, "a"},
		{"an address where one must ring first is none", Query{}, []*Service{
			offer("a", unreachable, at(millbrook), with(func(s *Service) { s.GetIn = []GetIn{RingFirst} })),
		}, ""},
		{"a doctor's referral is a way", Query{}, []*Service{
			offer("a", unreachable, with(func(s *Service) { s.GetIn = []GetIn{GPReferral} })),
		}, "a"},
		{"the other gender's", Query{WomenOnly: true}, []*Service{
			offer("m", with(func(s *Service) { s.Gender = Men })), offer("all"), offer("w", with(func(s *Service) { s.Gender = Women })),
		}, "w, all"},
		{"narrowed to women only", Query{WomenOnly: true, StrictGender: true}, []*Service{
			offer("m", with(func(s *Service) { s.Gender = Men })), offer("all"), offer("w", with(func(s *Service) { s.Gender = Women })),
		}, "w"},
		{"another age's", Query{Age: 30}, []*Service{
			offer("18 to 30", with(func(s *Service) { s.MinAge, s.MaxAge = 18, 30 })), offer("up to 29", with(func(s *Service) { s.MaxAge = 29 })),
			offer("from 31", with(func(s *Service) { s.MinAge = 31 })),
		}, "18 to 30"},
		{"another district's", Query{Place: here()}, []*Service{
			offer("south only", covering("south")), offer("south, by the border", covering("south"), at(overton)),
			offer("north"), offer("uk", covering(UKWide)), offer("england", covering(EnglandWide)), offer("not said", covering()),
		}, "north, south, by the border, england, not said, uk"},
		{"a refuge's spot is never used", Query{Place: here()}, []*Service{
			offer("refuge", covering("south"), at(millbrook), with(func(s *Service) { s.Confidential = true })),
		}, "without [distance]"},
		// Places.
		{"no place said: all of it", Query{}, []*Service{offer("north"), offer("south", covering("south")), offer("uk", covering(UKWide))}, "north, south, uk"},
		{"somebody elsewhere gets lines for the whole country", Query{Place: &Place{Kind: PlaceOutside, Outcode: "S1"}}, []*Service{
			offer("north"), offer("not said", covering()), offer("uk", covering(UKWide)), offer("england", covering(EnglandWide)),
		}, "england, uk away"},
		{"in Wales not those for England", Query{Place: &Place{Kind: PlaceOutside, Outcode: "CF10"}}, []*Service{
			offer("uk", covering(UKWide)), offer("england", covering(EnglandWide)),
		}, "uk away"},
		{"one of several districts will do", Query{Place: &Place{Kind: PlaceOutcode, Districts: []string{"south", "north"}}}, []*Service{
			offer("north"), offer("west", covering("west")), offer("south", covering("south")),
		}, "north, south"},
		{"beyond 10 km by telephone first", Query{Place: here()}, []*Service{
			offer("a far", at(farley), given(InPerson)), offer("b far, rings", at(farley), given(InPerson, ByPhone)), offer("c near", at(overton), given(InPerson)),
		}, "c near, b far, rings, a far"},
		// Order.
		{"a need before nearness", Query{Needs: []Need{Sleep}, Place: here()}, []*Service{
			offer("a near, to talk", by(LocalCommunity), about(JustTalk), at(millbrook)), offer("b line", about(Sleep), covering(UKWide)),
		}, "b line, a near, to talk"},
		{"no community said: those for everyone first", Query{}, []*Service{offer("a", community(Sikh)), offer("b", by(LocalCommunity))}, "b, a"},
		{"more needs first, then name", Query{Needs: []Need{Sleep, Money}}, []*Service{
			offer("b", about(Sleep)), offer("a", about(Sleep)), offer("c", about(Money, Sleep)), offer("d", about(Work)),
		}, "c, a, b"},
		{"a website alone comes last", Query{Needs: []Need{Sleep, Money}}, []*Service{
			offer("a", about(Sleep, Money), unreachable, with(func(s *Service) { s.Website = "https://example.org" })), offer("b", about(Sleep)),
		}, "b, a"},
		{"somebody else: carers as an extra", Query{Someone: true}, []*Service{offer("a"), offer("b", about(Carers))}, "b, a"},
		{"the sooner session breaks a tie", Query{At: noon}, []*Service{
			offer("a"), offer("b", open(session(weekly(600, 720, time.Wednesday)))), offer("c", open(session(weekly(600, 720, time.Friday)))),
		}, "c, b, a"},
		{"but only a tie", Query{At: noon, Needs: []Need{Sleep, Money}}, []*Service{
			offer("a", about(Sleep), open(session(weekly(600, 720, time.Friday)))), offer("b", about(Sleep, Money)),
		}, "b, a"},
		// Communities.
		{"one's own before everyone's, others' not at all", Query{Communities: []Community{PolishCommunity}}, []*Service{
			offer("a everyone"), offer("b polish", community(PolishCommunity)), offer("c chinese", community(Chinese)),
			offer("d east", community(EasternEuropean)),
		}, "b polish, d east, a everyone"},
		{"an umbrella asked for", Query{Communities: []Community{SouthAsian}}, []*Service{
			offer("a kashmiri", community(Kashmiri)), offer("b south asian", community(SouthAsian)), offer("c polish", community(PolishCommunity)),
		}, "b south asian, a kashmiri"},
		{"Hong Kong is met by Chinese, not the other way", Query{Communities: []Community{HongKong}}, []*Service{offer("a", community(Chinese))}, "a"},
		{"Chinese is not met by Hong Kong", Query{Communities: []Community{Chinese}}, []*Service{offer("a", community(HongKong)), offer("b")}, "b, a without [community]"},
		{"to confirm is no meeting of the wish, but comes along", Query{Communities: []Community{Sikh}}, []*Service{
			offer("a everyone"), offer("b perhaps", by(LocalCommunity), unconfirmed(Sikh)),
		}, "b perhaps, a everyone without [community]"},
		{"only these", Query{Communities: []Community{Sikh}, OnlyThese: true}, []*Service{offer("a everyone"), offer("b", community(Sikh))}, "b"},
		{"only these, widened", Query{Communities: []Community{Sikh}, OnlyThese: true}, []*Service{offer("a everyone")}, "a everyone without [community]"},
		{"a service that admits one community only", Query{Communities: []Community{Sikh}}, []*Service{
			offer("a", onlyFor(Hindu)), offer("b", onlyFor(Sikh)), offer("c"),
		}, "b, c"},
		{"outside my community", Query{Outside: true, Communities: []Community{Sikh}}, []*Service{
			offer("a sikh", community(Sikh)), offer("b everyone"), offer("c polish", community(PolishCommunity)),
		}, "b everyone, c polish"},
		{"outside, when there is nothing else", Query{Outside: true, Communities: []Community{Sikh}}, []*Service{offer("a sikh", community(Sikh))}, "a sikh without [community]"},
		{"outside, not said which", Query{Outside: true}, []*Service{
			offer("a group", community(Sikh)), offer("b everyone"), offer("c only", onlyFor(Sikh)),
		}, "b everyone, a group"},
		{"there is a group, but no way to reach it", Query{Communities: []Community{Chinese}}, []*Service{
			offer("a", community(Chinese), unreachable), offer("b"),
		}, "b without [community] unreachable [chinese]"},
		{"no word of it when another can be reached", Query{Communities: []Community{Chinese}}, []*Service{
			offer("a", community(Chinese), unreachable), offer("b", community(Chinese)),
		}, "b"},
		{"a line for the whole country is not the group nearby", Query{Communities: []Community{Chinese}}, []*Service{
			offer("a", community(Chinese), unreachable), offer("b", by(NationalCultural), welcoming(Chinese), covering(UKWide)),
		}, "b unreachable [chinese]"},
		{"nor when it is about something else", Query{Needs: []Need{Anxiety}, Communities: []Community{Chinese}}, []*Service{
			offer("a", community(Chinese), unreachable), offer("b", by(NationalCultural), welcoming(Chinese), about(HateCrime)), offer("c", about(Anxiety)),
		}, "c without [community] unreachable [chinese]"},
		{"each community for itself", Query{Communities: []Community{Chinese, Sikh, Hindu}}, []*Service{
			offer("a", community(Chinese), unreachable), offer("b", community(Sikh)), offer("c", community(Hindu), unreachable),
		}, "b unreachable [chinese hindu]"},
		{"no word of a group that would not take them", Query{Communities: []Community{Chinese}, MenOnly: true}, []*Service{
			offer("a", community(Chinese), unreachable, with(func(s *Service) { s.Gender = Women })), offer("b"),
		}, "b without [gender community]"},
		{"nor of one that is closed, or only perhaps theirs", Query{Communities: []Community{Chinese}}, []*Service{
			offer("a", community(Chinese), unreachable, with(func(s *Service) { s.Status = Inactive })),
			offer("b", by(LocalCommunity), unconfirmed(Chinese), unreachable), offer("c"),
		}, "c without [community]"},
		{"nor to somebody who lives elsewhere", Query{Communities: []Community{Chinese}, Place: &Place{Kind: PlaceOutside, Outcode: "S1"}}, []*Service{
			offer("a", community(Chinese), unreachable), offer("b", covering(UKWide)),
		}, "b without [community] away"},
		{"a national one without a contact is no group of theirs", Query{Communities: []Community{Chinese}}, []*Service{
			offer("a", by(NationalCultural), welcoming(Chinese), unreachable), offer("b"),
		}, "b without [community]"},
		// Needs of community groups.
		{"a group there to talk meets its people's needs", Query{Needs: []Need{LowMood}, Communities: []Community{PolishCommunity}}, []*Service{
			offer("a drop-in", community(PolishCommunity), about(JustTalk)), offer("b doctor", about(LowMood)), offer("c silent", community(PolishCommunity)),
			offer("d advice", community(PolishCommunity), about(Housing)),
		}, "a drop-in, c silent, b doctor"},
		{"but not a sensitive one", Query{Needs: []Need{DomesticAbuse}, Communities: []Community{PolishCommunity}}, []*Service{
			offer("a drop-in", community(PolishCommunity), about(JustTalk)), offer("b helpline", about(DomesticAbuse)), offer("c silent", community(PolishCommunity)),
		}, "b helpline without [community]"},
		{"just to talk: a group that says nothing will do", Query{Needs: []Need{JustTalk}}, []*Service{
			offer("a office"), offer("b group", by(LocalCommunity)), offer("c stated", about(JustTalk)),
		}, "c stated, b group"},
		{"no community said: a group to talk comes along", Query{Needs: []Need{Sleep}}, []*Service{
			offer("a group", by(LocalCommunity), about(JustTalk)), offer("b doctor", about(Sleep)),
		}, "b doctor, a group"},
		{"coming along is not enough to be all there is", Query{Needs: []Need{Sleep}}, []*Service{
			offer("a group", by(LocalCommunity), about(JustTalk)),
		}, "a group without [need]"},
		// Languages.
		{"spoken there, then an interpreter, and no others", Query{Language: "ur"}, []*Service{
			offer("a interpreter", with(func(s *Service) { s.Interpreter = true })), offer("b urdu", speaking("ur")), offer("c silent"),
			offer("d perhaps", with(func(s *Service) { s.Languages = []Speaks{{Language: "ur"}} })), offer("e polish", speaking("pl")),
		}, "b urdu, a interpreter, d perhaps"},
		{"an interpreter does not speak it", Query{Language: "ur"}, []*Service{
			offer("a interpreter", with(func(s *Service) { s.Interpreter = true })), offer("b silent"),
		}, "a interpreter, b silent without [language]"},
		{"English is no wish", Query{Language: "en"}, []*Service{offer("a")}, "a"},
		{"Kurdish, when Sorani is asked for", Query{Language: "ckb"}, []*Service{offer("a", speaking("ku")), offer("b", speaking("kmr"))}, "a"},
		// Widening.
		{"evenings", Query{Evenings: true, At: noon}, []*Service{offer("a", open(morning)), offer("b", open(evening)), offer("c")}, "b"},
		{"an evening timetable that has run out", Query{Evenings: true, At: noon}, []*Service{offer("a", open(func() Schedule {
			c := evening
			c.ValidTo = "2026-05-01"
			return c
		}()))}, "a without [time]"},
		{"weekends", Query{Weekends: true, At: noon}, []*Service{offer("a", open(weekly(600, 720, time.Saturday))), offer("b", open(evening))}, "a"},
		{"either of both", Query{Weekends: true, Evenings: true, At: noon}, []*Service{offer("a", open(weekly(600, 720, time.Saturday))), offer("b", open(evening)), offer("c")}, "a, b"},
		{"access: all of it", Query{Access: []Access{StepFree, BSL}}, []*Service{
			offer("a", with(func(s *Service) { s.Access = []Access{StepFree} })),
			offer("b", speaking(SignBSL), at(millbrook), with(func(s *Service) { s.Places[0].Location.Access = []Access{StepFree} })),
		}, "b"},
		{"by telephone and unseen", Query{Unseen: true}, []*Service{offer("a", given(Online)), offer("b", given(ByPhone)), offer("c", given(InPerson))}, "b"},
		{"time goes first", Query{Evenings: true, Way: Online}, []*Service{offer("a", open(evening)), offer("b", given(Online))}, "b without [time]"},
		{"distance before community", Query{Place: here(), Communities: []Community{PolishCommunity}}, []*Service{
			offer("a everyone"), offer("b polish, south", community(PolishCommunity), covering("south"), at(farley)),
			offer("c everyone, south", covering("south"), at(farley)),
		}, "b polish, south, a everyone without [distance]"},
		{"what was not in the way is taken back", Query{Evenings: true, Communities: []Community{PolishCommunity}}, []*Service{
			offer("a evening", open(evening)), offer("b morning", open(morning)),
		}, "a evening without [community]"},
		{"all at once", Query{Evenings: true, Way: Online, Communities: []Community{Sikh}, OnlyThese: true, Language: "pa", Needs: []Need{Sleep}}, []*Service{
			offer("a"),
		}, "a without [time way community language need]"},
		{"nothing there at all", Query{Evenings: true, Needs: []Need{Sleep}}, nil, "without [time need]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := found(Find(c.q, c.services)); got != c.want {
				t.Errorf("\n got %s\nwant %s", got, c.want)
			}
		})
	}
}
