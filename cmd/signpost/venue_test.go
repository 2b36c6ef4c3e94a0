package main

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"signpost/bot/flows/member"
	"signpost/directory"
)

// A place whose door is known comes to Telegram as a pin, once, with its card
// below it; it was read from a file, kept in one, and sent.
func TestVenueOnTelegram(t *testing.T) {
	dir, api := t.TempDir(), newBotAPI(t)
	var said bytes.Buffer
	none := func(string) string { return "" }
	code := run(t.Context(), []string{
		"import", "--data", filepath.Join(dir, "data"), "--ours", "--source", "harrowbeck", "../../seeds/town/services.json",
	}, none, strings.NewReader(""), &said, &said)
	if code != done {
		t.Fatalf("the import ends with %d:\n%s", code, &said)
	}
	s := start(t, dir, api.URL, goodToken)

	api.says("/start")
	api.newest("language")
	api.taps("English")
	api.newest("Derbyshire")
	api.says("/start " + member.SharePayload(directory.NewID("town", "polish-evening")))
	api.newest("01632 960101")
	api.taps("Pass on")
	api.newest("https://t.me/example_bot")
	api.taps("Back")
	api.newest("01632 960101")
	if code := s.stop(); code != done {
		t.Fatalf("the program ends with %d:\n%s", code, s.said)
	}

	const pin = "(pin: 1 Mill Lane, 1 Mill Lane, Harrowbeck, QH1 1AA at 53.600000 1.200000)"
	shown := api.transcript()
	if n := strings.Count(shown, "(pin:"); n != 1 || !strings.Contains(shown, pin) {
		t.Errorf("%d pins, want one, %s; the chat shows:\n%s", n, pin, shown)
	}
	if before, _, _ := strings.Cut(shown, "01632 960101"); !strings.Contains(before, pin) {
		t.Errorf("the pin does not come before its card; the chat shows:\n%s", shown)
	}
}
