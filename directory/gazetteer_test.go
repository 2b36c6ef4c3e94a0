package directory

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// testOutcodes and testTowns are a small part of the real area: the forms people
// type can only be tried on real names.
const (
	testOutcodes = `outcode,main_town,derbyshire_districts,other,derbyshire_extent,latitude,longitude,notes
S40,Chesterfield (centre and west),chesterfield,,all,53.234,-1.446,
S41,"Chesterfield (north and east), Hasland",chesterfield;north-east-derbyshire,,all,53.247,-1.428,
S33,"Hope, Castleton",high-peak;derbyshire-dales,,all,53.344,-1.740,
S49,Chesterfield (non-geographic),chesterfield,,non-geographic,53.235,-1.435,Do not use for distance
S81,Worksop (north),,Bassetlaw,border,53.339,-1.124,
DE1,Derby (city centre),derby,,all,52.922,-1.477,
DE7,Ilkeston,erewash;amber-valley,Broxtowe,most,52.973,-1.323,
NG10,"Long Eaton, Sandiacre",erewash,Broxtowe,most,52.901,-1.284,
SK17,"Buxton, Tideswell",high-peak;derbyshire-dales,,most,53.245,-1.882,
SK23,"Chapel-en-le-Frith",high-peak,,most,53.328,-1.949,
`
	testTowns = `name,outcode,districts,latitude,longitude,aliases
Chesterfield,S40,chesterfield,53.234,-1.446,chezzy
Derby,DE1,derby,52.922,-1.477,ڈربی
Ilkeston,DE7,erewash,52.973,-1.323,ilson
Long Eaton,NG10,erewash,52.901,-1.284,
Buxton,SK17,high-peak,53.245,-1.882,
Hope,S33,high-peak,53.344,-1.740,
Chapel-en-le-Frith,SK23,high-peak,53.328,-1.949,
Newtown,SK17,high-peak,,,
Newtown,DE7,erewash,,,
`
	testDistricts = `[{"id":"chesterfield","name":"Chesterfield","ons":"E07000034"},
{"id":"derby","name":"Derby","ons":"E06000015"},{"id":"erewash","name":"Erewash"},
{"id":"high-peak","name":"High Peak","towns":["Buxton"]},{"id":"amber-valley","name":"Amber Valley"},
{"id":"derbyshire-dales","name":"Derbyshire Dales"},{"id":"north-east-derbyshire","name":"North East Derbyshire"},
{"id":"south-derbyshire","name":"South Derbyshire"}]`
)

func testGazetteer(t testing.TB) *Gazetteer {
	t.Helper()
	outcodes, err := ReadOutcodes(strings.NewReader(testOutcodes))
	if err != nil {
		t.Fatal(err)
	}
	towns, err := ReadTowns(strings.NewReader(testTowns))
	if err != nil {
		t.Fatal(err)
	}
	districts, err := ReadDistricts(strings.NewReader(testDistricts))
	if err != nil {
		t.Fatal(err)
	}
	return NewGazetteer(outcodes, districts, towns)
}

// said writes what was found on one line: kind name [districts] ?guessed, then
// the choices, then the suggestions.
func said(f Found) string {
	var b strings.Builder
	if f.Place != nil {
		b.WriteString(strings.TrimSpace(fmt.Sprintf("%s %s %s", f.Place.Kind, f.Place.Name, strings.Join(f.Place.Districts, "+"))))
	}
	if f.Guessed {
		b.WriteString(" guessed")
	}
	for _, c := range f.Choices {
		fmt.Fprintf(&b, " | %s %s", c.Name, strings.Join(c.Districts, "+"))
	}
	for _, s := range f.Suggestions {
		fmt.Fprintf(&b, " ~ %s", s.Name)
	}
	return strings.TrimSpace(b.String())
}

