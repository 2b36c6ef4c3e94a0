// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// ButtonBack says:
//
//	Back
func ButtonBack() Text { return Text{id: "button.back"} }

// ButtonClose says:
//
//	Close
func ButtonClose() Text { return Text{id: "button.close"} }

// ButtonDone says:
//
//	Done
func ButtonDone() Text { return Text{id: "button.done"} }

// ButtonEarlier says:
//
//	Earlier ones
func ButtonEarlier() Text { return Text{id: "button.earlier"} }

// ButtonGoOn says:
//
//	Go on
func ButtonGoOn() Text { return Text{id: "button.go_on"} }

// ButtonHide says:
//
//	Hide this chat
func ButtonHide() Text { return Text{id: "button.hide"} }

// ButtonLanguage says:
//
//	🌐 Language
func ButtonLanguage() Text { return Text{id: "button.language"} }

// ButtonMenu says:
//
//	Menu
func ButtonMenu() Text { return Text{id: "button.menu"} }

// ButtonMore says:
//
//	More
func ButtonMore() Text { return Text{id: "button.more"} }

// ButtonNo says:
//
//	No
func ButtonNo() Text { return Text{id: "button.no"} }

// ButtonSkip says:
//
//	Skip
func ButtonSkip() Text { return Text{id: "button.skip"} }

// ButtonStartAgain says:
//
//	Start again
func ButtonStartAgain() Text { return Text{id: "button.start_again"} }

// ButtonTicked says:
//
//	✓ {{.ChoiceText}}
func ButtonTicked(choiceText Text) Text {
	return Text{id: "button.ticked", values: map[string]any{"ChoiceText": choiceText}}
}

// ButtonUrgent says:
//
//	Urgent help
func ButtonUrgent() Text { return Text{id: "button.urgent"} }

// ButtonYes says:
//
//	Yes
func ButtonYes() Text { return Text{id: "button.yes"} }
