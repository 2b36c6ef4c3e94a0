package directory

// PlaceKind says how exactly a place is known.
type PlaceKind string

// Kinds of place.
const (
	PlaceOutcode  PlaceKind = "outcode" // the first half of a postcode
	PlaceTown     PlaceKind = "town"
	PlaceDistrict PlaceKind = "district"
	PlaceShared   PlaceKind = "shared"  // from a location, which was dropped; only the outcode remains
	PlaceOutside  PlaceKind = "outside" // a real place, but not in the area
)

// Place is any spot we can locate, no finer than an outcode.
type Place struct {
	Kind      PlaceKind
	Name      string // as people say it: "Chesterfield", "S40"
	Outcode   string
	Districts []string // ids; several when an outcode crosses borders and nobody was asked yet
	Point     Point
}

// District is a council of the area.
type District struct {
	ID    string
	Name  string
	ONS   string // code, such as E07000034
	Towns []string
}
