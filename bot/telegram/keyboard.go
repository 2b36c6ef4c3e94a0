package telegram

import (
	"encoding/json"
	"net/url"
	"slices"
	"strings"

	"signpost/bot/channel"
)

const (
	maxRow    = 8   // buttons of a row
	maxKeys   = 100 // buttons of a message
	maxData   = 64  // bytes of a button's data
	keySchema = "http https tg"
)

// key is an InlineKeyboardButton.
type key struct {
	Text string `json:"text"`
	Data string `json:"callback_data,omitempty"`
	URL  string `json:"url,omitempty"`
}

// keyboard is a letter's rows as an InlineKeyboardMarkup, "" when it has none.
//
// Telegram doesn't mirror the rows of a right-to-left chat
// (github.com/tdlib/telegram-bot-api/issues/882), so they are reversed here. A
// button Telegram would refuse costs the whole message; it is left out, and the
// log says so, because the words must arrive.
func (b *Bot) keyboard(l channel.Letter) string {
	var rows [][]key
	left, lost := maxKeys, 0
	for _, row := range l.Rows {
		var keys []key
		for _, k := range row {
			if !usable(k) || left == 0 {
				lost++
				continue
			}
			left--
			keys = append(keys, key{Text: k.Label, Data: k.Data, URL: k.URL})
		}
		for some := range slices.Chunk(keys, maxRow) {
			if l.RTL {
				slices.Reverse(some)
			}
			rows = append(rows, some)
		}
	}
	if lost > 0 {
		b.log.Error("buttons that Telegram refuses were left out", "count", lost)
	}
	if len(rows) == 0 {
		return ""
	}
	data, err := json.Marshal(map[string]any{"inline_keyboard": rows})
	if err != nil { // strings always marshal
		panic("telegram: keyboard: " + err.Error())
	}
	return string(data)
}

// usable reports whether Telegram takes the button: one with an empty label
// vanishes, one with too much data or another kind of link is refused.
func usable(k channel.Button) bool {
	if strings.TrimSpace(plainMarks.Replace(k.Label)) == "" {
		return false
	}
	if k.URL == "" {
		return k.Data != "" && len(k.Data) <= maxData
	}
	u, err := url.Parse(k.URL)
	return err == nil && k.Data == "" && u.Host != "" && slices.Contains(strings.Fields(keySchema), u.Scheme)
}
