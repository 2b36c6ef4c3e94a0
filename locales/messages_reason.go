// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// ReasonAge says:
//
//	for people of your age
func ReasonAge() Text { return Text{id: "reason.age"} }

// ReasonAskFirst says:
//
//	ask first, this may have changed
func ReasonAskFirst() Text { return Text{id: "reason.ask_first"} }

// ReasonCommunity says:
//
//	for the {{.CommunityText}} community
func ReasonCommunity(communityText Text) Text {
	return Text{id: "reason.community", values: map[string]any{"CommunityText": communityText}}
}

// ReasonCovers says:
//
//	for people in {{.Place}}
func ReasonCovers(place string) Text {
	return Text{id: "reason.covers", values: map[string]any{"Place": place}}
}

// ReasonEverywhere says:
//
//	wherever you live
func ReasonEverywhere() Text { return Text{id: "reason.everywhere"} }

// ReasonJustTalk says:
//
//	you can come just to talk
func ReasonJustTalk() Text { return Text{id: "reason.just_talk"} }

// ReasonLanguage says:
//
//	people there speak {{.LanguageText}}
func ReasonLanguage(languageText Text) Text {
	return Text{id: "reason.language", values: map[string]any{"LanguageText": languageText}}
}

// ReasonNear says:
//
//	one: about {{.KilometresCount}} km away
//	about {{.KilometresCount}} km away
func ReasonNear(kilometresCount int) Text {
	return Text{id: "reason.near", values: map[string]any{"KilometresCount": kilometresCount}}
}

// ReasonNeed says:
//
//	helps with: {{.NeedText}}
func ReasonNeed(needText Text) Text {
	return Text{id: "reason.need", values: map[string]any{"NeedText": needText}}
}

// ReasonNext says:
//
//	next on {{.OnDay}}, {{.StartTime}}
func ReasonNext(onDay Day, startTime Time) Text {
	return Text{id: "reason.next", values: map[string]any{"OnDay": onDay, "StartTime": startTime}}
}

// ReasonOpen says:
//
//	open now
func ReasonOpen() Text { return Text{id: "reason.open"} }

// ReasonPlace says:
//
//	in {{.Place}}
func ReasonPlace(place string) Text {
	return Text{id: "reason.place", values: map[string]any{"Place": place}}
}

// ReasonPlaceNear says:
//
//	one: in {{.Place}}, about {{.KilometresCount}} km away
//	in {{.Place}}, about {{.KilometresCount}} km away
func ReasonPlaceNear(place string, kilometresCount int) Text {
	return Text{id: "reason.place_near", values: map[string]any{"Place": place, "KilometresCount": kilometresCount}}
}

// ReasonRingFirst says:
//
//	ring first, this may have changed
func ReasonRingFirst() Text { return Text{id: "reason.ring_first"} }
