package main

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"signpost/bot/talk"
	"signpost/bot/telegram"
)

// whereDialoguesEnd is what is kept of a chat when a dialogue is over, each of them.
const whereDialoguesEnd = `en find/results, question 6, pressed 5.unseen, back to need where who, ` +
	`knows need="lonely" place="Buxton" who="unseen"`

// settled looks whether each conversation ended where its dialogue does: the newest
// screen of the chat is the one of the last line, the conversation stands there, and
// no letter waits any more. The program must have ended.
func (p *populace) settled(dir string) {
	p.t.Helper()
	kept, err := folder(filepath.Join(dir, "data")).openStore(p.t.Context(), filepath.Join(dir, "keys"), time.Now)
	if err != nil {
		p.t.Fatal(err)
	}
	defer kept.Close()
	p.mu.Lock()
	defer p.mu.Unlock()
	for n := range int(p.begun.Load()) {
		chat, lines := p.first+n, dialogues[n%len(dialogues)]
		if newest := p.screen(chat); answers(lines, newest) != lines[len(lines)-1].want {
			p.t.Errorf("chat %d shows %q in the end", chat, newest)
		}
		is, err := kept.Load(p.t.Context(), telegram.Door, fmt.Sprint(chat), "")
		if err != nil {
			p.t.Errorf("chat %d: %v", chat, err)
		} else if got := standingOf(is.Conversation); got != whereDialoguesEnd {
			p.t.Errorf("chat %d stands at\n%s, want\n%s", chat, got, whereDialoguesEnd)
		}
		if left, err := kept.Pending(p.t.Context(), telegram.Door, fmt.Sprint(chat)); left != 0 || err != nil {
			p.t.Errorf("chat %d: %d letters wait, %v", chat, left, err)
		}
	}
}

// screen is the text of the newest message of a chat. The caller holds mu.
func (b *crowd) screen(chat int) string {
	th := b.thread(chat)
	if len(th.order) == 0 {
		return ""
	}
	return th.shown[th.order[len(th.order)-1]].text
}

// standingOf says where a conversation stands, but for what differs by chance.
func standingOf(c *talk.Conversation) string {
	if c == nil {
		return "nothing is kept"
	}
	var back []string
	for _, m := range c.Trail {
		back = append(back, m.Step)
	}
	var place struct{ Name string }
	_ = json.Unmarshal(c.Answers["where"], &place)
	return fmt.Sprintf("%s %s/%s, question %d, pressed %s, back to %s, knows need=%s place=%q who=%s",
		c.Language, c.Flow, c.Step, c.Turn, strings.TrimPrefix(c.Last, string(c.ID)+"."), strings.Join(back, " "),
		c.Answers["need"], place.Name, c.Answers["who"])
}
