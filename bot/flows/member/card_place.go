package member

import (
	"cmp"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"signpost/bot/talk"
	"signpost/directory"
)

// door is the one place of a service that one can go to, or nil: a service with
// several places has no single one, a confidential one has none.
func door(s *directory.Service) *directory.Location {
	if s.Confidential || len(s.Places) != 1 {
		return nil
	}
	return &s.Places[0].Location
}

// pinOf is the pin of a place whose point is the door itself; nil when it is not
// known so well, since a pin on the wrong door misleads more than none.
func pinOf(s *directory.Service) *talk.Pin {
	at := door(s)
	if at == nil || !at.Exact || at.Point.IsZero() {
		return nil
	}
	// The street and not the building: a pin's title shows on a lock screen.
	spot := degrees(at.Point.Lat) + ", " + degrees(at.Point.Lon)
	title := cmp.Or(at.Address.Line, at.Address.Town, at.Address.Postcode, spot)
	return &talk.Pin{Lat: at.Point.Lat, Lon: at.Point.Lon, Title: title, Address: cmp.Or(postal(at.Address), title)}
}

// postal is an address in one line; "" when nothing of it is known.
func postal(a directory.Address) string {
	return strings.Join(slices.DeleteFunc([]string{a.Line, a.Town, a.Postcode}, func(s string) bool { return s == "" }), ", ")
}

// mapLink shows the place on a map, when there is one place to go to: the door
// where it is known, else what a map makes of the address, which for an example
// would be somebody's real door. It opens at the person's own wish and in their
// own browser. https://wiki.openstreetmap.org/wiki/Browsing#URL
func mapLink(s *directory.Service) string {
	if pin := pinOf(s); pin != nil {
		return fmt.Sprintf("https://www.openstreetmap.org/?mlat=%[1]s&mlon=%[2]s#map=18/%[1]s/%[2]s", degrees(pin.Lat), degrees(pin.Lon))
	}
	at := door(s)
	if at == nil || s.Example || at.Address.Postcode == "" {
		return ""
	}
	return "https://www.openstreetmap.org/search?query=" + url.QueryEscape(postal(at.Address))
}

// degrees has five decimals, about a metre.
func degrees(f float64) string { return strconv.FormatFloat(f, 'f', 5, 64) }