func TestLook(t *testing.T) {
	g := testGazetteer(t)
	for text, want := range map[string]string{
		"s40":                          "outcode S40 chesterfield",
		" S40 1AB ":                    "outcode S40 chesterfield",
		"s401ab":                       "outcode S40 chesterfield",
		"S40 1":                        "outcode S40 chesterfield",
		"S4O":                          "outcode S40 chesterfield guessed",
		"s4o lab":                      "outcode S40 chesterfield guessed",
		"DEI":                          "outcode DE1 derby guessed",
		"my postcode is S40 1AB":       "outcode S40 chesterfield",
		"S49":                          "outcode S49 chesterfield",
		"S41":                          "outcode S41 chesterfield+north-east-derbyshire | Chesterfield chesterfield | North East Derbyshire north-east-derbyshire",
		"Ilkeston":                     "town Ilkeston erewash",
		"ilson":                        "town Ilkeston erewash",
		"ڈربی":                         "town Derby derby",
		"ILKÉSTON":                     "town Ilkeston erewash",
		"chesterfeild":                 "town Chesterfield chesterfield guessed",
		"Chesterfeild please":          "town Chesterfield chesterfield guessed",
		"hcesterfield":                 "town Chesterfield chesterfield guessed",
		"near Buxton":                  "town Buxton high-peak",
		"in derby":                     "town Derby derby",
		"I live in Hope":               "town Hope high-peak",
		"long-eaton":                   "town Long Eaton erewash",
		"chapel":                       "town Chapel-en-le-Frith high-peak",
		"High Peak":                    "district High Peak high-peak",
		"dales":                        "district Derbyshire Dales derbyshire-dales",
		"Derbyshire":                   "| Derbyshire Dales derbyshire-dales | North East Derbyshire north-east-derbyshire | South Derbyshire south-derbyshire",
		"Newtown":                      "| Newtown high-peak | Newtown erewash",
		"Sheffield":                    "outside Sheffield",
		"sheffeild":                    "outside Sheffield guessed",
		"S81":                          "outside S81",
		"SW1A 1AA":                     "outside SW1A",
		"S4":                           "outside S4 ~ S40 ~ S41 ~ S49",
		"ZZ9":                          "",
		"hopw":                         "~ Hope",
		"Buxt":                         "~ Buxton",
		"I moved from London to Derby": "town Derby derby",
		"Burton":                       "outside Burton", // and not Buxton with a slip
		"no":                           "",
		"qqqqqqqq":                     "",
		"":                             "",
		"please":                       "",
		"in":                           "",
		"in the town":                  "",
	} {
		if got := said(g.Look(text)); got != want {
			t.Errorf("Look(%q)\n got %s\nwant %s", text, got, want)
		}
	}
}

func TestFindIn(t *testing.T) {
	g := testGazetteer(t)
	for text, want := range map[string]string{
		"I live in Long Eaton and can't sleep":    "town Long Eaton erewash",
		"there is no hope for me":                 "",
		"I have lost all hope, I am near Hope":    "town Hope high-peak",
		"from Sheffield but now I stay in buxton": "town Buxton high-peak",
		"Derby or Ilkeston, either is fine":       "| Derby derby | Ilkeston erewash",
		"we are round chesterfeild way":           "town Chesterfield chesterfield guessed",
		"the doctor says B12 and I drive the M25": "",
		"at M25 1AA":               "outside M25",
		"somebody near s40 please": "outcode S40 chesterfield",
		"s401ab":                   "outcode S40 chesterfield",
		"I work in London":         "outside London",
		"reading makes me tired":   "",
		"nothing of the kind":      "",
		"I feel high peaks and low lows every week": "",
	} {
		if got := said(g.FindIn(text)); got != want {
			t.Errorf("FindIn(%q)\n got %s\nwant %s", text, got, want)
		}
	}
}

