// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// CommandAccessCheck says:
//
//	How did a service receive you?
func CommandAccessCheck() Text { return Text{id: "command.access_check"} }

// CommandAccessChecks says:
//
//	How services received enquiries
func CommandAccessChecks() Text { return Text{id: "command.access_checks"} }

// CommandAudit says:
//
//	Who changed what
func CommandAudit() Text { return Text{id: "command.audit"} }

// CommandBoard says:
//
//	What needs a look
func CommandBoard() Text { return Text{id: "command.board"} }

// CommandCertificate says:
//
//	Until when your certificate is valid
func CommandCertificate() Text { return Text{id: "command.certificate"} }

// CommandDoors says:
//
//	Your ways in here
func CommandDoors() Text { return Text{id: "command.doors"} }

// CommandFind says:
//
//	Find a place near you
func CommandFind() Text { return Text{id: "command.find"} }

// CommandForget says:
//
//	Delete what we keep about you
func CommandForget() Text { return Text{id: "command.forget"} }

// CommandGroups says:
//
//	The groups
func CommandGroups() Text { return Text{id: "command.groups"} }

// CommandGuide says:
//
//	How things work here
func CommandGuide() Text { return Text{id: "command.guide"} }

// CommandHelp says:
//
//	What you can do here
func CommandHelp() Text { return Text{id: "command.help"} }

// CommandHide says:
//
//	Clear this chat
func CommandHide() Text { return Text{id: "command.hide"} }

// CommandLanguage says:
//
//	Change the language
func CommandLanguage() Text { return Text{id: "command.language"} }

// CommandListings says:
//
//	Your group's entries
func CommandListings() Text { return Text{id: "command.listings"} }

// CommandLog says:
//
//	Log a session
func CommandLog() Text { return Text{id: "command.log"} }

// CommandMenu says:
//
//	Back to the start
func CommandMenu() Text { return Text{id: "command.menu"} }

// CommandMySessions says:
//
//	Sessions that you logged
func CommandMySessions() Text { return Text{id: "command.my_sessions"} }

// CommandNumbers says:
//
//	Numbers to check each month
func CommandNumbers() Text { return Text{id: "command.numbers"} }

// CommandOurNumbers says:
//
//	Your group's numbers
func CommandOurNumbers() Text { return Text{id: "command.our_numbers"} }

// CommandPeople says:
//
//	Who does what, and inviting
func CommandPeople() Text { return Text{id: "command.people"} }

// CommandPrivacy says:
//
//	Who can read this
func CommandPrivacy() Text { return Text{id: "command.privacy"} }

// CommandQueue says:
//
//	Changes that wait for you
func CommandQueue() Text { return Text{id: "command.queue"} }

// CommandTimes says:
//
//	Times of your entries
func CommandTimes() Text { return Text{id: "command.times"} }

// CommandToday says:
//
//	Sessions of today: off or moved
func CommandToday() Text { return Text{id: "command.today"} }

// CommandUrgent says:
//
//	Numbers to ring now
func CommandUrgent() Text { return Text{id: "command.urgent"} }

// CommandWorried says:
//
//	Whom to ring about somebody
func CommandWorried() Text { return Text{id: "command.worried"} }
