package main

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// task is something the people do.
type task struct {
	Constant bool    // they talk to the yardstick: they type, and anything is an answer
	People   int     // at once
	Seconds  float64 // for how long new updates are sent; 0 for one update of each
	Rate     float64 // updates a second; 0 for as fast as they are answered
}

// result is what came of it. Times are from when an update could be fetched until
// its first answer was accepted.
type result struct {
	Updates  int     // answered
	Seconds  float64 // from the first to the last of them
	Lost     int     // updates without an answer
	Twice    int     // with more letters than they should have; only counted of a backlog
	P50, P99 float64 // milliseconds
	Max      float64
	Calls    int // of the bot, polls apart
}

// script is what a person does: "tap LABEL" presses the first button whose label
// begins so, "type TEXT" types. It is the way of somebody who finds a place and
// looks at another page of the results.
var script = []string{
	"type /start", "tap English", "tap Find a place for me", "tap Lonely", "type Derby", "tap It does not matter",
	"tap 1. ", "tap Back", "tap 2. ", "tap Back", "tap 3. ",
}

// person is somebody in a chat.
type person struct {
	chat   int64
	step   int
	open   bool      // an update waits for its answer
	since  time.Time // when it could be fetched
	shown  []button  // under the newest message with buttons
	under  int64     // that message
	met    bool      // the update has had an answer, but the button that comes next is not there yet
	letter int       // messages since the last update
}

type button struct {
	Text string `json:"text"`
	Data string `json:"callback_data"`
}

// next is the update that comes next; nil when the button for it is not shown.
func (p *person) next(constant bool) map[string]any {
	from := map[string]any{"id": p.chat, "is_bot": false, "first_name": "Load", "language_code": "en"}
	chat := map[string]any{"id": p.chat, "type": "private", "first_name": "Load"}
	now := time.Now().Unix()
	what, arg, _ := strings.Cut(script[p.step], " ")
	if what == "type" || constant {
		return map[string]any{"message": map[string]any{
			"message_id": 1_000_000 + p.step, "date": now, "from": from, "chat": chat, "text": arg,
		}}
	}
	i := slices.IndexFunc(p.shown, func(b button) bool { return strings.HasPrefix(b.Text, arg) })
	if i < 0 {
		return nil
	}
	return map[string]any{"callback_query": map[string]any{
		"id": fmt.Sprintf("%d-%d", p.chat, p.step), "from": from, "chat_instance": "1", "data": p.shown[i].Data,
		"message": map[string]any{"message_id": p.under, "date": now, "chat": chat},
	}}
}
