// Package locales holds every word people see, in every language, and turns a
// Text (which message, with which values) into words.
package locales

// Text says which message, with which values, in no language yet. It is made by
// the generated functions (one a message of en.toml) and by Join and Raw.
type Text struct {
	id     string
	values map[string]any
	parts  []Text
	sep    string
	raw    string
}

// ID is the message's id, such as "find.ask_where"; "" for a joined or raw Text.
func (t Text) ID() string { return t.id }

// IsZero reports a Text that says nothing.
func (t Text) IsZero() bool {
	return t.id == "" && t.raw == "" && len(t.parts) == 0
}

// Join puts Texts one after the other with sep between them; empty ones are left out.
func Join(sep string, parts ...Text) Text {
	var kept []Text
	for _, p := range parts {
		if !p.IsZero() {
			kept = append(kept, p)
		}
	}
	if len(kept) == 1 {
		return kept[0]
	}
	return Text{parts: kept, sep: sep}
}

// Lines puts each Text on a line of its own.
func Lines(parts ...Text) Text { return Join("\n", parts...) }

// Paragraphs puts an empty line between the Texts.
func Paragraphs(parts ...Text) Text { return Join("\n\n", parts...) }

// Raw is a value as it stands: a phone number, an address, a name. It is
// escaped, and kept left to right inside a right-to-left line.
func Raw(s string) Text { return Text{raw: s} }

// Own is a value a listing gives in several languages: its English text and the
// others by tag. Render takes the best by the reader's chain.
type Own struct {
	English string
	Others  map[string]string
}

// Day is a day of the calendar, worded by the language ("Thursday 14 May").
type Day struct{ Year, Month, Day int }

// Time is minutes after midnight, worded by the language ("6 pm").
type Time int
