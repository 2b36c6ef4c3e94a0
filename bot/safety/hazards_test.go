package safety

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// root is the top of the repository, from here.
const root = "../.."

// TestEveryControlExists follows each control to the test or document it names.
func TestEveryControlExists(t *testing.T) {
	for _, h := range Hazards() {
		for _, c := range h.Controls {
			for _, by := range c.By {
				if !exists(t, by) {
					t.Errorf("%s: %q names %s, which is not there", h.ID, c.What, by)
				}
			}
		}
	}
}

var testName = regexp.MustCompile(`^(.+)\.((?:Test|Fuzz)\w+)$`)

// exists reports a test of a package, or a file.
func exists(t *testing.T, by string) bool {
	t.Helper()
	m := testName.FindStringSubmatch(by)
	if m == nil {
		info, err := os.Stat(filepath.Join(root, filepath.FromSlash(by)))
		return err == nil && info.Size() > 0
	}
	files, err := filepath.Glob(filepath.Join(root, filepath.FromSlash(m[1]), "*_test.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(raw), "\nfunc "+m[2]+"(") {
			return true
		}
	}
	return false
}

// TestNoHazardIsTooHigh: what is rated 4 or 5 with its controls must not be let
// near people.
func TestNoHazardIsTooHigh(t *testing.T) {
	if len(Hazards()) < 20 {
		t.Fatalf("%d hazards: the log is not read", len(Hazards()))
	}
	for _, h := range Hazards() {
		if r := h.Residual.Rating(); h.Status == Open && r >= 4 {
			t.Errorf("%s is rated %d with all its controls: %s", h.ID, r, h.Hazard)
		}
	}
}

func TestFaultsOfAHazardLog(t *testing.T) {
	whole := `[[hazard]]
id = "H01"
hazard = "h"
cause = "c"
effect = "e"
owner = "o"
status = "open"
initial = {severity = 3, likelihood = 3}
residual = {severity = 3, likelihood = 1}
control = [{what = "w", by = ["x"]}]
`
	if _, err := readHazards(whole); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ old, new, want string }{
		{`"H01"`, `"H02"`, "should be H01"},
		{`cause = "c"`, `cause = ""`, "cause is empty"},
		{`severity = 3, likelihood = 3`, `severity = 6, likelihood = 3`, "from 1 to 5"},
		{`severity = 3, likelihood = 1`, `severity = 5, likelihood = 5`, "higher with its controls"},
		{`["x"]`, `[]`, "names nothing"},
		{`[{what = "w", by = ["x"]}]`, `[]`, "nothing stands against it"},
		{`"open"`, `"done"`, "status"},
		{`owner`, `who`, "is nothing a hazard has"},
	} {
		_, err := readHazards(strings.Replace(whole, c.old, c.new, 1))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s for %s: %v, want %q", c.new, c.old, err, c.want)
		}
	}
}

// TestPurpose: what the program is for, and what not, is said in the words that
// the rest of the project keeps to.
func TestPurpose(t *testing.T) {
	raw, err := os.ReadFile("purpose.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"## What it is for", "## What it is not for", "## Limits", "does not assess", "can miss"} {
		if !strings.Contains(string(raw), want) {
			t.Errorf("purpose.md does not say %q", want)
		}
	}
}
