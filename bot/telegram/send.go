package telegram

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"regexp"
	"slices"
	"strconv"
	"strings"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"

	"signpost/bot/channel"
	"signpost/locales"
)

const (
	maxText  = 4096 // code points of a message, after its tags and entities are read
	maxPopup = 200  // code points of a pop-up
	maxPurge = 100  // messages of one deleteMessages
)

// Send implements channel.Channel. A letter that is too long for one message
// becomes several, and a pin with words two: Sent.Message then names them all,
// with commas between, the one with the buttons last. Edit and Delete
// understand that. A pop-up whose tap is too old to answer is no error, since
// nothing would mend it.
func (b *Bot) Send(ctx context.Context, l channel.Letter) (channel.Sent, error) {
	chat, err := strconv.ParseInt(l.Chat.ID, 10, 64)
	if err != nil {
		return channel.Sent{}, fmt.Errorf("%w: the chat's id is not Telegram's", channel.Refused)
	}
	var sent channel.Sent
	switch {
	case l.Popup != "":
		b.expected.meet(chat)
		err = b.popup(ctx, l)
	case len(l.Delete) > 0:
		sent.Kept, err = b.remove(ctx, chat, l)
	case l.Voice != nil:
		var ids []string
		ids, err = b.speak(ctx, chat, l)
		sent.Message = strings.Join(ids, ",")
	case l.File != nil:
		var ids []string
		ids, err = b.hand(ctx, chat, l)
		sent.Message = strings.Join(ids, ",")
	case l.QR != "":
		var ids []string
		ids, err = b.draw(ctx, chat, l)
		sent.Message = strings.Join(ids, ",")
	default:
		var ids []string
		ids, err = b.write(ctx, chat, l)
		sent.Message = strings.Join(ids, ",")
	}
	if l.Callback != "" && l.Popup == "" && b.taps.claim(l.Callback) {
		b.release(ctx, l.Callback)
	}
	err = verdict(err)
	var retry *channel.Retry
	if errors.As(err, &retry) && !errors.Is(err, errWait) {
		b.pace.hold(chat, retry.After)
	}
	return sent, err
}

// dialLink is a link to a number. Telegram takes none, and makes every number in
// a text one that can be tapped.
var dialLink = regexp.MustCompile(`<a href="(?:tel|sms):[^"<>]*">(.*?)</a>`)

// subset leaves of a letter's HTML what Telegram takes. It knows no language of
// words: a span is no tag of its, and would have the whole message refused.
// https://core.telegram.org/bots/api#html-style
func subset(html string) string {
	return dialLink.ReplaceAllString(locales.Unmarked(html), "$1")
}

// write sends what a letter shows: its pin, then its words, part by part.
func (b *Bot) write(ctx context.Context, chat int64, l channel.Letter) ([]string, error) {
	parts, keys := split(subset(l.HTML), maxText), b.keyboard(l)
	var ids []string
	if l.Pin != nil {
		under := keys
		if len(parts) > 0 {
			under = ""
		}
		id, err := b.venue(ctx, chat, l, under)
		if err != nil {
			return nil, err
		}
		ids = append(ids, id)
	} else if len(parts) == 0 {
		return nil, fmt.Errorf("%w: the letter is empty", channel.Refused)
	}
	edit := lastOf(l.Edit)
	for i, part := range parts {
		under := keys
		if i < len(parts)-1 {
			under = ""
		}
		id, err := b.part(ctx, chat, l, part, under, edit)
		if err != nil {
			return nil, err
		}
		ids, edit = append(ids, id), 0
	}
	return ids, nil
}

// lastOf is the message an Edit names, the last if they are several; 0 for none.
func lastOf(edit string) int64 {
	id, err := strconv.ParseInt(edit[strings.LastIndex(edit, ",")+1:], 10, 64)
	if err != nil {
		return 0
	}
	return id
}

// part sends one message, or edits the one with the id edit if that is not 0.
// A message that can't be edited is sent anew; one whose tags Telegram can't
// read goes without them, since words matter more than their look.
func (b *Bot) part(ctx context.Context, chat int64, l channel.Letter, html, keys string, edit int64) (string, error) {
	p := b.common(chat, l, keys)
	p["text"], p["parse_mode"], p["link_preview_options"] = html, "HTML", `{"is_disabled":true}`
	method := "sendMessage"
	if edit != 0 {
		method = "editMessageText"
		p["message_id"] = strconv.FormatInt(edit, 10)
		delete(p, "disable_notification")
	}
	id, err := b.deliver(ctx, chat, l.Urgent, method, p)
	var f *failure
	if !errors.As(err, &f) || f.code != http.StatusBadRequest {
		return id, err
	}
	switch {
	case f.says("message is not modified"):
		return p["message_id"], nil
	case edit != 0 && f.says("message to edit not found", "can't be edited", "no text in the message to edit", "message_id_invalid", "message identifier is not specified"):
		return b.part(ctx, chat, l, html, keys, 0)
	case f.says("can't parse entities"):
		b.log.ErrorContext(ctx, "a letter's tags were refused; it goes without them", "error", f)
		p["text"] = plain(html)
		delete(p, "parse_mode")
		return b.deliver(ctx, chat, l.Urgent, method, p)
	}
	return "", err
}

