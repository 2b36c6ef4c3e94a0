package listen

import (
	"testing"
)

// TestRulesHear says each rule's own messages to all rules: what a rule
// must hear is heard at its level or above, and what it must pass is not, though
// a rule of another tongue may be the one that answers.
func TestRulesHear(t *testing.T) {
	e := newEar(rulesOf())
	for n, f := range allRules(t) {
		for i, r := range f.Rules {
			for _, m := range r.Hear {
				got := e.byRules(m)
				if got == Gentle && e.unsureOf(n, m) {
					continue // a tongue by ear that another knows more of: the line is enough
				}
				if got != r.Level && got != Danger {
					t.Errorf("%s, rule %d (%s): %q is heard as %q, want %q", f.Tag, i+1, r.Means, m, got, r.Level)
				}
			}
			for _, m := range r.Pass {
				if got := e.byRules(m); got == r.Level || got == Danger {
					t.Errorf("%s, rule %d (%s): %q is heard as %q, and should not be", f.Tag, i+1, r.Means, m, got)
				}
			}
		}
	}
}

// byRules is the level that the rules alone hear in a message.
func (e *ear) byRules(text string) Level {
	defer e.forget()
	e.take(e.runTogether(tokenise(text)))
	var h Heard
	e.danger(&h)
	return h.Level
}

// unsureOf reports that a file's tongue is unsure of a message.
func (e *ear) unsureOf(file int, text string) bool {
	defer e.forget()
	e.take(e.runTogether(tokenise(text)))
	return e.unsure(file)
}

// TestRulesAreUsed names a wording that hears none of its own rule's messages
// only when nothing of the rule does: a rule's messages are heard by itself.
func TestRulesAreUsed(t *testing.T) {
	e := newEar(rulesOf())
	n := 0
	for _, f := range allRules(t) {
		for _, r := range f.Rules {
			if !anyHeardBy(e, n, r) {
				t.Errorf("%s: no message of the rule %q is heard by the rule itself", f.Tag, r.Means)
			}
			n++
		}
	}
}

// allRules are the rule files as they are written.
func allRules(t *testing.T) []ruleFile {
	t.Helper()
	files, err := readRules(ruleFiles, "rules")
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func anyHeardBy(e *ear, n int, r rule) bool {
	for _, m := range r.Hear {
		found := false
		e.take(e.runTogether(tokenise(m)))
		for _, i := range e.queue {
			if s := &e.says[i]; s.purpose == forRule && int(s.rule) == n {
				e.find(s, func(*match) { found = true })
			}
		}
		e.forget()
		if found {
			return true
		}
	}
	return false
}
