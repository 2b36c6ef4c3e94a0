package counts

import "slices"

// Field is a field of an Entry, by its column in the evidence.
type Field string

// The fields.
const (
	FieldKind      Field = "kind"
	FieldNeed      Field = "need"
	FieldDistrict  Field = "district"
	FieldLanguage  Field = "language"
	FieldCommunity Field = "community"
	FieldWay       Field = "way"
	FieldTime      Field = "time"
	FieldOutcome   Field = "outcome"
	FieldDoor      Field = "door"
	FieldPoster    Field = "poster"
)

var (
	where    = []Field{FieldDoor, FieldPoster}
	searched = append([]Field{FieldNeed, FieldDistrict, FieldLanguage, FieldCommunity, FieldWay, FieldTime}, where...)
)

// filled says which fields each kind may fill. What is not here is empty.
var filled = []struct {
	kind   Kind
	fields []Field
}{
	{Opened, where},
	{LanguageChosen, append([]Field{FieldLanguage}, where...)},
	{Asked, searched},
	{Found, searched},
	{Unmet, append([]Field{FieldOutcome}, searched...)},
	{CardOpened, where},
	{ContactShown, where},
	{NotForMe, append([]Field{FieldOutcome}, where...)},
	{UrgentShown, nil}, // a county total
	{GuideOpened, append([]Field{FieldOutcome}, where...)},
	{AtSession, []Field{FieldNeed, FieldOutcome}}, // a county total
}

// Kinds is everything that is counted.
func Kinds() []Kind {
	var kinds []Kind
	for _, f := range filled {
		kinds = append(kinds, f.kind)
	}
	return kinds
}

// Fields are those that a kind may fill beside the kind itself; nil for none.
func (k Kind) Fields() []Field {
	for _, f := range filled {
		if f.kind == k {
			return slices.Clone(f.fields)
		}
	}
	return nil
}

// Valid reports whether k is one of Kinds.
func (k Kind) Valid() bool { return slices.Contains(Kinds(), k) }

// values are the fields of an entry in their order, the kind left out.
func (e Entry) values() []value {
	return []value{
		{FieldNeed, e.Need},
		{FieldDistrict, e.District},
		{FieldLanguage, e.Language},
		{FieldCommunity, e.Community},
		{FieldWay, e.Way},
		{FieldTime, e.Time},
		{FieldOutcome, e.Outcome},
		{FieldDoor, e.Door},
		{FieldPoster, e.Poster},
	}
}

type value struct {
	field Field
	text  string
}

// Stray are the fields of an entry that could hold more than was agreed to
// count: known says of a value that is not empty whether it is on the closed
// list for its kind and field. A field that the kind doesn't fill is stray with
// any value, and so is a kind that we don't know, whatever else is there. nil
// means that nothing in the entry can be a person's own words.
func (e Entry) Stray(known func(Kind, Field, string) bool) []Field {
	var stray []Field
	if !e.Kind.Valid() {
		stray = append(stray, FieldKind)
	}
	fields := e.Kind.Fields()
	for _, v := range e.values() {
		if v.text != "" && (!slices.Contains(fields, v.field) || !known(e.Kind, v.field, v.text)) {
			stray = append(stray, v.field)
		}
	}
	return stray
}
