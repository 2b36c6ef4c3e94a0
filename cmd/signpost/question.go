package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"time"

	"signpost/directory"
)

// question is a line of find. All members may be missing.
type question struct {
	ID          json.RawMessage       `json:"id"`
	Needs       []directory.Need      `json:"needs"`
	Place       string                `json:"place"`
	Communities []directory.Community `json:"communities"`
	Outside     bool                  `json:"outside_community"`
	Language    directory.Spoken      `json:"language"`
	Way         directory.Way         `json:"way"`
	WomenOnly   bool                  `json:"women_only"`
	Age         int                   `json:"age"`
	BSL         bool                  `json:"bsl"`
	At          *time.Time            `json:"at"`

	ignored []string // members that a question does not have
}

// members are the members a question may have.
var members = []string{
	"id", "needs", "place", "communities", "outside_community", "language",
	"way", "women_only", "age", "bsl", "at",
}

// readQuestion reads a line. With an error the id is still there when it could
// be read.
func readQuestion(line []byte) (question, error) {
	var all map[string]json.RawMessage
	if err := json.Unmarshal(line, &all); err != nil || all == nil {
		return question{}, notJSON(err)
	}
	var q question
	err := json.Unmarshal(line, &q)
	q.ID = all["id"]
	for _, name := range slices.Sorted(maps.Keys(all)) {
		if !slices.ContainsFunc(members, func(m string) bool { return strings.EqualFold(m, name) }) {
			q.ignored = append(q.ignored, name)
		}
	}
	var wrong *json.UnmarshalTypeError
	var day *time.ParseError
	switch {
	case errors.As(err, &wrong):
		return q, fmt.Errorf("%q is a %s, where it should be a %s", wrong.Field, wrong.Value, kindOf(wrong))
	case errors.As(err, &day):
		return q, errors.New(`"at" is no moment; it is written like "2030-06-02T14:05:00+01:00"`)
	case err != nil:
		return q, notJSON(err)
	}
	return q, nil
}

// notJSON says where a line stops being a JSON object.
func notJSON(err error) error {
	var at *json.SyntaxError
	if errors.As(err, &at) {
		return fmt.Errorf("this is no JSON: %v (after %d bytes)", at, at.Offset)
	}
	return errors.New("this is no JSON object, which begins with { and ends with }")
}

// kindOf is what a member should be, in JSON's own word.
func kindOf(wrong *json.UnmarshalTypeError) string {
	switch wrong.Type.Kind().String() {
	case "bool":
		return "true or false"
	case "int":
		return "whole number"
	case "slice":
		return "list"
	default:
		return "string"
	}
}

// query is the question as the directory understands it.
func (q question) query(places *directory.Gazetteer, now time.Time) (directory.Query, error) {
	out := directory.Query{
		Needs: q.Needs, Communities: q.Communities, Outside: q.Outside, Language: q.Language,
		Way: q.Way, WomenOnly: q.WomenOnly, Age: q.Age, At: now,
	}
	if q.At != nil {
		out.At = *q.At
	}
	if q.BSL {
		out.Access = []directory.Access{directory.BSL}
	}
	for _, n := range q.Needs {
		if !n.Valid() {
			return out, unknown("need", n, directory.Needs())
		}
	}
	for _, c := range q.Communities {
		if !c.Valid() {
			return out, unknown("community", c, directory.Communities())
		}
	}
	if q.Language != "" && !q.Language.Valid() {
		return out, fmt.Errorf("there is no language %q; languages are tags such as pl, ur or zh-yue", q.Language)
	}
	if q.Way != "" && !q.Way.Valid() {
		return out, unknown("way", q.Way, directory.Ways())
	}
	if q.Age < 0 || q.Age > 120 {
		return out, fmt.Errorf("an age of %d is none; it is from 0 to 120 years", q.Age)
	}
	var err error
	if strings.TrimSpace(q.Place) != "" {
		out.Place, err = placeOf(places.Look(q.Place), q.Place)
	}
	return out, err
}

