package locales_test

import (
	"slices"
	"strings"

	"github.com/nicksnyder/go-i18n/v2/i18n"
)

// What the tests know of a message from its id and its English description; doc.go
// tells the rules to those who write messages.

// names are the rooms that are tables of names.
var names = []string{
	"access", "community", "every", "field", "gender", "get_in", "group", "need", "off", "role", "spoken", "status", "way",
}

// inside are the rooms whose messages only ever stand inside others.
var inside = append([]string{"day", "list", "opening", "reason", "time"}, names...)

func roomOf(id string) string {
	room, _, _ := strings.Cut(id, ".")
	return room
}

func nameIn(id string) string {
	_, name, _ := strings.Cut(id, ".")
	return name
}

func isName(id string) bool { return slices.Contains(names, roomOf(id)) }

func isButton(id string) bool {
	return roomOf(id) == "button" || strings.HasPrefix(nameIn(id), "button_")
}

// onButtons are the rooms of names that also stand on buttons.
func onButtons(id string) bool {
	return slices.Contains([]string{"community", "field", "gender", "need", "spoken", "way"}, roomOf(id))
}

func isPopup(m *i18n.Message) bool {
	return strings.HasPrefix(nameIn(m.ID), "popup_") || strings.Contains(m.Description, "[popup]")
}

// begins reports whether a message may stand first, where a lock screen shows it.
func begins(id string) bool {
	return !isButton(id) && !strings.HasPrefix(nameIn(id), "part_") && !slices.Contains(inside, roomOf(id))
}

// isPublic reports whether anybody sees the whole of a message without opening
// the chat.
func isPublic(id string) bool {
	return roomOf(id) == "bot" || roomOf(id) == "command" || id == "page.title"
}
