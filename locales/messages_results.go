// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// ResultsAskChange says:
//
//	Which answer would you like to change?
func ResultsAskChange() Text { return Text{id: "results.ask_change"} }

// ResultsAskNarrow says:
//
//	What else should it be? The number says how many are left with it.
func ResultsAskNarrow() Text { return Text{id: "results.ask_narrow"} }

// ResultsAskNarrowNone says:
//
//	There is nothing more to narrow down. All of them fit as they are.
func ResultsAskNarrowNone() Text { return Text{id: "results.ask_narrow_none"} }

// ResultsButtonChange says:
//
//	Change an answer
func ResultsButtonChange() Text { return Text{id: "results.button_change"} }

// ResultsButtonChangeNeed says:
//
//	What it is about: {{.AnswerText}}
func ResultsButtonChangeNeed(answerText Text) Text {
	return Text{id: "results.button_change_need", values: map[string]any{"AnswerText": answerText}}
}

// ResultsButtonChangeWhere says:
//
//	Where: {{.AnswerText}}
func ResultsButtonChangeWhere(answerText Text) Text {
	return Text{id: "results.button_change_where", values: map[string]any{"AnswerText": answerText}}
}

// ResultsButtonChangeWho says:
//
//	Who to talk to: {{.AnswerText}}
func ResultsButtonChangeWho(answerText Text) Text {
	return Text{id: "results.button_change_who", values: map[string]any{"AnswerText": answerText}}
}

// ResultsButtonFilter says:
//
//	{{.FilterText}} ({{.Number}})
func ResultsButtonFilter(filterText Text, number string) Text {
	return Text{id: "results.button_filter", values: map[string]any{"FilterText": filterText, "Number": number}}
}

// ResultsButtonNarrow says:
//
//	Narrow it down
func ResultsButtonNarrow() Text { return Text{id: "results.button_narrow"} }

// ResultsButtonPhone says:
//
//	What happens when I ring?
func ResultsButtonPhone() Text { return Text{id: "results.button_phone"} }

// ResultsButtonShow says:
//
//	Show me
func ResultsButtonShow() Text { return Text{id: "results.button_show"} }

// ResultsIntro says:
//
//	I looked through the whole list for you. This is what I found:
func ResultsIntro() Text { return Text{id: "results.intro"} }

// ResultsNone says:
//
//	I looked through the whole list for you, and I found no place that fits.
func ResultsNone() Text { return Text{id: "results.none"} }

// ResultsPartAnything says:
//
//	anything
func ResultsPartAnything() Text { return Text{id: "results.part_anything"} }

// ResultsPartCannotWait says:
//
//	Can't wait? Ring 111, then press 2. Day and night, free.
func ResultsPartCannotWait() Text { return Text{id: "results.part_cannot_wait"} }

// ResultsPartCarerHint says:
//
//	You can ring for them. You do not need to have all the answers. Listening helps.
func ResultsPartCarerHint() Text { return Text{id: "results.part_carer_hint"} }

// ResultsPartDoctor says:
//
//	Your doctor can help, too. Or ring 111, then press 2. Day and night, free.
func ResultsPartDoctor() Text { return Text{id: "results.part_doctor"} }

// ResultsPartEvenings says:
//
//	in the evening
func ResultsPartEvenings() Text { return Text{id: "results.part_evenings"} }

// ResultsPartNarrowed says:
//
//	Only: {{.FiltersText}}.
func ResultsPartNarrowed(filtersText Text) Text {
	return Text{id: "results.part_narrowed", values: map[string]any{"FiltersText": filtersText}}
}

// ResultsPartNextIn says:
//
//	one: Next session in {{.DaysCount}} day.
//	Next session in {{.DaysCount}} days.
func ResultsPartNextIn(daysCount int) Text {
	return Text{id: "results.part_next_in", values: map[string]any{"DaysCount": daysCount}}
}

// ResultsPartOutsideArea says:
//
//	{{.Place}} is not in {{.Area}}. These lines are for everyone in the country.
func ResultsPartOutsideArea(place string, area string) Text {
	return Text{id: "results.part_outside_area", values: map[string]any{"Place": place, "Area": area}}
}

// ResultsPartOutsideUnnamed says:
//
//	You are not in {{.Area}} now. These lines are for everyone in the country.
func ResultsPartOutsideUnnamed(area string) Text {
	return Text{id: "results.part_outside_unnamed", values: map[string]any{"Area": area}}
}

// ResultsPartUnreachable says:
//
//	There is a group for this community: {{.CommunityText}}. We have no checked way to reach it yet.
func ResultsPartUnreachable(communityText Text) Text {
	return Text{id: "results.part_unreachable", values: map[string]any{"CommunityText": communityText}}
}

// ResultsPartWeekends says:
//
//	at the weekend
func ResultsPartWeekends() Text { return Text{id: "results.part_weekends"} }
