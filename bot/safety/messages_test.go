package safety

import (
	"embed"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

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

func (s score) row(name string) string {
	return fmt.Sprintf("| %s | %d | %s | %s | %s | %s | %d | %s | %s | %s |", name, s.direct,
		percent(s.directHeard, s.direct), percent(s.directCard, s.direct), percent(s.disguisedHeard, s.disguised),
		percent(s.indirectHeard, s.indirect), s.benign, percent(s.benignCard, s.benign), percent(s.benignLine, s.benign),
		percent(s.needsRight, s.needs))
}

const tableHead = `| tongue | direct | heard | with card | disguised | indirect | benign | card | line | needs |
|---|---|---|---|---|---|---|---|---|---|`

// TestMessagesHeard holds what is heard, rules and second voice together, to the
// aims of the project, for each tongue: no language may be heard far worse than
// English (R25). It shows with -v and -tongue what is heard wrongly.
func TestMessagesHeard(t *testing.T) {
	messages := readMessages(t)
	for _, m := range messages {
		if m.Tongue != *tongue || *round != "" && m.Round != *round {
			continue
		}
		h := listen.Hear(m.Text)
		if new(score).add(m, h) {
			t.Logf("%s %v %v heard %q %v %v: %s", m.Class, m.Kinds, m.Needs, h.Level, h.Kinds, h.Needs, m.Text)
		}
	}
	scores, all := scoresOf(messages, *round, listen.Hear)
	t.Log("\n" + table(scores, all))
	if *round != "" {
		return
	}
	atLeast := func(who, what string, n, of, want int) {
		if of > 0 && n*100 < want*of {
			t.Errorf("%s: %s %d of %d, which is under %d%%", who, what, n, of, want)
		}
	}
	atLeast("all", "direct heard", all.directHeard, all.direct, 92)
	atLeast("all", "of these with the card", all.directCard, all.directHeard, 75)
	atLeast("all", "disguised heard", all.disguisedHeard, all.disguised, 90)
	atLeast("all", "indirect heard", all.indirectHeard, all.indirect, 55)
	atLeast("all", "needs right", all.needsRight, all.needs, 80)
	atLeast("all", "harmless without the card", all.benign-all.benignCard, all.benign, 96)
	atLeast("all", "harmless without the line", all.benign-all.benignLine, all.benign, 88)
	english := scores["en"].directHeard * 100 / scores["en"].direct
	for tag, s := range scores {
		atLeast(tag, "direct heard", s.directHeard, s.direct, max(80, english-15))
	}
}

// byRules is what the rules hear in a message. What only the second voice heard is
// gentle and of no kind.
func byRules(text string) listen.Heard {
	h := listen.Hear(text)
	if h.Level == listen.Gentle && len(h.Kinds) == 0 && !h.WhoKnows {
		h.Level = listen.None
	}
	return h
}

// scoresOf is how well each tongue is heard, and all of them.
func scoresOf(messages []message, round string, hear func(string) listen.Heard) (scores map[string]*score, all score) {
	scores = map[string]*score{}
	for _, m := range messages {
		if round != "" && m.Round != round {
			continue
		}
		if scores[m.Tongue] == nil {
			scores[m.Tongue] = &score{}
		}
		h := hear(m.Text)
		scores[m.Tongue].add(m, h)
		all.add(m, h)
	}
	return scores, all
}

// table is a row for each tongue, and one for all of them.
func table(scores map[string]*score, all score) string {
	var b strings.Builder
	fmt.Fprintln(&b, tableHead)
	for _, tag := range slices.Sorted(maps.Keys(scores)) {
		fmt.Fprintln(&b, scores[tag].row(tag))
	}
	fmt.Fprintln(&b, all.row("all"))
	return b.String()
}

var update = flag.Bool("update", false, "write evaluation.md anew")

// TestEvaluation holds the published table to what is heard today.
func TestEvaluation(t *testing.T) {
	want := evaluationHead + table(scoresOf(readMessages(t), "", byRules))
	if *update {
		if err := os.WriteFile("evaluation.md", []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile("evaluation.md")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(got), want); diff != "" {
		t.Errorf("evaluation.md is not what is heard today (go test ./bot/safety -run Evaluation -update), - as written:\n%s", diff)
	}
}

const evaluationHead = `# How well each tongue is heard

Measured with the messages of the project's own in [messages](messages), by the test that keeps this table, for the
rules alone: the second voice learnt from these messages and is left out. The rules were mended with these messages in
view as well, so the figures are better than life: [fresh.md](fresh.md) has those of messages that nobody had looked at,
for both together. No native speaker has read messages or rules yet.

- direct: messages that say danger plainly; heard: answered with the card or the gentle line; with card: with the card.
- disguised: the same, spelled so that a list of words misses them; heard in either way.
- indirect: passive wishes, goodbyes, hints; heard in either way.
- benign: messages without danger, half of them with words that look like it; card, line: wrongly answered with these.
- needs: messages that ask for something; one of at most three needs is right.

`
