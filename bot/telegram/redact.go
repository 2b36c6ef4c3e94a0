package telegram

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"

	"signpost/bot/channel"
)

const (
	callLimit = 20 * time.Second // the server holds calls for some seconds near its limits
	pollSlack = 15 * time.Second // what a poll may take beyond its own timeout
	maxAnswer = 32 << 20         // bytes; a hundred updates have far less
)

// failure is what went wrong with a call, safe to print: the token is struck
// out, and so is whatever Telegram quotes.
type failure struct {
	text  string
	desc  string        // Telegram's description, in lower case, for comparing only
	code  int           // of HTTP or of the Bot API; 0 for a broken connection
	after time.Duration // how long Telegram asks to wait
	cause error         // context.Canceled, context.DeadlineExceeded or nil
}

func (f *failure) Error() string { return f.text }

// Unwrap gives the end of the context, if it was that.
func (f *failure) Unwrap() error { return f.cause }

// says reports that Telegram's description holds one of the phrases.
func (f *failure) says(phrases ...string) bool {
	for _, p := range phrases {
		if strings.Contains(f.desc, p) {
			return true
		}
	}
	return false
}

// limited reports that Telegram asked to slow down: with a time, whatever the code,
// or without one.
func (f *failure) limited() bool { return f.after > 0 || f.code == http.StatusTooManyRequests }

// call performs a method of the Bot API and decodes its result into result,
// which may be nil. Its error is a *failure.
func (b *Bot) call(ctx context.Context, method string, p tgbotapi.Params, result any) error {
	return b.callWithin(ctx, callLimit, method, p, result)
}

func (b *Bot) callWithin(ctx context.Context, limit time.Duration, method string, p tgbotapi.Params, result any) error {
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	api := tgbotapi.BotAPI{Token: b.token, Client: wire{ctx, b.http, b.heard}}
	api.SetAPIEndpoint(b.endpoint)
	answer, err := api.MakeRequest(method, p)
	if err == nil && result != nil {
		err = json.Unmarshal(answer.Result, result)
	}
	if err == nil {
		b.told(method, nil)
		return nil
	}
	f := b.failed(method, err)
	b.told(method, f)
	return f
}

// failed makes an error of the library or the network safe.
func (b *Bot) failed(method string, err error) *failure {
	f := &failure{text: err.Error()}
	var api *tgbotapi.Error
	var odd *oddAnswer
	switch {
	case errors.As(err, &api):
		f.code, f.after = api.Code, time.Duration(api.RetryAfter)*time.Second
		f.desc = strings.ToLower(api.Message)
		f.text = reason(api.Message)
	case errors.As(err, &odd):
		f.code, f.after = odd.status, odd.after
	}
	for _, end := range []error{context.Canceled, context.DeadlineExceeded} {
		if errors.Is(err, end) {
			f.cause = end
		}
	}
	f.text = "telegram " + method + ": " + b.strike(f.text)
	return f
}

// strike takes the token out of a text, in all forms a URL may give it.
func (b *Bot) strike(s string) string {
	secrets := []string{b.token, url.PathEscape(b.token), url.QueryEscape(b.token)}
	if _, secret, ok := strings.Cut(b.token, ":"); ok && len(secret) > 3 {
		secrets = append(secrets, secret)
	}
	for _, secret := range secrets {
		s = strings.ReplaceAll(s, secret, "TOKEN")
	}
	return s
}

// reason is a description without what it quotes, which may be a person's words.
func reason(desc string) string {
	for _, quote := range []string{`"`, " '", "“"} {
		if before, _, quoted := strings.Cut(desc, quote); quoted {
			desc = before + "…"
		}
	}
	if r := []rune(desc); len(r) > 100 {
		desc = string(r[:100]) + "…"
	}
	return desc
}

// verdict says of a failed send what channel.Channel asks for.
func verdict(err error) error {
	var f *failure
	if !errors.As(err, &f) {
		return err
	}
	switch {
	case f.limited():
		return &channel.Retry{After: max(f.after, time.Second), Err: f}
	case f.code == http.StatusForbidden,
		f.code == http.StatusBadRequest && f.says("chat not found", "peer_id_invalid", "user not found", "user_is_blocked", "upgraded to a supergroup"):
		return fmt.Errorf("%w: %w", channel.Gone, f)
	case f.code == http.StatusBadRequest:
		return fmt.Errorf("%w: %w", channel.Refused, f)
	}
	return err
}

// wire is the HTTP client of one call: it adds the context, which the library
// lacks, reads the answer within it, and lets nothing but JSON through.
type wire struct {
	ctx   context.Context
	http  *http.Client
	heard func(http.Header) // is shown the head of each answer of the Bot API
}

// Do implements tgbotapi.HTTPClient.
func (w wire) Do(req *http.Request) (*http.Response, error) {
	resp, err := w.http.Do(req.WithContext(w.ctx))
	if err != nil {
		return nil, err
	}
	defer func() { _ = resp.Body.Close() }()
	body, err := io.ReadAll(io.LimitReader(resp.Body, maxAnswer))
	if err != nil {
		return nil, fmt.Errorf("reading the answer: %w", err)
	}
	kind, _, _ := mime.ParseMediaType(resp.Header.Get("Content-Type"))
	if kind != "application/json" || !json.Valid(body) {
		seconds, _ := strconv.Atoi(resp.Header.Get("Retry-After"))
		return nil, &oddAnswer{status: resp.StatusCode, kind: kind, after: time.Duration(max(seconds, 0)) * time.Second}
	}
	w.heard(resp.Header)
	resp.Body = io.NopCloser(bytes.NewReader(body))
	return resp, nil
}

// heard takes from an answer what it says beside its contents.
func (b *Bot) heard(h http.Header) { b.skew.hear(h, b.clock()) }

// oddAnswer is an answer that no Bot API gave: a proxy's page, half a body.
type oddAnswer struct {
	status int
	kind   string
	after  time.Duration
}

func (o *oddAnswer) Error() string {
	return fmt.Sprintf("answer %d of type %q is not of the Bot API", o.status, o.kind)
}
