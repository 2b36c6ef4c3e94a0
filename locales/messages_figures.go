// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// FiguresButtonBack says:
//
//	Back to the numbers
func FiguresButtonBack() Text { return Text{id: "figures.button_back"} }

// FiguresButtonEarlier says:
//
//	Earlier
func FiguresButtonEarlier() Text { return Text{id: "figures.button_earlier"} }

// FiguresButtonLater says:
//
//	Later
func FiguresButtonLater() Text { return Text{id: "figures.button_later"} }

// FiguresButtonMonth says:
//
//	One month
func FiguresButtonMonth() Text { return Text{id: "figures.button_month"} }

// FiguresButtonQuarter says:
//
//	Three months
func FiguresButtonQuarter() Text { return Text{id: "figures.button_quarter"} }

// FiguresButtonTable says:
//
//	As a table (CSV)
func FiguresButtonTable() Text { return Text{id: "figures.button_table"} }

// FiguresButtonUnlogged says:
//
//	Not logged yet
func FiguresButtonUnlogged() Text { return Text{id: "figures.button_unlogged"} }

// FiguresHead says:
//
//	Here are the numbers for {{.PeriodText}}.
func FiguresHead(periodText Text) Text {
	return Text{id: "figures.head", values: map[string]any{"PeriodText": periodText}}
}

// FiguresPartAway says:
//
//	Not held, first aider away: {{.Number}}
func FiguresPartAway(number string) Text {
	return Text{id: "figures.part_away", values: map[string]any{"Number": number}}
}

// FiguresPartBetween says:
//
//	{{.From}} to {{.To}}
func FiguresPartBetween(from string, to string) Text {
	return Text{id: "figures.part_between", values: map[string]any{"From": from, "To": to}}
}

// FiguresPartCancelled says:
//
//	Called off before: {{.Number}}
func FiguresPartCancelled(number string) Text {
	return Text{id: "figures.part_cancelled", values: map[string]any{"Number": number}}
}

// FiguresPartClosed says:
//
//	Not held, place closed: {{.Number}}
func FiguresPartClosed(number string) Text {
	return Text{id: "figures.part_closed", values: map[string]any{"Number": number}}
}

// FiguresPartEarly says:
//
//	Languages, what it was about and places can be seen from {{.DayText}}. Until then something can still change.
func FiguresPartEarly(dayText Text) Text {
	return Text{id: "figures.part_early", values: map[string]any{"DayText": dayText}}
}

// FiguresPartEmpty says:
//
//	Held, but nobody came: {{.Number}}
func FiguresPartEmpty(number string) Text {
	return Text{id: "figures.part_empty", values: map[string]any{"Number": number}}
}

// FiguresPartFew says:
//
//	Languages, what it was about and places are not shown. For that we need 8 sessions with visits. So nobody can be recognised.
func FiguresPartFew() Text { return Text{id: "figures.part_few"} }

// FiguresPartFirst says:
//
//	First visits: {{.NumberText}}
func FiguresPartFirst(numberText Text) Text {
	return Text{id: "figures.part_first", values: map[string]any{"NumberText": numberText}}
}

// FiguresPartInQuarter says:
//
//	Languages, what it was about and places are shown for three months together.
func FiguresPartInQuarter() Text { return Text{id: "figures.part_in_quarter"} }

// FiguresPartKind says:
//
//	{{.NameText}}: {{.Number}}
func FiguresPartKind(nameText Text, number string) Text {
	return Text{id: "figures.part_kind", values: map[string]any{"NameText": nameText, "Number": number}}
}

// FiguresPartLanguages says:
//
//	In how many sessions each language was spoken:
func FiguresPartLanguages() Text { return Text{id: "figures.part_languages"} }

// FiguresPartNeeds says:
//
//	In how many sessions it was about:
func FiguresPartNeeds() Text { return Text{id: "figures.part_needs"} }

// FiguresPartNone says:
//
//	There were no sessions in this time.
func FiguresPartNone() Text { return Text{id: "figures.part_none"} }

// FiguresPartOther says:
//
//	Not held, other reason: {{.Number}}
func FiguresPartOther(number string) Text {
	return Text{id: "figures.part_other", values: map[string]any{"Number": number}}
}

// FiguresPartPlanned says:
//
//	Sessions planned: {{.Number}}
func FiguresPartPlanned(number string) Text {
	return Text{id: "figures.part_planned", values: map[string]any{"Number": number}}
}

// FiguresPartPointed says:
//
//	In how many sessions we told of these places:
func FiguresPartPointed() Text { return Text{id: "figures.part_pointed"} }

// FiguresPartRan says:
//
//	Sessions held: {{.Number}}
func FiguresPartRan(number string) Text {
	return Text{id: "figures.part_ran", values: map[string]any{"Number": number}}
}

// FiguresPartRunning says:
//
//	This time is not over yet. I count up to now.
func FiguresPartRunning() Text { return Text{id: "figures.part_running"} }

// FiguresPartStar says:
//
//	A star (*) means fewer than 8. We don't show small numbers, so that nobody can be recognised. The others are rounded to the nearest 5.
func FiguresPartStar() Text { return Text{id: "figures.part_star"} }

// FiguresPartTable says:
//
//	The table is in English. You can open it in Excel and other programs.
func FiguresPartTable() Text { return Text{id: "figures.part_table"} }

// FiguresPartUnlogged says:
//
//	Not logged: {{.Number}}
func FiguresPartUnlogged(number string) Text {
	return Text{id: "figures.part_unlogged", values: map[string]any{"Number": number}}
}

// FiguresTable says:
//
//	Here are the numbers for {{.PeriodText}} as a table.
func FiguresTable(periodText Text) Text {
	return Text{id: "figures.table", values: map[string]any{"PeriodText": periodText}}
}

// FiguresWhich says:
//
//	Whose numbers would you like to see?
func FiguresWhich() Text { return Text{id: "figures.which"} }
