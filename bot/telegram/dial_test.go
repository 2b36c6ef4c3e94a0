package telegram

import "testing"

// Telegram takes no links to numbers; the number must arrive all the same.
func TestNumbersArriveWithoutLinks(t *testing.T) {
	in := `Ring:` + "\n" + `<b><a href="tel:116123">116 123</a></b> or <a href="sms:85258">85258</a>, <a href="https://example.org">more</a>`
	want := "Ring:\n<b>116 123</b> or 85258, " + `<a href="https://example.org">more</a>`
	if got := subset(in); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
