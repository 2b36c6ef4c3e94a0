package directory

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"
)

// generate makes n services like a large county's.
func generate(n int) []*Service {
	r := rand.New(rand.NewPCG(7, 7))
	pick := func(n int) int { return r.IntN(n) }
	services := make([]*Service, n)
	for i := range services {
		s := &Service{
			ID: testID(i), Name: fmt.Sprintf("Service %06d", pick(n)), Status: Active,
			Group:  []Group{Mainstream, Mainstream, LocalCommunity, NationalCultural}[pick(4)],
			Needs:  []Need{needs[pick(13)], needs[14+pick(18)]}, // never psychosis
			Ways:   []Way{ways[pick(4)]},
			Phones: []Phone{{Number: "01632 960001"}},
			Areas:  []Area{{ID: fmt.Sprintf("d%d", pick(12))}},
		}
		if pick(3) == 0 {
			s.Communities = []Welcome{{Community: communities[pick(36)], Confirmed: pick(2) == 0}}
		}
		if pick(3) == 0 {
			s.Languages = []Speaks{{spoken[1+pick(40)].Tag, pick(2) == 0}}
		}
		for range pick(3) {
			at(Point{52.7 + r.Float64()*0.8, -2 + r.Float64()*0.9})(s)
		}
		if pick(2) == 0 {
			s.Schedules = []Schedule{session(weekly(Clock(540+pick(600)), Clock(1200), time.Weekday(pick(7))))}
		}
		services[i] = s
	}
	return services
}

// queries are what people ask; the last can be met by nothing, so that all is
// given up.
var queries = map[string]Query{
	"plain":  {At: noon},
	"common": {Needs: []Need{LowMood, Sleep}, Communities: []Community{SouthAsian}, Place: inD1(), At: noon},
	"worst": {
		Needs: []Need{Psychosis}, Communities: []Community{Jewish, Refugee}, OnlyThese: true, Language: "cy", Place: inD1(), Way: HomeVisit,
		Access: []Access{StepFree, TextRelay}, Evenings: true, Weekends: true, WomenOnly: true, Age: 40, At: noon, Skip: 95,
	},
}

func inD1() *Place {
	return &Place{Kind: PlaceTown, Districts: []string{"d1"}, Point: millbrook}
}

func BenchmarkFind(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		services := generate(n)
		c := NewCatalogue(services)
		byID := map[ID]*Service{}
		for _, s := range services {
			byID[s.ID] = s
		}
		for _, name := range []string{"plain", "common", "worst"} {
			q := queries[name]
			b.Run(fmt.Sprintf("%d/%s", n, name), func(b *testing.B) {
				b.ReportAllocs()
				var took, whole []time.Duration
				for b.Loop() {
					start := time.Now()
					list := c.Shortlist(q)
					took = append(took, time.Since(start))
					var read []*Service
					for _, id := range list.IDs {
						read = append(read, byID[id])
					}
					Finish(q, list, read)
					whole = append(whole, time.Since(start))
				}
				b.ReportMetric(below(took, 50), "p50-shortlist-ms")
				b.ReportMetric(below(took, 99), "p99-shortlist-ms")
				b.ReportMetric(below(whole, 99), "p99-whole-ms")
			})
		}
	}
}

// below is what so many in a hundred stay below, in milliseconds.
func below(took []time.Duration, percent int) float64 {
	slices.Sort(took)
	return float64(took[len(took)*percent/100]) / float64(time.Millisecond)
}
