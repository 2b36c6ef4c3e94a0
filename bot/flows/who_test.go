package flows_test

import (
	"cmp"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"signpost/bot/flows"
	"signpost/bot/flows/member"
	"signpost/bot/people"
	"signpost/bot/talk"
	"signpost/locales"
)

const whoMay = "who-may-do-what.md"

// whole is the book with all its rooms. Nothing is read.
func whole(t *testing.T) talk.Book {
	t.Helper()
	return flows.Book(flows.Reads{
		Dir: town(t), Area: member.Area{Name: "Harrowbeck"}, Desk: struct{ flows.Desk }{}, Chance: counter(),
	})
}

// TestWhoMayDoWhat keeps the page that a safeguarding lead can read: every way
// into the conversations, who may come in by it, and what for. It is made from the
// same table that the engine asks at each event.
func TestWhoMayDoWhat(t *testing.T) {
	book := whole(t)
	var b strings.Builder
	b.WriteString("# Who may do what\n\n" +
		"Made from the program by a test; the engine looks at the same table each time somebody writes or presses a\n" +
		"button, and again when it saves. *In their group* means that the hat counts only in the group that the thing\n" +
		"belongs to; a coordinator's hat counts in all. A hat never brings another one's rights with it.\n")
	words, err := locales.Load()
	if err != nil {
		t.Fatal(err)
	}
	var most int
	for _, only := range []bool{true, false} { // what only some may do, then what everybody may
		head := "What everybody may do"
		if only {
			head = "What one needs a hat for"
		}
		fmt.Fprintf(&b, "\n## %s\n\n| way in | what for | who | where |\n|---|---|---|---|\n", head)
		for _, e := range byCommand(book.Entrances) {
			if slices.Contains(e.For, people.Member) == only {
				continue
			}
			what := cmp.Or(e.About, words.Plain(locales.Source, e.Help))
			if what == "" {
				t.Errorf("/%s has neither Help nor About: say in its Entrance what it is for", e.Command)
			}
			where := "no group"
			if e.GroupOf != nil {
				where = "in their group"
			}
			fmt.Fprintf(&b, "| `/%s` | %s | %s | %s |\n", e.Command, what, rolesOf(t, words, e.For), where)
			most++
		}
	}
	if most != len(book.Entrances) {
		t.Errorf("%d of %d ways in are on the page", most, len(book.Entrances))
	}
	if *update {
		if err := os.WriteFile(whoMay, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(whoMay)
	if err != nil {
		t.Fatal(err)
	}
	if diff := gocmp.Diff(string(want), b.String()); diff != "" {
		t.Errorf("who may do what has changed (go test ./bot/flows -run WhoMay -update, and say why), - as written:\n%s", diff)
	}
}

func byCommand(all []talk.Entrance) []talk.Entrance {
	out := slices.Clone(all)
	slices.SortFunc(out, func(a, b talk.Entrance) int { return cmp.Compare(a.Command, b.Command) })
	return out
}

func rolesOf(t *testing.T, words *locales.Words, roles []people.Role) string {
	t.Helper()
	var out []string
	for _, r := range people.Roles {
		if slices.Contains(roles, r) {
			out = append(out, words.Plain(locales.Source, locales.RoleName(string(r))))
		}
	}
	if len(out) != len(roles) {
		t.Errorf("a role of %v is none", roles)
	}
	return strings.Join(out, ", ")
}
