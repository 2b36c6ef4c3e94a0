package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"runtime/debug"
	"strings"
	"syscall"
	"time"

	"signpost/bot/channel"
	"signpost/bot/runner"
	"signpost/bot/web"
)

// serve opens the doors for everybody.
type serve struct {
	Data    string `help:"Folder of the data (data); made if need be." default:"data" from:"SIGNPOST_DATA" placeholder:"FOLDER"`
	Keys    string `help:"Key file, kept apart from the data; made with a new folder. By default in your configuration folder." from:"SIGNPOST_KEYS" placeholder:"FILE"`
	Forgets string `help:"File that says who was forgotten, so that no backup brings them back. By default beside the key file." from:"SIGNPOST_FORGETS" placeholder:"FILE"`
	HTTP    string `name:"http" help:"Address of the page (localhost:8080); off for none." default:"localhost:8080" from:"SIGNPOST_HTTP" placeholder:"ADDRESS"`
	Origin  string `help:"How people reach the page, when something stands in front of it: https://example.org." from:"SIGNPOST_ORIGIN" placeholder:"URL"`

	Health string `help:"Address for whoever looks after the program, on this machine alone, with /healthz, /readyz and /metrics: localhost:9090. None when not said." from:"SIGNPOST_HEALTH" placeholder:"ADDRESS"`

	keeping

	TelegramTokenFile string  `help:"File with the bot's token; $TELEGRAM_BOT_TOKEN may hold the token itself. Without either there is no Telegram." from:"TELEGRAM_BOT_TOKEN_FILE" placeholder:"FILE"`
	TelegramURL       string  `name:"telegram-url" help:"Another Bot API server." from:"TELEGRAM_API_URL" placeholder:"URL"`
	TelegramRate      float64 `help:"Messages a second to all chats together (28)." default:"28" from:"SIGNPOST_TELEGRAM_RATE" placeholder:"N"`

	TelegramWebhook  string `help:"Have Telegram bring the messages to this address, https://example.org/some/path, instead of fetching them." from:"SIGNPOST_TELEGRAM_WEBHOOK" placeholder:"URL"`
	TelegramListen   string `help:"Where the server with https in front hands them on (127.0.0.1:8443)." default:"127.0.0.1:8443" from:"SIGNPOST_TELEGRAM_LISTEN" placeholder:"ADDRESS"`
	TelegramPrivate  bool   `help:"The network between that server and here is private: listen on it, too." from:"SIGNPOST_TELEGRAM_PRIVATE"`
	TelegramTakeOver bool   `help:"Take the messages from a webhook that another program has set, this once."`
}

// Run opens the doors until the program is told to end.
func (s *serve) Run(w *world) (err error) {
	frugal(w)
	token, err := s.token(w.getenv)
	if err != nil {
		return err
	}
	at, err := s.listen(w, token)
	if err != nil {
		return err
	}
	defer at.close()
	data := folder(s.Data)
	if err := data.make(); err != nil {
		return err
	}
	opened, seeds, leave, err := data.enter(w.ctx, derbyshire, s.Keys)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, leave()) }()
	seeds.tell(w, derbyshire, s.Data)
	s.warn(w, data, at.page)
	opened.tellBroken(w)
	h, err := s.furnish(w, data, opened)
	if err != nil {
		return err
	}
	doors, err := s.doors(w, h, token, at)
	if err != nil {
		return err
	}
	h.doing = h.state(data, opened, doors)
	closing, err := h.doing.open(w, s.Health)
	if err != nil {
		return err
	}
	defer closing()
	return h.run(w.ctx, doors...)
}

// furnish builds the house, and what looks after the folder while the files in it
// can be used.
func (s *serve) furnish(w *world, data folder, opened rooms) (*house, error) {
	if opened.broken != nil {
		return opened.build(data.answered(derbyshire), time.Now, w.log)
	}
	copies, err := s.prepare(w, data)
	if err != nil {
		return nil, err
	}
	remember(w.ctx, w, opened.kept, s.Forgets, s.Keys)
	h, err := opened.build(data.answered(derbyshire), time.Now, w.log)
	if err != nil {
		return nil, err
	}
	h.nightly(opened.dir, data, copies)
	h.watch()
	s.warnNotLive(w, data)
	return h, nil
}

// ports are the addresses at which the doors are reached; nil for none.
type ports struct{ page, webhook net.Listener }

func (p ports) close() {
	for _, l := range []net.Listener{p.page, p.webhook} {
		if l != nil {
			_ = l.Close() // a door may have closed it
		}
	}
}

// listen takes the addresses, before anything is made in the folder.
func (s *serve) listen(w *world, token string) (at ports, err error) {
	if off(s.HTTP) && token == "" {
		return at, misuse{errors.New("there is no door to open: the browser is off and there is no Telegram token. Give --http an address, or a token")}
	}
	if !off(s.HTTP) {
		if at.page, err = openPort(w.ctx, s.HTTP); err != nil {
			return at, err
		}
	}
	if token != "" && s.TelegramWebhook != "" {
		if at.webhook, err = s.openWebhook(w); err != nil {
			at.close()
			return ports{}, err
		}
	}
	return at, nil
}

