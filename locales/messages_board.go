// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// BoardButtonDealt says:
//
//	I have talked with them
func BoardButtonDealt() Text { return Text{id: "board.button_dealt"} }

// BoardButtonFiled says:
//
//	News from other lists
func BoardButtonFiled() Text { return Text{id: "board.button_filed"} }

// BoardButtonHidden says:
//
//	Hidden
func BoardButtonHidden() Text { return Text{id: "board.button_hidden"} }

// BoardButtonNoAdmin says:
//
//	Groups without an admin
func BoardButtonNoAdmin() Text { return Text{id: "board.button_no_admin"} }

// BoardButtonReported says:
//
//	Somebody says it is wrong
func BoardButtonReported() Text { return Text{id: "board.button_reported"} }

// BoardButtonSilent says:
//
//	Card says "ring first"
func BoardButtonSilent() Text { return Text{id: "board.button_silent"} }

// BoardButtonStale says:
//
//	Asked, no answer yet
func BoardButtonStale() Text { return Text{id: "board.button_stale"} }

// BoardButtonUnchecked says:
//
//	Not yet checked with them
func BoardButtonUnchecked() Text { return Text{id: "board.button_unchecked"} }

// BoardButtonWaiting says:
//
//	Changes that wait
func BoardButtonWaiting() Text { return Text{id: "board.button_waiting"} }

// BoardButtonWelcome says:
//
//	Not made welcome
func BoardButtonWelcome() Text { return Text{id: "board.button_welcome"} }

// BoardDealt says:
//
//	Thank you. It is off your board now.
func BoardDealt() Text { return Text{id: "board.dealt"} }

// BoardEmpty says:
//
//	Nothing needs a look at the moment. Well done!
func BoardEmpty() Text { return Text{id: "board.empty"} }

// BoardIntro says:
//
//	Here is what needs a look, as it stands now. Press one to see more.
func BoardIntro() Text { return Text{id: "board.intro"} }

// BoardListEmpty says:
//
//	Nothing is left on this list. Well done!
func BoardListEmpty() Text { return Text{id: "board.list_empty"} }

// BoardListHidden says:
//
//	Nobody has answered for a long time. People do not find these any more.
func BoardListHidden() Text { return Text{id: "board.list_hidden"} }

// BoardListNoAdmin says:
//
//	Nobody looks after the entries of these groups. Press one to invite somebody.
func BoardListNoAdmin() Text { return Text{id: "board.list_no_admin"} }

// BoardListReported says:
//
//	Somebody says that these entries are wrong. The oldest is first.
func BoardListReported() Text { return Text{id: "board.list_reported"} }

// BoardListSilent says:
//
//	Nobody has answered for two weeks. These cards now say: please ring first.
func BoardListSilent() Text { return Text{id: "board.list_silent"} }

// BoardListStale says:
//
//	We asked if these entries are right. Nobody has answered yet.
func BoardListStale() Text { return Text{id: "board.list_stale"} }

// BoardListUnchecked says:
//
//	Nobody has asked the people there yet if these are right.
func BoardListUnchecked() Text { return Text{id: "board.list_unchecked"} }

// BoardListWelcome says:
//
//	Somebody was not made welcome at these places. The people there do not know of it.
func BoardListWelcome() Text { return Text{id: "board.list_welcome"} }

// BoardPartNumbers says:
//
//	The numbers of the urgent card were last rung on {{.RungOnText}}.
func BoardPartNumbers(rungOnText Text) Text {
	return Text{id: "board.part_numbers", values: map[string]any{"RungOnText": rungOnText}}
}

// BoardPartNumbersDue says:
//
//	The numbers of the urgent card were last rung on {{.RungOnText}}. Please ring them again.
func BoardPartNumbersDue(rungOnText Text) Text {
	return Text{id: "board.part_numbers_due", values: map[string]any{"RungOnText": rungOnText}}
}

// BoardPartNumbersNever says:
//
//	Nobody has rung the numbers of the urgent card yet.
func BoardPartNumbersNever() Text { return Text{id: "board.part_numbers_never"} }

// BoardPartWelcome says:
//
//	We keep no day and no name. Please talk with them about how they welcome people, and not about one visit.
func BoardPartWelcome() Text { return Text{id: "board.part_welcome"} }

// BoardWeekly says:
//
//	There is something to read on your board this week.
func BoardWeekly() Text { return Text{id: "board.weekly"} }

// BoardWelcome says:
//
//	one: {{.Count}} person has told us that they were not made welcome here:
//	{{.Count}} people have told us that they were not made welcome here:
func BoardWelcome(count int) Text {
	return Text{id: "board.welcome", values: map[string]any{"Count": count}}
}
