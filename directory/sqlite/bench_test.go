package sqlite_test

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"signpost/directory"
	"signpost/directory/sqlite"
)

// generated gives n services of about the size of real ones. Each differs in
// its words, so that the indexes have work to do.
func generated(n int) iter.Seq2[*directory.Service, error] {
	return func(yield func(*directory.Service, error) bool) {
		chance := rand.New(rand.NewPCG(1, 2))
		stem := strings.Fields(`support group community mental health wellbeing talking advice family women men carers
			counselling befriending walking cooking garden drop session weekly volunteers centre church mosque temple
			language Polish Urdu Punjabi Chinese Roma Caribbean African listening garden meal benefits housing`)
		sentence := func(words int) string {
			out := make([]string, words)
			for i := range out {
				out[i] = stem[chance.IntN(len(stem))]
				if chance.IntN(4) == 0 {
					out[i] = "w" + strconv.FormatInt(int64(chance.IntN(5000)), 36)
				}
			}
			return strings.Join(out, " ")
		}
		for i := range n {
			s := full()
			s.ID = directory.NewID("bench", strconv.Itoa(i))
			s.Organisation.ID = directory.NewID("bench-organisation", strconv.Itoa(i/3))
			s.Organisation.Name = fmt.Sprintf("Organisation %d", i/3)
			s.Organisation.Origin.SourceID = strconv.Itoa(i / 3)
			s.Origin.SourceID = strconv.Itoa(i)
			s.Name, s.Description = sentence(4), sentence(25)
			if !yield(s, nil) {
				return
			}
		}
	}
}

func BenchmarkImport(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			for b.Loop() {
				path := filepath.Join(b.TempDir(), "directory.db")
				d := openDirectory(b, path)
				src := sqlite.Source{Name: "millbrook", Complete: true}
				r, err := d.Import(b.Context(), june, src, generated(n))
				if err != nil || r.Added != n {
					b.Fatal(r.Added, err)
				}
				d.Close()
				info, err := os.Stat(path)
				if err != nil {
					b.Fatal(err)
				}
				b.ReportMetric(float64(info.Size())/float64(n), "bytes/service")
			}
			b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "services/s")
			b.ReportMetric(peakMemory(b), "MB-peak")
		})
	}
}

// peakMemory is the most memory the process has held, in MB: the database's own
// is not in Go's figures. 0 where the system does not tell.
func peakMemory(b *testing.B) float64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(status), "VmHWM:")
	kb, err := strconv.Atoi(strings.Fields(rest)[0])
	if err != nil {
		b.Fatal(err)
	}
	return float64(kb) / 1024
}

// benchDirectory is a directory of n generated services.
func benchDirectory(b *testing.B, n int) *sqlite.Directory {
	b.Helper()
	d := openDirectory(b, b.TempDir())
	if _, err := d.Import(b.Context(), june, sqlite.Source{Name: "millbrook"}, generated(n)); err != nil {
		b.Fatal(err)
	}
	return d
}

func BenchmarkFind(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			d := benchDirectory(b, n)
			start := time.Now()
			if _, err := d.Communities(b.Context()); err != nil { // the catalogue is made now
				b.Fatal(err)
			}
			made := time.Since(start)
			q := directory.Query{Needs: []directory.Need{directory.Loneliness}, Language: "pl", At: june}
			for b.Loop() {
				if r, err := d.Find(b.Context(), q); err != nil || len(r.Matches) == 0 {
					b.Fatal(len(r.Matches), err)
				}
			}
			b.ReportMetric(float64(made.Milliseconds()), "ms-catalogue")
			b.ReportMetric(peakMemory(b), "MB-peak")
		})
	}
}

func BenchmarkSearch(b *testing.B) {
	d := benchDirectory(b, 10_000)
	for name, text := range map[string]string{"rare": "w3k", "common": "support", "two": "polish walking", "part": "unsell"} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := d.Search(b.Context(), text, 10); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkService(b *testing.B) {
	d := benchDirectory(b, 1000)
	ids := []directory.ID{directory.NewID("bench", "500")}
	for b.Loop() {
		if _, err := d.Services(b.Context(), ids); err != nil {
			b.Fatal(err)
		}
	}
}
