package main

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"signpost/directory"
)

// Where a person would be asked which place is meant, a question gets the parts
// of one postcode district together, and of places that share a name the first.
func TestPlaceOfChoices(t *testing.T) {
	here := directory.Place{Kind: directory.PlaceOutcode, Name: "QH2", Outcode: "QH2", Districts: []string{"harrowbeck"}}
	there := here
	there.Districts = []string{"upper-lathe"}
	elsewhere := directory.Place{Kind: directory.PlaceTown, Name: "Sallow", Outcode: "QH9", Districts: []string{"south-moor"}}

	got, err := placeOf(directory.Found{Choices: []directory.Place{here, there}}, "QH2")
	if err != nil || cmp.Diff([]string{"harrowbeck", "upper-lathe"}, got.Districts) != "" {
		t.Errorf("a district in two: %+v, %v", got, err)
	}
	if len(here.Districts) != 1 {
		t.Error("the gazetteer's own list was changed")
	}
	got, err = placeOf(directory.Found{Choices: []directory.Place{elsewhere, here}}, "sallow")
	if err != nil || cmp.Diff(&elsewhere, got) != "" {
		t.Errorf("two places of a name: %+v, %v", got, err)
	}
	_, err = placeOf(directory.Found{Suggestions: []directory.Place{elsewhere, here}}, "Salow")
	if err == nil || !strings.Contains(err.Error(), "did you mean Sallow, QH2") {
		t.Errorf("an unknown place: %v", err)
	}
}

// Each reason has a word of its own, with what it is about.
func TestReasonText(t *testing.T) {
	for want, r := range map[string]directory.Reason{
		"need:sleep":       {Kind: directory.ReasonNeed, Need: directory.Sleep},
		"community:polish": {Kind: directory.ReasonCommunity, Community: directory.PolishCommunity},
		"language:pl":      {Kind: directory.ReasonLanguage, Language: "pl"},
		"place:derby":      {Kind: directory.ReasonPlace, Place: "derby"},
		"way:phone":        {Kind: directory.ReasonWay, Way: directory.ByPhone},
		"gender:women":     {Kind: directory.ReasonGender, Gender: directory.Women},
		"age":              {Kind: directory.ReasonAge},
		"access:bsl":       {Kind: directory.ReasonAccess, Access: directory.BSL},
		"time":             {Kind: directory.ReasonTime},
		"next":             {Kind: directory.ReasonNext},
		"open":             {Kind: directory.ReasonOpen},
	} {
		if got := reasonText(r); got != want {
			t.Errorf("%+v is %q, want %q", r, got, want)
		}
	}
}

// Every member of a question gets where the directory looks for it.
func TestQuestionBecomesAQuery(t *testing.T) {
	q, err := readQuestion([]byte(`{"id": 1, "needs": ["sleep"], "communities": ["polish"], "outside_community": true, "language": "pl",
		"way": "phone", "women_only": true, "age": 34, "bsl": true, "at": "2030-06-02T14:05:00+01:00"}`))
	if err != nil {
		t.Fatal(err)
	}
	got, err := q.query(directory.NewGazetteer(nil, nil, nil), time.Unix(0, 0))
	want := directory.Query{
		Needs: []directory.Need{directory.Sleep}, Communities: []directory.Community{directory.PolishCommunity}, Outside: true,
		Language: "pl", Way: directory.ByPhone, WomenOnly: true, Age: 34, Access: []directory.Access{directory.BSL},
		At: time.Date(2030, 6, 2, 13, 5, 0, 0, time.UTC),
	}
	if err != nil || !got.At.Equal(want.At) {
		t.Fatalf("%v, %v", got.At, err)
	}
	got.At = want.At
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// No line of find makes it panic, and what it takes is within the vocabulary.
func FuzzQuestion(f *testing.F) {
	f.Add([]byte(`{"id":1,"needs":["sleep"],"place":"Derby","age":34,"at":"2030-06-02T14:05:00+01:00"}`))
	f.Add([]byte(`{"needs":null,"id":{"a":[1]}}`))
	f.Add([]byte(`[]`))
	places := directory.NewGazetteer(nil, []directory.District{{ID: "derby", Name: "Derby"}}, []directory.Town{{Name: "Derby", Districts: []string{"derby"}}})
	f.Fuzz(func(t *testing.T, line []byte) {
		q, err := readQuestion(line)
		if err != nil {
			return
		}
		query, err := q.query(places, time.Unix(0, 0))
		if err != nil {
			return
		}
		for _, n := range query.Needs {
			if !n.Valid() {
				t.Errorf("the need %q was taken", n)
			}
		}
		if query.Way != "" && !query.Way.Valid() || query.Language != "" && !query.Language.Valid() || query.Age < 0 {
			t.Errorf("%+v was taken", query)
		}
	})
}
