// Package flows joins the conversations of all kinds of people into one book.
package flows

import (
	"signpost/bot/flows/member"
	"signpost/bot/talk"
)

// Book is everything the bot talks about, over what it may read.
func Book(dir member.Directory, area member.Area) talk.Book {
	return talk.NewBook(talk.Book{
		Entrances: member.Flows(dir, area),
		Home:      "menu",
		Footer:    member.Footer,
		Urgent:    member.Urgent,
	})
}
