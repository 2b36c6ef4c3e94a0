package openreferral

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"

	"signpost/directory"
)

// postcodeForm is a full postcode of the United Kingdom.
var postcodeForm = regexp.MustCompile(`^([A-Z]{1,2}[0-9][A-Z0-9]?) ?([0-9][A-Z]{2})$`)

// places reads the places one can go to. A postal address is not one, and a
// virtual one is a way of giving help.
func (a *arrival) places(s *directory.Service, w *service) {
	for i, at := range w.ServiceAtLocations {
		path := fmt.Sprintf("service_at_locations[%d]", i)
		l := at.Location
		if l == nil || l.LocationType == "postal" || l.LocationType == "virtual" {
			if l != nil && l.LocationType == "virtual" {
				once(&s.Ways, directory.Online, true)
			}
			keepItem(a, "service_at_locations", at)
			continue
		}
		if s.Confidential {
			a.doubt(path, "the service is confidential; its place was left out")
			continue
		}
		loc := a.location(s, l, path+".location")
		place := directory.ServiceAtLocation{ID: a.idOr(at.ID, string(s.ID), "at", string(loc.ID)), Location: loc}
		s.Places = append(s.Places, place)
		a.restOf("service_at_locations/"+string(place.ID), at.Rest)
	}
}

func (a *arrival) location(s *directory.Service, l *location, path string) directory.Location {
	out := directory.Location{Name: a.name(l.Name, path+".name"), Note: a.text(l.Description, path+".description")}
	for i, ad := range l.Addresses {
		if i > 0 || ad.AddressType == "virtual" {
			continue
		}
		out.Address = a.address(ad, fmt.Sprintf("%s.addresses[%d]", path, i))
	}
	out.ID = a.idOr(l.ID, string(s.ID), "location", out.Name, out.Address.Line, out.Address.Postcode)
	for i, ad := range l.Addresses {
		if i == 0 {
			a.restOf("addresses/"+string(out.ID), ad.restOf())
			continue
		}
		keepItem(a, "addresses+/"+string(out.ID), ad)
	}
	out.Point = a.point(l, path)
	out.Exact = a.exact(l, out.Point)
	for _, at := range l.Attributes {
		var taken directory.Service
		if takeAttribute(&taken, at) && len(taken.Access) > 0 {
			once(&out.Access, taken.Access[0], true)
			continue
		}
		keepItem(a, "attributes+/"+string(out.ID), at)
	}
	for _, acc := range l.Accessibility {
		if acc.ID == madeID(string(out.ID), "accessibility", acc.Description) {
			continue // one that we wrote from the attributes
		}
		for _, found := range accessWords(tidy(acc.Description + " " + acc.Accessibility)) {
			once(&out.Access, found, true)
		}
		keepItem(a, "accessibility+/"+string(out.ID), acc)
	}
	a.restOf("locations/"+string(out.ID), l.Rest)
	return out
}

// restOf is what an address has beside what we keep of it.
func (ad address) restOf() rest {
	r := rest{}
	for key, raw := range ad.Rest {
		r[key] = raw
	}
	for key, said := range map[string][2]string{
		"state_province": {ad.StateProvince, county}, "country": {ad.Country, country}, "address_type": {ad.AddressType, "physical"},
	} {
		if said[0] != "" && said[0] != said[1] {
			r[key] = quote(said[0])
		}
	}
	return r
}

func (a *arrival) address(ad address, path string) directory.Address {
	out := directory.Address{
		Line: a.name(strings.Trim(ad.Address1+", "+ad.Address2, ", "), path+".address_1"),
		Town: a.name(ad.City, path+".city"),
	}
	code := strings.ToUpper(strings.Join(strings.Fields(tidy(ad.PostalCode)), ""))
	if code == "" {
		return out
	}
	if len(code) > 4 {
		code = code[:len(code)-3] + " " + code[len(code)-3:]
	}
	if !postcodeForm.MatchString(code) {
		a.doubt(path+".postal_code", "this is not a postcode; it was left out")
		return out
	}
	out.Postcode = code
	return out
}

