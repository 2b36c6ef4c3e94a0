package directory

import (
	"regexp"
	"slices"
	"strings"
)

// The forms of a postcode's halves, after the postcode address file's guide of
// Royal Mail: AA9A 9AA and its shorter kinds.
var (
	outcodeForm = regexp.MustCompile(`^[A-Z]{1,2}[0-9][0-9A-Z]?$`)
	incodeForm  = regexp.MustCompile(`^[0-9][A-Z]{2}$`)
)

// postcodeAreas are the letters that postcodes begin with, by the part of the
// country they are in. Lines for England are no answer in the others.
var (
	englishAreas = strings.Fields(`AL B BA BB BD BH BL BN BR BS CA CB CH CM CO CR CT CV CW DA DE DH DL DN DT
		DY E EC EN EX FY GL GU HA HD HG HP HR HU HX IG IP KT L LA LE LN LS LU M ME MK N NE NG NN NR NW OL OX
		PE PL PO PR RG RH RM S SE SG SK SL SM SN SO SP SR SS ST SW SY TA TF TN TQ TR TS TW UB W WA WC WD WF
		WN WR WS WV YO`)
	otherAreas = strings.Fields(`AB BT CF DD DG EH FK G GY HS IM IV JE KA KW KY LD LL ML NP PA PH SA TD ZE`)
)

// postcodeArea is the letters an outcode begins with.
func postcodeArea(outcode string) string {
	if i := strings.IndexAny(outcode, "0123456789"); i >= 0 {
		return outcode[:i]
	}
	return outcode
}

// realArea reports an outcode that begins as real ones do.
func realArea(outcode string) bool {
	a := postcodeArea(outcode)
	return slices.Contains(englishAreas, a) || slices.Contains(otherAreas, a)
}

// inEngland reports whether an outcode is taken to lie in England; "" is.
func inEngland(outcode string) bool {
	return outcode == "" || !slices.Contains(otherAreas, postcodeArea(outcode))
}

// readPostcode takes an outcode out of a postcode, a postcode's first half, or a
// half with the first figure of the second ("S40 1"). The text is in any case,
// with any spaces. full says that a second half was there. "" when it has not
// the form of one.
func readPostcode(text string) (outcode string, full bool) {
	if !strings.ContainsAny(text, "0123456789") {
		return "", false
	}
	words := strings.Fields(strings.ToUpper(text))
	if len(words) == 0 || len(words) > 2 || len(text) > 16 {
		return "", false
	}
	joined := strings.Join(words, "")
	if n := len(joined) - 3; n >= 2 && outcodeForm.MatchString(joined[:n]) && incodeForm.MatchString(joined[n:]) {
		return joined[:n], true
	}
	if len(words) == 2 { // "S40 1", "S40 1A": the second half has only been begun
		begun := words[1][0] >= '0' && words[1][0] <= '9' && len(words[1]) < 3
		if begun && outcodeForm.MatchString(words[0]) {
			return words[0], true
		}
	}
	if outcodeForm.MatchString(joined) {
		return joined, false
	}
	return "", false
}

// fullPostcode is a whole postcode inside a text, with or without its space.
var fullPostcode = regexp.MustCompile(`(?i)\b([A-Z]{1,2}[0-9][0-9A-Z]?) ?([0-9][A-Z]{2})\b`)

// CutPostcode takes the last whole postcode out of a text. before is what stands
// before it, postcode its usual form ("QH1 1AA"), outcode its first half; ok is
// false when the text holds none.
func CutPostcode(text string) (before, postcode, outcode string, ok bool) {
	found := fullPostcode.FindAllStringSubmatchIndex(text, -1)
	if len(found) == 0 {
		return text, "", "", false
	}
	at := found[len(found)-1]
	outcode = strings.ToUpper(text[at[2]:at[3]])
	return text[:at[0]], outcode + " " + strings.ToUpper(text[at[4]:at[5]]), outcode, true
}
