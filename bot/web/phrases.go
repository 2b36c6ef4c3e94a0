package web

import "signpost/locales"

// phrases are the words of the page itself, around the talk.
type phrases struct {
	Title   locales.Text // the page's title: neutral, it shows in tabs and histories
	Demo    locales.Text // this is an invented town, not real services
	TryAs   locales.Text // before the links to those as whom it can be tried
	Urgent  locales.Text // the button to the numbers, on every page
	Leave   locales.Text // the button that leaves at once
	Hint    locales.Text // what that button does, and that Escape does it too
	Skip    locales.Text // link to the newest message, for keyboards
	Log     locales.Text // names the conversation, for screen readers
	Bot     locales.Text // above what the bot says
	You     locales.Text // above what the person said
	Label   locales.Text // names the field to write in
	Send    locales.Text // the button beside it
	Close   locales.Text // closes a message box
	Wait    locales.Text // an answer is on its way
	Again   locales.Text // link: look whether it is there
	Offline locales.Text // what was typed could not be sent; it is still here
	Begin   locales.Text // link: to the conversation
	Ended   locales.Text // the chat was ended because nobody touched it
	Missing locales.Text // there is no such page
	Large   locales.Text // what was sent is too long
	Odd     locales.Text // what was sent could not be read, or came from another site
	Busy    locales.Text // too much at once, try again in a moment
	Broken  locales.Text // our fault, nothing was saved; 999 and 111 still work
}

// say are the page's words.
var say = phrases{
	Title:   locales.PageTitle(),
	Demo:    locales.MenuPartExample(),
	TryAs:   locales.PageTryAs(),
	Urgent:  locales.ButtonUrgent(),
	Leave:   locales.PageLeave(),
	Hint:    locales.PageLeaveHint(),
	Skip:    locales.PageSkip(),
	Log:     locales.PageMessages(),
	Bot:     locales.PageMe(),
	You:     locales.PageYou(),
	Label:   locales.PagePlaceholder(),
	Send:    locales.PageSend(),
	Close:   locales.ButtonClose(),
	Wait:    locales.PageLoading(),
	Again:   locales.PageTryAgain(),
	Offline: locales.PageNoConnection(),
	Begin:   locales.ButtonStartAgain(),
	Ended:   locales.PageEnded(),
	Missing: locales.PageNotFound(),
	Large:   locales.TalkTooLong(),
	Odd:     locales.PageNotFound(),
	Busy:    locales.PageTooMany(),
	Broken:  locales.TalkBroken(),
}