// unknown says that an id is not in the vocabulary, and what is.
func unknown[T ~string](kind string, id T, have []T) error {
	var all []string
	for _, h := range have {
		all = append(all, string(h))
	}
	return fmt.Errorf("there is no %s %q; there are %s", kind, id, strings.Join(all, ", "))
}

// placeOf is the place that was found for a text. Where a person would be asked
// which, the parts of one place are taken together; of places that only share a
// name, the first.
func placeOf(f directory.Found, text string) (*directory.Place, error) {
	if f.Place != nil {
		return f.Place, nil
	}
	if len(f.Choices) == 0 {
		hint := ""
		for i, s := range f.Suggestions {
			hint += []string{"; did you mean ", ", "}[min(i, 1)] + s.Name
		}
		return nil, fmt.Errorf("no place is known by %q%s", text, hint)
	}
	first := f.Choices[0]
	for _, c := range f.Choices[1:] {
		if c.Outcode != "" && c.Outcode == first.Outcode {
			first.Districts = append(slices.Clone(first.Districts), c.Districts...)
		}
	}
	return &first, nil
}

// answer is a line that find writes.
type answer struct {
	ID      json.RawMessage `json:"id,omitempty"`
	Error   string          `json:"error,omitempty"`
	Ignored []string        `json:"ignored,omitempty"` // members of the question that are none
	*found
}

// found is what an answer without error holds.
type found struct {
	Place       string                `json:"place,omitempty"` // what the place was read as
	OutsideArea bool                  `json:"outside_area,omitempty"`
	Unreachable []directory.Community `json:"unreachable,omitempty"`
	Widened     []directory.Wish      `json:"widened"`
	More        int                   `json:"more"`
	Matches     []match               `json:"matches"`
}

// match is one service of an answer.
type match struct {
	Service  directory.ID      `json:"service"`
	SourceID string            `json:"source_id"`
	Name     string            `json:"name"`
	Kind     string            `json:"kind"`
	Group    directory.Group   `json:"group"`
	Reasons  []string          `json:"reasons"`
	Next     *time.Time        `json:"next"`
	Open     directory.Opening `json:"open"`
	Distance *float64          `json:"distance_km"`
}

// answerTo is the answer of the directory as find writes it.
func answerTo(q directory.Query, r directory.Result) answer {
	f := &found{
		OutsideArea: r.OutsideArea, Unreachable: r.Unreachable, More: r.More,
		Widened: append([]directory.Wish{}, r.Widened...), Matches: []match{},
	}
	if q.Place != nil {
		f.Place = q.Place.Name
	}
	for _, m := range r.Matches {
		out := match{
			Service: m.Service.ID, SourceID: m.Service.Origin.SourceID, Name: m.Service.Name,
			Kind: m.Service.Kind, Group: m.Service.Group, Open: m.Open, Reasons: []string{},
		}
		for _, reason := range m.Reasons {
			out.Reasons = append(out.Reasons, reasonText(reason))
		}
		if m.Next != nil {
			start := m.Next.Start
			out.Next = &start
		}
		if m.Distance >= 0 {
			km := math.Round(m.Distance*10) / 10
			out.Distance = &km
		}
		f.Matches = append(f.Matches, out)
	}
	return answer{found: f}
}

// reasonText is a reason in one word: its kind and, after a colon, the id it is
// about ("need:anxiety", "place:chesterfield", "open").
func reasonText(r directory.Reason) string {
	about := ""
	switch r.Kind {
	case directory.ReasonNeed:
		about = string(r.Need)
	case directory.ReasonCommunity:
		about = string(r.Community)
	case directory.ReasonLanguage:
		about = string(r.Language)
	case directory.ReasonPlace:
		about = r.Place
	case directory.ReasonWay:
		about = string(r.Way)
	case directory.ReasonGender:
		about = string(r.Gender)
	case directory.ReasonAccess:
		about = string(r.Access)
	case directory.ReasonAge, directory.ReasonTime, directory.ReasonNext, directory.ReasonOpen:
	}
	if about == "" {
		return string(r.Kind)
	}
	return string(r.Kind) + ":" + about
}
