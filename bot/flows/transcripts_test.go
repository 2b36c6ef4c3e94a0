package flows_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"signpost/bot/flows"
	"signpost/bot/flows/member"
	"signpost/bot/talk"
	"signpost/bot/terminal"
	"signpost/directory"
	"signpost/directory/openreferral"
	"signpost/directory/sqlite"
	"signpost/locales"
	"signpost/seeds"
)

var update = flag.Bool("update", false, "rewrite what the bot says in transcripts, but never in urgent ones")

// town is the invented town in a directory file, made once for all tests.
func town(t testing.TB) *sqlite.Directory {
	t.Helper()
	d, err := openTown()
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// townPlaces are the places of the invented town.
func townPlaces(t testing.TB) *directory.Gazetteer {
	t.Helper()
	places, err := readTownPlaces()
	if err != nil {
		t.Fatal(err)
	}
	return places
}

var readTownPlaces = sync.OnceValues(func() (*directory.Gazetteer, error) {
	area, err := seeds.Area(seeds.Town)
	if err != nil {
		return nil, err
	}
	return gazetteer(area.Open)
})

var openTown = sync.OnceValues(func() (*sqlite.Directory, error) {
	ctx := context.Background()
	folder, err := os.MkdirTemp("", "signpost-flows")
	if err != nil {
		return nil, err
	}
	townFolder = folder
	d, err := sqlite.OpenDirectory(ctx, filepath.Join(folder, "directory.db"))
	if err != nil {
		return nil, err
	}
	area, err := seeds.Area(seeds.Town)
	if err != nil {
		return nil, err
	}
	places, err := readTownPlaces()
	if err != nil {
		return nil, err
	}
	if err := d.SetPlaces(ctx, places); err != nil {
		return nil, err
	}
	f, err := area.Open("services.json")
	if err != nil {
		return nil, err
	}
	defer f.Close()
	services, _ := openreferral.Import(f, openreferral.Source{Name: seeds.Town, Ours: true, Strict: true})
	_, err = d.Import(ctx, time.Date(2030, 6, 1, 12, 0, 0, 0, time.UTC), sqlite.Source{Name: seeds.Town, Complete: true}, services)
	return d, err
})

// townFolder is where the town lies, to be removed at the end.
var townFolder string

func TestMain(m *testing.M) {
	code := m.Run()
	if townFolder != "" {
		if d, err := openTown(); err == nil {
			_ = d.Close()
		}
		_ = os.RemoveAll(townFolder)
	}
	os.Exit(code)
}

func transcripts(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("transcripts/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no transcripts: %v", err)
	}
	return files
}

func read(t *testing.T, file string) terminal.Transcript {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	tr, err := terminal.Parse(data)
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return tr
}

// urgent transcripts are never rewritten by -update: whoever changes what a
// person in danger reads writes it by hand.
func urgent(file string) bool { return strings.HasPrefix(filepath.Base(file), "urgent_") }

var givenKeys = []string{"language", "phone", "door", "demo", "now"}

// TestTranscripts plays the dialogues that must hold.
func TestTranscripts(t *testing.T) {
	visited := map[string]bool{}
	for _, file := range transcripts(t) {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			played, p := play(t, read(t, file))
			for k := range p.visited {
				visited[k] = true
			}
			got := played.Text(givenKeys...)
			if *update && !urgent(file) {
				if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("the dialogue went another way (-as written +as played):\n%s", diff)
				if urgent(file) {
					t.Log("an urgent transcript: change it by hand")
				}
			}
		})
	}
	if !t.Failed() {
		everyStep(t, visited)
	}
}

