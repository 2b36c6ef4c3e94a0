// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// CardAskWhy says:
//
//	Thank you for telling me. Why is it not for you? You can leave it out.
func CardAskWhy() Text { return Text{id: "card.ask_why"} }

// CardButtonHear says:
//
//	Hear it
func CardButtonHear() Text { return Text{id: "card.button_hear"} }

// CardButtonMap says:
//
//	Map
func CardButtonMap() Text { return Text{id: "card.button_map"} }

// CardButtonNotForMe says:
//
//	Not for me
func CardButtonNotForMe() Text { return Text{id: "card.button_not_for_me"} }

// CardButtonSessions says:
//
//	Next dates
func CardButtonSessions() Text { return Text{id: "card.button_sessions"} }

// CardButtonShare says:
//
//	Pass on
func CardButtonShare() Text { return Text{id: "card.button_share"} }

// CardButtonTitle says:
//
//	{{.Number}}. {{.NameOwn}}
func CardButtonTitle(number string, nameOwn Own) Text {
	return Text{id: "card.button_title", values: map[string]any{"Number": number, "NameOwn": nameOwn}}
}

// CardButtonWhyFar says:
//
//	Too far
func CardButtonWhyFar() Text { return Text{id: "card.button_why_far"} }

// CardButtonWhyKnown says:
//
//	I may be known there
func CardButtonWhyKnown() Text { return Text{id: "card.button_why_known"} }

// CardButtonWhyLanguage says:
//
//	Not my language
func CardButtonWhyLanguage() Text { return Text{id: "card.button_why_language"} }

// CardButtonWhyOtherNeed says:
//
//	Not what I need
func CardButtonWhyOtherNeed() Text { return Text{id: "card.button_why_other_need"} }

// CardButtonWhyTime says:
//
//	At the wrong time
func CardButtonWhyTime() Text { return Text{id: "card.button_why_time"} }

// CardButtonWhyUnreached says:
//
//	I could not reach them
func CardButtonWhyUnreached() Text { return Text{id: "card.button_why_unreached"} }

// CardGone says:
//
//	This one is no longer in our list. I can look for another one with you.
func CardGone() Text { return Text{id: "card.gone"} }

// CardHear says:
//
//	Here they say it in their own voice:
func CardHear() Text { return Text{id: "card.hear"} }

// CardHearNone says:
//
//	There is nothing to hear in this language at the moment.
func CardHearNone() Text { return Text{id: "card.hear_none"} }

// CardIntro says:
//
//	Here are the details you asked for, all in one place:
func CardIntro() Text { return Text{id: "card.intro"} }

// CardPartAccess says:
//
//	<b>Good to know:</b> {{.ThingsText}}
func CardPartAccess(thingsText Text) Text {
	return Text{id: "card.part_access", values: map[string]any{"ThingsText": thingsText}}
}

// CardPartAgeBetween says:
//
//	Age {{.From}} to {{.To}}.
func CardPartAgeBetween(from string, to string) Text {
	return Text{id: "card.part_age_between", values: map[string]any{"From": from, "To": to}}
}

// CardPartAgeFrom says:
//
//	From age {{.Years}}.
func CardPartAgeFrom(years string) Text {
	return Text{id: "card.part_age_from", values: map[string]any{"Years": years}}
}

// CardPartAgeTo says:
//
//	Up to age {{.Years}}.
func CardPartAgeTo(years string) Text {
	return Text{id: "card.part_age_to", values: map[string]any{"Years": years}}
}

// CardPartBeingChecked says:
//
//	Somebody told us that something here may be wrong. We are checking it.
func CardPartBeingChecked() Text { return Text{id: "card.part_being_checked"} }

// CardPartCancelled says:
//
//	Not on {{.DayText}}.
func CardPartCancelled(dayText Text) Text {
	return Text{id: "card.part_cancelled", values: map[string]any{"DayText": dayText}}
}

// CardPartChecked says:
//
//	Checked with them on {{.DayText}} by: {{.RoleText}}.
func CardPartChecked(dayText Text, roleText Text) Text {
	return Text{id: "card.part_checked", values: map[string]any{"DayText": dayText, "RoleText": roleText}}
}

