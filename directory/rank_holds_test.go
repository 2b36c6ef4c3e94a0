package directory

import (
	"math/rand/v2"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// drawService makes any service of a small world, in which all that the rules
// tell apart turns up often.
func drawService(t *rapid.T, n int) *Service {
	s := &Service{ID: testID(n), Name: rapid.SampledFrom([]string{"a", "b", "c"}).Draw(t, "name")}
	s.Status = rapid.SampledFrom([]Status{Active, Active, Active, Active, Inactive}).Draw(t, "status")
	s.Group = rapid.SampledFrom([]Group{LocalCommunity, Mainstream, Mainstream, NationalCultural, Crisis, ""}).Draw(t, "group")
	s.Origin.Mark = rapid.SampledFrom([]Mark{MarkA, MarkA, MarkB, MarkC}).Draw(t, "mark")
	s.Needs = rapid.SliceOfN(rapid.SampledFrom([]Need{Sleep, Money, JustTalk, DomesticAbuse}), 0, 2).Draw(t, "needs")
	for range rapid.IntRange(0, 2).Draw(t, "communities") {
		s.Communities = append(s.Communities, Welcome{
			Community: rapid.SampledFrom([]Community{PolishCommunity, EasternEuropean, Sikh}).Draw(t, "community"),
			Confirmed: rapid.Bool().Draw(t, "confirmed"), Only: rapid.IntRange(0, 4).Draw(t, "only") == 0,
		})
	}
	for range rapid.IntRange(0, 1).Draw(t, "languages") {
		s.Languages = append(s.Languages, Speaks{rapid.SampledFrom([]Spoken{"pl", "pa"}).Draw(t, "language"), rapid.Bool().Draw(t, "confirmed")})
	}
	s.Interpreter = rapid.Bool().Draw(t, "interpreter")
	s.Ways = rapid.SliceOfN(rapid.SampledFrom(ways), 0, 2).Draw(t, "ways")
	s.Access = rapid.SliceOfN(rapid.SampledFrom([]Access{StepFree, BSL}), 0, 1).Draw(t, "access")
	s.Gender = rapid.SampledFrom([]Gender{Anyone, Anyone, Women, Men}).Draw(t, "gender")
	s.MinAge = rapid.SampledFrom([]int{0, 0, 18, 60}).Draw(t, "min age")
	s.Phones = rapid.SampledFrom([][]Phone{nil, {{Number: "01632 960001"}}, {{Number: "01632 960001", Mark: MarkC}}}).Draw(t, "phones")
	s.Website = rapid.SampledFrom([]string{"", "https://example.org"}).Draw(t, "website")
	for _, id := range rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"north", "south", UKWide}), 0, 2, rapid.ID).Draw(t, "areas") {
		s.Areas = append(s.Areas, Area{ID: id})
	}
	if rapid.Bool().Draw(t, "placed") {
		at(rapid.SampledFrom([]Point{millbrook, overton, farley}).Draw(t, "point"))(s)
	}
	s.Confidential = rapid.IntRange(0, 5).Draw(t, "confidential") == 0
	if rapid.Bool().Draw(t, "scheduled") {
		s.Schedules = []Schedule{weekly(Clock(rapid.SampledFrom([]int{600, 1080}).Draw(t, "opens")), 1200, time.Weekday(rapid.IntRange(0, 6).Draw(t, "day")))}
		s.Schedules[0].Session = rapid.Bool().Draw(t, "session")
	}
	return s
}

