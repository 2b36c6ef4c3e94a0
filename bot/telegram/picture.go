package telegram

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"

	"signpost/bot/channel"
	"signpost/bot/qr"
)

// maxCaption is how many code points the caption of a photo may have.
const maxCaption = 1024

// draw sends a letter's QR code as a photo, with its words below. Words that are
// too long for that come after it.
func (b *Bot) draw(ctx context.Context, chat int64, l channel.Letter) ([]string, error) {
	png, err := qr.PNG(l.QR)
	if err != nil || len(l.QR) > channel.MaxQR {
		return nil, fmt.Errorf("%w: the QR code can't be drawn", channel.Refused)
	}
	p := b.common(chat, l, "")
	parts := split(subset(l.HTML), maxText)
	if caption := split(subset(l.HTML), maxCaption); len(caption) == 1 {
		p["caption"], p["parse_mode"], parts = caption[0], "HTML", nil
	}
	id, err := b.photo(ctx, chat, l.Urgent, p, png)
	if err != nil {
		return nil, err
	}
	ids := []string{id}
	for _, part := range parts {
		id, err := b.part(ctx, chat, l, part, "", 0)
		if err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	return ids, nil
}

// photo uploads a picture.
func (b *Bot) photo(ctx context.Context, chat int64, urgent bool, p tgbotapi.Params, png []byte) (string, error) {
	m, err := b.upload(ctx, chat, urgent, "sendPhoto", p, tgbotapi.RequestFile{
		Name: "photo", Data: tgbotapi.FileBytes{Name: "qr.png", Bytes: png},
	})
	return m.id(), err
}

// uploaded is what we use of a message that was sent with a file.
type uploaded struct {
	ID    int64 `json:"message_id"`
	Voice struct {
		File string `json:"file_id"`
	} `json:"voice"`
}

func (m uploaded) id() string { return strconv.FormatInt(m.ID, 10) }

// upload sends a message with a file at the pace Telegram takes. Its error is a
// *failure.
func (b *Bot) upload(ctx context.Context, chat int64, urgent bool, method string, p tgbotapi.Params, file tgbotapi.RequestFile) (uploaded, error) {
	if err := b.pace.wait(ctx, chat, urgent); err != nil {
		return uploaded{}, err
	}
	b.expected.meet(chat)
	ctx, cancel := context.WithTimeout(ctx, callLimit)
	defer cancel()
	api := tgbotapi.BotAPI{Token: b.token, Client: wire{ctx, b.http, b.heard}}
	api.SetAPIEndpoint(b.endpoint)
	answer, err := api.UploadFiles(method, p, []tgbotapi.RequestFile{file})
	var refused *tgbotapi.Error
	if errors.As(err, &refused) && answer != nil {
		refused.Code = answer.ErrorCode // the library leaves it out of uploads
	}
	var m uploaded
	if err == nil {
		err = json.Unmarshal(answer.Result, &m)
	}
	if err != nil {
		f := b.failed(method, err)
		b.told(method, f)
		return uploaded{}, f
	}
	b.told(method, nil)
	return m, nil
}
