package channeltest

import (
	"context"
	"sync"
	"testing"
	"time"

	"signpost/bot/channel"
)

// patience is how long the suite waits for a door before it calls it broken.
const patience = 20 * time.Second

// Took is one Inbound and what became of the letters that answered it.
type Took struct {
	channel.Inbound
	Sent []channel.Sent
	Errs []error
}

// Script is a Receiver that answers by a function. Like the runner it returns
// from Receive at once, lets the letters leave in order, and waits for them in
// Deliver. Each Inbound comes out of Next once its letters have left.
type Script struct {
	T testing.TB
	// Answer makes the letters for an Inbound; nil for none. Chat is filled in.
	Answer func(channel.Inbound) []channel.Letter

	mu    sync.Mutex
	door  channel.Channel
	queue chan step
	took  chan Took
	ended chan struct{} // closed when no letter leaves any more
}

// step is an Inbound with its letters, or a mark that Deliver waits for.
type step struct {
	in      channel.Inbound
	letters []channel.Letter
	mark    chan struct{}
}

// open lets the letters leave through door until the test ends.
func (s *Script) open(door channel.Channel) {
	ctx, cancel := context.WithCancel(context.Background())
	s.init()
	s.mu.Lock()
	s.door = door
	s.mu.Unlock()
	go func() {
		defer close(s.ended)
		for {
			select {
			case <-ctx.Done():
				return
			case st := <-s.queue:
				s.carry(ctx, st)
			}
		}
	}()
	s.T.Cleanup(func() { cancel(); <-s.ended })
}

// init makes the queues, which a door may reach before open.
func (s *Script) init() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.queue == nil {
		s.queue, s.took, s.ended = make(chan step, 100), make(chan Took, 100), make(chan struct{})
	}
}

// carry sends the letters of a step, or tells Deliver that its turn has come.
func (s *Script) carry(ctx context.Context, st step) {
	if st.mark != nil {
		close(st.mark)
		return
	}
	took := Took{Inbound: st.in}
	for _, l := range st.letters {
		l.Chat = st.in.Chat
		sent, err := s.door.Send(ctx, l)
		took.Sent, took.Errs = append(took.Sent, sent), append(took.Errs, err)
	}
	s.took <- took
}

// Answers sets what answers the Inbounds to come.
func (s *Script) Answers(f func(channel.Inbound) []channel.Letter) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.Answer = f
}

// Receive implements channel.Receiver.
func (s *Script) Receive(_ context.Context, in channel.Inbound) error {
	s.init()
	s.mu.Lock()
	answer := s.Answer
	s.mu.Unlock()
	st := step{in: in}
	if answer != nil {
		st.letters = answer(in)
	}
	s.queue <- st
	return nil
}

// Deliver implements channel.Receiver. It does not wait beyond the end of the
// test, so that a door can be closed while it answers.
func (s *Script) Deliver(ctx context.Context, _ channel.Chat) error {
	s.init()
	mark := make(chan struct{})
	s.queue <- step{mark: mark}
	select {
	case <-mark:
		return nil
	case <-s.ended:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Next waits for the next Inbound whose letters have left.
func (s *Script) Next() Took {
	s.T.Helper()
	select {
	case took := <-s.took:
		return took
	case <-time.After(patience):
		s.T.Fatal("nothing arrived through the door")
		return Took{}
	}
}
