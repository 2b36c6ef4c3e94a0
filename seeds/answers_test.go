package seeds_test

import (
	"slices"
	"testing"
	"time"

	"signpost/directory"
	"signpost/seeds"
)

// What somebody in Chesterfield is told who asks for a community of which the real
// directory knows only a website, or nothing at all.
func TestDerbyshireNamesSmallCommunities(t *testing.T) {
	services := load(t, seeds.Derbyshire)
	councils := read(t, seeds.Derbyshire, "districts.json", directory.ReadDistricts)
	places := directory.NewGazetteer(read(t, seeds.Derbyshire, "outcodes.csv", directory.ReadOutcodes), councils,
		read(t, seeds.Derbyshire, "towns.csv", directory.ReadTowns))
	catalogue := directory.NewCatalogue(services)
	catalogue.Local(councils)
	find := func(q directory.Query) directory.Result {
		q.Place, q.At = places.Look("Chesterfield").Place, time.Date(2026, time.November, 23, 12, 0, 0, 0, time.UTC)
		return directory.Finish(q, catalogue.Shortlist(q), services)
	}
	shown := func(r directory.Result, id string) bool {
		return slices.ContainsFunc(r.Matches, func(m directory.Match) bool { return m.Service.Origin.SourceID == id })
	}

	lonely := find(directory.Query{
		Needs:       []directory.Need{directory.Loneliness, directory.JustTalk},
		Communities: []directory.Community{directory.Filipino},
	})
	if !shown(lonely, "chesterfield-filipino-community-association") || lonely.Matches[0].Service.WebOnly() {
		t.Errorf("lonely, Filipino: %v", names(lonely))
	}
	if len(lonely.Unreachable) > 0 {
		t.Errorf("%v is said to be out of reach", lonely.Unreachable)
	}

	anxious := find(directory.Query{
		Needs: []directory.Need{directory.Anxiety}, Communities: []directory.Community{directory.GypsyTraveller},
	})
	if !slices.Equal(anxious.Unreachable, []directory.Community{directory.GypsyTraveller}) || len(anxious.Matches) == 0 {
		t.Errorf("anxious, Gypsy or Traveller: %v, unreachable %v", names(anxious), anxious.Unreachable)
	}
	if shown(anxious, "derbyshire-gypsy-liaison-group") {
		t.Error("a group that nobody can reach is among the answers")
	}
}

// names are the source's ids of the answers.
func names(r directory.Result) (list []string) {
	for _, m := range r.Matches {
		list = append(list, m.Service.Origin.SourceID)
	}
	return list
}
