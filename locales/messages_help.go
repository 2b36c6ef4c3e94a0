// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// HelpIntro says:
//
//	You can press the buttons, or type one of these:
func HelpIntro() Text { return Text{id: "help.intro"} }

// HelpPartLine says:
//
//	/{{.Command}} {{.WhatText}}
func HelpPartLine(command string, whatText Text) Text {
	return Text{id: "help.part_line", values: map[string]any{"Command": command, "WhatText": whatText}}
}
