// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// PageEnded says:
//
//	This page was not used for a while, so we cleared it. You can start again.
func PageEnded() Text { return Text{id: "page.ended"} }

// PageLeave says:
//
//	Leave quickly
func PageLeave() Text { return Text{id: "page.leave"} }

// PageLeaveHint says:
//
//	Clears this page and opens another one. You can also press Esc twice.
func PageLeaveHint() Text { return Text{id: "page.leave_hint"} }

// PageLoading says:
//
//	One moment
func PageLoading() Text { return Text{id: "page.loading"} }

// PageMe says:
//
//	Signpost
func PageMe() Text { return Text{id: "page.me"} }

// PageMessages says:
//
//	Messages
func PageMessages() Text { return Text{id: "page.messages"} }

// PageNoConnection says:
//
//	No connection. Your words were not sent. Please try again.
func PageNoConnection() Text { return Text{id: "page.no_connection"} }

// PageNotFound says:
//
//	There is nothing here. Start from the first page.
func PageNotFound() Text { return Text{id: "page.not_found"} }

// PagePlaceholder says:
//
//	Type here
func PagePlaceholder() Text { return Text{id: "page.placeholder"} }

// PageSend says:
//
//	Send
func PageSend() Text { return Text{id: "page.send"} }

// PageSkip says:
//
//	Skip to the messages
func PageSkip() Text { return Text{id: "page.skip"} }

// PageTitle says:
//
//	Signpost
func PageTitle() Text { return Text{id: "page.title"} }

// PageTooMany says:
//
//	That was very fast. Please wait a minute and try again.
func PageTooMany() Text { return Text{id: "page.too_many"} }

// PageTryAgain says:
//
//	Try again
func PageTryAgain() Text { return Text{id: "page.try_again"} }

// PageTryAs says:
//
//	Try it as:
func PageTryAs() Text { return Text{id: "page.try_as"} }

// PageYou says:
//
//	You
func PageYou() Text { return Text{id: "page.you"} }
