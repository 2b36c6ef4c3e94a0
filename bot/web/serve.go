package web

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"time"

	"signpost/bot/channel"
)

// How long one request may take in all. A turn is worked out in milliseconds;
// these are for a machine in trouble.
const (
	receiveFor = 20 * time.Second
	deliverFor = 8 * time.Second
	sweepEvery = time.Minute
)

// Serve answers on a listener until ctx ends, then lets the requests under way
// finish, for ten seconds at most. It closes the listener. Once a minute it ends
// the chats that nobody touched. The error is nil after an orderly end.
func (s *Site) Serve(ctx context.Context, l net.Listener) error {
	server := &http.Server{
		Handler:           s,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       15 * time.Second,
		WriteTimeout:      receiveFor + deliverFor + 10*time.Second,
		IdleTimeout:       90 * time.Second,
		MaxHeaderBytes:    16 << 10,
		ErrorLog:          log.New(io.Discard, "", 0), // its lines hold addresses of people
	}
	served := make(chan error, 1)
	go func() { served <- server.Serve(l) }()
	tick := time.NewTicker(sweepEvery)
	defer tick.Stop()
	for {
		select {
		case err := <-served:
			return fmt.Errorf("serving the page: %w", err)
		case <-tick.C:
			s.Sweep(ctx)
		case <-ctx.Done():
			stop, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
			defer cancel()
			if err := server.Shutdown(stop); err != nil {
				_ = server.Close() // its requests took too long; their turns are saved or were never taken
				return fmt.Errorf("stopping the page: %w", err)
			}
			if err := <-served; !errors.Is(err, http.ErrServerClosed) {
				return fmt.Errorf("serving the page: %w", err)
			}
			return nil
		}
	}
}

// Sweep ends the chats that were idle for too long and tells the Receiver of
// each chat that ended. Serve does it once a minute; one that can't be told is
// tried again at the next.
func (s *Site) Sweep(ctx context.Context) {
	s.chats.stale(s.o.Now(), s.o.Idle)
	failed := 0
	for _, id := range s.chats.endings() {
		if s.tell(ctx, id) != nil {
			failed++
		}
	}
	if failed > 0 {
		s.o.Log.Warn("chats of the page could not be ended", "count", failed)
	}
}

// tell says to the Receiver that a chat has ended, once.
func (s *Site) tell(ctx context.Context, id string) error {
	s.telling.Lock()
	defer s.telling.Unlock()
	if !s.chats.isEnding(id) {
		return nil
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), receiveFor)
	defer cancel()
	err := s.receive(ctx, channel.Inbound{
		Chat:    channel.Chat{Door: DoorName, ID: id},
		At:      s.o.Now(),
		Blocked: true,
	})
	if err != nil {
		return err
	}
	s.chats.told(id)
	return nil
}
