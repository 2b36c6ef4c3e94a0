// Command make trains the second voice from the project's own messages and the
// examples of the rules, and writes its weights:
//
//	go run ./bot/listen/voice/make bot/safety/messages bot/listen/voice/weights.bin
//
// The limit above which it is heard is set where of the harmless messages it had
// not learnt from (a fifth at a time is kept back) only a few would be heard. With
// -without ROUND a round of messages is left out, to measure with it.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"signpost/bot/listen"
	"signpost/bot/listen/voice"
)

func main() {
	without := flag.String("without", "", "leave this round of messages out")
	share := flag.Float64("share", 0.05, "of the harmless messages that no rule hears, so many may be heard")
	flag.Parse()
	if flag.NArg() != 2 {
		fmt.Fprintln(os.Stderr, "make: say the folder of the messages and the file of the weights")
		os.Exit(2)
	}
	if err := run(flag.Arg(0), flag.Arg(1), *without, *share); err != nil {
		fmt.Fprintln(os.Stderr, "make:", err)
		os.Exit(1)
	}
}

// seed fixes the order of learning, so that the same messages give the same
// weights.
const seed = 20261122

// folds is into how many parts the messages are cut to set the limit.
const folds = 5

func run(messages, to, without string, share float64) error {
	examples, err := read(messages, without)
	if err != nil {
		return err
	}
	m := voice.Train(examples, seed)
	m.Limit = limit(examples, share)
	var b bytes.Buffer
	if err := m.Write(&b); err != nil {
		return err
	}
	if err := os.WriteFile(to, b.Bytes(), 0o644); err != nil {
		return fmt.Errorf("writing the weights: %w", err)
	}
	fmt.Printf("%d messages, limit %.3f, %d bytes\n", len(examples), m.Limit, b.Len())
	return nil
}

// read gives what is to be learnt: messages of danger and harmless ones. Low
// mood is neither and is left out.
func read(folder, without string) ([]voice.Example, error) {
	var all []voice.Example
	for _, e := range listen.Examples() {
		all = append(all, voice.Example{Words: listen.Words(e.Text), Danger: e.Danger})
	}
	err := filepath.WalkDir(folder, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || filepath.Ext(name) != ".tsv" || filepath.Base(filepath.Dir(name)) == without {
			return err
		}
		raw, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		for line := range strings.Lines(string(raw)) {
			field := strings.Split(strings.TrimRight(line, "\n"), "\t")
			if len(field) != 4 {
				return fmt.Errorf("%s: a line has %d fields, not 4", name, len(field))
			}
			if field[0] != "low" {
				all = append(all, voice.Example{Words: listen.Words(field[3]), Danger: field[0] != "benign"})
			}
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("reading the messages: %w", err)
	}
	return all, nil
}

// limit is the value above which a share of the harmless messages lies, each
// weighed by a model that had not learnt from it.
func limit(examples []voice.Example, share float64) float32 {
	var harmless []float32
	for k := range folds {
		var learn []voice.Example
		for i, e := range examples {
			if i%folds != k {
				learn = append(learn, e)
			}
		}
		m := voice.Train(learn, seed)
		for i, e := range examples {
			if i%folds == k && !e.Danger {
				harmless = append(harmless, m.Value(e.Words))
			}
		}
	}
	slices.Sort(harmless)
	return harmless[int(float64(len(harmless))*(1-share))]
}
