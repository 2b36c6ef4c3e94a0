package upkeep

import (
	"testing"

	"signpost/directory"
)

// A change answers what was said to be wrong only where it is about that.
func TestAnsweredBy(t *testing.T) {
	answers := map[Wrong][]directory.Field{
		WrongNumber: {directory.FieldPhones}, WrongMoved: {directory.FieldPlaces}, WrongLanguage: {directory.FieldLanguages},
		WrongClosed: {directory.FieldStatus, directory.FieldHours, directory.FieldSchedules, directory.FieldExceptions},
	}
	for _, w := range Wrongs {
		n := 0
		for _, f := range directory.Fields() {
			if w.AnsweredBy(f) {
				n++
			}
		}
		if n != len(answers[w]) {
			t.Errorf("%s is answered by %d fields", w, n)
		}
		for _, f := range answers[w] {
			if !w.AnsweredBy(f) {
				t.Errorf("%s is not answered by %s", w, f)
			}
		}
	}
}
