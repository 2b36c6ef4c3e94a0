package directory

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
)

// Field names one thing of a listing that can be changed on its own.
type Field string

// The fields of a listing. They are stored in changes and audits, so they are
// never renamed.
const (
	FieldName         Field = "name"
	FieldDescription  Field = "description"
	FieldAlert        Field = "alert"
	FieldStatus       Field = "status"
	FieldNeeds        Field = "needs"
	FieldCommunities  Field = "communities"
	FieldLanguages    Field = "languages"
	FieldInterpreter  Field = "interpreter"
	FieldWays         Field = "ways"
	FieldGetIn        Field = "get_in"
	FieldHowToReach   Field = "how_to_reach"
	FieldGender       Field = "gender"
	FieldMinAge       Field = "min_age"
	FieldMaxAge       Field = "max_age"
	FieldEligibility  Field = "eligibility"
	FieldCost         Field = "cost"
	FieldAccess       Field = "access"
	FieldPhones       Field = "phones"
	FieldContacts     Field = "contacts"
	FieldEmail        Field = "email"
	FieldWebsite      Field = "website"
	FieldPlaces       Field = "places"
	FieldConfidential Field = "confidential"
	FieldAreas        Field = "areas"
	FieldSchedules    Field = "schedules"
	FieldExceptions   Field = "exceptions"
	FieldHours        Field = "hours"
	FieldTranslations Field = "translations"
	FieldAssured      Field = "assured"
)

// fields says where each of them is.
var fields = []struct {
	name Field
	of   func(*Service) any
}{
	{FieldName, func(s *Service) any { return &s.Name }},
	{FieldDescription, func(s *Service) any { return &s.Description }},
	{FieldAlert, func(s *Service) any { return &s.Alert }},
	{FieldStatus, func(s *Service) any { return &s.Status }},
	{FieldNeeds, func(s *Service) any { return &s.Needs }},
	{FieldCommunities, func(s *Service) any { return &s.Communities }},
	{FieldLanguages, func(s *Service) any { return &s.Languages }},
	{FieldInterpreter, func(s *Service) any { return &s.Interpreter }},
	{FieldWays, func(s *Service) any { return &s.Ways }},
	{FieldGetIn, func(s *Service) any { return &s.GetIn }},
	{FieldHowToReach, func(s *Service) any { return &s.HowToReach }},
	{FieldGender, func(s *Service) any { return &s.Gender }},
	{FieldMinAge, func(s *Service) any { return &s.MinAge }},
	{FieldMaxAge, func(s *Service) any { return &s.MaxAge }},
	{FieldEligibility, func(s *Service) any { return &s.Eligibility }},
	{FieldCost, func(s *Service) any { return &s.Cost }},
	{FieldAccess, func(s *Service) any { return &s.Access }},
	{FieldPhones, func(s *Service) any { return &s.Phones }},
	{FieldContacts, func(s *Service) any { return &s.Contacts }},
	{FieldEmail, func(s *Service) any { return &s.Email }},
	{FieldWebsite, func(s *Service) any { return &s.Website }},
	{FieldPlaces, func(s *Service) any { return &s.Places }},
	{FieldConfidential, func(s *Service) any { return &s.Confidential }},
	{FieldAreas, func(s *Service) any { return &s.Areas }},
	{FieldSchedules, func(s *Service) any { return &s.Schedules }},
	{FieldExceptions, func(s *Service) any { return &s.Exceptions }},
	{FieldHours, func(s *Service) any { return &s.Hours }},
	{FieldTranslations, func(s *Service) any { return &s.Translations }},
	{FieldAssured, func(s *Service) any { return &s.Assured }},
}

// Fields are all fields, in the order in which they are shown.
func Fields() []Field {
	out := make([]Field, len(fields))
	for i, f := range fields {
		out[i] = f.name
	}
	return out
}

// Valid reports a field that a listing has.
func (f Field) Valid() bool { return slices.Contains(Fields(), f) }

// ErrField means that an edit names no field of a listing or gives it a value of
// another kind.
var ErrField = errors.New("no such field, or not a value of it")

// in is the field's place in a service, a pointer; nil for one there is not.
func (f Field) in(s *Service) any {
	for _, known := range fields {
		if known.name == f {
			return known.of(s)
		}
	}
	return nil
}

// Edit gives one field of a listing a value: that of the Service, as JSON.
type Edit struct {
	Field Field           `json:"field"`
	Value json.RawMessage `json:"value"`
}

// Set makes the edit that gives a field the value v, of the type the field has in
// Service. A value that can't be written as JSON is a fault of the code.
func Set(f Field, v any) Edit {
	raw, err := json.Marshal(v)
	if err != nil {
		panic(fmt.Sprintf("directory: the value of %s: %v", f, err))
	}
	return Edit{Field: f, Value: raw}
}

// Value is what a field of the service holds, as an Edit has it; nil for a field
// there is not.
func (s *Service) Value(f Field) json.RawMessage {
	at := f.in(s)
	if at == nil {
		return nil
	}
	return Set(f, at).Value
}

// With is a copy of the service with edits carried out, in their order. Lists of
// the copy that no edit names are shared with the service. ErrField names a field
// or a value that does not fit.
func (s *Service) With(edits ...Edit) (*Service, error) {
	out := *s
	for _, e := range edits {
		at := e.Field.in(&out)
		if at == nil {
			return nil, fmt.Errorf("%w: %q", ErrField, e.Field)
		}
		empty := *new(Service)
		if err := json.Unmarshal(Set(e.Field, e.Field.in(&empty)).Value, at); err != nil { // so that nothing of the old value is written into
			return nil, fmt.Errorf("emptying %s: %w", e.Field, err)
		}
		if err := json.Unmarshal(e.Value, at); err != nil {
			return nil, fmt.Errorf("%w: %s", ErrField, e.Field)
		}
	}
	return &out, nil
}

// Diff are the edits that make the service old into new, in the order of Fields;
// none when they differ in none of them.
func Diff(old, new *Service) []Edit {
	var out []Edit
	for _, f := range fields {
		was, is := old.Value(f.name), new.Value(f.name)
		if !bytes.Equal(was, is) && !(empty(was) && empty(is)) {
			out = append(out, Edit{f.name, is})
		}
	}
	return out
}

// empty reports a list that is not there or has nothing in it.
func empty(raw json.RawMessage) bool { return string(raw) == "null" || string(raw) == "[]" }
