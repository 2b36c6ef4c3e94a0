// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// EditAskAccess says:
//
//	What do you have for people who need it? Tick all that is right.
func EditAskAccess() Text { return Text{id: "edit.ask_access"} }

// EditAskAge says:
//
//	For which ages is it? Press a button, or type it, such as 11-25 or 50+.
func EditAskAge() Text { return Text{id: "edit.ask_age"} }

// EditAskAlert says:
//
//	What must people see first? Type a short notice. For example: This month we meet upstairs.
func EditAskAlert() Text { return Text{id: "edit.ask_alert"} }

// EditAskAreas says:
//
//	Where do the people live who can come? Tick all that is right.
func EditAskAreas() Text { return Text{id: "edit.ask_areas"} }

// EditAskBuilding says:
//
//	What does this building have? Tick all that is right.
func EditAskBuilding() Text { return Text{id: "edit.ask_building"} }

// EditAskCommunities says:
//
//	Which communities is it for? Tick all that is right.
func EditAskCommunities() Text { return Text{id: "edit.ask_communities"} }

// EditAskConfidential says:
//
//	May people see the address? A home or a hidden place must not show it.
func EditAskConfidential() Text { return Text{id: "edit.ask_confidential"} }

// EditAskContacts says:
//
//	Who answers? Type what they do, not their name. You can add an email. For example: Reception, hello@example.org
func EditAskContacts() Text { return Text{id: "edit.ask_contacts"} }

// EditAskCost says:
//
//	What does it cost? Press a button, or type it. For example: 2 pounds for tea
func EditAskCost() Text { return Text{id: "edit.ask_cost"} }

// EditAskDescription says:
//
//	What is it? Type one short, plain sentence. For example: Tea and talk for women, with a cook from home.
func EditAskDescription() Text { return Text{id: "edit.ask_description"} }

// EditAskDoor says:
//
//	What does the door say, and how do people find it? For example: Blue door, ring the second bell.
func EditAskDoor() Text { return Text{id: "edit.ask_door"} }

// EditAskEligibility says:
//
//	Who is it for? Type it in your own words. For example: Parents with small children.
func EditAskEligibility() Text { return Text{id: "edit.ask_eligibility"} }

// EditAskEmail says:
//
//	Which email address can people write to? Type it.
func EditAskEmail() Text { return Text{id: "edit.ask_email"} }

// EditAskField says:
//
//	What do you want to change? Press one part. You see it before it is saved.
func EditAskField() Text { return Text{id: "edit.ask_field"} }

// EditAskGender says:
//
//	Is it for everyone, for women only or for men only?
func EditAskGender() Text { return Text{id: "edit.ask_gender"} }

// EditAskGetIn says:
//
//	How do people get in? Tick all that is right.
func EditAskGetIn() Text { return Text{id: "edit.ask_get_in"} }

// EditAskHours says:
//
//	When is it open, in your own words? Single sessions have their own button, Times.
func EditAskHours() Text { return Text{id: "edit.ask_hours"} }

// EditAskHowToReach says:
//
//	What happens when somebody comes or rings? Type it in your own words.
func EditAskHowToReach() Text { return Text{id: "edit.ask_how_to_reach"} }

// EditAskKind says:
//
//	What can people do with this number?
func EditAskKind() Text { return Text{id: "edit.ask_kind"} }

// EditAskLabel says:
//
//	Which line is this? For example: Office, or Women's line. You can leave it empty.
func EditAskLabel() Text { return Text{id: "edit.ask_label"} }

// EditAskLanguages says:
//
//	Which languages do your own people speak there? Tick them, or type one.
func EditAskLanguages() Text { return Text{id: "edit.ask_languages"} }

// EditAskName says:
//
//	What is it called? Type the name as people say it.
func EditAskName() Text { return Text{id: "edit.ask_name"} }

// EditAskNeeds says:
//
//	What do people come to you for? Tick all that is right.
func EditAskNeeds() Text { return Text{id: "edit.ask_needs"} }

// EditAskOwn says:
//
//	This is a mobile number. Is it the group's own phone, or somebody's private one? All people will see it.
func EditAskOwn() Text { return Text{id: "edit.ask_own"} }

// EditAskPhones says:
//
//	Type the new number. It must be the group's own, and somebody must answer it.
func EditAskPhones() Text { return Text{id: "edit.ask_phones"} }

// EditAskPlaces says:
//
//	Where is it? Type street, town and postcode with commas between. For example: 1 Mill Lane, Harrowbeck, QH1 1AA
func EditAskPlaces() Text { return Text{id: "edit.ask_places"} }

// EditAskReach says:
//
//	How do people reach it? Choose the main way. You can add others later.
func EditAskReach() Text { return Text{id: "edit.ask_reach"} }

