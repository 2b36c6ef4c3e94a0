package web

import "signpost/locales"

// Phrases are the words of the page itself, around the talk. Each is shown as it
// stands; a zero Text shows nothing.
type Phrases struct {
	Title   locales.Text // the page's title: neutral, it shows in tabs and histories
	Demo    locales.Text // this is an invented town, not real services
	Leave   locales.Text // the button that leaves at once
	Skip    locales.Text // link to the newest message, for keyboards
	Log     locales.Text // names the conversation, for screen readers
	Bot     locales.Text // above what the bot says
	You     locales.Text // above what the person said
	Label   locales.Text // names the field to write in
	Send    locales.Text // the button beside it
	Close   locales.Text // closes a message box
	Wait    locales.Text // an answer is on its way
	Late    locales.Text // the answer takes longer: open the page again
	Offline locales.Text // what was typed could not be sent; it is still here
	Begin   locales.Text // link or button: to the conversation
	Ended   locales.Text // the chat was ended because nobody touched it
	Missing locales.Text // there is no such page
	Foreign locales.Text // this came from another site and was not taken
	Large   locales.Text // what was sent is too long
	Odd     locales.Text // what was sent could not be read
	Busy    locales.Text // too much at once, try again in a moment
	Broken  locales.Text // our fault, nothing was saved; 999 and 111 still work
}