// CardPartConfidential says:
//
//	The address is kept private. Ring and ask.
func CardPartConfidential() Text { return Text{id: "card.part_confidential"} }

// CardPartCost says:
//
//	<b>Cost:</b> {{.CostOwn}}
func CardPartCost(costOwn Own) Text {
	return Text{id: "card.part_cost", values: map[string]any{"CostOwn": costOwn}}
}

// CardPartEmail says:
//
//	<b>Email:</b>
func CardPartEmail() Text { return Text{id: "card.part_email"} }

// CardPartExample says:
//
//	Example only. This place is not real.
func CardPartExample() Text { return Text{id: "card.part_example"} }

// CardPartFor says:
//
//	<b>For:</b> {{.CommunitiesText}}
func CardPartFor(communitiesText Text) Text {
	return Text{id: "card.part_for", values: map[string]any{"CommunitiesText": communitiesText}}
}

// CardPartForOnly says:
//
//	<b>Only for:</b> {{.CommunitiesText}}
func CardPartForOnly(communitiesText Text) Text {
	return Text{id: "card.part_for_only", values: map[string]any{"CommunitiesText": communitiesText}}
}

// CardPartFree says:
//
//	It is free.
func CardPartFree() Text { return Text{id: "card.part_free"} }

// CardPartGetIn says:
//
//	<b>How to get in:</b> {{.WaysText}}
func CardPartGetIn(waysText Text) Text {
	return Text{id: "card.part_get_in", values: map[string]any{"WaysText": waysText}}
}

// CardPartHear says:
//
//	one: {{.Language}}, {{.SecondsCount}} second
//	{{.Language}}, {{.SecondsCount}} seconds
func CardPartHear(language string, secondsCount int) Text {
	return Text{id: "card.part_hear", values: map[string]any{"Language": language, "SecondsCount": secondsCount}}
}

// CardPartHearNotHere says:
//
//	No sound can be played here. You can hear it in Telegram, or on our web page.
func CardPartHearNotHere() Text { return Text{id: "card.part_hear_not_here"} }

// CardPartHidden says:
//
//	They have not told us for a long time if this is still right. So we don't show it for now. Ask your doctor, or ring NHS 111. They know what there is near you.
func CardPartHidden() Text { return Text{id: "card.part_hidden"} }

// CardPartHours says:
//
//	<b>Times they give:</b> {{.HoursOwn}}
func CardPartHours(hoursOwn Own) Text {
	return Text{id: "card.part_hours", values: map[string]any{"HoursOwn": hoursOwn}}
}

// CardPartHow says:
//
//	<b>What they say about it:</b> {{.HowOwn}}
func CardPartHow(howOwn Own) Text {
	return Text{id: "card.part_how", values: map[string]any{"HowOwn": howOwn}}
}

// CardPartInterpreter says:
//
//	They can get an interpreter. Ask when you ring.
func CardPartInterpreter() Text { return Text{id: "card.part_interpreter"} }

// CardPartLine says:
//
//	{{.Number}}. <b>{{.NameOwn}}</b>
//	{{.WhyText}}
func CardPartLine(number string, nameOwn Own, whyText Text) Text {
	return Text{id: "card.part_line", values: map[string]any{"Number": number, "NameOwn": nameOwn, "WhyText": whyText}}
}

// CardPartLongAgo says:
//
//	That was a while ago. Ring first.
func CardPartLongAgo() Text { return Text{id: "card.part_long_ago"} }

// CardPartMenOnly says:
//
//	Men only.
func CardPartMenOnly() Text { return Text{id: "card.part_men_only"} }

// CardPartMoved says:
//
//	changed time or place
func CardPartMoved() Text { return Text{id: "card.part_moved"} }

// CardPartName says:
//
//	<b>{{.NameOwn}}</b>
func CardPartName(nameOwn Own) Text {
	return Text{id: "card.part_name", values: map[string]any{"NameOwn": nameOwn}}
}

// CardPartNext says:
//
//	<b>Next:</b> {{.WhenText}}
func CardPartNext(whenText Text) Text {
	return Text{id: "card.part_next", values: map[string]any{"WhenText": whenText}}
}