// EditAskTranslations says:
//
//	Please type it in {{.Language}}, as you would say it yourself. In English it says: {{.EnglishText}}
func EditAskTranslations(language string, englishText Text) Text {
	return Text{id: "edit.ask_translations", values: map[string]any{"Language": language, "EnglishText": englishText}}
}

// EditAskVenue says:
//
//	Is it inside another place, such as a hall or a library? Type the name of the building.
func EditAskVenue() Text { return Text{id: "edit.ask_venue"} }

// EditAskWays says:
//
//	How do you talk with people? Tick all that is right.
func EditAskWays() Text { return Text{id: "edit.ask_ways"} }

// EditAskWebsite says:
//
//	What is the address of the website? For example: example.org
func EditAskWebsite() Text { return Text{id: "edit.ask_website"} }

// EditAskWhichContacts says:
//
//	Which one do you want to change? You can also add one.
func EditAskWhichContacts() Text { return Text{id: "edit.ask_which_contacts"} }

// EditAskWhichPhones says:
//
//	Which number do you want to change? You can also add one.
func EditAskWhichPhones() Text { return Text{id: "edit.ask_which_phones"} }

// EditAskWhichPlaces says:
//
//	It takes place at more than one address. Which one is it about?
func EditAskWhichPlaces() Text { return Text{id: "edit.ask_which_places"} }

// EditAskWhichTranslations says:
//
//	What do you want to say in another language? What is out of date stands first.
func EditAskWhichTranslations() Text { return Text{id: "edit.ask_which_translations"} }

// EditBadAge says:
//
//	I could not read the ages. Type it like 11-25, 50+ or 0-18.
func EditBadAge() Text { return Text{id: "edit.bad_age"} }

// EditBadEmail says:
//
//	That is not an email address. It looks like this: hello@example.org
func EditBadEmail() Text { return Text{id: "edit.bad_email"} }

// EditBadNumber says:
//
//	That is not a phone number here. Most have 11 figures and begin with 0.
func EditBadNumber() Text { return Text{id: "edit.bad_number"} }

// EditBadPostcode says:
//
//	Please put the whole postcode at the end, such as QH1 1AA.
func EditBadPostcode() Text { return Text{id: "edit.bad_postcode"} }

// EditBadWebsite says:
//
//	That is not a website. It looks like this: example.org
func EditBadWebsite() Text { return Text{id: "edit.bad_website"} }

// EditButtonAdd says:
//
//	Add one
func EditButtonAdd() Text { return Text{id: "edit.button_add"} }

// EditButtonAgain says:
//
//	Change it again
func EditButtonAgain() Text { return Text{id: "edit.button_again"} }

// EditButtonAnyAge says:
//
//	Any age
func EditButtonAnyAge() Text { return Text{id: "edit.button_any_age"} }

// EditButtonCalls says:
//
//	Ring it
func EditButtonCalls() Text { return Text{id: "edit.button_calls"} }

// EditButtonCountry says:
//
//	Anywhere in the UK
func EditButtonCountry() Text { return Text{id: "edit.button_country"} }

// EditButtonEmpty says:
//
//	Leave it empty
func EditButtonEmpty() Text { return Text{id: "edit.button_empty"} }

// EditButtonEveryone says:
//
//	For everyone
func EditButtonEveryone() Text { return Text{id: "edit.button_everyone"} }

// EditButtonFree says:
//
//	It is free
func EditButtonFree() Text { return Text{id: "edit.button_free"} }

// EditButtonInterpreter says:
//
//	We can get an interpreter
func EditButtonInterpreter() Text { return Text{id: "edit.button_interpreter"} }

// EditButtonLabel says:
//
//	Change its label
func EditButtonLabel() Text { return Text{id: "edit.button_label"} }

// EditButtonLeave says:
//
//	Leave it as it was
func EditButtonLeave() Text { return Text{id: "edit.button_leave"} }

// EditButtonListing says:
//
//	Back to this entry
func EditButtonListing() Text { return Text{id: "edit.button_listing"} }

// EditButtonMine says:
//
//	Save mine
func EditButtonMine() Text { return Text{id: "edit.button_mine"} }

// EditButtonMore says:
//
//	Change something else
func EditButtonMore() Text { return Text{id: "edit.button_more"} }

// EditButtonOnly says:
//
//	Only for them, for nobody else
func EditButtonOnly() Text { return Text{id: "edit.button_only"} }

// EditButtonOwn says:
//
//	The group's own
func EditButtonOwn() Text { return Text{id: "edit.button_own"} }

// EditButtonPrivate says:
//
//	Somebody's private one
func EditButtonPrivate() Text { return Text{id: "edit.button_private"} }

// EditButtonRemove says:
//
//	Take it away
func EditButtonRemove() Text { return Text{id: "edit.button_remove"} }

// EditButtonSave says:
//
//	Save
func EditButtonSave() Text { return Text{id: "edit.button_save"} }

// EditButtonSecret says:
//
//	Keep it private
func EditButtonSecret() Text { return Text{id: "edit.button_secret"} }