// doors are the doors that are to be opened.
func (s *serve) doors(w *world, h *house, token string, at ports) ([]door, error) {
	h.runner.Limit = s.limit()
	var doors []door
	if token != "" {
		d, err := s.telegram(w, h, token, at)
		if err != nil {
			return nil, err
		}
		doors = append(doors, d)
	}
	if at.page != nil {
		d, err := browser(w, h, at.page, s.Origin, nil)
		if err != nil {
			return nil, err
		}
		doors = append(doors, d)
	}
	return doors, nil
}

// limit is how much of one chat is taken: more than anybody reads. Where more is sent
// than Telegram takes, to another server and to measure, more is taken too.
func (s *serve) limit() runner.Limit {
	const turns, over = 30, 20 * time.Second
	return runner.Limit{Turns: int(turns * max(1, s.TelegramRate/28)), Over: over}
}

// warn says what is allowed and should not be done.
func (s *serve) warn(w *world, data folder, page net.Listener) {
	if s.Keys != "" && data.holds(s.Keys) {
		w.say("Careful: the key file is inside the data folder, so a copy of the folder can be read by whoever finds it. Say with --keys where else it is to be.")
	}
	if page == nil {
		return
	}
	tcp, ok := page.Addr().(*net.TCPAddr)
	if ok && !tcp.IP.IsLoopback() && !strings.HasPrefix(s.Origin, "https:") {
		w.say("Careful: other machines can open this page, and without https others on the way can read it. Listen on localhost, put a server with https in front, and say so with --origin.")
	}
}

// tell says what sowing did, when it did something.
func (s seeded) tell(w *world, a area, data string) {
	switch {
	case s.New:
		w.say("Made %s with %d services in %s. None has been checked with its provider yet.", data, s.Services, a.Name)
	case s.Changed:
		w.say("This release brings other facts about %s: %d services added, %d changed, %d waiting for a person.",
			a.Name, s.Report.Added, s.Report.Changed, s.Report.Filed)
	}
}

// off reports whether an address means that there is none.
func off(address string) bool { return address == "" || strings.EqualFold(address, "off") }

// openPort takes the address of the page.
func openPort(ctx context.Context, address string) (net.Listener, error) {
	return listenAt(ctx, "page", "--http", address)
}

// listenAt takes an address: for what, and which flag says where.
func listenAt(ctx context.Context, what, flag, address string) (net.Listener, error) {
	l, err := new(net.ListenConfig).Listen(ctx, "tcp", address)
	switch {
	case err == nil:
		return l, nil
	case errors.Is(err, syscall.EADDRINUSE):
		return nil, fmt.Errorf("the address %s is taken: another program listens there, perhaps another signpost. Choose another with %s, such as %s localhost:8081", address, flag, flag)
	case errors.Is(err, os.ErrPermission):
		return nil, fmt.Errorf("this user may not listen at %s; ports below 1024 are kept for the system. Choose another with %s", address, flag)
	default:
		var op *net.OpError
		if errors.As(err, &op) {
			err = op.Err
		}
		return nil, fmt.Errorf("the %s can't be opened at %q (%w). Give %s a host and a port, such as localhost:8080", what, address, err, flag)
	}
}

// browser is the door of the browser; with roles to try it is a demonstration.
func browser(w *world, h *house, l net.Listener, origin string, roles []web.Try) (door, error) {
	if origin == "" {
		origin = "http://" + reachable(l.Addr())
	}
	site, err := web.New(web.Options{
		Receiver: h.runner, Words: h.words, Now: h.runner.Now, Recordings: h.sounds, Origin: origin, Demo: roles != nil, Try: roles, Log: w.log, Ready: h.isReady,
	})
	if err != nil {
		return door{}, misuse{fmt.Errorf("%w; --origin is an address such as https://example.org", err)}
	}
	return door{site, func(ctx context.Context, _ channel.Receiver) error {
		w.say("Open %s", origin)
		return site.Serve(ctx, l)
	}}, nil
}

// reachable is the host and port by which this machine reaches a listener.
func reachable(a net.Addr) string {
	tcp, ok := a.(*net.TCPAddr)
	if !ok {
		return a.String()
	}
	host := tcp.IP.String()
	if tcp.IP.IsLoopback() || tcp.IP.IsUnspecified() {
		host = "localhost"
	}
	return net.JoinHostPort(host, fmt.Sprint(tcp.Port))
}

// frugal has the collector begin when what is held has grown by seven tenths
// instead of doubled, unless $GOGC says otherwise. Most of what is held are the
// rules of the listener, which stay; a small machine has better uses for as much
// again. It costs some 20 µs an update.
func frugal(w *world) {
	if w.getenv("GOGC") == "" {
		debug.SetGCPercent(70)
	}
}