// A gazetteer that was stored and read back finds the same.
func TestGazetteerAsPlainData(t *testing.T) {
	g := testGazetteer(t)
	back := &Gazetteer{Outcodes: g.Outcodes, Towns: g.Towns, Districts: g.Districts}
	if diff := cmp.Diff(g.Look("near Buxton"), back.Look("near Buxton")); diff != "" {
		t.Error(diff)
	}
	if d, ok := g.District("high-peak"); !ok || d.Name != "High Peak" {
		t.Errorf("District(high-peak) = %v, %v", d, ok)
	}
	if d, ok := g.District("atlantis"); ok {
		t.Errorf("District(atlantis) = %v, want none", d)
	}
}

func TestNear(t *testing.T) {
	g := testGazetteer(t)
	for _, c := range []struct {
		name string
		at   Point
		want string
	}{
		{"beside Chesterfield's centre", Point{53.236, -1.44}, "shared S40 chesterfield"},
		{"over the border", Point{53.34, -1.12}, "outside S81 "},
		{"London", Point{51.5, -0.12}, "outside  "},
		{"a corner 11 km from the next centre", Point{53.245, -2.04}, "shared SK17 high-peak+derbyshire-dales"},
		{"nowhere", Point{}, "outside  "},
	} {
		p := g.Near(c.at)
		if got := fmt.Sprintf("%s %s %s", p.Kind, p.Name, strings.Join(p.Districts, "+")); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
		if p.Point == c.at && !p.Point.IsZero() {
			t.Errorf("%s: the person's own spot was kept", c.name)
		}
	}
}

func TestDistance(t *testing.T) {
	derby, buxton := Point{52.922, -1.477}, Point{53.245, -1.882}
	if d := Distance(derby, buxton); d < 44.5 || d > 45.5 {
		t.Errorf("Derby to Buxton is %.1f km, want about 45", d)
	}
	if d := Distance(derby, Point{}); d != -1 {
		t.Errorf("distance to nowhere = %v, want -1", d)
	}
	if d := Distance(derby, derby); d != 0 {
		t.Errorf("distance to itself = %v", d)
	}
}

func TestReadRefusals(t *testing.T) {
	for name, c := range map[string]struct {
		read func(string) error
		text string
		want string
	}{
		"no header":     {outcodesError, "", "the header line"},
		"no column":     {outcodesError, "code\nS40\n", `no column "outcode"`},
		"not a code":    {outcodesError, "outcode\nS40\nhello\n", "line 3, outcode"},
		"bad latitude":  {outcodesError, "outcode,latitude,longitude\nS40,north,1\n", "line 2, latitude"},
		"half a point":  {outcodesError, "outcode,latitude,longitude\nS40,53.1,\n", "line 2, longitude"},
		"nameless town": {townsError, "name\n\" \"\n", "line 2, name"},
		"not JSON":      {districtsError, "{", "reading districts"},
		"no id":         {districtsError, `[{"id":"a","name":"A"},{"name":"B"}]`, "number 2"},
	} {
		err := c.read(c.text)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want it to say %q", name, err, c.want)
		}
	}
}

func outcodesError(s string) error  { _, err := ReadOutcodes(strings.NewReader(s)); return err }
func townsError(s string) error     { _, err := ReadTowns(strings.NewReader(s)); return err }
func districtsError(s string) error { _, err := ReadDistricts(strings.NewReader(s)); return err }

func FuzzLook(f *testing.F) {
	g := testGazetteer(f)
	for _, s := range []string{"s40 1ab", "chesterfeild", "near Buxton", "I moved from London to Derby", "ڈربی", "\xff", "S4 O", "  ", "ÅÅÅÅÅÅ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, found := range []Found{g.Look(text), g.FindIn(text)} {
			if found.Place != nil && found.Place.Kind != PlaceOutside && len(found.Place.Districts) == 0 {
				t.Errorf("a place of the area without a district: %+v", found.Place)
			}
			for _, c := range found.Choices {
				if c.Kind != PlaceOutside && len(c.Districts) == 0 {
					t.Errorf("a choice without a district: %+v", c)
				}
			}
			if len(found.Choices) == 1 || len(found.Suggestions) > 3 {
				t.Errorf("%d choices, %d suggestions", len(found.Choices), len(found.Suggestions))
			}
		}
	})
}
