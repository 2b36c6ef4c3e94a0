package telegram

import (
	"context"
	"errors"
	"net/http"
	"strings"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"

	"signpost/bot/channel"
)

// Files is where a bot remembers what Telegram calls a recording that it has
// already: each bot has names of its own. bot is the bot's number.
type Files interface {
	// VoiceFile is the name, "" when there is none.
	VoiceFile(ctx context.Context, bot, recording string) (string, error)
	// KeepVoiceFile remembers the name; "" forgets it.
	KeepVoiceFile(ctx context.Context, bot, recording, file string) error
}

// number is the bot's, the part of its token that is no secret.
func (b *Bot) number() string {
	number, _, _ := strings.Cut(b.token, ":")
	return number
}

// speak sends a voice note with the words of its letter below. Words that are too
// long for that come after it, with the buttons.
func (b *Bot) speak(ctx context.Context, chat int64, l channel.Letter) ([]string, error) {
	p, parts := b.captioned(chat, l)
	id, err := b.voice(ctx, chat, l, p)
	if errors.Is(err, channel.ErrNoRecording) {
		l.Voice = nil // the words are not lost with it
		return b.write(ctx, chat, l)
	}
	if err != nil {
		return nil, err
	}
	return b.below(ctx, chat, l, id, parts)
}

// captioned are the parameters of a message that has the words of a letter for its
// caption, with its buttons. Words that are too long for that come back as parts,
// for below.
func (b *Bot) captioned(chat int64, l channel.Letter) (p tgbotapi.Params, parts []string) {
	words := subset(l.HTML)
	p = b.common(chat, l, "")
	caption := split(words, maxCaption)
	if len(caption) > 1 {
		return p, split(words, maxText)
	}
	p.AddNonEmpty("reply_markup", b.keyboard(l))
	if len(caption) == 1 {
		p["caption"], p["parse_mode"] = caption[0], "HTML"
	}
	return p, nil
}

// below sends the words that had no room in the message with an id, with the
// buttons under the last, and gives the ids of all.
func (b *Bot) below(ctx context.Context, chat int64, l channel.Letter, id string, parts []string) ([]string, error) {
	ids := []string{id}
	for i, part := range parts {
		under := ""
		if i == len(parts)-1 {
			under = b.keyboard(l)
		}
		id, err := b.part(ctx, chat, l, part, under, 0)
		if err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	return ids, nil
}

// voice sends the sound: by the name that Telegram has for it, or uploaded when
// there is none, or none that is good any more. ErrNoRecording when it is nowhere,
// or somebody takes no voice notes and there is no other way.
func (b *Bot) voice(ctx context.Context, chat int64, l channel.Letter, p tgbotapi.Params) (string, error) {
	v, file := l.Voice, l.Voice.File
	if file == "" {
		file = b.fileOf(ctx, v.ID)
	}
	if file != "" {
		p["voice"] = file
		id, err := b.deliver(ctx, chat, l.Urgent, "sendVoice", p)
		var f *failure
		switch {
		case !errors.As(err, &f) || f.code != http.StatusBadRequest:
			return id, err
		case f.says("voice_messages_forbidden"):
		case f.says("file identifier", "file_id", "file reference", "file of type"):
			b.keepFile(ctx, v.ID, "")
		default:
			return "", err
		}
		delete(p, "voice")
	}
	if b.sounds == nil || v.Of == "" {
		return "", channel.ErrNoRecording
	}
	id, audio, err := b.sounds.Sound(ctx, v.Of, v.Language)
	if err != nil {
		return "", err
	}
	return b.uploadVoice(ctx, chat, l, p, id, audio)
}

// uploadVoice sends the sound of a recording, and remembers how Telegram calls it.
// To somebody who takes no voice notes it goes as a file.
func (b *Bot) uploadVoice(ctx context.Context, chat int64, l channel.Letter, p tgbotapi.Params, recording string, audio []byte) (string, error) {
	bytes := tgbotapi.FileBytes{Name: "voice.ogg", Bytes: audio}
	p.AddNonZero("duration", l.Voice.Seconds)
	m, err := b.upload(ctx, chat, l.Urgent, "sendVoice", p, tgbotapi.RequestFile{Name: "voice", Data: bytes})
	var f *failure
	if errors.As(err, &f) && f.code == http.StatusBadRequest && f.says("voice_messages_forbidden") {
		delete(p, "duration")
		m, err = b.upload(ctx, chat, l.Urgent, "sendDocument", p, tgbotapi.RequestFile{Name: "document", Data: bytes})
	}
	if err != nil {
		return "", err
	}
	if m.Voice.File != "" {
		b.keepFile(ctx, recording, m.Voice.File)
	}
	return m.id(), nil
}

// fileOf is what Telegram calls a recording; "" when that is not known, or can't
// be read now: then it is uploaded.
func (b *Bot) fileOf(ctx context.Context, recording string) string {
	if b.files == nil || recording == "" {
		return ""
	}
	file, err := b.files.VoiceFile(ctx, b.number(), recording)
	if err != nil {
		b.log.WarnContext(ctx, "it is not known whether telegram has a recording", "error", b.strike(err.Error()))
		return ""
	}
	return file
}

// keepFile remembers what Telegram calls a recording. Without it the sound is
// uploaded again.
func (b *Bot) keepFile(ctx context.Context, recording, file string) {
	if b.files == nil || recording == "" {
		return
	}
	if err := b.files.KeepVoiceFile(ctx, b.number(), recording, file); err != nil {
		b.log.WarnContext(ctx, "what telegram calls a recording was not kept", "error", b.strike(err.Error()))
	}
}