// EditButtonSend says:
//
//	Send it
func EditButtonSend() Text { return Text{id: "edit.button_send"} }

// EditButtonShown says:
//
//	They may see it
func EditButtonShown() Text { return Text{id: "edit.button_shown"} }

// EditButtonStop says:
//
//	Throw it away
func EditButtonStop() Text { return Text{id: "edit.button_stop"} }

// EditButtonTexts says:
//
//	Send it a text
func EditButtonTexts() Text { return Text{id: "edit.button_texts"} }

// EditButtonTheirs says:
//
//	Keep theirs
func EditButtonTheirs() Text { return Text{id: "edit.button_theirs"} }

// EditButtonUnsaid says:
//
//	Say nothing about it
func EditButtonUnsaid() Text { return Text{id: "edit.button_unsaid"} }

// EditCompare says:
//
//	Please look at it once more before it goes out:
func EditCompare() Text { return Text{id: "edit.compare"} }

// EditConflict says:
//
//	Somebody else changed this just now. Please choose what shall stand there.
func EditConflict() Text { return Text{id: "edit.conflict"} }

// EditDearNumber says:
//
//	Calls to that number cost a lot. Please give one that begins with 01, 02, 03, 07 or 08.
func EditDearNumber() Text { return Text{id: "edit.dear_number"} }

// EditNew says:
//
//	This is your new entry. A coordinator looks at it before people see it.
func EditNew() Text { return Text{id: "edit.new"} }

// EditPartBoth says:
//
//	<b>{{.PartText}}</b>
//	Theirs: {{.TheirsText}}
//	Yours: {{.YoursText}}
func EditPartBoth(partText Text, theirsText Text, yoursText Text) Text {
	return Text{id: "edit.part_both", values: map[string]any{"PartText": partText, "TheirsText": theirsText, "YoursText": yoursText}}
}

// EditPartNothing says:
//
//	nothing
func EditPartNothing() Text { return Text{id: "edit.part_nothing"} }

// EditPartNow says:
//
//	Now: {{.ValueText}}
func EditPartNow(valueText Text) Text {
	return Text{id: "edit.part_now", values: map[string]any{"ValueText": valueText}}
}

// EditPartPair says:
//
//	<b>{{.PartText}}</b>
//	Before: {{.BeforeText}}
//	After: {{.AfterText}}
func EditPartPair(partText Text, beforeText Text, afterText Text) Text {
	return Text{id: "edit.part_pair", values: map[string]any{"PartText": partText, "BeforeText": beforeText, "AfterText": afterText}}
}

// EditPartPostcode says:
//
//	I don't know the postcode {{.Postcode}}. Please look if it is right.
func EditPartPostcode(postcode string) Text {
	return Text{id: "edit.part_postcode", values: map[string]any{"Postcode": postcode}}
}

// EditPartStale says:
//
//	The words in {{.LanguagesText}} are older than the English. Please look at them first.
func EditPartStale(languagesText Text) Text {
	return Text{id: "edit.part_stale", values: map[string]any{"LanguagesText": languagesText}}
}

// EditPartTwo says:
//
//	A coordinator looks at this first. Until then people see what was there before.
func EditPartTwo() Text { return Text{id: "edit.part_two"} }

// EditPartTwoPhone says:
//
//	A coordinator looks at this first. Until then the card says that the number may be changing.
func EditPartTwoPhone() Text { return Text{id: "edit.part_two_phone"} }

// EditPrivateNumber says:
//
//	Then it can't stand here. Strangers would ring that person day and night. Please give a number of the group.
func EditPrivateNumber() Text { return Text{id: "edit.private_number"} }

// EditSaved says:
//
//	Saved. This is what people see from now on:
func EditSaved() Text { return Text{id: "edit.saved"} }

// EditSecret says:
//
//	The address of this place is kept private. So no address and no postcode can stand here.
func EditSecret() Text { return Text{id: "edit.secret"} }

// EditSecretWords says:
//
//	Your own words still name a postcode. Please take it out of them first.
func EditSecretWords() Text { return Text{id: "edit.secret_words"} }

// EditTooLong says:
//
//	That is too long for the card. Please use at most {{.Most}} letters.
func EditTooLong(most string) Text {
	return Text{id: "edit.too_long", values: map[string]any{"Most": most}}
}

// EditTooShort says:
//
//	That is too short. Please use a few more letters.
func EditTooShort() Text { return Text{id: "edit.too_short"} }

// EditUnchanged says:
//
//	That is what it says already. Nothing was changed.
func EditUnchanged() Text { return Text{id: "edit.unchanged"} }

// EditUnknownLanguage says:
//
//	I don't know that language. Try its English name.
func EditUnknownLanguage() Text { return Text{id: "edit.unknown_language"} }

// EditWaits says:
//
//	Thank you. It now waits for a coordinator. You see it with your entries.
func EditWaits() Text { return Text{id: "edit.waits"} }
