// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// FiledButtonLater says:
//
//	Later
func FiledButtonLater() Text { return Text{id: "filed.button_later"} }

// FiledButtonLeave says:
//
//	Leave it as it is
func FiledButtonLeave() Text { return Text{id: "filed.button_leave"} }

// FiledButtonTake says:
//
//	Take it over
func FiledButtonTake() Text { return Text{id: "filed.button_take"} }

// FiledItem says:
//
//	Another list says something else about this. Is it better?
func FiledItem() Text { return Text{id: "filed.item"} }

// FiledNone says:
//
//	Nothing more has come from other lists.
func FiledNone() Text { return Text{id: "filed.none"} }

// FiledPartFrom says:
//
//	From {{.List}}, {{.CameOnText}}
func FiledPartFrom(list string, cameOnText Text) Text {
	return Text{id: "filed.part_from", values: map[string]any{"List": list, "CameOnText": cameOnText}}
}
