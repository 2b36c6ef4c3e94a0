package main

import (
	"io"
	"os"
	"strings"
	"testing"

	"github.com/alecthomas/kong"
)

// The README names every command and every variable there is.
func TestReadmeIsComplete(t *testing.T) {
	b, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	readme := string(b)
	parser, err := kong.New(&commandLine{}, kong.Name("signpost"), kong.Writers(io.Discard, io.Discard))
	if err != nil {
		t.Fatal(err)
	}
	variables := map[string]string{tokenVariable: ""}
	note := func(flags []*kong.Flag) {
		for _, f := range flags {
			if name := f.Tag.Get("from"); name != "" {
				variables[name] = "--" + f.Name
			}
		}
	}
	note(parser.Model.Flags)
	for _, command := range parser.Model.Leaves(false) {
		if !strings.Contains(readme, "| `signpost "+command.Name) {
			t.Errorf("the README's table has no command %s", command.Name)
		}
		note(command.Flags)
	}
	if len(variables) < 8 {
		t.Fatalf("only %d variables were found", len(variables))
	}
	for name, flag := range variables {
		if !strings.Contains(readme, "| `"+name+"` | ") || !strings.Contains(readme, flag) {
			t.Errorf("the README's table lacks %s (%s)", name, flag)
		}
	}
}
