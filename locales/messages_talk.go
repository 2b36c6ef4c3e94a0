// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// TalkAccessEnded says:
//
//	You can't use this part any more. Your coordinator can tell you why. You can use all the rest.
func TalkAccessEnded() Text { return Text{id: "talk.access_ended"} }

// TalkBroken says:
//
//	Sorry, something is not working here. It is not your fault. Please try again in a few minutes.
//
//	These numbers still work:
//	<b>999</b> if a life is in danger
//	<b>111</b> for help, day or night. For mental health, press 2.
func TalkBroken() Text { return Text{id: "talk.broken"} }

// TalkButtonLook says:
//
//	Look again
func TalkButtonLook() Text { return Text{id: "talk.button_look"} }

// TalkCancelled says:
//
//	OK, I have stopped. You can start again at any time.
func TalkCancelled() Text { return Text{id: "talk.cancelled"} }

// TalkChooseOne says:
//
//	Please tap one of the buttons.
func TalkChooseOne() Text { return Text{id: "talk.choose_one"} }

// TalkDraftLanguage says:
//
//	No speaker has checked these words yet. Here they are in English too:
func TalkDraftLanguage() Text { return Text{id: "talk.draft_language"} }

// TalkListAndRing says:
//
//	Let's do it another way. Here is the list. Tap what fits best.
//
//	You can also talk to a person, day or night. It is free:
//	<b>NHS 111</b>. For mental health, press 2.
func TalkListAndRing() Text { return Text{id: "talk.list_and_ring"} }

// TalkNotAllowed says:
//
//	This part is for people who have an invitation. You can use all the rest.
func TalkNotAllowed() Text { return Text{id: "talk.not_allowed"} }

// TalkNotUnderstood says:
//
//	Sorry, I did not understand. Please tap a button, or try other words.
func TalkNotUnderstood() Text { return Text{id: "talk.not_understood"} }

// TalkNothingFound says:
//
//	Nothing found. Please try a shorter word.
func TalkNothingFound() Text { return Text{id: "talk.nothing_found"} }

// TalkOldButton says:
//
//	That button is from before. This is where we are now.
func TalkOldButton() Text { return Text{id: "talk.old_button"} }

// TalkSaving says:
//
//	I am saving this. It takes a moment.
func TalkSaving() Text { return Text{id: "talk.saving"} }

// TalkStepGone says:
//
//	We have changed this part since you were here. Let's start again.
func TalkStepGone() Text { return Text{id: "talk.step_gone"} }

// TalkTextOnly says:
//
//	Sorry, I can only read typed words. Nobody will see or hear what you sent.
//
//	If you need help now:
//	<b>999</b> if a life is in danger
//	<b>111</b> for help, day or night. For mental health, press 2.
func TalkTextOnly() Text { return Text{id: "talk.text_only"} }

// TalkTooLong says:
//
//	Sorry, that is too long for me. Please send it in a few short words.
func TalkTooLong() Text { return Text{id: "talk.too_long"} }

// TalkWait says:
//
//	Please wait a moment, then write again.
func TalkWait() Text { return Text{id: "talk.wait"} }
