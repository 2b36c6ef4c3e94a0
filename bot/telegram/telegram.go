// Package telegram is the door to Telegram: it turns updates of the Bot API
// into Inbounds and Letters into calls.
//
// It is the only room that knows the library, and it knows little of it: every
// call goes through call, one MakeRequest with a context, a time limit and the
// token struck out of whatever goes wrong. What Telegram sends is decoded into
// our own small types, so nothing of the library leaves this folder. Nothing
// that a person typed is ever logged here.
//
// Rules of the Bot API follow https://core.telegram.org/bots/api (10.3) and the
// source of its server, github.com/tdlib/telegram-bot-api.
package telegram

import (
	"cmp"
	"context"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	tgbotapi "github.com/go-telegram-bot-api/telegram-bot-api/v5"

	"signpost/bot/channel"
	"signpost/bot/talk"
)

// Door is the name of this door.
const Door = "telegram"

// Options say how to reach Telegram. Only Token is required.
type Options struct {
	Token string
	URL   string  // another Bot API server, such as http://127.0.0.1:8081; "" for Telegram's own
	Rate  float64 // messages a second to all chats together; 0 for 28
	HTTP  *http.Client
	Log   *slog.Logger
	// Webhook has Telegram bring the updates; without it they are fetched. TakeOver
	// takes them from a webhook that somebody else has set, once.
	Webhook  *Webhook
	TakeOver bool
	// Sign makes of a text at least 32 letters and digits, always the same, that
	// nobody else can make. A Webhook needs it; without it no webhook is known as
	// one that this house has set before.
	Sign func(text string) string
	// Recordings are what it plays, Files where it remembers that Telegram has one
	// of them already. Without the first it says what belongs to a voice note and no
	// more; without the second it uploads each of them every time.
	Recordings channel.Recordings
	Files      Files
	// Health is told how calls end. nil for nobody.
	Health Health
	// Clock, Sleep and Chance (0 up to 1) stand for time and luck in tests.
	Clock  func() time.Time
	Sleep  func(context.Context, time.Duration) error
	Chance func() float64
}

// Bot is the door to Telegram. It implements channel.Channel; Run brings what
// arrives. It may be used by many goroutines.
type Bot struct {
	token    string
	base     string // of all addresses
	endpoint string // with two %s, for the token and the method
	sounds   channel.Recordings
	files    Files
	health   Health
	http     *http.Client
	log      *slog.Logger
	clock    func() time.Time
	sleep    func(context.Context, time.Duration) error
	chance   func() float64
	pace     *pace
	taps     taps
	expected expected
	skew     skew
	linger   func(context.Context, time.Duration) error // waits before an answer counts as slow
	stall    func(context.Context, time.Duration) error // waits before what is urgent overtakes
	patience time.Duration                              // how long a tap may wait for its answer
	poll     time.Duration                              // how long Telegram may hold an empty getUpdates
	name     atomic.Pointer[string]
	webhook  *Webhook // nil: updates are fetched
	sign     func(string) string
	takeOver bool                                       // somebody else's webhook is taken off; once, by whoever runs
	holdup   time.Duration                              // how long a delivery may wait
	idle     func(context.Context, time.Duration) error // waits between two looks after the webhook
	standing
}

// quiet keeps the library from writing anything: its own lines hold the token.
type quiet struct{}

func (quiet) Println(...any)        {}
func (quiet) Printf(string, ...any) {}

var hush = sync.OnceFunc(func() { _ = tgbotapi.SetLogger(quiet{}) })

// New makes the door. It makes no call: Telegram may be down when we start.
func New(o Options) (*Bot, error) {
	if strings.TrimSpace(o.Token) == "" {
		return nil, fmt.Errorf("telegram: no token was given")
	}
	hush()
	base := strings.TrimRight(cmp.Or(o.URL, "https://api.telegram.org"), "/")
	b := &Bot{
		token:    strings.TrimSpace(o.Token),
		base:     base,
		endpoint: strings.ReplaceAll(base, "%", "%%") + "/bot%s/%s",
		sounds:   o.Recordings,
		files:    o.Files,
		health:   o.Health,
		http:     ownHTTP(o.HTTP),
		log:      o.Log,
		clock:    o.Clock,
		sleep:    o.Sleep,
		chance:   o.Chance,
		linger:   sleep,
		stall:    sleep,
		patience: 4 * time.Second,
		poll:     50 * time.Second,
		webhook:  o.Webhook,
		sign:     o.Sign,
		takeOver: o.TakeOver,
		holdup:   holdup,
		idle:     sleep,
	}
	if err := b.webhookWorks(); err != nil {
		return nil, err
	}
	if b.log == nil {
		b.log = slog.New(slog.DiscardHandler)
	}
	if b.health == nil {
		b.health = untold{}
	}
	if b.clock == nil {
		b.clock = time.Now
	}
	if b.sleep == nil {
		b.sleep = sleep
	}
	if b.chance == nil {
		b.chance = rand.Float64
	}
	b.pace = newPace(cmp.Or(o.Rate, usual), b.clock, b.sleep)
	return b, nil
}

// ownHTTP copies a client and keeps it from following redirects, which would
// carry the token to wherever they lead.
func ownHTTP(given *http.Client) *http.Client {
	var c http.Client
	if given != nil {
		c = *given
	} else if t, ok := http.DefaultTransport.(*http.Transport); ok {
		t = t.Clone()
		t.MaxIdleConns, t.MaxIdleConnsPerHost = 200, 200 // a letter and a tap of each chat that is served at once
		c.Transport = t
	}
	c.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return &c
}

// sleep waits for d or until ctx ends.
func sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Door implements channel.Channel.
func (b *Bot) Door() string { return Door }

// Username is the bot's name without the @; "" until Telegram has told it.
func (b *Bot) Username() string {
	if name := b.name.Load(); name != nil {
		return *name
	}
	return ""
}

// Abilities implements channel.Channel. Share is empty until the bot's name is known.
func (b *Bot) Abilities() talk.Abilities {
	a := talk.Abilities{Edits: true, Deletes: true, Popups: true, Location: true, Venue: true, Plays: true, Records: true, Unasked: true, MaxText: maxText}
	if name := b.Username(); name != "" {
		a.Share = "https://t.me/" + name + "?start={payload}"
	}
	return a
}

var _ channel.Channel = (*Bot)(nil)
