package directory

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestNewID(t *testing.T) {
	const kept = "E2B4C6D8-0000-0000-FFFF-0123456789AB" // hex of the form, though no UUID of RFC 9562
	if got := NewID("feed", " "+kept+" "); string(got) != strings.ToLower(kept) {
		t.Errorf("a source id of the form becomes %s", got)
	}
	// Fixed for ever: another value would make every import add all again.
	if got, want := NewID("derbyshire", "links-cvs"), ID("ec885192-a51c-5547-aeb8-32878413a632"); got != want {
		t.Errorf("NewID(derbyshire, links-cvs) = %s, want %s", got, want)
	}
	for _, pair := range [][2]string{{"a", "bc"}, {"ab", "c"}, {"", "abc"}, {"abc", ""}} {
		if id := NewID(pair[0], pair[1]); !id.Valid() || pair != [2]string{"a", "bc"} && id == NewID("a", "bc") {
			t.Errorf("NewID(%q, %q) = %s", pair[0], pair[1], id)
		}
	}
}

func TestShort(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		id := NewID(rapid.String().Draw(t, "source"), rapid.String().Draw(t, "id"))
		short := id.Short()
		if back, err := ParseShort(short); err != nil || back != id || len(short) != 22 {
			t.Fatalf("%s, short %s, gives %s, %v", id, short, back, err)
		}
	})
	for _, bad := range []ID{"", "x", "8E7D9AB2-CED3-5B33-86A2-89AD1BFF7A5A", "{8e7d9ab2-ced3-5b33-86a2-89ad1bff7a5a}"} {
		if bad.Short() != "" || bad.Valid() {
			t.Errorf("%q is taken for an id", bad)
		}
	}
}

// A button must have one spelling: the last of 22 characters holds two bits
// only, and the others of it must be nought.
func TestParseShortRefuses(t *testing.T) {
	good := testID(1).Short()
	for _, bad := range []string{"", good[:21], good + "A", good[:21] + "B", good[:20] + "\n" + good[20:], "======================", strings.Repeat("+", 22)} {
		if id, err := ParseShort(bad); err == nil {
			t.Errorf("ParseShort(%q) = %s", bad, id)
		}
	}
}

func FuzzParseShort(f *testing.F) {
	f.Add(testID(1).Short())
	f.Add("AAAAAAAAAAAAAAAAAAAAAA")
	f.Fuzz(func(t *testing.T, s string) {
		if id, err := ParseShort(s); err == nil && (!id.Valid() || id.Short() != s) {
			t.Errorf("%q gives %s, which is %q", s, id, id.Short())
		}
	})
}
