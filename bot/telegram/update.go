package telegram

import (
	"encoding/json"
	"strconv"
	"strings"
	"time"

	"signpost/bot/channel"
)

// update is what we use of an Update. Kinds we don't ask for leave it empty.
type update struct {
	ID       int64         `json:"update_id"`
	Message  *message      `json:"message"`
	Edited   *message      `json:"edited_message"`
	Callback *callback     `json:"callback_query"`
	Member   *memberChange `json:"my_chat_member"`
}

type sender struct {
	ID       int64  `json:"id"`
	Language string `json:"language_code"`
}

type chat struct {
	ID   int64  `json:"id"`
	Type string `json:"type"`
}

// message is what we use of a Message; content holds all its fields by name.
type message struct {
	ID       int64   `json:"message_id"`
	From     *sender `json:"from"`
	Chat     chat    `json:"chat"`
	Date     int64   `json:"date"` // Unix seconds; 0 of a message that is not accessible any more
	Changed  int64   `json:"edit_date"`
	Text     string  `json:"text"`
	Caption  string  `json:"caption"`
	Location *struct {
		Lat float64 `json:"latitude"`
		Lon float64 `json:"longitude"`
	} `json:"location"` // also beside a venue
	Voice *struct {
		File    string `json:"file_id"`
		Seconds int    `json:"duration"`
	} `json:"voice"`
	content map[string]json.RawMessage
}

// UnmarshalJSON keeps the names of all fields, to tell kinds we don't know.
func (m *message) UnmarshalJSON(data []byte) error {
	type plain message
	if err := json.Unmarshal(data, (*plain)(m)); err != nil {
		return err
	}
	return json.Unmarshal(data, &m.content)
}

type callback struct {
	ID      string   `json:"id"`
	From    sender   `json:"from"`
	Message *message `json:"message"`
	Data    string   `json:"data"`
}

type memberChange struct {
	From sender `json:"from"`
	Chat chat   `json:"chat"`
	Date int64  `json:"date"`
	New  struct {
		Status string `json:"status"`
	} `json:"new_chat_member"`
}

// kinds name what a message may hold beside text, in the order they are looked
// for: an animation comes with a document.
var kinds = []struct {
	field string
	kind  channel.Media
}{
	{"voice", channel.Voice},
	{"audio", channel.Voice},
	{"photo", channel.Photo},
	{"video", channel.Video},
	{"video_note", channel.Video},
	{"animation", channel.Video},
	{"sticker", channel.Sticker},
	{"document", channel.Document},
	{"contact", channel.Contact},
}

// service are the fields of messages nobody wrote, as they occur in a private
// chat. Nothing answers them. Any other field is a kind of message that is
// newer than this list, and gets the answer of one that can't be read.
var service = []string{
	"pinned_message", "message_auto_delete_timer_changed", "chat_background_set", "write_access_allowed",
	"connected_website", "proximity_alert_triggered", "boost_added", "gift", "unique_gift", "users_shared",
	"chat_shared", "refunded_payment", "successful_payment", "web_app_data", "passport_data",
	"paid_message_price_changed", "new_chat_title", "new_chat_photo", "delete_chat_photo", "group_chat_created",
	"migrate_to_chat_id", "migrate_from_chat_id", "new_chat_members", "left_chat_member",
	"video_chat_started", "video_chat_ended", "video_chat_scheduled", "video_chat_participants_invited",
}

// lane is the chat an update belongs to; updates of a lane keep their order.
func (u update) lane() int64 {
	switch {
	case u.Message != nil:
		return u.Message.Chat.ID
	case u.Edited != nil:
		return u.Edited.Chat.ID
	case u.Member != nil:
		return u.Member.Chat.ID
	case u.Callback != nil && u.Callback.Message != nil:
		return u.Callback.Message.Chat.ID
	case u.Callback != nil:
		return u.Callback.From.ID // a private chat has its person's id
	}
	return 0
}

// inbound is what an update says; false when it says nothing to us. self is the
// bot's user name, now the time of what carries none.
func (u update) inbound(self string, now time.Time) (channel.Inbound, bool) {
	in := channel.Inbound{
		Chat:   channel.Chat{Door: Door, ID: strconv.FormatInt(u.lane(), 10)},
		Update: strconv.FormatInt(u.ID, 10),
		At:     now.UTC(),
	}
	switch {
	case u.Message != nil:
		return u.Message.inbound(in, self)
	case u.Edited != nil:
		in.Edited = true
		in, ok := u.Edited.inbound(in, self)
		return in, ok && in.Text != "" // a live location moves by edits; one position is enough
	case u.Callback != nil:
		in.Data, in.Callback, in.Language = u.Callback.Data, u.Callback.ID, language(&u.Callback.From)
		if m := u.Callback.Message; m != nil {
			in.Group = m.Chat.group()
			if m.Date != 0 {
				in.Tapped = strconv.FormatInt(m.ID, 10)
			}
		}
		return in, true
	case u.Member != nil:
		in.At, in.Group, in.Language = time.Unix(u.Member.Date, 0).UTC(), u.Member.Chat.group(), language(&u.Member.From)
		in.Blocked = u.Member.New.Status == "kicked" || u.Member.New.Status == "left"
		return in, in.Blocked
	}
	return in, false
}

// inbound fills in what a message says. A caption is the message's text: what
// is written under a photo must be heard like anything else.
func (m *message) inbound(in channel.Inbound, self string) (channel.Inbound, bool) {
	in.Message = strconv.FormatInt(m.ID, 10)
	in.Group, in.Language = m.Chat.group(), language(m.From)
	if date := max(m.Date, m.Changed); date != 0 { // an edit keeps the date of what it changes
		in.At = time.Unix(date, 0).UTC()
	}
	switch {
	case m.Text != "":
		var ours bool
		in.Text, ours = withoutName(m.Text, self)
		return in, ours || !in.Group
	case m.Caption != "":
		in.Text = m.Caption
	case m.Location != nil:
		in.Location = &channel.Location{Lat: m.Location.Lat, Lon: m.Location.Lon}
	default:
		in.Media = m.kind()
		if m.Voice != nil && !in.Group {
			in.File, in.Seconds = m.Voice.File, m.Voice.Seconds
		}
	}
	return in, in.Media != "" || in.Text != "" || in.Location != nil
}

// kind is what a message without words holds; "" for a notice nobody wrote.
func (m *message) kind() channel.Media {
	for _, k := range kinds {
		if _, ok := m.content[k.field]; ok {
			return k.kind
		}
	}
	for _, field := range service {
		if _, ok := m.content[field]; ok {
			return ""
		}
	}
	return channel.Other
}

// withoutName takes the bot's name off a command: "/start@name x" is "/start x".
// It is false for a command to another bot.
func withoutName(text, self string) (string, bool) {
	if !strings.HasPrefix(text, "/") {
		return text, true
	}
	end := strings.IndexFunc(text, func(r rune) bool { return r == ' ' || r == '\n' || r == '\t' })
	if end < 0 {
		end = len(text)
	}
	word, name, named := strings.Cut(text[:end], "@")
	if !named {
		return text, true
	}
	return word + text[end:], strings.EqualFold(name, self)
}

func (c chat) group() bool { return c.Type != "" && c.Type != "private" }

// language is the app's language as a lower-case IETF tag; "" when not told.
func language(s *sender) string {
	if s == nil {
		return ""
	}
	return strings.ToLower(strings.ReplaceAll(s.Language, "_", "-"))
}
