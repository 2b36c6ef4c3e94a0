package listen

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
)

func TestHear(t *testing.T) {
	long := strings.Repeat("I have had a hard week. ", 500)
	for _, c := range []struct {
		text string
		want Level
	}{
		{"I want to die", Danger},
		{"i WANT  to   die!!!", Danger},
		{"I want\u200b to d\u200bie", Danger},
		{"I ｗａｎｔ ｔｏ ｄｉｅ", Danger},
		{"I don’t want to live", Danger},
		{"where is Derby? my husband beats me", Danger},
		{long + "I will kill myself", Danger},
		{"I took all my pills", Danger},
		{"I want to diet", None},
		{"Chesterfield", None},
		{"", None},
		{"🙂", None},
		{"\xff\xfe", None},
	} {
		if got := Hear(c.text).Level; got != c.want {
			t.Errorf("Hear(%.40q) = %q, want %q", c.text, got, c.want)
		}
	}
}

// TestTooMuch: what merely has the letters of danger in it never gets the card.
func TestTooMuch(t *testing.T) {
	for _, text := range []string{"the beats mean a lot to me", "I want to diet", "where is the killamarsh bus", "my phone died again"} {
		if got := Hear(text).Level; got == Danger {
			t.Errorf("%q is heard as %q", text, got)
		}
	}
}

func FuzzHear(f *testing.F) {
	f.Add("I want to die")
	f.Add("مجھے مدد چاہیے")
	f.Fuzz(func(t *testing.T, s string) {
		h := Hear(s)
		if !reflect.DeepEqual(h, Hear(s)) {
			t.Fatal("the same words were heard in two ways")
		}
	})
}

// "Do you speak Polish?" asks for somebody who does. It is a need only where
// nothing else is asked for, and help with English is one wherever it is asked for.
func TestAskingForALanguage(t *testing.T) {
	for _, c := range []struct {
		text  string
		needs string
		only  bool
	}{
		{"do you speak polish?", "[language_help]", true},
		{"need someone who speaks polish, cant sleep", "[sleep just_talk]", false},
		{"i am polish and need an interpreter for a letter from the council", "[language_help]", false},
		{"can somebody help me with a form, my english is bad", "[language_help]", false},
	} {
		h := Hear(c.text)
		if got := fmt.Sprint(h.Needs); got != c.needs || h.OnlyLanguage != c.only {
			t.Errorf("%s: %s, only %v", c.text, got, h.OnlyLanguage)
		}
	}
}