// everyStep names what no transcript visits: a question, or an option that was
// offered and never pressed.
func everyStep(t *testing.T, visited map[string]bool) {
	t.Helper()
	book := flows.Book(flows.Reads{Dir: town(t), Area: member.Area{Name: "x"}})
	var missing []string
	for _, e := range book.Entrances {
		for _, s := range e.Flow.Steps {
			if a, ok := s.(talk.Ask); ok && !visited[e.Flow.Name+"."+a.Name] {
				missing = append(missing, "no transcript comes to "+e.Flow.Name+"."+a.Name)
			}
		}
	}
	for k := range visited {
		if rest, ok := strings.CutPrefix(k, "offered "); ok && !visited["option "+rest] && !many(rest) {
			missing = append(missing, "no transcript presses "+rest)
		}
	}
	sort.Strings(missing)
	for _, m := range missing {
		t.Error(m)
	}
}

// many reports options of which there are many alike or which stand on every
// screen: one press of such a kind anywhere is enough.
func many(option string) bool {
	at, id, _ := strings.Cut(option, " ")
	if strings.HasPrefix(id, "!") {
		return true
	}
	switch at {
	case "find.need", "find.where", "find.which", "find.who", "card.why":
		return !slices.Contains([]string{"skip", "page"}, id)
	case "start.language", "language.language":
		return true
	}
	return false
}

// TestEveryLanguage plays every transcript in every language: nothing is left in
// braces, nothing is empty, nothing is too long for a telephone, and no screen
// begins with a word of health, abuse or danger.
func TestEveryLanguage(t *testing.T) {
	private := privateWords(t)
	for _, file := range transcripts(t) {
		tr := read(t, file)
		for _, l := range locales.Languages() {
			t.Run(fmt.Sprintf("%s/%s", filepath.Base(file), l.Tag), func(t *testing.T) {
				playIn(t, tr, l.Tag, func(p *player, m talk.Message) {
					text := p.words.Render(l.Tag, m.Body)
					switch {
					case strings.TrimSpace(text) == "":
						t.Errorf("nothing is said at %s.%s", p.conv.Flow, p.conv.Step)
					case strings.Contains(text, "{{") || strings.Contains(text, "<no value>"):
						t.Errorf("a value is missing: %q", text)
					case utf8.RuneCountInString(text) > 4096:
						t.Errorf("%d signs at %s.%s", utf8.RuneCountInString(text), p.conv.Flow, p.conv.Step)
					}
					// A pop-up is on no lock screen: it answers a tap.
					if word := onLockScreen(p.plain(m.Body), private[l.Tag]); word != "" && !m.Popup {
						t.Errorf("%s.%s begins with %q", p.conv.Flow, p.conv.Step, word)
					}
					for _, row := range m.Rows {
						for _, k := range row {
							if p.words.Plain(l.Tag, k.Label) == "" {
								t.Errorf("a button without a label at %s.%s", p.conv.Flow, p.conv.Step)
							}
							if k.URL == "" && (k.Data == "" || len(k.Data) > talk.MaxData) {
								t.Errorf("a button with data %q", k.Data)
							}
						}
					}
				})
			})
		}
	}
}

// TestBook: the book is sound, with every way leading somewhere.
func TestBook(t *testing.T) {
	for _, fault := range talk.Check(flows.Book(flows.Reads{Dir: town(t), Area: member.Area{Name: "x"}})) {
		t.Error(fault)
	}
}

// gazetteer reads the places of an area.
func gazetteer[F interface {
	Read([]byte) (int, error)
	Close() error
}](open func(string) (F, error)) (*directory.Gazetteer, error) {
	o, err := open("outcodes.csv")
	if err != nil {
		return nil, err
	}
	defer o.Close()
	outcodes, err := directory.ReadOutcodes(o)
	if err != nil {
		return nil, err
	}
	d, err := open("districts.json")
	if err != nil {
		return nil, err
	}
	defer d.Close()
	districts, err := directory.ReadDistricts(d)
	if err != nil {
		return nil, err
	}
	w, err := open("towns.csv")
	if err != nil {
		return nil, err
	}
	defer w.Close()
	towns, err := directory.ReadTowns(w)
	if err != nil {
		return nil, err
	}
	return directory.NewGazetteer(outcodes, districts, towns), nil
}
