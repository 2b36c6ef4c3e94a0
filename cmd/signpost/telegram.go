package main

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"net"
	"net/url"
	"os"
	"regexp"
	"strings"
	"time"

	"signpost/bot/channel"
	"signpost/bot/keys"
	"signpost/bot/people"
	"signpost/bot/telegram"
	"signpost/locales"
)

// tokenVariable holds the bot's token. There is no flag for it, since every user
// of a machine can read the command lines of all programs.
const tokenVariable = "TELEGRAM_BOT_TOKEN"

// tokenForm is what @BotFather gives: the bot's number and a secret.
var tokenForm = regexp.MustCompile(`^[0-9]{3,20}:[A-Za-z0-9_-]{10,100}$`)

// token is the bot's token, from the file or else from the variable; "" for no
// Telegram. No error shows anything of it.
func (s *serve) token(getenv func(string) string) (string, error) {
	token, where := strings.TrimSpace(getenv(tokenVariable)), "$"+tokenVariable
	if s.TelegramTokenFile != "" {
		where = s.TelegramTokenFile
		b, err := os.ReadFile(where)
		if err != nil {
			return "", fmt.Errorf("the token file %s can't be read (%w). Give the right one with --telegram-token-file, or none", where, cause(err))
		}
		if token = strings.TrimSpace(string(b)); token == "" {
			return "", fmt.Errorf("the token file %s is empty. Put the token in it that @BotFather gave for the bot", where)
		}
	}
	if token != "" && !tokenForm.MatchString(token) {
		return "", fmt.Errorf("what is in %s is no bot token; one looks like 123456:letters-and-digits. Ask @BotFather for it with /token", where)
	}
	return token, nil
}

// telegram is the door to Telegram.
func (s *serve) telegram(w *world, h *house, token string, at ports) (door, error) {
	if s.TelegramRate <= 0 {
		return door{}, misuse{errors.New("--telegram-rate is messages a second, so more than 0; Telegram allows about 30")}
	}
	if err := s.checkURL(w); err != nil {
		return door{}, err
	}
	k, err := openKeys(s.Keys, false)
	if err != nil {
		return door{}, err
	}
	options := telegram.Options{
		Token: token, URL: s.TelegramURL, Rate: s.TelegramRate, Log: w.log, Recordings: h.sounds, Health: h.health,
		Sign: signature(k), TakeOver: s.TelegramTakeOver,
	}
	if h.store != nil {
		options.Files = h.store
	}
	if at.webhook != nil {
		options.Webhook = &telegram.Webhook{URL: s.TelegramWebhook, Listener: at.webhook}
	}
	bot, err := telegram.New(options)
	if err != nil {
		return door{}, err
	}
	return door{bot, func(ctx context.Context, r channel.Receiver) error {
		if at.webhook != nil {
			w.say("Telegram is to bring messages to %s.", at.webhook.Addr())
		} else {
			w.say("Fetching messages from Telegram.")
		}
		profiled, stop := context.WithCancel(ctx)
		ended := make(chan struct{})
		go func() {
			defer close(ended)
			h.present(profiled, w, bot)
		}()
		err := bot.Run(ctx, r)
		stop()
		<-ended
		if errors.Is(err, telegram.ErrToken) && at.page != nil && !bot.Polled().IsZero() {
			// The token was good and was taken back since. People in the browser
			// should not lose their door for it.
			w.log.ErrorContext(ctx, "telegram refuses the token from now on; only the browser is open", "door", telegram.Door, "error", err.Error())
			<-ctx.Done()
			return nil
		}
		return err
	}}, nil
}

// signature signs with the key file, so that what it makes is the same after every
// start.
func signature(k *keys.Keys) func(string) string {
	return func(text string) string {
		sum := k.Hash("telegram webhook", telegram.Door, text)
		return hex.EncodeToString(sum[:])
	}
}

// openWebhook takes the address at which Telegram's messages arrive.
func (s *serve) openWebhook(w *world) (net.Listener, error) {
	u, err := url.Parse(s.TelegramWebhook)
	if err != nil || u.Host == "" || strings.Trim(u.Path, "/") == "" || u.RawQuery != "" || u.User != nil || u.Fragment != "" ||
		u.Scheme != "https" && (u.Scheme != "http" || s.TelegramURL == "") {
		return nil, misuse{errors.New("--telegram-webhook is written like https://example.org/some/path; Telegram brings messages by https only")}
	}
	if p := u.Port(); s.TelegramURL == "" && p != "" && p != "443" && p != "80" && p != "88" && p != "8443" {
		return nil, misuse{fmt.Errorf("--telegram-webhook is at port %s; Telegram brings messages to 443, 80, 88 and 8443 only", p)}
	}
	l, err := listenAt(w.ctx, "webhook", "--telegram-listen", s.TelegramListen)
	if err != nil {
		return nil, err
	}
	if tcp, ok := l.Addr().(*net.TCPAddr); ok && !tcp.IP.IsLoopback() && !s.TelegramPrivate {
		return nil, errors.Join(misuse{fmt.Errorf("--telegram-listen %s can be reached by other machines, and what people write would come to it without https. "+
			"Listen on 127.0.0.1, or say with --telegram-private that the network is private", s.TelegramListen)}, l.Close())
	}
	return l, nil
}

// checkURL looks at the address of another Bot API server. The token is a part of
// every address that is asked for.
func (s *serve) checkURL(w *world) error {
	if s.TelegramURL == "" {
		return nil
	}
	u, err := url.Parse(s.TelegramURL)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return misuse{errors.New("--telegram-url is no address; it is written like http://localhost:8081")}
	}
	if ip := net.ParseIP(u.Hostname()); u.Scheme == "http" && u.Hostname() != "localhost" && (ip == nil || !ip.IsLoopback()) {
		w.say("Careful: the bot's token goes to %s without https, where others on the way can read it.", u.Host)
	}
	return nil
}

// presentations is how often it is tried to show the profile. It is no reason to
// hold anything up, and a fault of ours would stay one.
const presentations = 8

// present makes Telegram show what the bot is and its commands, in each language.
func (h *house) present(ctx context.Context, w *world, bot *telegram.Bot) {
	pause := time.Minute
	for try := range presentations {
		err := bot.Profile(ctx, h.profiles(derbyshire))
		switch {
		case err == nil || ctx.Err() != nil:
			return
		case try == 0: // that telegram can't be reached is in the log as often as it need be
			w.log.WarnContext(ctx, "telegram does not show the bot's profile yet; it will be tried again", "door", telegram.Door, "error", err.Error())
		case try == presentations-1:
			w.log.ErrorContext(ctx, "telegram does not show the bot's profile; it is tried again at the next start", "door", telegram.Door, "error", err.Error())
			return
		}
		select {
		case <-ctx.Done():
			return
		case <-time.After(pause):
		}
		pause *= 2
	}
}

// profiles are what is shown of the bot, by language.
func (h *house) profiles(a area) map[string]telegram.Profile {
	out := map[string]telegram.Profile{}
	for _, l := range locales.Languages() {
		p := telegram.Profile{
			Name:             h.words.Plain(l.Tag, locales.BotName()),
			Description:      h.words.Plain(l.Tag, locales.BotDescription(a.Name)),
			ShortDescription: h.words.Plain(l.Tag, locales.BotShortDescription(a.Name)),
		}
		for _, e := range h.book.Commands(people.Person{}) {
			p.Commands = append(p.Commands, telegram.Command{Name: e.Command, Description: h.words.Plain(l.Tag, e.Help)})
		}
		out[l.Tag] = p
	}
	return out
}