// CardPartNoSessions says:
//
//	We do not know the next dates. Ring first.
func CardPartNoSessions() Text { return Text{id: "card.part_no_sessions"} }

// CardPartNumberChanging says:
//
//	Their number may be changing. Ring first before you go.
func CardPartNumberChanging() Text { return Text{id: "card.part_number_changing"} }

// CardPartNumberTexts says:
//
//	{{.NumberText}} (for texts)
func CardPartNumberTexts(numberText Text) Text {
	return Text{id: "card.part_number_texts", values: map[string]any{"NumberText": numberText}}
}

// CardPartOpening says:
//
//	<b>{{.OpeningText}}</b>
func CardPartOpening(openingText Text) Text {
	return Text{id: "card.part_opening", values: map[string]any{"OpeningText": openingText}}
}

// CardPartPaused says:
//
//	Not running at the moment. Ring first.
func CardPartPaused() Text { return Text{id: "card.part_paused"} }

// CardPartRing says:
//
//	<b>Ring:</b>
func CardPartRing() Text { return Text{id: "card.part_ring"} }

// CardPartSentence says:
//
//	{{.SentenceOwn}}
func CardPartSentence(sentenceOwn Own) Text {
	return Text{id: "card.part_sentence", values: map[string]any{"SentenceOwn": sentenceOwn}}
}

// CardPartSmallCommunity says:
//
//	You may meet people you know. You can ring first and ask who is there.
func CardPartSmallCommunity() Text { return Text{id: "card.part_small_community"} }

// CardPartSource says:
//
//	Where we read it: {{.From}} {{.Date}}
func CardPartSource(from string, date string) Text {
	return Text{id: "card.part_source", values: map[string]any{"From": from, "Date": date}}
}

// CardPartSpeaks says:
//
//	<b>People there speak:</b> {{.LanguagesText}}
func CardPartSpeaks(languagesText Text) Text {
	return Text{id: "card.part_speaks", values: map[string]any{"LanguagesText": languagesText}}
}

// CardPartSpeaksMaybe says:
//
//	Maybe also {{.LanguagesText}}. Ring and ask.
func CardPartSpeaksMaybe(languagesText Text) Text {
	return Text{id: "card.part_speaks_maybe", values: map[string]any{"LanguagesText": languagesText}}
}

// CardPartText says:
//
//	<b>Send a text:</b>
func CardPartText() Text { return Text{id: "card.part_text"} }

// CardPartUnanswered says:
//
//	They have not said for a while that this is right. Ring first.
func CardPartUnanswered() Text { return Text{id: "card.part_unanswered"} }

// CardPartUnansweredNoPhone says:
//
//	They have not said for a while that this is right. Ask them before you go.
func CardPartUnansweredNoPhone() Text { return Text{id: "card.part_unanswered_no_phone"} }

// CardPartUnchecked says:
//
//	We have not yet checked this with them. Ring first.
func CardPartUnchecked() Text { return Text{id: "card.part_unchecked"} }

// CardPartUncheckedNoPhone says:
//
//	We have not yet checked this with them. Ask them before you go.
func CardPartUncheckedNoPhone() Text { return Text{id: "card.part_unchecked_no_phone"} }

// CardPartWebsite says:
//
//	<b>Website:</b>
func CardPartWebsite() Text { return Text{id: "card.part_website"} }

// CardPartWhen says:
//
//	{{.DayText}}, {{.HoursText}} ({{.FarText}})
func CardPartWhen(dayText Text, hoursText Text, farText Text) Text {
	return Text{id: "card.part_when", values: map[string]any{"DayText": dayText, "HoursText": hoursText, "FarText": farText}}
}

// CardPartWhere says:
//
//	<b>Where:</b>
func CardPartWhere() Text { return Text{id: "card.part_where"} }

// CardPartWomenOnly says:
//
//	Women only.
func CardPartWomenOnly() Text { return Text{id: "card.part_women_only"} }

// CardSessionsIntro says:
//
//	These are the next dates that we know of right now:
func CardSessionsIntro() Text { return Text{id: "card.sessions_intro"} }

// CardShare says:
//
//	You can pass on this link. It opens the same page in their language:
func CardShare() Text { return Text{id: "card.share"} }
