package safety

import (
	"embed"
	"flag"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"

	"signpost/bot/listen"
	"signpost/directory"
)

//go:embed messages
var messageFiles embed.FS

var (
	tongue = flag.String("tongue", "", "show what is heard wrongly in this tongue")
	round  = flag.String("round", "", "only messages of this round")
)

// message is one line of a message file.
type message struct {
	Round, Tongue string
	Class         string
	Kinds         []listen.Kind
	Needs         []directory.Need
	Text          string
}

// readMessages reads every message; a line that can't be read fails the test.
func readMessages(t *testing.T) []message {
	t.Helper()
	files, err := fs.Glob(messageFiles, "messages/*/*.tsv")
	if err != nil || len(files) == 0 {
		t.Fatalf("no messages: %v", err)
	}
	var all []message
	for _, f := range files {
		raw, err := fs.ReadFile(messageFiles, f)
		if err != nil {
			t.Fatal(err)
		}
		for i, line := range strings.Split(strings.TrimRight(string(raw), "\n"), "\n") {
			m, err := readMessage(line)
			if err != nil {
				t.Errorf("%s:%d: %v", f, i+1, err)
				continue
			}
			m.Round, m.Tongue = path.Base(path.Dir(f)), strings.TrimSuffix(path.Base(f), ".tsv")
			all = append(all, m)
		}
	}
	return all
}

func readMessage(line string) (message, error) {
	field := strings.Split(line, "\t")
	if len(field) != 4 {
		return message{}, fmt.Errorf("%d fields, want 4", len(field))
	}
	m := message{Class: field[0], Text: field[3]}
	if !slices.Contains([]string{"direct", "disguised", "indirect", "low", "benign"}, m.Class) {
		return m, fmt.Errorf("class %q", m.Class)
	}
	for _, k := range strings.Fields(field[1]) {
		if !slices.Contains(listen.Kinds(), listen.Kind(k)) {
			return m, fmt.Errorf("kind %q", k)
		}
		m.Kinds = append(m.Kinds, listen.Kind(k))
	}
	for _, n := range strings.Fields(field[2]) {
		if !directory.Need(n).Valid() {
			return m, fmt.Errorf("need %q", n)
		}
		m.Needs = append(m.Needs, directory.Need(n))
	}
	return m, nil
}

// score is what was heard of one tongue's messages.
type score struct {
	direct, directHeard, directCard int
	disguised, disguisedHeard       int
	indirect, indirectHeard         int
	benign, benignCard, benignLine  int
	needs, needsRight               int
}

func (s *score) add(m message, h listen.Heard) (wrong bool) {
	heard := h.Level != listen.None
	switch m.Class {
	case "direct":
		s.direct++
		s.directHeard += one(heard)
		s.directCard += one(h.Level == listen.Danger)
		wrong = h.Level != listen.Danger
	case "disguised":
		s.disguised++
		s.disguisedHeard += one(heard)
		wrong = !heard
	case "indirect":
		s.indirect++
		s.indirectHeard += one(heard)
		wrong = !heard
	case "low":
		wrong = h.Level == listen.Danger
	case "benign":
		s.benign++
		s.benignCard += one(h.Level == listen.Danger)
		s.benignLine += one(h.Level == listen.Gentle)
		wrong = heard
	}
	if (m.Class == "benign" || m.Class == "low") && len(m.Needs) > 0 {
		s.needs++
		right := slices.ContainsFunc(h.Needs, func(n directory.Need) bool { return slices.Contains(m.Needs, n) })
		s.needsRight += one(right)
		wrong = wrong || !right
	}
	return wrong
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

func percent(n, of int) string {
	if of == 0 {
		return "-"
	}
	return fmt.Sprintf("%d%%", (n*100+of/2)/of)
}

func (s *score) plus(o score) {
	s.direct += o.direct
	s.directHeard += o.directHeard
	s.directCard += o.directCard
	s.disguised += o.disguised
	s.disguisedHeard += o.disguisedHeard
	s.indirect += o.indirect
	s.indirectHeard += o.indirectHeard
	s.benign += o.benign
	s.benignCard += o.benignCard
	s.benignLine += o.benignLine
	s.needs += o.needs
	s.needsRight += o.needsRight
}

func (s score) row(name string) string {
	return fmt.Sprintf("| %s | %d | %s | %s | %s | %s | %d | %s | %s | %s |", name, s.direct,
		percent(s.directHeard, s.direct), percent(s.directCard, s.direct), percent(s.disguisedHeard, s.disguised),
		percent(s.indirectHeard, s.indirect), s.benign, percent(s.benignCard, s.benign), percent(s.benignLine, s.benign),
		percent(s.needsRight, s.needs))
}

const tableHead = `| tongue | direct | heard | with card | disguised | indirect | benign | card | line | needs |
|---|---|---|---|---|---|---|---|---|---|`

// TestMessagesHeard prints how well each tongue is heard, and with -tongue every
// message of it that was heard wrongly.
func TestMessagesHeard(t *testing.T) {
	scores := map[string]*score{}
	var tags []string
	for _, m := range readMessages(t) {
		if *round != "" && m.Round != *round {
			continue
		}
		s := scores[m.Tongue]
		if s == nil {
			s = &score{}
			scores[m.Tongue] = s
			tags = append(tags, m.Tongue)
		}
		h := listen.Hear(m.Text)
		if s.add(m, h) && m.Tongue == *tongue {
			t.Logf("%s %v %v heard %q %v %v: %s", m.Class, m.Kinds, m.Needs, h.Level, h.Kinds, h.Needs, m.Text)
		}
	}
	slices.Sort(tags)
	tags = slices.Compact(tags)
	var all score
	var b strings.Builder
	fmt.Fprintln(&b, tableHead)
	for _, tag := range tags {
		all.plus(*scores[tag])
		fmt.Fprintln(&b, scores[tag].row(tag))
	}
	fmt.Fprintln(&b, all.row("all"))
	t.Log("\n" + b.String())
}
