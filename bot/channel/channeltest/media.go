package channeltest

import (
	"errors"
	"slices"
	"strings"

	"signpost/bot/channel"
	"signpost/bot/talk"
)

func pin(t *suite) {
	t.shows(channel.Letter{Pin: &talk.Pin{Lat: 53.2351, Lon: -1.4216, Title: "Harbour Hall", Address: "1 Example Road"}})
	m := t.see("Harbour Hall")
	if !strings.Contains(Plain(m.Text), "1 Example Road") {
		t.Errorf("the pin says %q, without its address", m.Text)
	}
}

func drawn(t *suite) {
	in := t.shows(channel.Letter{HTML: "Hold your camera up to <b>this</b>.", QR: QR, Edit: "1"})
	if m := t.see("Hold your camera up to this."); !m.QR {
		t.Errorf("no QR code stands beside %q", m.Text)
	}
	t.shows(channel.Letter{Delete: []string{in.Sent[0].Message}})
	if _, still := t.find("Hold your camera"); still && t.door.Abilities().Deletes {
		t.Error("the QR code can't be taken away")
	}
	t.s.Answers(func(channel.Inbound) []channel.Letter {
		return []channel.Letter{{HTML: "Too much", QR: strings.Repeat("x", 5000)}}
	})
	if in := t.says("hello"); !errors.Is(in.Errs[0], channel.Refused) {
		t.Errorf("a code of 5,000 bytes gave %v, want Refused", in.Errs[0])
	}
}

func played(t *suite) {
	v := Recorded
	in := t.shows(channel.Letter{HTML: "In <b>their</b> own words", Voice: &v, Keep: true, Rows: [][]channel.Button{row("More")}})
	m := t.see("In their own words")
	if can := t.door.Abilities().Plays; m.Voice != can {
		t.Errorf("it can be played: %v, and the door says %v", m.Voice, can)
	}
	if !slices.Equal(m.Buttons, []string{"More"}) {
		t.Errorf("buttons %q", m.Buttons)
	}
	t.shows(channel.Letter{HTML: "No sound any more", Voice: &talk.Voice{ID: "gone", Of: "gone", Language: "pl"}})
	t.see("No sound any more")
	t.shows(channel.Letter{Delete: []string{in.Sent[0].Message}})
	if _, still := t.find("In their own"); still && t.door.Abilities().Deletes {
		t.Error("the recording can't be taken away")
	}
}

func file(t *suite) {
	f := Table
	in := t.shows(channel.Letter{HTML: "The numbers as a <b>table</b>", File: &f, Edit: "1", Rows: [][]channel.Button{row("Back to them")}})
	m := t.see("The numbers as a table")
	bare := func(table string) string { return Plain(strings.TrimPrefix(table, "\ufeff")) } // a terminal prints no mark
	if bare(m.File) != bare(string(f.Body)) {
		t.Errorf("the file holds %q, want %q", m.File, f.Body)
	}
	if !slices.Equal(m.Buttons, []string{"Back to them"}) {
		t.Errorf("buttons %q", m.Buttons)
	}
	if got := t.pressing("Back to them", nil); got.Data != "d:Back to them" {
		t.Errorf("data %q", got.Data)
	}
	t.shows(channel.Letter{Delete: []string{in.Sent[0].Message}})
	if _, still := t.find("The numbers as"); still && t.door.Abilities().Deletes {
		t.Error("the file can't be taken away")
	}
	for _, bad := range []talk.File{
		{Name: "../../.profile", Type: f.Type, Body: f.Body},
		{Name: f.Name, Type: "text/html", Body: f.Body},
		{Name: f.Name, Type: f.Type, Body: make([]byte, channel.MaxFile+1)},
		{Name: f.Name, Type: f.Type},
	} {
		t.s.Answers(func(channel.Inbound) []channel.Letter { return []channel.Letter{{HTML: "Here", File: &bad}} })
		if in := t.says("hello"); !errors.Is(in.Errs[0], channel.Refused) {
			t.Errorf("%s of %s, %d bytes, gave %v, want Refused", bad.Name, bad.Type, len(bad.Body), in.Errs[0])
		}
	}
}
