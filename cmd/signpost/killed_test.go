package main

import (
	"errors"
	"flag"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"sync"
	"syscall"
	"testing"
	"time"
)

var (
	kills    = flag.Int("kills", 20, "how often the program is killed, in each way to get messages")
	killSeed = flag.Uint64("kill.seed", 0, "when it is killed, of a test that failed; 0 for whenever")
)

// mortal is a program that is started and killed, again and again.
type mortal struct {
	*crowd
	t    *testing.T
	path string
	dir  string
	args []string
	life int // how often it was started

	mu      sync.Mutex
	chance  *rand.Rand
	now     *exec.Cmd
	left    int  // calls until it is killed; below zero when it is not to be
	strikes bool // it was
}

// start starts it. It is to be killed at one of its next calls, or not at all.
func (m *mortal) start(deadly bool) {
	m.t.Helper()
	args := append([]string{
		"serve", "--http", "off", "--telegram-rate", "2000", "--data", filepath.Join(m.dir, "data"), "--keys", filepath.Join(m.dir, "keys"),
	}, m.args...)
	m.life++
	c := exec.Command(m.path, args...)
	// Each life has an address of its own: what it sent may be read after its end.
	at := m.URL + "/" + strconv.Itoa(m.life)
	c.Env = []string{"HOME=" + m.dir, "PATH=" + os.Getenv("PATH"), tokenVariable + "=" + goodToken, "TELEGRAM_API_URL=" + at}
	c.Stderr = m.t.Output()
	m.mu.Lock()
	defer m.mu.Unlock()
	m.now, m.strikes, m.left = c, false, -1
	if deadly {
		m.left = m.chance.IntN(120)
	}
	if err := c.Start(); err != nil {
		m.t.Fatal(err)
	}
}

// moment is the fault of a call: mostly none; the last one of a life is done or not,
// and answered or not.
func (m *mortal) moment(c call) fault {
	about := c.method == "getUpdates" && c.about > 0 || c.method == "sendMessage" || c.method == "editMessageText" || c.method == "answerCallbackQuery"
	m.mu.Lock()
	defer m.mu.Unlock()
	if !about || m.left < 0 {
		return fault{}
	}
	m.left--
	if m.left >= 0 {
		return fault{}
	}
	dying := m.now.Process
	kill := func() {
		m.mu.Lock()
		m.strikes = true
		m.mu.Unlock()
		_ = dying.Kill()
	}
	switch m.chance.IntN(4) {
	case 0:
		return fault{how: cutBefore, then: kill}
	case 1:
		return fault{how: cutAfter, then: kill}
	case 2:
		return fault{then: kill}
	}
	later := time.Duration(m.chance.IntN(5000)) * time.Microsecond // into its writing
	return fault{then: func() { time.AfterFunc(later, kill) }}
}

// die waits until it was killed.
func (m *mortal) die() {
	m.t.Helper()
	ended, dying := make(chan struct{}), m.now.Process
	go func() { // after a failure nobody talks any more, and it would live for ever
		for tick := time.Tick(100 * time.Millisecond); ; {
			select {
			case <-ended:
				return
			case <-tick:
				if m.t.Failed() {
					m.mu.Lock()
					m.strikes = true
					m.mu.Unlock()
					_ = dying.Kill()
					return
				}
			}
		}
	}()
	err := m.now.Wait()
	close(ended)
	m.mu.Lock()
	defer m.mu.Unlock()
	if !m.strikes {
		m.t.Fatalf("the program ended by itself: %v", err)
	}
}

// end tells it to end, which it must do well.
func (m *mortal) end() {
	m.t.Helper()
	if err := errors.Join(m.now.Process.Signal(syscall.SIGTERM), m.now.Wait()); err != nil {
		m.t.Errorf("it did not end well: %v", err)
	}
}

// The program is killed again and again while many people talk to it: each of their
// messages is answered once, each effect happens and is counted once. Only what
// Telegram had accepted when the program was killed may be said once more.
func TestKilledWhileManyTalk(t *testing.T) {
	if testing.Short() {
		t.Skip("kills a program many times")
	}
	seed := *killSeed
	if seed == 0 {
		seed = rand.Uint64()
	}
	t.Logf("to repeat it: -run '^%s$' -kill.seed %d -kills %d", t.Name(), seed, *kills)
	path := program(t)
	t.Run("while it fetches", func(t *testing.T) { killed(t, path, seed, newCrowd(t)) })
	t.Run("by webhook", func(t *testing.T) {
		api, at := newCrowd(t), freePort(t)
		go api.carry(at)
		killed(t, path, seed, api, "--telegram-webhook", "https://signpost.example/from/telegram", "--telegram-listen", at)
	})
}

// killed kills it, with one way to get messages.
func killed(t *testing.T, path string, seed uint64, api *crowd, args ...string) {
	m := &mortal{crowd: api, t: t, path: path, args: args, dir: t.TempDir(), chance: rand.New(rand.NewPCG(seed, seed))}
	api.fails(m.moment)
	people := newPopulace(t, api, 40)
	for range *kills {
		m.start(true)
		m.die()
		if t.Failed() {
			break
		}
	}
	m.start(false)
	people.goHome()
	m.end()
	if t.Failed() {
		return // what follows would only say so again
	}
	again := people.once()
	people.counted(m.dir)
	t.Logf("%d dialogues, %d messages, %d kills; %d answers and %d urgent cards were said once more",
		people.begun.Load(), api.sent, *kills, again.answers, again.cards)
}
