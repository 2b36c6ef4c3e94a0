package terminal

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"signpost/bot/channel"
)

const food = `Someone looks for food near them.
Their first try is not a place we know.
-- given --
language: en
now: Sunday 2 June 2030, 14:05
-- talk --
> /start
< Hello. What is it about?

  We keep no names.
  [Food] [Money]
  [Urgent help]
> [Food]
< Where are you?
> (location 53.2 -1.4)
< [Back]
> (voice)
< [1] is no row, nor is
  [this] one.
-- kept --
started find_help
signposted svc-1
`

func TestParse(t *testing.T) {
	got, err := Parse([]byte(food))
	if err != nil {
		t.Fatal(err)
	}
	want := Transcript{
		Prose: "Someone looks for food near them.\nTheir first try is not a place we know.",
		Given: map[string]string{"language": "en", "now": "Sunday 2 June 2030, 14:05"},
		Talk: []Line{
			{Number: 7, Said: "/start"},
			{Number: 8, Shown: "Hello. What is it about?\n\nWe keep no names.", Rows: [][]string{{"Food", "Money"}, {"Urgent help"}}},
			{Number: 13, Pressed: "Food"},
			{Number: 14, Shown: "Where are you?"},
			{Number: 15, Location: &channel.Location{Lat: 53.2, Lon: -1.4}},
			{Number: 16, Rows: [][]string{{"Back"}}},
			{Number: 17, Media: channel.Voice},
			{Number: 18, Shown: "[1] is no row, nor is\n[this] one."},
		},
		Kept: []string{"started find_help", "signposted svc-1"},
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff(food, got.Text("language", "now")); d != "" {
		t.Errorf("written again it differs: %s", d)
	}
}

func TestParseRefuses(t *testing.T) {
	for _, test := range []struct{ name, file, want string }{
		{"no talk", "Prose.\n", "no section talk"},
		{"another section", "-- talk --\n-- keep --\nx\n", `line 3: no such section as "keep"`},
		{"a section twice", "-- talk --\n-- talk --\n", "line 2: there are two sections"},
		{"given without a colon", "-- given --\nlanguage en\n", "line 2"},
		{"given twice", "-- given --\na: 1\na: 2\n", "line 3: a is given twice"},
		{"a line of nobody", "-- talk --\nhello\n", "line 2"},
		{"a bot's line before anybody spoke", "-- talk --\n  hello\n", "line 2"},
		{"a silent person", "-- talk --\n> \n", "line 2: a person says nothing"},
		{"a silent bot", "-- talk --\n< \n\n", "line 2: the bot says nothing"},
		{"a place off the earth", "-- talk --\n> (location 99 0)\n", "line 2"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := Parse([]byte(test.file))
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, want %q", err, test.want)
			}
		})
	}
}

func FuzzParse(f *testing.F) {
	f.Add(food)
	f.Add("-- talk --\n< \n<\n>  [a] [b]\n> ]\n< a\n\n\n  [b]\n  \n")
	f.Fuzz(func(t *testing.T, file string) {
		first, err := Parse([]byte(file))
		if err != nil {
			return
		}
		text := first.Text()
		second, err := Parse([]byte(text))
		if err != nil {
			t.Fatalf("what was written can't be read: %v\n%s", err, text)
		}
		for _, tr := range []Transcript{first, second} {
			for i := range tr.Talk {
				tr.Talk[i].Number = 0
			}
		}
		if d := cmp.Diff(first, second); d != "" {
			t.Fatalf("reading what was written differs: %s\n%q", d, text)
		}
	})
}

// A story with several people and time in it is read and written the same.
func TestSeveralPeople(t *testing.T) {
	file := `Amina asks, Bo answers three days later.
-- given --
Amina: group_admin of Tea
-- talk --
@ Amina
> /menu
< Hello
  [Listings]
~ 3 days later
@ Bo
< There is news
> [Look]
< Here
`
	tr, err := Parse([]byte(file))
	if err != nil {
		t.Fatal(err)
	}
	if got := tr.Text(); got != file {
		t.Errorf("written again:\n%s", got)
	}
	if l := tr.Talk[2]; l.Passes() != 72*time.Hour || l.Bot() {
		t.Errorf("time passes: %+v", l)
	}
	if l := tr.Talk[4]; l.Who != "Bo" || l.Pressed != "Look" {
		t.Errorf("whose line: %+v", l)
	}
	if _, err := Parse([]byte("-- talk --\n~ soon later\n")); err == nil {
		t.Error("time that is none was read")
	}
}
