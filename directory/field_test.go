package directory

import (
	"errors"
	"reflect"
	"slices"
	"testing"
)

// Every field of a listing that people see can be changed on its own; what only
// the store and the sources know can't.
func TestEveryFieldCanBeEdited(t *testing.T) {
	apart := []string{"ID", "Organisation", "Kind", "Group", "Origin", "Example", "Version", "Doubts", "Voices", "Modified", "Extra"}
	var s Service
	v := reflect.ValueOf(&s).Elem()
	at := map[any]bool{}
	for _, f := range Fields() {
		at[f.in(&s)] = true
	}
	for i := range v.NumField() {
		name := v.Type().Field(i).Name
		if at[v.Field(i).Addr().Interface()] == slices.Contains(apart, name) {
			t.Errorf("%s: has it a field: %v", name, !slices.Contains(apart, name))
		}
	}
}

// What differs is found, carried over whole, and nothing of the old value stays.
func TestDiffAndWith(t *testing.T) {
	old := &Service{
		ID: "a", Name: "Tea", Languages: []Speaks{{"pl", true}, {"en", true}}, Cost: Cost{Free: true, Note: "tea is 20p"},
		Phones: []Phone{{Number: "01632 960001", Label: "Office", Mark: MarkA}}, Needs: []Need{},
	}
	new := &Service{ID: "a", Name: "Coffee", Languages: []Speaks{{"ro", false}}, Cost: Cost{Note: "£1"}, Phones: []Phone{{Number: "01632 960002"}}}
	edits := Diff(old, new)
	var names []Field
	for _, e := range edits {
		names = append(names, e.Field)
	}
	if want := []Field{FieldName, FieldLanguages, FieldCost, FieldPhones}; !slices.Equal(names, want) {
		t.Errorf("differ in %v, want %v", names, want)
	}
	got, err := old.With(edits...)
	if err != nil {
		t.Fatal(err)
	}
	if d := Diff(got, new); len(d) > 0 || old.Name != "Tea" || old.Phones[0].Label != "Office" || len(old.Languages) != 2 {
		t.Errorf("carried over: %+v; still differ in %v; the old one is %+v", got, d, old)
	}
}

// A field there is not, and a value of another kind, are refused.
func TestWithRefuses(t *testing.T) {
	for _, e := range []Edit{{Field: "colour", Value: []byte(`"red"`)}, {Field: FieldPhones, Value: []byte(`"red"`)}, {Field: FieldName}} {
		if _, err := (&Service{}).With(e); !errors.Is(err, ErrField) {
			t.Errorf("%s: %v", e.Field, err)
		}
	}
}
