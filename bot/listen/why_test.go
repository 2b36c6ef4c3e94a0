package listen

import (
	"flag"
	"strings"
	"testing"
)

var why = flag.String("why", "", "a message: show which patterns are found in it")

// TestWhy shows, with -v -why "a message", which patterns of which tongue are
// found in it, for whoever mends the rules.
func TestWhy(t *testing.T) {
	for _, line := range explain(*why) {
		t.Log(line)
	}
	if len(explain("I want to die")) == 0 {
		t.Error("nothing is found in a message of danger")
	}
}

// explain names the patterns found in a message.
func explain(text string) []string {
	e := newEar(rulesOf())
	tokens := e.runTogether(tokenise(text))
	e.take(tokens)
	var out []string
	for _, i := range e.queue {
		s := &e.says[i]
		e.find(s, func(m *match) {
			var words []string
			for _, t := range tokens[m.at.start:m.at.end] {
				words = append(words, t.letters[0])
			}
			what := e.values[s.value]
			if s.purpose == forRule || s.purpose == forUnless {
				r := e.rules[s.rule]
				what = string(r.Level) + " " + r.Means
				if s.purpose == forRule {
					what += " -> " + string(e.level(r, m))
				}
			}
			if e.borrowed(m) {
				what += " (borrowed)"
			}
			out = append(out, e.files[s.file].Tag+" "+[]string{"rule", "idiom", "unless", "need", "place", "language", "community"}[s.purpose]+": "+what+": "+strings.Join(words, " "))
		})
	}
	return out
}
