// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// MenuAsk says:
//
//	What would you like to do? Press a button below, or write what you need in your own words.
func MenuAsk() Text { return Text{id: "menu.ask"} }

// MenuButtonAudit says:
//
//	Who changed what
func MenuButtonAudit() Text { return Text{id: "menu.button_audit"} }

// MenuButtonBoard says:
//
//	What needs a look
func MenuButtonBoard() Text { return Text{id: "menu.button_board"} }

// MenuButtonGroups says:
//
//	Groups
func MenuButtonGroups() Text { return Text{id: "menu.button_groups"} }

// MenuButtonGuide says:
//
//	How things work
func MenuButtonGuide() Text { return Text{id: "menu.button_guide"} }

// MenuButtonHelp says:
//
//	What can I do here?
func MenuButtonHelp() Text { return Text{id: "menu.button_help"} }

// MenuButtonListings says:
//
//	My entries
func MenuButtonListings() Text { return Text{id: "menu.button_listings"} }

// MenuButtonLog says:
//
//	Log a session
func MenuButtonLog() Text { return Text{id: "menu.button_log"} }

// MenuButtonMe says:
//
//	Find a place for me
func MenuButtonMe() Text { return Text{id: "menu.button_me"} }

// MenuButtonMySessions says:
//
//	My sessions
func MenuButtonMySessions() Text { return Text{id: "menu.button_my_sessions"} }

// MenuButtonOurNumbers says:
//
//	Our numbers
func MenuButtonOurNumbers() Text { return Text{id: "menu.button_our_numbers"} }

// MenuButtonPrivacy says:
//
//	Who can read this?
func MenuButtonPrivacy() Text { return Text{id: "menu.button_privacy"} }

// MenuButtonQueue says:
//
//	Waiting changes
func MenuButtonQueue() Text { return Text{id: "menu.button_queue"} }

// MenuButtonSomeone says:
//
//	Find a place for someone else
func MenuButtonSomeone() Text { return Text{id: "menu.button_someone"} }

// MenuFoundNames says:
//
//	I found these names in our list. Press one to see more:
func MenuFoundNames() Text { return Text{id: "menu.found_names"} }

// MenuHello says:
//
//	Welcome. I help you find a place or a person to talk to in {{.Area}}.
func MenuHello(area string) Text {
	return Text{id: "menu.hello", values: map[string]any{"Area": area}}
}

// MenuPartExample says:
//
//	This is a demonstration in an invented town. No place in it is real.
func MenuPartExample() Text { return Text{id: "menu.part_example"} }

// MenuPartHonest says:
//
//	I am a machine. Nobody reads this. If a life is in danger, ring 999.
func MenuPartHonest() Text { return Text{id: "menu.part_honest"} }

// MenuPartTelegram says:
//
//	We don't ask your name. Telegram knows your number and keeps this chat. Anyone who can open your Telegram can read it.
func MenuPartTelegram() Text { return Text{id: "menu.part_telegram"} }

// MenuPartWeb says:
//
//	We don't ask your name. When you leave, this page is cleared.
func MenuPartWeb() Text { return Text{id: "menu.part_web"} }
