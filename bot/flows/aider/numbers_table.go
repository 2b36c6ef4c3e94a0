package aider

import (
	"fmt"
	"strings"

	"signpost/bot/sessionlog"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// table is figures as a file. It is in English, with the fixed ids: it goes to
// offices and into spreadsheets, and must add up whoever made it.
func table(n sessionlog.Numbers, names map[directory.ID]locales.Own) (*talk.File, error) {
	body, err := n.CSV(func(_, id string) string {
		if l, ok := directory.LanguageOf(directory.Spoken(id)); ok {
			return l.Name
		}
		return names[directory.ID(id)].English
	})
	if err != nil {
		return nil, fmt.Errorf("writing a table: %w", err)
	}
	return &talk.File{Name: "numbers-" + strings.ToLower(n.Period.String()) + ".csv", Type: "text/csv", Body: body}, nil
}
