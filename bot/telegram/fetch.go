package telegram

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"net/url"
	"time"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"

	"signpost/bot/channel"
	"signpost/bot/talk"
)

// fetchLimit is how long a voice note may take to come. Whoever saves one waits for
// it, and those whose updates came in the same batch with them: what takes longer
// is better tried again later.
const fetchLimit = 8 * time.Second

// Fetch implements channel.Fetcher: it gets the sound of a voice note, and
// remembers under the voice's ID what Telegram calls it.
// https://core.telegram.org/bots/api#getfile
func (b *Bot) Fetch(ctx context.Context, v talk.Voice, most int) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, fetchLimit)
	defer cancel()
	var f struct {
		Path string `json:"file_path"`
		Size int    `json:"file_size"`
	}
	if err := b.call(ctx, "getFile", tgbotapi.Params{"file_id": v.File}, &f); err != nil {
		return nil, verdict(err)
	}
	if f.Size > most {
		return nil, errTooLarge
	}
	// A server of one's own may give the path of a file on its disk, which is not
	// ours to read: https://github.com/tdlib/telegram-bot-api#usage, --local
	if !fs.ValidPath(f.Path) || f.Path == "." {
		return nil, errNoFile
	}
	audio, err := b.download(ctx, f.Path, most)
	if err != nil {
		return nil, err
	}
	b.keepFile(ctx, v.ID, v.File)
	return audio, nil
}

var (
	errTooLarge = fmt.Errorf("%w: the file is too large", channel.Refused)
	errNoFile   = fmt.Errorf("%w: telegram does not give the file", channel.Refused)
)

// download reads a file of Telegram's, of at most so many bytes. The address holds
// the token, so every error goes through failed.
func (b *Bot) download(ctx context.Context, path string, most int) ([]byte, error) {
	const method = "download"
	address := b.base + "/file/bot" + b.token + "/" + (&url.URL{Path: path}).EscapedPath()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, b.failed(method, err)
	}
	resp, err := b.http.Do(req)
	if err != nil {
		return nil, b.failed(method, err)
	}
	defer func() { _ = resp.Body.Close() }()
	switch resp.StatusCode {
	case http.StatusOK:
	case http.StatusNotFound, http.StatusGone, http.StatusBadRequest:
		return nil, errNoFile
	default:
		return nil, b.failed(method, &oddAnswer{status: resp.StatusCode, kind: "file"})
	}
	audio, err := io.ReadAll(io.LimitReader(resp.Body, int64(most)+1))
	switch {
	case err != nil:
		return nil, b.failed(method, err)
	case len(audio) > most:
		return nil, errTooLarge
	}
	return audio, nil
}

var _ channel.Fetcher = (*Bot)(nil)