// venue sends a pin; one without words about it is a bare position.
func (b *Bot) venue(ctx context.Context, chat int64, l channel.Letter, keys string) (string, error) {
	p, method := b.common(chat, l, keys), "sendVenue"
	p["latitude"], p["longitude"] = degrees(l.Pin.Lat), degrees(l.Pin.Lon)
	p.AddNonEmpty("title", firstOf(l.Pin.Title, l.Pin.Address))
	p.AddNonEmpty("address", firstOf(l.Pin.Address, l.Pin.Title))
	if p["title"] == "" {
		method = "sendLocation"
	}
	return b.deliver(ctx, chat, l.Urgent, method, p)
}

func degrees(f float64) string { return strconv.FormatFloat(f, 'f', 6, 64) }

// firstOf is the first text that is not blank; "" when all are.
func firstOf(texts ...string) string {
	for _, s := range texts {
		if s = strings.TrimSpace(s); s != "" {
			return s
		}
	}
	return ""
}

// common are the parameters that every message has.
func (b *Bot) common(chat int64, l channel.Letter, keys string) tgbotapi.Params {
	p := tgbotapi.Params{"chat_id": strconv.FormatInt(chat, 10)}
	p.AddNonEmpty("reply_markup", keys)
	p.AddBool("disable_notification", l.Silent)
	return p
}

// deliver performs a sending method at the pace Telegram takes.
func (b *Bot) deliver(ctx context.Context, chat int64, urgent bool, method string, p tgbotapi.Params) (string, error) {
	if err := b.pace.wait(ctx, chat, urgent); err != nil {
		return "", err
	}
	b.expected.meet(chat)
	var m struct {
		ID int64 `json:"message_id"`
	}
	if err := b.call(ctx, method, p, &m); err != nil {
		return "", err
	}
	return strconv.FormatInt(m.ID, 10), nil
}

// remove deletes messages and names those that Telegram keeps. One that is gone
// already counts as deleted. All are tried in one call first; when it is
// refused, since one of them is too old, each is tried alone.
func (b *Bot) remove(ctx context.Context, chat int64, l channel.Letter) ([]string, error) {
	var kept, ids []string
	for id := range strings.SplitSeq(strings.Join(l.Delete, ","), ",") {
		if _, err := strconv.ParseInt(id, 10, 64); err != nil {
			kept = append(kept, id)
		} else {
			ids = append(ids, id)
		}
	}
	for some := range slices.Chunk(ids, maxPurge) {
		if err := b.pace.wait(ctx, chat, l.Urgent); err != nil {
			return nil, err
		}
		p := tgbotapi.Params{"chat_id": strconv.FormatInt(chat, 10), "message_ids": "[" + strings.Join(some, ",") + "]"}
		err := b.call(ctx, "deleteMessages", p, nil)
		if !refused(err) {
			if err != nil {
				return nil, err
			}
			continue
		}
		for _, id := range some {
			stays, err := b.removeOne(ctx, chat, id)
			if err != nil {
				return nil, err
			}
			if stays {
				kept = append(kept, id)
			}
		}
	}
	return kept, nil
}

// removeOne deletes one message and reports whether it stays.
func (b *Bot) removeOne(ctx context.Context, chat int64, id string) (stays bool, err error) {
	if err := b.pace.pass(ctx, b.pace.total); err != nil {
		return false, err
	}
	err = b.call(ctx, "deleteMessage", tgbotapi.Params{"chat_id": strconv.FormatInt(chat, 10), "message_id": id}, nil)
	if !refused(err) {
		return false, err
	}
	var f *failure
	errors.As(err, &f)
	return !f.says("message to delete not found"), nil
}

// refused reports that Telegram will never do this for this chat, and that the
// chat itself is still there.
func refused(err error) bool {
	return err != nil && errors.Is(verdict(err), channel.Refused)
}

// popup answers a tap with a text that leaves nothing in the chat.
func (b *Bot) popup(ctx context.Context, l channel.Letter) error {
	if l.Callback == "" {
		return fmt.Errorf("%w: a pop-up without a tap", channel.Refused)
	}
	b.taps.claim(l.Callback)
	text := l.Popup
	if r := []rune(text); len(r) > maxPopup {
		text = string(r[:maxPopup])
		for _, end := range []string{"\n", " "} { // never half a number
			if i := strings.LastIndex(text, end); i > 0 {
				text = text[:i]
				break
			}
		}
	}
	err := b.call(ctx, "answerCallbackQuery", tgbotapi.Params{"callback_query_id": l.Callback, "text": text, "show_alert": "true"}, nil)
	if tooOld(err) {
		b.log.WarnContext(ctx, "a tap was too old for its pop-up")
		return nil
	}
	return err
}

// release ends the waiting of a tap that needs no words.
func (b *Bot) release(ctx context.Context, callback string) {
	err := b.call(ctx, "answerCallbackQuery", tgbotapi.Params{"callback_query_id": callback}, nil)
	if err != nil && !tooOld(err) {
		b.log.WarnContext(ctx, "a tap was not answered", "error", err)
	}
}

func tooOld(err error) bool {
	var f *failure
	return errors.As(err, &f) && f.code == http.StatusBadRequest && f.says("query is too old", "query id is invalid", "query_id_invalid")
}
