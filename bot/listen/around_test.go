package listen

import "testing"

// TestAround: what says that it is over may be written with lists, and a word of now
// within what says that today is well is none.
func TestAround(t *testing.T) {
	f, err := readRuleFile(`
tag = "en"
name = "English"
written = "en"
[words]
number = ["#", "ten", "twenty five"]
[around]
past = ["{number} years|yrs ago", "in the? 70s"]
now  = ["today", "now"]
well = ["today|now i am fine"]
[[rule]]
means = "harm"
kinds = ["abuse"]
say = ["hit me"]
hear = ["he hit me"]
`)
	if err != nil {
		t.Fatal(err)
	}
	c, err := compile([]ruleFile{f})
	if err != nil {
		t.Fatal(err)
	}
	e := newEar(c)
	for text, want := range map[string]Level{
		"he hit me":                                   Danger,
		"he hit me years ago":                         Danger, // no number
		"2 yrs ago he hit me":                         Gentle,
		"35 years ago he hit me":                      Gentle,
		"100 years ago he hit me":                     Danger,
		"twenty five years ago he hit me":             Gentle,
		"in 70s he hit me":                            Gentle,
		"in the 70s he hit me":                        Gentle,
		"ten years ago he hit me, today I am fine":    Gentle,
		"ten years ago he hit me, today he was here":  Danger,
		"ten years ago he hit me, now I am fine, now": Danger,
	} {
		if got := e.byRules(text); got != want {
			t.Errorf("%q is heard as %q, want %q", text, got, want)
		}
	}
	f.Around.Past = []string{"{nothing} ago"}
	if _, err := compile([]ruleFile{f}); err == nil {
		t.Error("a list that is not there passes")
	}
}
