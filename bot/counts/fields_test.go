package counts

import (
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func anything(Kind, Field, string) bool { return true }

// full is an entry with a value in every field but its kind.
func full(k Kind) Entry {
	e := Entry{}
	v := reflect.ValueOf(&e).Elem()
	for i := range v.NumField() {
		v.Field(i).SetString("x")
	}
	e.Kind = k
	return e
}

// A field that is added to Entry must be looked at here too.
func TestEveryFieldIsLookedAt(t *testing.T) {
	var want []Field
	for f := range reflect.TypeFor[Entry]().Fields() {
		want = append(want, Field(strings.ToLower(f.Name)))
	}
	if d := cmp.Diff(want, full("gossip").Stray(anything)); d != "" {
		t.Error(d)
	}
}

func TestUrgentIsACountyTotal(t *testing.T) {
	if got := (Entry{Kind: UrgentShown}).Stray(anything); got != nil {
		t.Errorf("the total itself is stray in %v", got)
	}
	if got := full(UrgentShown).Stray(anything); len(got) != 9 {
		t.Errorf("an urgent entry may hold more than its kind: only %v are stray", got)
	}
}

func TestStrayFields(t *testing.T) {
	known := func(k Kind, f Field, v string) bool { return k == Asked && f == FieldNeed && v == "sleep" }
	for _, c := range []struct {
		entry Entry
		want  []Field
	}{
		{Entry{Kind: Opened}, nil},
		{Entry{Kind: Asked, Need: "sleep"}, nil},
		{Entry{Kind: Found, Need: "sleep"}, []Field{FieldNeed}},
		{Entry{Kind: Asked, Need: "sleep", Time: "at my sister's"}, []Field{FieldTime}},
		{Entry{Kind: Asked, Need: "sleep", Outcome: "sleep"}, []Field{FieldOutcome}},
		{Entry{Kind: Opened, Need: "sleep"}, []Field{FieldNeed}},
	} {
		if d := cmp.Diff(c.want, c.entry.Stray(known)); d != "" {
			t.Errorf("%+v: %s", c.entry, d)
		}
	}
}

func TestKinds(t *testing.T) {
	if n := len(Kinds()); n != 11 {
		t.Errorf("%d kinds, 11 are declared", n)
	}
	for _, k := range Kinds() {
		if k != UrgentShown && k != AtSession && len(k.Fields()) < 2 {
			t.Errorf("%s fills %v, want the door and the poster at least", k, k.Fields())
		}
	}
}
