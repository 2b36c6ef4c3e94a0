package main

import (
	"path/filepath"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// matching are the files that fit a pattern, from the script's folder.
func matching(ts *testscript.TestScript, parts ...string) []string {
	all, err := filepath.Glob(filepath.Join(append([]string{ts.MkAbs(".")}, parts...)...))
	ts.Check(err)
	return all
}

func backupOf(ts *testscript.TestScript, _ bool, args []string) {
	all := matching(ts, args[0], "*")
	if len(all) != 1 || !strings.HasSuffix(all[0], ".tar.age") {
		ts.Fatalf("in %s lie %v, want one backup", args[0], all)
	}
	ts.Setenv("BACKUP", all[0])
}

func aside(ts *testscript.TestScript, _ bool, args []string) {
	for _, name := range []string{"bot.db", "directory.db"} {
		if all := matching(ts, args[0], "before-*", name); len(all) != 1 {
			ts.Fatalf("%s was put aside as %v, want once", name, all)
		}
	}
}

func empty(ts *testscript.TestScript, _ bool, args []string) {
	for _, pattern := range []string{"*", ".signpost-*"} {
		if all := matching(ts, args[0], pattern); len(all) > 0 && args[0] != args[1] {
			ts.Fatalf("left behind: %v", all)
		}
	}
	for _, pattern := range []string{".copies-*", "bot.db*"} {
		if all := matching(ts, args[1], pattern); len(all) > 0 {
			ts.Fatalf("left behind: %v", all)
		}
	}
}
