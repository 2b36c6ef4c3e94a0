package telegram

import (
	"context"
	"fmt"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"

	"signpost/bot/channel"
)

// hand sends a letter's file as a document, with its words and buttons below.
func (b *Bot) hand(ctx context.Context, chat int64, l channel.Letter) ([]string, error) {
	if !channel.Carries(*l.File) {
		return nil, fmt.Errorf("%w: the file can't be carried", channel.Refused)
	}
	p, parts := b.captioned(chat, l)
	p["disable_content_type_detection"] = "true" // it is what its name says
	m, err := b.upload(ctx, chat, l.Urgent, "sendDocument", p, tgbotapi.RequestFile{
		Name: "document", Data: tgbotapi.FileBytes{Name: l.File.Name, Bytes: l.File.Body},
	})
	if err != nil {
		return nil, err
	}
	return b.below(ctx, chat, l, m.id(), parts)
}
