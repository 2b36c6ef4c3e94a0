package directory

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
)

// Outcode is the first half of a postcode and what lies in it.
type Outcode struct {
	Code      string   // "S40", upper case
	Town      string   // its main town, as people say it
	Districts []string // ids of the districts of the area it touches; none for one beyond the border
	Extent    string   // how much of it lies in the area: all, most, part, small, border, non-geographic
	Point     Point    // its centre; zero for a non-geographic one
	Notes     string
}

// Town is a place people say they live in: a town, a village, a part of a city.
type Town struct {
	Name      string
	Outcode   string   // the one its centre lies in
	Districts []string // ids
	Point     Point
	Aliases   []string // other spellings, short names, names in other languages
}

// Gazetteer is what we know of an area's places. It is plain data, so that it
// can be stored and read again; NewGazetteer makes it ready to look things up.
type Gazetteer struct {
	Outcodes  []Outcode
	Towns     []Town
	Districts []District

	index *placeIndex
}

// NewGazetteer joins what was read. The slices are kept, not copied.
func NewGazetteer(outcodes []Outcode, districts []District, towns []Town) *Gazetteer {
	g := &Gazetteer{Outcodes: outcodes, Towns: towns, Districts: districts}
	g.index = newPlaceIndex(g)
	return g
}

// District is the district with that id.
func (g *Gazetteer) District(id string) (d District, ok bool) {
	for _, d := range g.Districts {
		if d.ID == id {
			return d, true
		}
	}
	return District{}, false
}

// ReadOutcodes reads a table with a header line. Columns are found by name:
// outcode, main_town, derbyshire_districts (or districts; ids joined by ";"),
// derbyshire_extent (or extent), latitude, longitude, notes. Only outcode is
// required; other columns are left unread. An error names the line.
func ReadOutcodes(r io.Reader) ([]Outcode, error) {
	var list []Outcode
	err := readTable(r, "outcode", func(row tableRow) error {
		o := Outcode{
			Code: strings.ToUpper(row.get("outcode")), Town: row.get("main_town"),
			Districts: row.list("derbyshire_districts", "districts"),
			Extent:    row.get("derbyshire_extent", "extent"), Notes: row.get("notes"),
		}
		if !outcodeForm.MatchString(o.Code) {
			return fmt.Errorf("outcode: %q has not the form of one", o.Code)
		}
		var err error
		if o.Point, err = row.point(); err != nil {
			return err
		}
		if o.Extent == "non-geographic" {
			o.Point = Point{} // a PO box is nowhere: its centre would put people in the wrong town
		}
		list = append(list, o)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("reading outcodes: %w", err)
	}
	return list, nil
}

// ReadTowns reads a table with a header line: name, outcode, districts,
// latitude, longitude, aliases; lists are joined by ";". Only name is required.
func ReadTowns(r io.Reader) ([]Town, error) {
	var list []Town
	err := readTable(r, "name", func(row tableRow) error {
		t := Town{
			Name: row.get("name"), Outcode: strings.ToUpper(row.get("outcode")),
			Districts: row.list("districts"), Aliases: row.list("aliases"),
		}
		if t.Name == "" {
			return errors.New("name: is missing")
		}
		var err error
		t.Point, err = row.point()
		list = append(list, t)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("reading towns: %w", err)
	}
	return list, nil
}

// ReadDistricts reads a JSON array of {"id", "name", "ons", "towns"}.
func ReadDistricts(r io.Reader) ([]District, error) {
	var list []District
	if err := json.NewDecoder(r).Decode(&list); err != nil {
		return nil, fmt.Errorf("reading districts: %w", err)
	}
	for i, d := range list {
		if d.ID == "" || d.Name == "" {
			return nil, fmt.Errorf("reading districts: number %d has no id or no name", i+1)
		}
	}
	return list, nil
}

// tableRow is a line of a table, with its columns by name.
type tableRow struct {
	columns map[string]int
	cells   []string
}

// get is the cell of the first of the named columns that the table has.
func (r tableRow) get(names ...string) string {
	for _, n := range names {
		if i, ok := r.columns[n]; ok && i < len(r.cells) {
			return strings.TrimSpace(r.cells[i])
		}
	}
	return ""
}

// list is a cell of values joined by ";".
func (r tableRow) list(names ...string) []string {
	var list []string
	for _, v := range strings.Split(r.get(names...), ";") {
		if v = strings.TrimSpace(v); v != "" {
			list = append(list, v)
		}
	}
	return list
}

// point reads latitude and longitude; both empty is the zero Point.
func (r tableRow) point() (Point, error) {
	lat, lon := r.get("latitude"), r.get("longitude")
	if lat == "" && lon == "" {
		return Point{}, nil
	}
	var p Point
	var err error
	if p.Lat, err = strconv.ParseFloat(lat, 64); err != nil || !(math.Abs(p.Lat) <= 90) {
		return Point{}, fmt.Errorf("latitude: %q is not one", lat)
	}
	if p.Lon, err = strconv.ParseFloat(lon, 64); err != nil || !(math.Abs(p.Lon) <= 180) {
		return Point{}, fmt.Errorf("longitude: %q is not one", lon)
	}
	return p, nil
}

// readTable calls row for each line below the header, which must have the
// column required.
func readTable(r io.Reader, required string, row func(tableRow) error) error {
	lines := csv.NewReader(r)
	lines.FieldsPerRecord = -1
	header, err := lines.Read()
	if err != nil {
		return fmt.Errorf("the header line: %w", err)
	}
	columns := map[string]int{}
	for i, name := range header {
		columns[strings.ToLower(strings.TrimSpace(strings.TrimPrefix(name, "\ufeff")))] = i
	}
	if _, ok := columns[required]; !ok {
		return fmt.Errorf("the header line has no column %q", required)
	}
	for {
		cells, err := lines.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err // names line and column itself
		}
		if err := row(tableRow{columns, cells}); err != nil {
			line, _ := lines.FieldPos(0)
			return fmt.Errorf("line %d, %w", line, err)
		}
	}
}