func drawQuery(t *rapid.T) Query {
	return Query{
		Needs:       rapid.SliceOfN(rapid.SampledFrom([]Need{Sleep, Money, JustTalk, DomesticAbuse}), 0, 2).Draw(t, "needs"),
		Place:       rapid.SampledFrom([]*Place{nil, here(), {Kind: PlaceOutside, Outcode: "S1"}, {Kind: PlaceDistrict, Districts: []string{"south"}}}).Draw(t, "place"),
		Communities: rapid.SliceOfN(rapid.SampledFrom([]Community{PolishCommunity, Sikh}), 0, 2).Draw(t, "communities"),
		OnlyThese:   rapid.Bool().Draw(t, "only these"), Outside: rapid.IntRange(0, 3).Draw(t, "outside") == 0,
		Language: rapid.SampledFrom([]Spoken{"", "en", "pl"}).Draw(t, "language"),
		Way:      rapid.SampledFrom([]Way{"", ByPhone, InPerson}).Draw(t, "way"),
		Unseen:   rapid.Bool().Draw(t, "unseen"), WomenOnly: rapid.Bool().Draw(t, "women"), MenOnly: rapid.IntRange(0, 3).Draw(t, "men") == 0,
		Age: rapid.SampledFrom([]int{0, 16, 40}).Draw(t, "age"), Someone: rapid.Bool().Draw(t, "someone"),
		Access:   rapid.SliceOfN(rapid.SampledFrom([]Access{StepFree, BSL}), 0, 1).Draw(t, "access"),
		Evenings: rapid.Bool().Draw(t, "evenings"), Weekends: rapid.Bool().Draw(t, "weekends"), At: noon,
	}
}

func drawServices(t *rapid.T, most int) (list []*Service) {
	for n := range rapid.IntRange(0, most).Draw(t, "services") {
		list = append(list, drawService(t, n))
	}
	return list
}

// mayNotBeShown says in the plainest words, apart from how ranking does it, why a
// service must not be shown to whoever asks; "" when it may.
func mayNotBeShown(q Query, s *Service) string {
	covers := func(ids ...string) bool {
		return slices.ContainsFunc(s.Areas, func(a Area) bool { return slices.Contains(ids, a.ID) })
	}
	switch {
	case s.Status != Active:
		return "is not active"
	case s.Origin.Mark == MarkC:
		return "is general knowledge"
	case s.Group == Crisis:
		return "is for a crisis"
	case !s.Reachable():
		return "cannot be reached"
	case q.WomenOnly && !q.MenOnly && s.Gender == Men, q.MenOnly && !q.WomenOnly && s.Gender == Women:
		return "is for the other gender"
	case q.Age > 0 && (q.Age < s.MinAge || s.MaxAge > 0 && q.Age > s.MaxAge):
		return "is for another age"
	case q.Place == nil:
		return ""
	case q.Place.Kind == PlaceOutside && !covers(UKWide, EnglandWide):
		return "is not for the whole country"
	case q.Place.Kind == PlaceOutside || len(s.Areas) == 0 || s.Group == LocalCommunity:
		return ""
	}
	near := !s.Confidential && slices.ContainsFunc(s.Places, func(p ServiceAtLocation) bool {
		d := Distance(q.Place.Point, p.Location.Point)
		return d >= 0 && d <= 10
	})
	if !near && !covers(append([]string{UKWide, EnglandWide}, q.Place.Districts...)...) {
		return "does not cover the place"
	}
	return ""
}

// What is shut out never comes back, whatever is given up.
func TestNeverShown(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q, services := drawQuery(t), drawServices(t, 25)
		q.Limit = 100
		for _, m := range Find(q, services).Matches {
			if why := mayNotBeShown(q, m.Service); why != "" {
				t.Fatalf("%s is shown, and %s", m.Service.ID, why)
			}
			for _, r := range m.Reasons {
				if r.Kind == ReasonCommunity && q.Outside {
					t.Fatalf("community is a reason for who asked for outside it")
				}
				if r.Kind == ReasonCommunity && !slices.ContainsFunc(m.Service.Communities, func(w Welcome) bool { return w.Community == r.Community && w.Confirmed }) {
					t.Fatalf("%s is a reason and not confirmed", r.Community)
				}
			}
		}
	})
}

// The same services give the same answer, in whatever order they were read.
func TestSameAnswer(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q, services := drawQuery(t), drawServices(t, 25)
		first := Find(q, services)
		shuffled := slices.Clone(services)
		r := rand.New(rand.NewPCG(1, rapid.Uint64().Draw(t, "seed")))
		r.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		if diff := cmp.Diff(first, Find(q, shuffled)); diff != "" {
			t.Fatal(diff)
		}
	})
}

