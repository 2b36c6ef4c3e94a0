package channeltest

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"signpost/bot/channel"
	"signpost/bot/talk"
)

// suite is one part under way.
type suite struct {
	*testing.T
	h      Harness
	s      *Script
	door   channel.Channel
	person Person
}

// says has the person write and gives what arrived.
func (t *suite) says(text string) Took {
	t.Helper()
	t.person.Write(text)
	return t.s.Next()
}

// checkFrom holds what is true of every Inbound.
func (t *suite) checkFrom(in Took) {
	t.Helper()
	if in.Chat.Door != t.door.Door() || in.Chat.ID == "" {
		t.Errorf("the chat is %+v, want one of door %q", in.Chat, t.door.Door())
	}
	if in.At.IsZero() {
		t.Error("the Inbound has no time")
	}
	if in.Group || in.Blocked {
		t.Errorf("Group %v, Blocked %v, want neither", in.Group, in.Blocked)
	}
	for i, err := range in.Errs {
		if err != nil {
			t.Errorf("letter %d: %v", i, err)
		}
	}
}

func text(t *suite) {
	const typed = "Dzień dobry, I can't sleep <& I worry>"
	in := t.says(typed)
	t.checkFrom(in)
	if in.Text != typed {
		t.Errorf("text %q, want %q", in.Text, typed)
	}
	if in.Data != "" || in.Media != "" || in.Location != nil {
		t.Errorf("a text brought data %q, media %q, position %v", in.Data, in.Media, in.Location)
	}
}

func command(t *suite) {
	in := t.says("/start poster-7")
	t.checkFrom(in)
	if in.Text != "/start poster-7" {
		t.Errorf("text %q, want the command whole", in.Text)
	}
}

func longText(t *suite) {
	typed := strings.TrimSpace(strings.Repeat("لا أستطيع النوم ", 200))
	in := t.says(typed)
	t.checkFrom(in)
	if in.Text != typed {
		t.Errorf("%d bytes arrived of %d", len(in.Text), len(typed))
	}
}

func order(t *suite) {
	for i := range 5 {
		t.person.Write(fmt.Sprint("message ", i))
	}
	first := t.s.Next()
	for i := range 5 {
		in := first
		if i > 0 {
			in = t.s.Next()
		}
		if want := fmt.Sprint("message ", i); in.Text != want {
			t.Errorf("message %d is %q", i, in.Text)
		}
		if in.Chat != first.Chat {
			t.Errorf("one person has two chats, %v and %v", first.Chat, in.Chat)
		}
	}
}

func position(t *suite) {
	if !t.door.Abilities().Location {
		t.Skip("the door takes no position")
	}
	t.person.Share(53.2351, -1.4216)
	in := t.s.Next()
	t.checkFrom(in)
	if in.Location == nil {
		t.Fatal("no position arrived")
	}
	if math.Abs(in.Location.Lat-53.2351) > 1e-6 || math.Abs(in.Location.Lon+1.4216) > 1e-6 {
		t.Errorf("position %v, want 53.2351, -1.4216", *in.Location)
	}
	if in.Text != "" || in.Media != "" {
		t.Errorf("a position brought text %q, media %q", in.Text, in.Media)
	}
}

func media(t *suite) {
	kinds := []channel.Media{
		channel.Voice, channel.Photo, channel.Video, channel.Sticker,
		channel.Document, channel.Contact, channel.Other,
	}
	for _, kind := range kinds {
		if !t.person.Attach(kind) {
			continue
		}
		in := t.s.Next()
		t.checkFrom(in)
		if in.Media != kind || in.Text != "" {
			t.Errorf("%s arrived as media %q, text %q", kind, in.Media, in.Text)
		}
	}
}

func recorded(t *suite) {
	if !t.door.Abilities().Records {
		t.Skip("nobody can record anything at the door")
	}
	if !t.person.Attach(channel.Voice) {
		t.Fatal("somebody can't send a voice note")
	}
	in := t.s.Next()
	t.checkFrom(in)
	if in.Media != channel.Voice || in.File == "" || in.Seconds != Recorded.Seconds {
		t.Fatalf("media %q, file %q, %d seconds", in.Media, in.File, in.Seconds)
	}
	door, ok := t.door.(channel.Fetcher)
	if !ok {
		t.Fatal("a door at which one can record must be able to fetch it")
	}
	v := talk.Voice{ID: "another", File: in.File}
	if audio, err := door.Fetch(t.Context(), v, len(Sound)); err != nil || string(audio) != Sound {
		t.Errorf("the sound is %q, %v", audio, err)
	}
	if _, err := door.Fetch(t.Context(), v, len(Sound)-1); !errors.Is(err, channel.Refused) {
		t.Errorf("one that is too large gave %v, want Refused", err)
	}
	v.File = "nothing"
	if _, err := door.Fetch(t.Context(), v, len(Sound)); !errors.Is(err, channel.Refused) {
		t.Errorf("one that is not there gave %v, want Refused", err)
	}
}
