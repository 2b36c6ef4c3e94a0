package sessionlog

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Refusal is why a remark is not kept: which kind of thing must be left out. It
// never holds what was written. "" means that the remark may be kept.
type Refusal string

// Why a remark is not kept.
const (
	RefusedEmpty    Refusal = "empty"    // there is nothing to read in it
	RefusedLong     Refusal = "long"     // more than MostRemark signs
	RefusedEmail    Refusal = "email"    // an e-mail address, a link or an @name
	RefusedPhone    Refusal = "phone"    // a telephone number
	RefusedBirthday Refusal = "birthday" // a date with its year, or somebody's age
	RefusedAddress  Refusal = "address"  // a postcode, a house in a street
	RefusedName     Refusal = "name"     // what may be somebody's name
	RefusedPerson   Refusal = "person"   // it speaks of one person: "she", "the lady"
	RefusedScript   Refusal = "script"   // letters that are not among those we can look through
)

// Refusals are all of them, in the order in which they are looked for.
var Refusals = []Refusal{
	RefusedEmpty, RefusedLong, RefusedEmail, RefusedPhone, RefusedBirthday, RefusedAddress, RefusedScript, RefusedName, RefusedPerson,
}

// Remark is what somebody typed as a remark of the room and the materials, as it may
// be kept: on one line, without spaces at its ends and without signs that nobody
// sees. refused says what must be left out of it, and clean is then "". It is never
// longer than the text, and a remark that may be kept passes again as it is.
//
// It refuses what it is not sure of: somebody can always word a remark of a room
// otherwise, and a name that was kept can't be taken back from whoever read it.
func Remark(text string) (clean string, refused Refusal) {
	clean = tidy(text)
	if r := refusal(clean); r != "" {
		return "", r
	}
	return clean, ""
}

func refusal(clean string) Refusal {
	switch {
	case strings.IndexFunc(clean, isReadable) < 0:
		return RefusedEmpty
	case utf8.RuneCountInString(clean) > MostRemark:
		return RefusedLong
	}
	plain := plainForm(clean)
	switch {
	case mailLike(plain):
		return RefusedEmail
	case birthLike(plain):
		return RefusedBirthday
	case phoneLike(plain):
		return RefusedPhone
	case addressLike(clean, plain):
		return RefusedAddress
	}
	return wordLike(clean)
}

// isReadable reports a letter, a digit, or a picture such as an emoji.
func isReadable(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.So, r)
}

// tidy puts a text on one line, without what is no text and without signs that
// nobody sees. The joiners of Persian, Indic and emoji stay.
func tidy(text string) string {
	const nonJoiner, joiner = '\u200c', '\u200d'
	text = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case r == utf8.RuneError, unicode.IsControl(r), unicode.Is(unicode.Co, r):
			return -1
		case unicode.Is(unicode.Cf, r) && r != nonJoiner && r != joiner:
			return -1
		}
		return r
	}, text)
	return strings.Join(strings.Fields(text), " ")
}