// A wish is given up only when nothing meets all that are kept with it: each one
// given up is needed, and none when something meets them all.
func TestWidensOnlyWhenItMust(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q, services := drawQuery(t), drawServices(t, 12)
		r := Find(q, services)
		if len(r.Matches) == 0 {
			return
		}
		c := NewCatalogue(services)
		a := c.ask(q)
		var given wishBit
		for i, w := range wishes {
			if slices.Contains(r.Widened, w) {
				given |= 1 << i
			}
		}
		meets := func(given wishBit) bool {
			for i := range c.facets {
				if v := c.judge(&c.facets[i], &a); v.fits && v.strict&^given == 0 {
					return true
				}
			}
			return false
		}
		if given != 0 && meets(0) {
			t.Fatalf("%v was given up, and something meets all", r.Widened)
		}
		if !meets(given) {
			t.Fatalf("nothing meets the rest of %v", r.Widened)
		}
		for i := range wishes {
			if bit := wishBit(1) << i; given&bit != 0 && meets(given&^bit) {
				t.Fatalf("of %v, %s need not have been given up", r.Widened, wishes[i])
			}
		}
	})
}

// Pages neither repeat nor lose one, and say truly how many are left.
func TestPages(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q, services := drawQuery(t), drawServices(t, 60)
		q.Limit = rapid.IntRange(0, 7).Draw(t, "limit")
		seen := map[ID]bool{}
		total := -1
		for {
			r := Find(q, services)
			if total < 0 {
				total = len(r.Matches) + r.More
			}
			if want := total - q.Skip - len(r.Matches); r.More != want {
				t.Fatalf("after %d: %d more, want %d", q.Skip, r.More, want)
			}
			for _, m := range r.Matches {
				if seen[m.Service.ID] {
					t.Fatalf("%s is on two pages", m.Service.ID)
				}
				seen[m.Service.ID] = true
			}
			if len(r.Matches) == 0 {
				break
			}
			q.Skip += len(r.Matches)
		}
		if len(seen) != total {
			t.Fatalf("%d on all pages, of %d", len(seen), total)
		}
	})
}

// Whoever wishes for a community finds one of its services on the first page, if
// any is among the results at all.
func TestOwnCommunityOnFirstPage(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		q, services := drawQuery(t), drawServices(t, 60)
		q.Communities = []Community{rapid.SampledFrom(communities).Draw(t, "wished")}
		q.Outside, q.Skip, q.Limit = false, 0, rapid.IntRange(2, 7).Draw(t, "limit")
		own := func(r Result) bool {
			return slices.ContainsFunc(r.Matches, func(m Match) bool { return m.Service.welcomes(q.Communities[0]) != "" })
		}
		page := Find(q, services)
		q.Limit = len(services) + 1
		if all := Find(q, services); own(all) && !own(page) {
			t.Fatalf("none of %s among the first: %s", q.Communities, found(page))
		}
	})
}

// One need more, all else equal, never stands lower.
func TestMoreNeedsFirst(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := drawService(t, 1)
		s.Needs = []Need{Sleep}
		more := *s
		more.ID, more.Name, more.Needs = testID(2), "z", []Need{Sleep, Money}
		q := drawQuery(t)
		q.Needs = []Need{Sleep, Money}
		r := Find(q, []*Service{s, &more})
		if len(r.Matches) > 0 && r.Matches[0].Service.ID != more.ID {
			t.Fatalf("first is %v", r.Matches[0].Service)
		}
	})
}

// One catalogue answers many at once, also the first time after it was filled.
func TestAtOnce(t *testing.T) {
	services := generate(500)
	c := NewCatalogue(nil)
	for _, s := range services {
		c.Add(s)
	}
	want := NewCatalogue(services).Shortlist(queries["common"]).IDs
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			if diff := cmp.Diff(want, c.Shortlist(queries["common"]).IDs); diff != "" {
				t.Error(diff)
			}
		})
	}
	all.Wait()
}
