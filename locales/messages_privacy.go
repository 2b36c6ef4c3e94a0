// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// PrivacyButtonHold says:
//
//	What do you hold on me?
func PrivacyButtonHold() Text { return Text{id: "privacy.button_hold"} }

// PrivacyHold says:
//
//	This is all that I hold about this chat right now:
func PrivacyHold() Text { return Text{id: "privacy.hold"} }

// PrivacyIntro says:
//
//	Who can read this chat, and what we keep:
func PrivacyIntro() Text { return Text{id: "privacy.intro"} }

// PrivacyPartController says:
//
//	This is a trial. No health expert has signed it off yet. Before it opens, the organisation that answers for it will be named here. You can complain to the Information Commissioner: ico.org.uk.
func PrivacyPartController() Text { return Text{id: "privacy.part_controller"} }

// PrivacyPartControllerNamed says:
//
//	{{.Name}} answers for this service. You can complain to them, or to the Information Commissioner: ico.org.uk.
func PrivacyPartControllerNamed(name string) Text {
	return Text{id: "privacy.part_controller_named", values: map[string]any{"Name": name}}
}

// PrivacyPartCounts says:
//
//	We count what people look for, to show what is missing. We never count who.
func PrivacyPartCounts() Text { return Text{id: "privacy.part_counts"} }

// PrivacyPartHoldAnswers says:
//
//	Your answers: {{.AnswersText}}. They go after 24 hours.
func PrivacyPartHoldAnswers(answersText Text) Text {
	return Text{id: "privacy.part_hold_answers", values: map[string]any{"AnswersText": answersText}}
}

// PrivacyPartHoldLanguage says:
//
//	The language: {{.Name}}. I remember it because you asked me to.
func PrivacyPartHoldLanguage(name string) Text {
	return Text{id: "privacy.part_hold_language", values: map[string]any{"Name": name}}
}

// PrivacyPartHoldMessages says:
//
//	The numbers of the messages of the last 47 hours, so that I can clear them. Not what is in them.
func PrivacyPartHoldMessages() Text { return Text{id: "privacy.part_hold_messages"} }

// PrivacyPartHoldName says:
//
//	No name, no phone number, nothing that you typed.
func PrivacyPartHoldName() Text { return Text{id: "privacy.part_hold_name"} }

// PrivacyPartHoldNoAnswers says:
//
//	No answers.
func PrivacyPartHoldNoAnswers() Text { return Text{id: "privacy.part_hold_no_answers"} }

// PrivacyPartHoldNoLanguage says:
//
//	The language is not remembered. It goes after 24 hours, too.
func PrivacyPartHoldNoLanguage() Text { return Text{id: "privacy.part_hold_no_language"} }

// PrivacyPartHoldSessions says:
//
//	Sessions that you log stay for three years. For one year I know that it was you. What you began but did not save goes after 14 days. If you say that you are worried about someone, that goes after a week at most. There is no name in it. I also keep the last month of your certificate.
func PrivacyPartHoldSessions() Text { return Text{id: "privacy.part_hold_sessions"} }

// PrivacyPartHoldStaff says:
//
//	You do something here for a group. So I keep a number for this chat that only I can read. I also keep what you are called here, your part, since when, and what you change.
func PrivacyPartHoldStaff() Text { return Text{id: "privacy.part_hold_staff"} }

// PrivacyPartKeep says:
//
//	What you type is read and dropped at once. Your answers are kept for 24 hours, locked, without your name. So you can go on where you were.
func PrivacyPartKeep() Text { return Text{id: "privacy.part_keep"} }

// PrivacyPartListens says:
//
//	A machine looks for words of danger in what you type, to show you numbers at once. It can miss them. {{.UrgentText}} is under every message.
func PrivacyPartListens(urgentText Text) Text {
	return Text{id: "privacy.part_listens", values: map[string]any{"UrgentText": urgentText}}
}

// PrivacyPartPeople says:
//
//	I am a machine. No person of ours reads what you write. We never ask your name.
func PrivacyPartPeople() Text { return Text{id: "privacy.part_people"} }

// PrivacyPartRights says:
//
//	You can delete all of it at any time with {{.Forget}}. After that a locked mark stays for 15 days, so that no copy can bring it back. There is no name in it. You can clear this chat with {{.Hide}}.
func PrivacyPartRights(forget string, hide string) Text {
	return Text{id: "privacy.part_rights", values: map[string]any{"Forget": forget, "Hide": hide}}
}

// PrivacyPartTelegram says:
//
//	Telegram knows your number and keeps this chat on its computers. Anyone who can open your Telegram can read it.
func PrivacyPartTelegram() Text { return Text{id: "privacy.part_telegram"} }

// PrivacyPartWeb says:
//
//	This page keeps one cookie, so that it knows where you were. It goes when you leave, or after 30 minutes.
func PrivacyPartWeb() Text { return Text{id: "privacy.part_web"} }
