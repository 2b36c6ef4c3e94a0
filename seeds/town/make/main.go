// Command make writes seeds/town/services.json, the services of an invented town
// (see the README beside it).
//
//	go run ./seeds/town/make
package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"signpost/directory"
	"signpost/directory/openreferral"
)

func main() {
	seed := flag.String("seed", "seeds/town", "folder where services.json is written")
	flag.Parse()
	services := slices.Concat(communities(), mainstream(), others())
	slices.SortFunc(services, func(a, b *directory.Service) int {
		return strings.Compare(a.Origin.SourceID, b.Origin.SourceID)
	})
	var b bytes.Buffer
	err := openreferral.Export(&b, func(yield func(*directory.Service, error) bool) {
		for _, s := range services {
			if !yield(s, nil) {
				return
			}
		}
	})
	if err == nil {
		err = os.WriteFile(filepath.Join(*seed, "services.json"), b.Bytes(), 0o644)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "make:", err)
		os.Exit(1)
	}
}

const source = "town"

// part says one thing about a service.
type part func(*directory.Service)

// service is a service of the town, from its parts.
func service(id string, group directory.Group, kind, name, sentence string, parts ...part) *directory.Service {
	s := &directory.Service{
		ID: directory.NewID(source, id), Name: name, Description: sentence, Kind: kind, Group: group,
		Status: directory.Active, Example: true,
		Origin: directory.Origin{
			Owner: source, Source: source, SourceID: id, Label: "invented for demonstration", Date: "2026-11", Mark: directory.MarkA,
		},
	}
	for _, p := range parts {
		p(s)
	}
	return s
}

// by names who gives it; a community group takes part in the scheme.
func by(name string, group bool) part {
	return func(s *directory.Service) {
		id := "organisation/" + strings.ToLower(name)
		s.Organisation = directory.Organisation{
			ID: directory.NewID(source, id), Name: name, Community: group,
			Origin: directory.Origin{Owner: source, Source: source, SourceID: id},
		}
	}
}

func needs(list ...directory.Need) part {
	return func(s *directory.Service) { s.Needs = list }
}

func welcomes(list ...directory.Community) part {
	return func(s *directory.Service) {
		for _, c := range list {
			s.Communities = append(s.Communities, directory.Welcome{Community: c, Confirmed: true})
		}
	}
}

func speaks(list ...directory.Spoken) part {
	return func(s *directory.Service) {
		for _, l := range list {
			s.Languages = append(s.Languages, directory.Speaks{Language: l, Confirmed: true})
		}
	}
}

// perhaps is a language that nobody has confirmed.
func perhaps(l directory.Spoken) part {
	return func(s *directory.Service) { s.Languages = append(s.Languages, directory.Speaks{Language: l}) }
}

func ways(list ...directory.Way) part {
	return func(s *directory.Service) { s.Ways = list }
}

func getIn(how string, list ...directory.GetIn) part {
	return func(s *directory.Service) { s.HowToReach, s.GetIn = how, list }
}

func access(list ...directory.Access) part {
	return func(s *directory.Service) { s.Access = list }
}

func free(s *directory.Service) { s.Cost.Free = true }

func interpreter(s *directory.Service) { s.Interpreter = true }

func ages(from, to int) part {
	return func(s *directory.Service) { s.MinAge, s.MaxAge = from, to }
}

func only(g directory.Gender) part {
	return func(s *directory.Service) {
		s.Gender = g
		s.Eligibility = map[directory.Gender]string{directory.Women: "For women.", directory.Men: "For men."}[g]
	}
}

func phone(number, label string) part { return line(number, label, false) }
func text(number, label string) part  { return line(number, label, true) }

func line(number, label string, text bool) part {
	return func(s *directory.Service) {
		s.Phones = append(s.Phones, directory.Phone{
			ID: directory.NewID(source, s.Origin.SourceID+"/phone/"+number), Number: number, Label: label, Text: text, Mark: directory.MarkA,
		})
	}
}

func email(address string) part { return func(s *directory.Service) { s.Email = address } }
func web(address string) part   { return func(s *directory.Service) { s.Website = address } }

// The middles of the invented postcode districts, as in outcodes.csv.
var points = map[string]directory.Point{
	"QH1": {Lat: 53.600, Lon: 1.200}, "QH2": {Lat: 53.615, Lon: 1.215}, "QH3": {Lat: 53.650, Lon: 1.230},
	"QH4": {Lat: 53.480, Lon: 1.300}, "QH5": {Lat: 53.760, Lon: 1.100}, "QH6": {Lat: 53.540, Lon: 1.150},
}

