// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// FindAskCommunity says:
//
//	Which one? You can press two. Then press {{.DoneText}}.
func FindAskCommunity(doneText Text) Text {
	return Text{id: "find.ask_community", values: map[string]any{"DoneText": doneText}}
}

// FindAskHeard says:
//
//	Is that right?
func FindAskHeard() Text { return Text{id: "find.ask_heard"} }

// FindAskHeardWhich says:
//
//	Which one is nearest?
func FindAskHeardWhich() Text { return Text{id: "find.ask_heard_which"} }

// FindAskNeed says:
//
//	What would you like to talk about? Press the one that is nearest, or write it in your own words. You can leave it out.
func FindAskNeed() Text { return Text{id: "find.ask_need"} }

// FindAskNeedSomeone says:
//
//	What is it about for them? Press the one that is nearest, or write it in your own words. You can leave it out.
func FindAskNeedSomeone() Text { return Text{id: "find.ask_need_someone"} }

// FindAskNeeds says:
//
//	What is it about? You can press up to three. Then press {{.DoneText}}.
func FindAskNeeds(doneText Text) Text {
	return Text{id: "find.ask_needs", values: map[string]any{"DoneText": doneText}}
}

// FindAskWhere says:
//
//	Where should it be near? Press a town. Or type a town, or the first half of a postcode, like {{.Example}}.
func FindAskWhere(example string) Text {
	return Text{id: "find.ask_where", values: map[string]any{"Example": example}}
}

// FindAskWhich says:
//
//	There is more than one. Which one do you mean?
func FindAskWhich() Text { return Text{id: "find.ask_which"} }

// FindAskWho says:
//
//	Who would be easier to talk to?
func FindAskWho() Text { return Text{id: "find.ask_who"} }

// FindButtonAny says:
//
//	It does not matter
func FindButtonAny() Text { return Text{id: "find.button_any"} }

// FindButtonAnywhere says:
//
//	It does not matter
func FindButtonAnywhere() Text { return Text{id: "find.button_anywhere"} }

// FindButtonBody says:
//
//	Body aches, doctor finds nothing
func FindButtonBody() Text { return Text{id: "find.button_body"} }

// FindButtonDone says:
//
//	Show me
func FindButtonDone() Text { return Text{id: "find.button_done"} }

// FindButtonFamily says:
//
//	Trouble in the family
func FindButtonFamily() Text { return Text{id: "find.button_family"} }

// FindButtonHeardAll says:
//
//	All of these
func FindButtonHeardAll() Text { return Text{id: "find.button_heard_all"} }

// FindButtonHeardList says:
//
//	No, show me the list
func FindButtonHeardList() Text { return Text{id: "find.button_heard_list"} }

// FindButtonHeardYes says:
//
//	Yes, go on
func FindButtonHeardYes() Text { return Text{id: "find.button_heard_yes"} }

// FindButtonLonely says:
//
//	Lonely
func FindButtonLonely() Text { return Text{id: "find.button_lonely"} }

// FindButtonLoss says:
//
//	Lost someone
func FindButtonLoss() Text { return Text{id: "find.button_loss"} }

// FindButtonLow says:
//
//	Very low
func FindButtonLow() Text { return Text{id: "find.button_low"} }

// FindButtonMoney says:
//
//	Money, housing, papers
func FindButtonMoney() Text { return Text{id: "find.button_money"} }

// FindButtonMyCommunity says:
//
//	Someone of my community
func FindButtonMyCommunity() Text { return Text{id: "find.button_my_community"} }

// FindButtonOnly says:
//
//	Only these, no others
func FindButtonOnly() Text { return Text{id: "find.button_only"} }

// FindButtonOutside says:
//
//	Someone outside my community
func FindButtonOutside() Text { return Text{id: "find.button_outside"} }

// FindButtonSeveral says:
//
//	More than one thing
func FindButtonSeveral() Text { return Text{id: "find.button_several"} }

// FindButtonTalk says:
//
//	Just want to talk, not sure
func FindButtonTalk() Text { return Text{id: "find.button_talk"} }

// FindButtonUnseen says:
//
//	By phone, unseen
func FindButtonUnseen() Text { return Text{id: "find.button_unseen"} }

// FindButtonWorry says:
//
//	Can't sleep, worry
func FindButtonWorry() Text { return Text{id: "find.button_worry"} }

// FindHeard says:
//
//	Please check that I understood you. If not, show the list or write it again.
func FindHeard() Text { return Text{id: "find.heard"} }

// FindNear says:
//
//	Near {{.Place}}.
func FindNear(place string) Text {
	return Text{id: "find.near", values: map[string]any{"Place": place}}
}

// FindNeedNotHeard says:
//
//	I did not understand that. Press the one that is nearest, or try other words.
func FindNeedNotHeard() Text { return Text{id: "find.need_not_heard"} }

// FindPartHeardCommunity says:
//
//	From this community: {{.CommunityText}}.
func FindPartHeardCommunity(communityText Text) Text {
	return Text{id: "find.part_heard_community", values: map[string]any{"CommunityText": communityText}}
}

// FindPartHeardLanguage says:
//
//	With someone who speaks {{.LanguageText}}.
func FindPartHeardLanguage(languageText Text) Text {
	return Text{id: "find.part_heard_language", values: map[string]any{"LanguageText": languageText}}
}

// FindPartHeardNeeds says:
//
//	It is about: {{.NeedsText}}.
func FindPartHeardNeeds(needsText Text) Text {
	return Text{id: "find.part_heard_needs", values: map[string]any{"NeedsText": needsText}}
}

// FindPartWhereLocation says:
//
//	You can also send your location. We use it once and do not keep it.
func FindPartWhereLocation() Text { return Text{id: "find.part_where_location"} }

// FindPlaceNotFound says:
//
//	I do not know that place. Try the nearest town, or the first half of your postcode.
func FindPlaceNotFound() Text { return Text{id: "find.place_not_found"} }

// FindPlacePerhaps says:
//
//	I do not know that place. Did you mean {{.PlacesText}}?
func FindPlacePerhaps(placesText Text) Text {
	return Text{id: "find.place_perhaps", values: map[string]any{"PlacesText": placesText}}
}

// FindUnderstood says:
//
//	I think you mean {{.Place}}. If not, press Back.
func FindUnderstood(place string) Text {
	return Text{id: "find.understood", values: map[string]any{"Place": place}}
}
