package telegram

import (
	"context"
	"net/http"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// told is a Health that notes what it is told.
type told struct{ all []string }

func (h *told) Called(fetching, answered bool) {
	what := map[bool]string{true: "fetch", false: "call"}[fetching]
	h.all = append(h.all, what+map[bool]string{true: " answered", false: " unanswered"}[answered])
}

func (h *told) Limited() { h.all = append(h.all, "limited") }

// What counts as an answer is what Telegram itself says, be it no.
func TestHealthIsToldOfCalls(t *testing.T) {
	for name, test := range map[string]struct {
		fault http.HandlerFunc
		want  []string
	}{
		"sent":       {nil, []string{"call answered"}},
		"refused":    {saysNo(403, "Forbidden: bot was blocked by the user", 0), []string{"call answered"}},
		"limited":    {saysNo(429, "Too Many Requests: retry after 7", 7), []string{"limited", "call answered"}},
		"broken":     {saysNo(500, "Internal Server Error", 0), []string{"call unanswered"}},
		"a proxy":    {page(502, "text/html", "<html>Bad Gateway</html>"), []string{"call unanswered"}},
		"hangs up":   {func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }, []string{"call unanswered"}},
		"broken off": {func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() }, nil},
	} {
		f, h := newFake(t), &told{}
		f.faulty(func(string, int) http.HandlerFunc { return test.fault })
		b, _ := f.door()
		b.health = h
		ctx, stop := context.WithCancel(t.Context())
		if name == "broken off" {
			f.faulty(func(string, int) http.HandlerFunc {
				stop()
				return test.fault
			})
		}
		_, _ = b.Send(ctx, letterTo("7"))
		stop()
		if d := cmp.Diff(test.want, h.all); d != "" {
			t.Errorf("%s (-want +got):\n%s", name, d)
		}
	}
	f, h := newFake(t), &told{}
	b, _ := f.door()
	b.health = h
	if _, err := (&poller{Bot: b}).fetch(t.Context(), time.Nanosecond, 1); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff([]string{"fetch answered"}, h.all); d != "" {
		t.Errorf("fetching (-want +got):\n%s", d)
	}
}
