// Command make writes seeds/derbyshire/services.json from a folder of collected
// facts and from the mappings beside it (needs.csv, communities.csv,
// languages.csv).
//
//	go run ./seeds/derbyshire/make -facts DIR
//
// It lets through what the rules of the facts allow and nothing else: records
// that are current, fields with the mark A or B. What was only a default or is
// still to be confirmed is left out, so that "not said" never looks like a fact.
// The same facts give the same file, byte for byte.
package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"signpost/directory"
	"signpost/directory/openreferral"
)

func main() {
	facts := flag.String("facts", "", "folder with the facts: services.json, districts.json")
	seed := flag.String("seed", "seeds/derbyshire", "folder with the mappings, where services.json is written")
	flag.Parse()
	if err := run(*facts, *seed); err != nil {
		fmt.Fprintln(os.Stderr, "make:", err)
		os.Exit(1)
	}
}

func run(facts, seed string) error {
	if facts == "" {
		return errors.New("say with -facts where the facts are")
	}
	m, err := readMappings(seed, facts)
	if err != nil {
		return err
	}
	var records []fact
	if err := readJSON(filepath.Join(facts, "services.json"), &records); err != nil {
		return err
	}
	slices.SortFunc(records, func(a, b fact) int { return strings.Compare(a.ID, b.ID) })
	var services []*directory.Service
	for _, r := range records {
		if !r.shown() {
			continue
		}
		s, err := m.service(r)
		if err != nil {
			return fmt.Errorf("%s: %w", r.ID, err)
		}
		services = append(services, s)
	}
	for id := range m.needs {
		if !slices.ContainsFunc(services, func(s *directory.Service) bool { return s.Origin.SourceID == id }) {
			return fmt.Errorf("needs.csv names %s, which is not among the facts that may be shown", id)
		}
	}
	var out bytes.Buffer
	err = openreferral.Export(&out, func(yield func(*directory.Service, error) bool) {
		for _, s := range services {
			if !yield(s, nil) {
				return
			}
		}
	})
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(seed, "services.json"), out.Bytes(), 0o644)
}

// mappings are what people decided about the words of the facts.
type mappings struct {
	needs       map[string][2]string // service: needs and ways in, divided by semicolons
	communities map[string][2]string // words: community, and a sentence on whom it is for
	languages   map[string][2]string // words, or service/words: tags, and whether it was said
	districts   map[string]directory.Area
	outcodes    map[string]directory.Point
	towns       map[string]string // town: its outcode
}

func readMappings(seed, facts string) (*mappings, error) {
	m := &mappings{
		needs: map[string][2]string{}, communities: map[string][2]string{}, languages: map[string][2]string{},
		districts: map[string]directory.Area{}, outcodes: map[string]directory.Point{}, towns: map[string]string{},
	}
	err := errors.Join(
		readCSV(filepath.Join(seed, "needs.csv"), func(row map[string]string) error {
			m.needs[row["service"]] = [2]string{row["needs"], row["get_in"]}
			return nil
		}),
		readCSV(filepath.Join(seed, "communities.csv"), func(row map[string]string) error {
			m.communities[row["words"]] = [2]string{row["community"], row["eligibility"]}
			return nil
		}),
		readCSV(filepath.Join(seed, "languages.csv"), func(row map[string]string) error {
			m.languages[strings.TrimPrefix(row["service"]+"/"+row["words"], "/")] = [2]string{row["language"], row["said"]}
			return nil
		}),
		readCSV(filepath.Join(seed, "outcodes.csv"), func(row map[string]string) error {
			lat, err1 := strconv.ParseFloat(row["latitude"], 64)
			lon, err2 := strconv.ParseFloat(row["longitude"], 64)
			m.outcodes[row["outcode"]] = directory.Point{Lat: lat, Lon: lon}
			return errors.Join(err1, err2)
		}),
		readCSV(filepath.Join(seed, "towns.csv"), func(row map[string]string) error {
			m.towns[row["name"]] = row["outcode"]
			return nil
		}),
	)
	if err != nil {
		return nil, err
	}
	var counties struct {
		Districts []struct {
			ID, Name string
			ONS      string `json:"ons_code"`
		}
	}
	if err := readJSON(filepath.Join(facts, "districts.json"), &counties); err != nil {
		return nil, err
	}
	for _, d := range counties.Districts {
		m.districts[d.ID] = directory.Area{ID: d.ID, Name: d.Name, URI: "http://statistics.data.gov.uk/id/statistical-geography/" + d.ONS}
	}
	m.districts[directory.UKWide] = directory.Area{ID: directory.UKWide, Name: "United Kingdom"}
	m.districts[directory.EnglandWide] = directory.Area{ID: directory.EnglandWide, Name: "England"}
	return m, nil
}

func readJSON(name string, to any) error {
	b, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(b, to); err != nil {
		return fmt.Errorf("reading %s: %w", name, err)
	}
	return nil
}

// readCSV calls row for each line, with its fields by the names in the first.
func readCSV(name string, row func(map[string]string) error) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	lines, err := csv.NewReader(f).ReadAll()
	if err != nil || len(lines) == 0 {
		return fmt.Errorf("reading %s: %w", name, err)
	}
	for _, l := range lines[1:] {
		if err := row(maps.Collect(zip(lines[0], l))); err != nil {
			return fmt.Errorf("reading %s: %s: %w", name, l[0], err)
		}
	}
	return nil
}

func zip(names, values []string) func(func(string, string) bool) {
	return func(yield func(string, string) bool) {
		for i, n := range names {
			if !yield(n, values[i]) {
				return
			}
		}
	}
}
