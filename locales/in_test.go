package locales

import (
	"strings"
	"testing"
)

// What is said in one language stays in it, whoever reads.
func TestIn(t *testing.T) {
	w, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	got := w.Render("ur", Paragraphs(ButtonUrgent(), In("en", ButtonUrgent())))
	if want := w.Render("en", ButtonUrgent()); !strings.Contains(got, want) {
		t.Errorf("%q lacks the English %q", got, want)
	}
	if want := w.Render("ur", ButtonUrgent()); !strings.Contains(got, want) {
		t.Errorf("%q lacks the Urdu %q", got, want)
	}
}
