package locales

import (
	"reflect"
	"strings"
)

// Text says which message, with which values, in no language yet. It is made by
// the generated functions (one a message of en.toml) and by Join and Raw.
type Text struct {
	id     string
	values map[string]any
	parts  []Text
	sep    string
	raw    string
	value  any // an Own, a Day or a Time that stands by itself
	big    bool
	scheme string // raw is a number to ring (tel) or to write to (sms)
	lang   string // said in this language, whatever the reader's is
}

// ID is the message's id, such as "find.ask_where"; "" for a joined or raw Text.
func (t Text) ID() string { return t.id }

// IsZero reports a Text that says nothing.
func (t Text) IsZero() bool {
	return t.id == "" && t.raw == "" && len(t.parts) == 0 && t.value == nil
}

// Equal reports whether two Texts say the same. go-cmp uses it.
func (t Text) Equal(u Text) bool { return reflect.DeepEqual(t, u) }

// String names the message and never its values, which may be what somebody
// answered: a Text that falls into a log gives nothing away. For words see
// Words.Render.
func (t Text) String() string {
	switch {
	case t.id != "":
		return t.id
	case t.IsZero():
		return "(nothing)"
	case len(t.parts) > 0:
		return "(joined)"
	default:
		return "(value)"
	}
}

// GoString does what String does, for %#v.
func (t Text) GoString() string { return t.String() }

// Capital is the Text with its first letter big, as on a button: names stand in
// small letters, as in the middle of a sentence.
func (t Text) Capital() Text {
	t.big = true
	return t
}

// In is the Text in one language, whatever the reader's is: what must be read
// out to somebody else, or stand together with a translation. It keeps the
// reading direction of its own language, and is marked as being in it.
func In(language string, t Text) Text {
	if t.IsZero() {
		return t
	}
	return Text{parts: []Text{t}, lang: language}
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

// Phone is a number to ring, as the provider writes it. Where a door can, a tap
// rings it.
func Phone(number string) Text { return Text{raw: number, scheme: "tel"} }

// TextNumber is a number to send a text message to.
func TextNumber(number string) Text { return Text{raw: number, scheme: "sms"} }

// dialled is what a telephone is given to ring a number: its digits, and a + in
// front; "" when it holds anything but digits, spaces and what people put
// between them.
func dialled(number string) string {
	var b strings.Builder
	for i, r := range number {
		switch {
		case r >= '0' && r <= '9', r == '+' && i == 0:
			b.WriteRune(r)
		case !strings.ContainsRune(" -()\u00a0", r):
			return ""
		}
	}
	return b.String()
}

// Own is a value a listing gives in several languages: its English text and the
// others by tag. Render takes the best by the reader's chain, and marks which
// language that is where it is not the one around it.
type Own struct {
	English string
	Others  map[string]string
}

// Text is the value by itself; nothing when it holds no words.
func (o Own) Text() Text {
	for _, words := range o.Others {
		if words != "" {
			return Text{value: o}
		}
	}
	if o.English == "" {
		return Text{}
	}
	return Text{value: o}
}

// Day is a day of the calendar, worded by the language ("Thursday 14 May").
type Day struct{ Year, Month, Day int }

// Text is the day by itself.
func (d Day) Text() Text { return Text{value: d} }

// Time is minutes after midnight, worded by the language ("6 pm").
type Time int

// Text is the time by itself.
func (t Time) Text() Text { return Text{value: t} }