// point reads where a place is. What lies outside the United Kingdom is a
// mistake, most often the two numbers the wrong way round.
func (a *arrival) point(l *location, path string) directory.Point {
	if l.Latitude == nil || l.Longitude == nil || *l.Latitude == 0 && *l.Longitude == 0 {
		return directory.Point{}
	}
	p := directory.Point{Lat: *l.Latitude, Lon: *l.Longitude}
	if p.Lat < 49 || p.Lat > 61.5 || p.Lon < -9 || p.Lon > 2.5 || math.IsNaN(p.Lat+p.Lon) {
		a.doubt(path+".latitude", "this is not in the United Kingdom; the point was left out")
		return directory.Point{}
	}
	return p
}

// exact reports whether a point is the door itself. Our own files say so. Of
// anybody else's the digits tell, unless the file says that they do not: nobody
// becomes exact by a word alone.
func (a *arrival) exact(l *location, p directory.Point) bool {
	said := l.Signpost != nil && l.Signpost.Exact != nil
	switch {
	case p.IsZero():
		return false
	case a.source.Ours:
		return said && *l.Signpost.Exact
	default:
		return finePoint(p) && !(said && !*l.Signpost.Exact)
	}
}

// fineDigits are the decimals of a degree from which on a point is taken for a
// door: the fourth is 11 metres from north to south and less from west to east.
const fineDigits = 4

// finePoint reports a point given to fineDigits both ways. A zero at the end is
// not counted, since a number does not keep it.
func finePoint(p directory.Point) bool {
	for _, degrees := range []float64{p.Lat, p.Lon} {
		_, decimals, _ := strings.Cut(strconv.FormatFloat(degrees, 'f', -1, 64), ".")
		if len(decimals) < fineDigits {
			return false
		}
	}
	return true
}

// wholeCountry are words for areas that are no district.
var wholeCountry = map[string]directory.Area{
	"uk": {ID: directory.UKWide}, "uk-wide": {ID: directory.UKWide}, "united kingdom": {ID: directory.UKWide},
	"national": {ID: directory.UKWide}, "nationwide": {ID: directory.UKWide}, "k02000001": {ID: directory.UKWide},
	"great britain": {ID: directory.UKWide},
	"england":       {ID: directory.EnglandWide}, "england-wide": {ID: directory.EnglandWide}, "e92000001": {ID: directory.EnglandWide},
}

var onsCode = regexp.MustCompile(`[EWSNK][0-9]{8}\b`)

func (a *arrival) areas(s *directory.Service, w *service) {
	for i, sa := range w.ServiceAreas {
		path := fmt.Sprintf("service_areas[%d].name", i)
		name := a.name(sa.Name, path)
		if name == "" {
			name = a.name(sa.ServiceArea, path)
		}
		uri := ""
		if sa.URI != "" {
			uri = a.web(sa.URI, fmt.Sprintf("service_areas[%d].uri", i))
		}
		if name == "" && uri == "" {
			keepItem(a, "service_areas", sa)
			continue
		}
		before := len(s.Areas)
		switch known, isKnown := a.knownArea(name, uri); {
		case sa.Signpost != nil && sa.Signpost.ID != "":
			once(&s.Areas, directory.Area{ID: sa.Signpost.ID, Name: name, URI: uri}, true)
		case isKnown:
			for _, area := range known {
				once(&s.Areas, area, true)
			}
		default:
			once(&s.Areas, directory.Area{ID: slug(name), Name: name, URI: uri}, true)
		}
		if len(s.Areas) == before+1 {
			a.restOf("service_areas/"+s.Areas[before].ID, sa.Rest)
		}
	}
}

func (a *arrival) knownArea(name, uri string) ([]directory.Area, bool) {
	for _, key := range []string{onsCode.FindString(uri), strings.ToLower(onsCode.FindString(uri)), strings.ToLower(name)} {
		if known, ok := a.source.Areas[key]; ok && key != "" {
			return known, true
		}
		if area, ok := wholeCountry[key]; ok {
			area.Name, area.URI = name, uri
			return []directory.Area{area}, true
		}
	}
	return nil, false
}

// slug is a name as an id: "High Peak" is the district "high-peak".
func slug(name string) string {
	return strings.Trim(notSlug.ReplaceAllString(strings.ToLower(name), "-"), "-")
}

var notSlug = regexp.MustCompile(`[^\pL\pN]+`)
