// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// ResultsButtonAgain says:
//
//	Ask me again
func ResultsButtonAgain() Text { return Text{id: "results.button_again"} }

// ResultsIntro says:
//
//	I looked through the whole list for you. This is what I found:
func ResultsIntro() Text { return Text{id: "results.intro"} }

// ResultsNone says:
//
//	I looked through the whole list for you, and I found no place that fits.
func ResultsNone() Text { return Text{id: "results.none"} }

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
