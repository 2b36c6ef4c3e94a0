package sessionlog

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// line is one line of testdata/remarks: what it is, and a remark.
type line struct {
	file, what, text string
	want             Refusal
}

// lines reads the files of a folder; names stand in their sentences already, as
// they are and in small letters.
func lines(t *testing.T, folder string) []line {
	t.Helper()
	var out []line
	english := sentences(t, filepath.Join(folder, "en.txt"))
	files, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no files in %s: %v", folder, err)
	}
	for _, file := range files {
		own := sentences(t, file)
		name := strings.TrimSuffix(filepath.Base(file), ".txt")
		eachOf(t, file, func(what, text string) {
			in := own
			switch kind, refuse := strings.CutPrefix(what, "refuse "); {
			case what == "in":
				return
			case refuse:
				out = append(out, line{name, what, text, Refusal(kind)})
				return
			case what == "pass":
				out = append(out, line{name, what, text, ""})
				return
			case what == "roman":
				in = english
			case what != "name":
				t.Fatalf("%s: %q is no kind of line", file, what)
			}
			for _, s := range in {
				s = strings.ReplaceAll(s, "{}", text)
				out = append(out, line{name, what, s, RefusedName})
				if small := strings.ToLower(s); small != s {
					out = append(out, line{name, what + " small", small, RefusedName})
				}
			}
		})
	}
	return out
}

func sentences(t *testing.T, file string) []string {
	t.Helper()
	var out []string
	eachOf(t, file, func(what, text string) {
		if what == "in" {
			out = append(out, text)
		}
	})
	return out
}

func eachOf(t *testing.T, file string, yield func(what, text string)) {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for s := bufio.NewScanner(f); s.Scan(); {
		if what, text, ok := strings.Cut(s.Text(), ":"); ok && !strings.HasPrefix(what, "#") {
			yield(what, strings.TrimSpace(text))
		}
	}
}

// ofPeople reports the two kinds of which one is often taken for the other: "my
// uncle" for a name, "வந்தார்" (he came) before the name beside it.
func ofPeople(r Refusal) bool { return r == RefusedName || r == RefusedPerson }

// Every line of the files holds.
func TestRemarkLines(t *testing.T) {
	for _, l := range lines(t, filepath.Join("testdata", "remarks")) {
		_, got := Remark(l.text)
		switch {
		case l.want == "" && got != "":
			t.Errorf("%s: refused as %s: %s", l.file, got, l.text)
		case l.want != "" && got == "":
			t.Errorf("%s: kept (%s): %s", l.file, l.what, l.text)
		case strings.HasPrefix(l.what, "refuse") && got != l.want && !(ofPeople(got) && ofPeople(l.want)):
			t.Errorf("%s: refused as %s, want %s: %s", l.file, got, l.want, l.text)
		}
	}
}
