package directory

import "slices"

// Communities. The ids are those of the scheme's own groups and of the census;
// which words they get is decided in locales.
const (
	Black               Community = "black"
	African             Community = "african"
	Caribbean           Community = "caribbean"
	SouthAsian          Community = "south_asian"
	Indian              Community = "indian"
	Pakistani           Community = "pakistani"
	Bangladeshi         Community = "bangladeshi"
	Kashmiri            Community = "kashmiri"
	SouthIndianLankan   Community = "south_indian_sri_lankan"
	Chinese             Community = "chinese"
	HongKong            Community = "hong_kong"
	Filipino            Community = "filipino"
	GypsyTraveller      Community = "gypsy_traveller"
	RomaCommunity       Community = "roma"
	Irish               Community = "irish"
	EasternEuropean     Community = "eastern_european"
	PolishCommunity     Community = "polish"
	RomanianCommunity   Community = "romanian"
	SlovakCommunity     Community = "slovak"
	CzechCommunity      Community = "czech"
	UkrainianCommunity  Community = "ukrainian"
	BulgarianCommunity  Community = "bulgarian"
	HungarianCommunity  Community = "hungarian"
	LithuanianCommunity Community = "lithuanian"
	LatvianCommunity    Community = "latvian"
	BosnianCommunity    Community = "bosnian"
	LatinAmerican       Community = "latin_american"
	Arab                Community = "arab"
	Syrian              Community = "syrian"
	KurdishCommunity    Community = "kurdish"
	Iranian             Community = "iranian"
	Afghan              Community = "afghan"
	TurkishCommunity    Community = "turkish"
	Mixed               Community = "mixed"
	Muslim              Community = "muslim"
	Sikh                Community = "sikh"
	Hindu               Community = "hindu"
	Jewish              Community = "jewish"
	Refugee             Community = "refugee"
)

// communities is every community, umbrellas before what they cover. A place in
// this list is a bit in the catalogue, so there may be 64 at most.
var communities = []Community{
	Black, African, Caribbean,
	SouthAsian, Indian, Pakistani, Bangladeshi, Kashmiri, SouthIndianLankan,
	Chinese, HongKong, Filipino,
	GypsyTraveller, RomaCommunity, Irish,
	EasternEuropean, PolishCommunity, RomanianCommunity, SlovakCommunity, CzechCommunity,
	UkrainianCommunity, BulgarianCommunity, HungarianCommunity, LithuanianCommunity, LatvianCommunity,
	BosnianCommunity, LatinAmerican,
	Arab, Syrian, KurdishCommunity, Iranian, Afghan, TurkishCommunity,
	Mixed, Muslim, Sikh, Hindu, Jewish, Refugee,
}

// umbrellas says what a wider word covers.
var umbrellas = map[Community][]Community{
	Black:      {African, Caribbean},
	SouthAsian: {Indian, Pakistani, Bangladeshi, Kashmiri},
	EasternEuropean: {
		PolishCommunity, RomanianCommunity, SlovakCommunity, CzechCommunity, UkrainianCommunity,
		BulgarianCommunity, HungarianCommunity, LithuanianCommunity, LatvianCommunity,
	},
}

// Communities is every community, umbrellas before what they cover.
func Communities() []Community { return slices.Clone(communities) }

// Valid reports whether c is one of Communities.
func (c Community) Valid() bool { return slices.Contains(communities, c) }

// Covers is what an umbrella covers; nil for a community that is none.
func (c Community) Covers() []Community { return slices.Clone(umbrellas[c]) }

// Meets reports whether a service for c answers a wish for wished: it is for
// just that community, or for an umbrella over it (and says so: the reason names
// c), or for one that the umbrella wished for covers. Somebody from Hong Kong is
// also answered by a Chinese service, as no town here has one of each; not the
// other way round.
func (c Community) Meets(wished Community) bool {
	return c == wished || slices.Contains(umbrellas[c], wished) ||
		slices.Contains(umbrellas[wished], c) || (wished == HongKong && c == Chinese)
}
