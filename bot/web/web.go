// Package web is the browser's door: the same talk on one page.
//
// The page is a window on a chat and knows nothing of what is talked about. A
// form brings what the person typed or pressed to the Receiver; the letters that
// come back through Send are kept in memory, one list a chat, and the page shows
// that list. Everything works without JavaScript: each button is a form, each
// answer a redirect. The one script of ours only spares the reload.
//
// The page may be read over somebody's shoulder and the phone may be shared. So
// nothing typed is ever in an address or a log, nothing is written to a disk, no
// page is cached, a chat ends when nobody has touched it for half an hour, and
// a button on every screen leaves for another site at once.
package web

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"signpost/bot/channel"
	"signpost/bot/talk"
	"signpost/locales"
)

// DoorName is the Door of this package's chats.
const DoorName = "web"

// Words turns messages into words; *locales.Words does.
type Words interface {
	// Render gives the small HTML subset, every value escaped.
	Render(language string, t locales.Text) string
}

// Options are what a Site is made of. Receiver may be given later, by Connect;
// all other fields but Words have a default.
type Options struct {
	Receiver channel.Receiver
	Words    Words
	// Recordings are what the page plays; nil for nothing.
	Recordings channel.Recordings

	Origin  string // how people reach the page, "http://localhost:8080" by default; "https://…" makes cookies Secure
	Proxied bool   // a proxy in front of us sets X-Forwarded-Proto
	LeaveTo string // where "leave quickly" goes; LeaveTo by default
	Demo    bool   // say that this is an invented town
	Try     []Try  // as whom it can be tried; none but in a demonstration

	Now    func() time.Time // time.Now by default
	Random io.Reader        // crypto/rand.Reader by default
	Log    *slog.Logger     // nothing that names a person or repeats them; discarded by default

	// Ready says whether the house behind the page can do its work; nil for always.
	Ready func(ctx context.Context) bool

	Idle     time.Duration // a chat ends when untouched for so long; 30 minutes by default
	MaxChats int           // chats in memory, 5,000 by default; the longest idle goes first
}

// LeaveTo is where "leave quickly" goes when Options don't say: a page that
// anybody may have open.
const LeaveTo = "https://www.bbc.co.uk/weather"

// Site is the page: an http.Handler for the configured address and a
// channel.Channel. It is safe for concurrent use.
type Site struct {
	o        Options
	secure   bool   // every request counts as https
	policy   string // the Content-Security-Policy
	ways     map[string]route
	chats    *chats
	assets   assets
	telling  sync.Mutex // held while the Receiver is told of an end
	connect  sync.RWMutex
	receiver channel.Receiver
}

var (
	_ http.Handler    = (*Site)(nil)
	_ channel.Channel = (*Site)(nil)
)

// New makes the page. It fails when Words is missing or an address in Options
// is not one.
func New(o Options) (*Site, error) {
	if o.Words == nil {
		return nil, errors.New("the page needs Words")
	}
	o = o.filled()
	origin, err := url.Parse(o.Origin)
	if err != nil || origin.Host == "" || (origin.Scheme != "http" && origin.Scheme != "https") {
		return nil, fmt.Errorf("the page's origin %q is no http or https address", o.Origin)
	}
	o.Origin = origin.Scheme + "://" + origin.Host
	leave, err := url.Parse(o.LeaveTo)
	if err != nil || leave.Host == "" || (leave.Scheme != "http" && leave.Scheme != "https") {
		return nil, fmt.Errorf("the address to leave to, %q, is no http or https address", o.LeaveTo)
	}
	s := &Site{
		o:        o,
		secure:   origin.Scheme == "https",
		policy:   policy(leave.Scheme),
		chats:    newChats(o.MaxChats, o.Random),
		assets:   loadAssets(),
		receiver: o.Receiver,
	}
	s.ways = s.routes()
	return s, nil
}

// filled gives every field that was left empty its default.
func (o Options) filled() Options {
	if o.Origin == "" {
		o.Origin = "http://localhost:8080"
	}
	if o.LeaveTo == "" {
		o.LeaveTo = LeaveTo
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Random == nil {
		o.Random = rand.Reader
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Idle <= 0 {
		o.Idle = 30 * time.Minute
	}
	if o.MaxChats <= 0 {
		o.MaxChats = 5000
	}
	return o
}

// Connect says who receives what people send, for a Receiver that needed the
// Site first. Until then the page answers that it is not ready.
func (s *Site) Connect(r channel.Receiver) {
	s.connect.Lock()
	defer s.connect.Unlock()
	s.receiver = r
}

// errNotConnected says that no Receiver was given yet.
var errNotConnected = errors.New("the page has no receiver yet")

// receive brings one Inbound to the Receiver.
func (s *Site) receive(ctx context.Context, in channel.Inbound) error {
	s.connect.RLock()
	r := s.receiver
	s.connect.RUnlock()
	if r == nil {
		return errNotConnected
	}
	return r.Receive(ctx, in)
}

// deliver waits until the letters for a chat have arrived.
func (s *Site) deliver(ctx context.Context, c channel.Chat) error {
	s.connect.RLock()
	r := s.receiver
	s.connect.RUnlock()
	if r == nil {
		return errNotConnected
	}
	return r.Deliver(ctx, c)
}

// Door is "web".
func (s *Site) Door() string { return DoorName }

// Abilities says what the page can show. It takes no location: a page that asks
// for one frightens people, and a town can be typed.
func (s *Site) Abilities() talk.Abilities {
	return talk.Abilities{
		Edits:   true,
		Deletes: true,
		Popups:  true,
		Plays:   s.o.Recordings != nil,
		Share:   s.o.Origin + "/go/{payload}",
	}
}

// mapLink shows a place on the map: https://wiki.openstreetmap.org/wiki/Browsing#URL
const mapLink = "https://www.openstreetmap.org/?mlat={lat}&mlon={lon}#map=17/{lat}/{lon}"

// mapAt is mapLink for one place.
func mapAt(lat, lon float64) string {
	return strings.NewReplacer(
		"{lat}", fmt.Sprintf("%.5f", lat),
		"{lon}", fmt.Sprintf("%.5f", lon),
	).Replace(mapLink)
}
