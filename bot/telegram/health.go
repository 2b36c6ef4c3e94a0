package telegram

import (
	"context"
	"errors"
	"net/http"
	"strings"
)

// Health is told how calls to Telegram end, and nothing of what was in them.
// *health.Board is one.
type Health interface {
	// Called: a call was made, to fetch updates or for anything else. That Telegram
	// asked to wait or refused it is an answer; that it brings an update is one, too.
	Called(fetching, answered bool)
	// Limited: Telegram asked to wait.
	Limited()
}

// untold is a Health that nobody looks at.
type untold struct{}

func (untold) Called(bool, bool) {}
func (untold) Limited()          {}

// told says how a call ended; f is nil when it did what it was for. A call that we
// broke off ourselves says nothing of Telegram.
func (b *Bot) told(method string, f *failure) {
	b.note(method, f)
	fetching := method == "getUpdates" || strings.Contains(method, "Webhook")
	switch {
	case f == nil:
		b.health.Called(fetching, true)
		return
	case errors.Is(f.cause, context.Canceled):
		return
	case f.limited():
		b.health.Limited()
	}
	b.health.Called(fetching, f.answered())
}

// answered reports that a Bot API gave the answer, and not a proxy or nobody.
func (f *failure) answered() bool { return f.desc != "" && f.code < http.StatusInternalServerError }
