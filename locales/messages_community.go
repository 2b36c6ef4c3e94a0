// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// CommunityAfghan says:
//
//	Afghan
func CommunityAfghan() Text { return Text{id: "community.afghan"} }

// CommunityAfrican says:
//
//	African
func CommunityAfrican() Text { return Text{id: "community.african"} }

// CommunityArab says:
//
//	Arab
func CommunityArab() Text { return Text{id: "community.arab"} }

// CommunityBangladeshi says:
//
//	Bangladeshi
func CommunityBangladeshi() Text { return Text{id: "community.bangladeshi"} }

// CommunityBlack says:
//
//	Black
func CommunityBlack() Text { return Text{id: "community.black"} }

// CommunityBosnian says:
//
//	Bosnian
func CommunityBosnian() Text { return Text{id: "community.bosnian"} }

// CommunityBulgarian says:
//
//	Bulgarian
func CommunityBulgarian() Text { return Text{id: "community.bulgarian"} }

// CommunityCaribbean says:
//
//	Caribbean
func CommunityCaribbean() Text { return Text{id: "community.caribbean"} }

// CommunityChinese says:
//
//	Chinese
func CommunityChinese() Text { return Text{id: "community.chinese"} }

// CommunityCzech says:
//
//	Czech
func CommunityCzech() Text { return Text{id: "community.czech"} }

// CommunityEasternEuropean says:
//
//	Eastern European
func CommunityEasternEuropean() Text { return Text{id: "community.eastern_european"} }

// CommunityFilipino says:
//
//	Filipino
func CommunityFilipino() Text { return Text{id: "community.filipino"} }

// CommunityGypsyTraveller says:
//
//	Gypsy or Traveller
func CommunityGypsyTraveller() Text { return Text{id: "community.gypsy_traveller"} }

// CommunityHindu says:
//
//	Hindu
func CommunityHindu() Text { return Text{id: "community.hindu"} }

// CommunityHongKong says:
//
//	Hong Kong
func CommunityHongKong() Text { return Text{id: "community.hong_kong"} }

// CommunityHungarian says:
//
//	Hungarian
func CommunityHungarian() Text { return Text{id: "community.hungarian"} }

// CommunityIndian says:
//
//	Indian
func CommunityIndian() Text { return Text{id: "community.indian"} }

// CommunityIranian says:
//
//	Iranian
func CommunityIranian() Text { return Text{id: "community.iranian"} }

// CommunityIrish says:
//
//	Irish
func CommunityIrish() Text { return Text{id: "community.irish"} }

// CommunityJewish says:
//
//	Jewish
func CommunityJewish() Text { return Text{id: "community.jewish"} }

// CommunityKashmiri says:
//
//	Kashmiri
func CommunityKashmiri() Text { return Text{id: "community.kashmiri"} }

// CommunityKurdish says:
//
//	Kurdish
func CommunityKurdish() Text { return Text{id: "community.kurdish"} }

// CommunityLatinAmerican says:
//
//	Latin American
func CommunityLatinAmerican() Text { return Text{id: "community.latin_american"} }

// CommunityLatvian says:
//
//	Latvian
func CommunityLatvian() Text { return Text{id: "community.latvian"} }

// CommunityLithuanian says:
//
//	Lithuanian
func CommunityLithuanian() Text { return Text{id: "community.lithuanian"} }

// CommunityMixed says:
//
//	mixed heritage
func CommunityMixed() Text { return Text{id: "community.mixed"} }

// CommunityMuslim says:
//
//	Muslim
func CommunityMuslim() Text { return Text{id: "community.muslim"} }

// CommunityPakistani says:
//
//	Pakistani
func CommunityPakistani() Text { return Text{id: "community.pakistani"} }

// CommunityPolish says:
//
//	Polish
func CommunityPolish() Text { return Text{id: "community.polish"} }

// CommunityRefugee says:
//
//	refugee
func CommunityRefugee() Text { return Text{id: "community.refugee"} }

// CommunityRoma says:
//
//	Roma
func CommunityRoma() Text { return Text{id: "community.roma"} }

// CommunityRomanian says:
//
//	Romanian
func CommunityRomanian() Text { return Text{id: "community.romanian"} }

// CommunitySikh says:
//
//	Sikh
func CommunitySikh() Text { return Text{id: "community.sikh"} }

// CommunitySlovak says:
//
//	Slovak
func CommunitySlovak() Text { return Text{id: "community.slovak"} }

// CommunitySouthAsian says:
//
//	South Asian
func CommunitySouthAsian() Text { return Text{id: "community.south_asian"} }

// CommunitySouthIndianSriLankan says:
//
//	South Indian or Sri Lankan
func CommunitySouthIndianSriLankan() Text { return Text{id: "community.south_indian_sri_lankan"} }

// CommunitySyrian says:
//
//	Syrian
func CommunitySyrian() Text { return Text{id: "community.syrian"} }

// CommunityTurkish says:
//
//	Turkish
func CommunityTurkish() Text { return Text{id: "community.turkish"} }

// CommunityUkrainian says:
//
//	Ukrainian
func CommunityUkrainian() Text { return Text{id: "community.ukrainian"} }
