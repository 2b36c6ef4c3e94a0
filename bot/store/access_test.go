package store_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"signpost/bot/sessionlog"
)

func TestAccessChecks(t *testing.T) {
	s, _, _ := group(t)
	one, two := enquiry("c1"), enquiry("c2")
	two.Day, two.Service, two.Language = "2026-11-22", mondays, ""
	save(t, s, turn("amina", sessionlog.Enquired{Check: one}, sessionlog.Enquired{Check: two}))
	for what, spoil := range map[string]func(*sessionlog.Check){
		"the future": func(c *sessionlog.Check) { c.Day = "2026-11-23" }, "no day": func(c *sessionlog.Check) { c.Day = "" },
		"no service": func(c *sessionlog.Check) { c.Service = "" }, "words": func(c *sessionlog.Check) { c.Language = "hers" },
		"no wait": func(c *sessionlog.Check) { c.Wait = "" }, "taken": func(c *sessionlog.Check) { c.ID = "c1" },
	} {
		c := enquiry("c3")
		spoil(&c)
		wantStale(t, s, what, turn("amina", sessionlog.Enquired{Check: c}))
	}
	wantStale(t, s, "by a member", turn("nobody", sessionlog.Enquired{Check: enquiry("c4")}))
	reply := sessionlog.Replied{Check: "c1", Reply: sessionlog.ReplyLooks, Day: "2026-11-22"}
	wantStale(t, s, "a first aider replies", turn("amina", reply))
	wantStale(t, s, "to none", turn("admin", sessionlog.Replied{Check: "c9", Reply: sessionlog.ReplyLooks}))
	wantStale(t, s, "with words", turn("admin", sessionlog.Replied{Check: "c1", Reply: "you lie"}))
	save(t, s, turn("admin", reply))
	wantStale(t, s, "taken back after a reply", turn("amina", sessionlog.Unenquired{Check: "c1"}))
	wantStale(t, s, "taken back by a member", turn("nobody", sessionlog.Unenquired{Check: "c2"}))
	one.Reply, one.Replied = sessionlog.ReplyLooks, "2026-11-22"
	got, err := s.Checks(t.Context(), "")
	if diff := cmp.Diff([]sessionlog.Check{two, one}, got); diff != "" || err != nil {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
	save(t, s, turn("amina", sessionlog.Unenquired{Check: "c2"}))
	if _, ok, err := s.Check(t.Context(), "c2"); ok || err != nil {
		t.Errorf("it is still there: %v, %v", ok, err)
	}
	if got, err := s.Checks(t.Context(), advice); len(got) != 1 || got[0] != one || err != nil {
		t.Errorf("of the service: %+v, %v", got, err)
	}
}
