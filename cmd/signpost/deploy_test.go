package main

import (
	"context"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/alecthomas/kong"

	"signpost/bot/health"
	"signpost/bot/telegram"
)

// deployed are the files by which the program is put on a machine, by name.
func deployed(t *testing.T) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, name := range []string{"signpost.service", "Containerfile", "RUNBOOK.md"} {
		b, err := os.ReadFile(filepath.Join("deploy", name))
		if err != nil {
			t.Fatal(err)
		}
		out[name] = string(b)
	}
	return out
}

var (
	commandNamed  = regexp.MustCompile("(?m)(?:^|[ /`])signpost ([a-z][a-z-]*)((?: (?:\\\\\\n +)?[^ \\n`|]+)*)")
	flagNamed     = regexp.MustCompile(`(?:^| )--([a-z][a-z-]*)`)
	variableNamed = regexp.MustCompile(`\b(?:SIGNPOST|TELEGRAM)_[A-Z_]+\b`)
)

// Each command, flag and variable that the files name is one that there is.
func TestWhatIsDeployedIsTrue(t *testing.T) {
	parser, err := kong.New(&commandLine{}, kong.Name("signpost"), kong.Writers(io.Discard, io.Discard))
	if err != nil {
		t.Fatal(err)
	}
	commands, variables := map[string][]string{}, map[string]bool{tokenVariable: true}
	for _, command := range parser.Model.Leaves(false) {
		for _, f := range slices.Concat(parser.Model.Flags, command.Flags) {
			commands[command.Name] = append(commands[command.Name], f.Name)
			variables[f.Tag.Get("from")] = true
		}
	}
	named := map[string]bool{}
	for name, text := range deployed(t) {
		text = strings.ReplaceAll(strings.ReplaceAll(text, "\\\n", ""), "sudo -u signpost", "")
		text = regexp.MustCompile(" +").ReplaceAllString(strings.ReplaceAll(text, "`", " "), " ")
		for _, m := range commandNamed.FindAllStringSubmatch(text, -1) {
			flags, ok := commands[m[1]]
			if !ok {
				continue // "signpost as a service"
			}
			named[m[1]] = true
			for _, f := range flagNamed.FindAllStringSubmatch(m[2], -1) {
				if !slices.Contains(flags, f[1]) {
					t.Errorf("%s: signpost %s has no flag --%s", name, m[1], f[1])
				}
			}
		}
		for _, v := range variableNamed.FindAllString(text, -1) {
			if !variables[v] {
				t.Errorf("%s: nothing reads %s", name, v)
			}
		}
	}
	for _, want := range []string{"serve", "invite", "backup", "backup-key", "restore", "check", "export"} {
		if !named[want] {
			t.Errorf("the files name no signpost %s, only %v; the test does not see them", want, slices.Sorted(maps.Keys(named)))
		}
	}
}

// What the runbook says that one sees is what one sees: the figures, and what is not
// ready.
func TestTheRunbookKnowsTheFigures(t *testing.T) {
	book, n, yes := deployed(t)["RUNBOOK.md"], int64(1), true
	now := time.Now()
	board := health.New(health.Options{Read: func(context.Context) health.Reading {
		return health.Reading{Letters: &n, OldestLetter: now, JobsOverdue: &n, Fetched: now, Webhook: &yes, BackedUp: now}
	}})
	board.Purged(true)
	var figures strings.Builder
	if err := board.Write(t.Context(), &figures); err != nil {
		t.Fatal(err)
	}
	named := regexp.MustCompile(`signpost_[a-z_]+`).FindAllString(book, -1)
	if len(named) < 3 {
		t.Errorf("the runbook names only %v", named)
	}
	for _, name := range named {
		if !strings.Contains(figures.String(), "\n"+name+" ") {
			t.Errorf("there is no figure %s", name)
		}
	}
	bot, err := telegram.New(telegram.Options{Token: goodToken})
	if err != nil {
		t.Fatal(err)
	}
	h := &house{}
	for _, c := range h.state(folder(t.TempDir()), rooms{}, []door{{channel: bot}}).ready.Checks {
		lacks := strings.ReplaceAll(c.Lacks, " for two minutes", "")
		if strings.Contains(lacks, "bot.db") || strings.Contains(lacks, "directory") {
			continue // "the database is damaged"
		}
		if !strings.Contains(book, lacks) {
			t.Errorf("the runbook does not know what to do when %q", c.Lacks)
		}
	}
	unit := deployed(t)["signpost.service"]
	if !strings.Contains(unit, "SIGNPOST_HEALTH=localhost:9090") || !strings.Contains(book, "localhost:9090/readyz") {
		t.Error("the runbook looks for the health at another address")
	}
}

// systemd takes the unit as it is, where there is systemd.
func TestTheUnitIsOneOfSystemd(t *testing.T) {
	analyze, err := exec.LookPath("systemd-analyze")
	if err != nil {
		t.Skip("there is no systemd-analyze here")
	}
	unit := deployed(t)["signpost.service"]
	const program = "ExecStart=/usr/local/bin/signpost "
	if !strings.Contains(unit, program) {
		t.Fatal("the unit starts something else")
	}
	path := filepath.Join(t.TempDir(), "signpost.service")
	if err := os.WriteFile(path, []byte(strings.Replace(unit, program, "ExecStart=/bin/true ", 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command(analyze, "verify", path).CombinedOutput(); err != nil || len(out) > 0 {
		t.Errorf("%v\n%s", err, out)
	}
}
