package card

import (
	"signpost/directory"
	"signpost/locales"
)

// Pairs words what edits make of a listing, field by field, before and after.
// Times are named only: they are seen on the card.
func Pairs(before, after *directory.Service, edits []directory.Edit) locales.Text {
	var parts []locales.Text
	for _, e := range edits {
		name := locales.NameOfField(string(e.Field)).Capital()
		was, is := Field(before, e.Field), Field(after, e.Field)
		if was.IsZero() && is.IsZero() {
			parts = append(parts, name)
			continue
		}
		parts = append(parts, locales.EditPartPair(name, OrNothing(was), OrNothing(is)))
	}
	return locales.Lines(parts...)
}

// OrNothing is a value in words, and says so where there is none.
func OrNothing(t locales.Text) locales.Text {
	if t.IsZero() {
		return locales.EditPartNothing()
	}
	return t
}

// FieldNames names what edits change, in a row.
func FieldNames(edits []directory.Edit) locales.Text {
	var all []locales.Text
	for _, e := range edits {
		all = append(all, locales.NameOfField(string(e.Field)))
	}
	return locales.JoinList(all...)
}

// Day words a day with its year; the zero Text for one that is none.
func Day(d directory.Date) locales.Text {
	day, ok := dayOf(d)
	if !ok {
		return locales.Text{}
	}
	return locales.Date(day)
}
