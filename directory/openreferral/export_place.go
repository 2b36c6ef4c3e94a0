package openreferral

import (
	"cmp"
	"encoding/json"

	"signpost/directory"
)

// What every address of ours says; other publishers' own words are kept.
const (
	county  = "Derbyshire"
	country = "GB"
)

func (d *departure) places(w *service) {
	if d.s.Confidential {
		return
	}
	for _, p := range d.s.Places {
		at := serviceAt{
			ID: string(p.ID), ServiceID: string(d.s.ID), LocationID: string(p.Location.ID),
			Location: d.location(&p.Location), Rest: d.object("service_at_locations/" + string(p.ID)),
		}
		w.ServiceAtLocations = append(w.ServiceAtLocations, at)
	}
	w.ServiceAtLocations = items(d, "service_at_locations", w.ServiceAtLocations)
}

func (d *departure) location(l *directory.Location) *location {
	id := string(l.ID)
	out := &location{
		ID: id, LocationType: "physical", Name: l.Name, Description: l.Note, Rest: d.object("locations/" + id),
	}
	if l.Point != (directory.Point{}) {
		out.Latitude, out.Longitude = &l.Point.Lat, &l.Point.Lon
		if l.Exact || finePoint(l.Point) {
			out.Signpost = &locationExtra{Exact: &l.Exact}
		}
	}
	if a := l.Address; a != (directory.Address{}) {
		r := d.object("addresses/" + id)
		out.Addresses = append(out.Addresses, address{
			ID: madeID(id, "address"), Address1: a.Line, City: a.Town, PostalCode: a.Postcode,
			StateProvince: take(r, "state_province", county), Country: take(r, "country", country),
			AddressType: take(r, "address_type", "physical"), Rest: r,
		})
	}
	out.Addresses = items(d, "addresses+/"+id, out.Addresses)
	for _, a := range l.Access {
		at := attributeOf("location", l.ID, linkAccess, accessTerms, string(a))
		out.Attributes = append(out.Attributes, at)
		name := at.TaxonomyTerm.Name
		out.Accessibility = append(out.Accessibility, accessibility{
			ID: madeID(id, "accessibility", name), Description: name, Accessibility: name,
		})
	}
	out.Attributes = items(d, "attributes+/"+id, out.Attributes)
	out.Accessibility = items(d, "accessibility+/"+id, out.Accessibility)
	return out
}

// take is the text of a member that was kept, or what we say ourselves.
func take(r rest, name, otherwise string) string {
	var said string
	_ = json.Unmarshal(r[name], &said)
	delete(r, name)
	return cmp.Or(said, otherwise)
}

func (d *departure) areas(w *service) {
	for _, a := range d.s.Areas {
		out := serviceArea{
			ID: madeID(string(d.s.ID), "area", a.ID), Name: a.Name, ServiceArea: a.Name,
			Signpost: &areaExtra{ID: a.ID}, Rest: d.object("service_areas/" + a.ID),
		}
		if out.Name == "" {
			out.Name = wholeName[a.ID]
			out.ServiceArea = out.Name
		}
		out.URI, _ = webAddress(a.URI)
		w.ServiceAreas = append(w.ServiceAreas, out)
	}
	w.ServiceAreas = items(d, "service_areas", w.ServiceAreas)
}

var wholeName = map[string]string{directory.UKWide: "United Kingdom", directory.EnglandWide: "England"}
