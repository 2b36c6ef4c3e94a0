package card

import "signpost/locales"

// Wrong words what somebody says is wrong with a listing, a sentence; the zero
// Text for an id there is not.
func Wrong(id string) locales.Text {
	if say, ok := wrongs[id]; ok {
		return say()
	}
	return locales.Text{}
}

// wrongs are the ids of what can be wrong, as reports have them.
var wrongs = map[string]func() locales.Text{
	"number":    locales.WrongPartNumber,
	"closed":    locales.WrongPartClosed,
	"moved":     locales.WrongPartMoved,
	"language":  locales.WrongPartLanguage,
	"not_found": locales.WrongPartNotFound,
	"other":     locales.WrongPartOther,
	"unwelcome": locales.WrongPartUnwelcome,
}