// at is where it is given.
func at(name, street, town, postcode string, offers ...directory.Access) part {
	return func(s *directory.Service) {
		outcode, _, _ := strings.Cut(postcode, " ")
		id := directory.NewID(source, "location/"+name)
		s.Places = append(s.Places, directory.ServiceAtLocation{
			ID: directory.NewID(source, s.Origin.SourceID+"/at/"+name),
			Location: directory.Location{
				ID: id, Name: name, Address: directory.Address{Line: street, Town: town, Postcode: postcode},
				Point: points[outcode], Exact: true, Access: offers, // in an invented town the middle may be the door
			},
		})
	}
}

// area names whom it covers.
func area(ids ...string) part {
	names := map[string]string{
		"harrowbeck": "Harrowbeck", "upper-lathe": "Upper Lathe", "south-moor": "South Moor",
		directory.UKWide: "United Kingdom", directory.EnglandWide: "England",
	}
	return func(s *directory.Service) {
		for _, id := range ids {
			s.Areas = append(s.Areas, directory.Area{ID: id, Name: names[id]})
		}
	}
}

func everywhere(s *directory.Service) { area("harrowbeck", "upper-lathe", "south-moor")(s) }

// A when is a rule to be made.
type when struct {
	freq     directory.Freq
	days     []directory.DayRule
	interval int
	start    directory.Date
	from, to directory.Clock
	way      directory.Way
	opening  bool // opening hours, not a session
}

func clock(h, m int) directory.Clock { return directory.Clock(h*60 + m) }

func days(list ...time.Weekday) []directory.DayRule {
	var out []directory.DayRule
	for _, d := range list {
		out = append(out, directory.DayRule{Day: d})
	}
	return out
}

// meets adds a rule. Its id is the service's and its place in the list.
func meets(w when) part {
	return func(s *directory.Service) {
		sc := directory.Schedule{
			ID:   scheduleID(s.Origin.SourceID, len(s.Schedules)),
			Freq: w.freq, Interval: w.interval, ByDay: w.days, Start: w.start,
			Opens: w.from, Closes: w.to, Way: w.way, Session: !w.opening,
		}
		if sc.Freq == "" {
			sc.Freq = directory.Weekly
		}
		if len(s.Places) > 0 && w.way != directory.ByPhone && w.way != directory.Online {
			sc.Place = s.Places[0].ID
		}
		s.Schedules = append(s.Schedules, sc)
	}
}

func scheduleID(service string, n int) directory.ID {
	return directory.NewID(source, fmt.Sprintf("%s/schedule/%d", service, n))
}

// opens adds opening hours, Monday to Friday.
func opens(from, to directory.Clock) part {
	return meets(when{days: days(time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday), from: from, to: to, opening: true})
}

var allWeek = days(time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday, time.Saturday, time.Sunday)

// cancelled takes one session out, by its original start.
func cancelled(n int, original directory.Local, reason string) part {
	return func(s *directory.Service) { except(s, n, original, "", "", reason) }
}

// movedTo gives one session another time.
func movedTo(n int, original, start, end directory.Local, reason string) part {
	return func(s *directory.Service) { except(s, n, original, start, end, reason) }
}

func except(s *directory.Service, n int, original, start, end directory.Local, reason string) {
	s.Exceptions = append(s.Exceptions, directory.Exception{
		ID:       directory.NewID(source, s.Origin.SourceID+"/exception/"+string(original)),
		Schedule: s.Schedules[n].ID, Original: original, Closed: start == "", NewStart: start, NewEnd: end, Reason: reason,
	})
}

// closed closes the whole service for a range of days.
func closed(from, to directory.Date, reason string) part {
	return func(s *directory.Service) {
		s.Exceptions = append(s.Exceptions, directory.Exception{
			ID:   directory.NewID(source, s.Origin.SourceID+"/closed/"+string(from)),
			From: from, To: to, Closed: true, Reason: reason,
		})
	}
}

func checked(on directory.Date, role string) part {
	return func(s *directory.Service) { s.Assured = directory.Assurance{On: on, Role: role} }
}

// says adds a text in another language, made from the English one as it stands.
func says(language, field, text string) part {
	return func(s *directory.Service) {
		s.Translations = append(s.Translations, directory.Translation{
			Field: field, Language: language, Text: text, Hash: directory.SourceHash(s.English(field)),
		})
	}
}
