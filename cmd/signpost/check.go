package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"signpost/bot/flows"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// check says what is wrong or unfinished. What is wrong makes it fail; what is
// unfinished is only said.
type check struct {
	Data string `help:"Folder whose directory is looked through (data); when there is none, what this program ships." default:"data" from:"SIGNPOST_DATA" placeholder:"FOLDER"`
	List bool   `help:"Name each service, not only how many there are."`

	Counts bool `help:"Say instead what is counted, and whether a count could name a person. Needs no keys, and may run while it is being served."`
	Live   bool `help:"Say instead whether it may be let near people, and what is missing."`

	keeping
}

// Run looks through conversations, words and directory.
func (c *check) Run(w *world) (err error) {
	if c.Live {
		if missing, err := c.live(w); err != nil || missing == 0 {
			return err
		}
		return errReported
	}
	dir, err := folder(c.Data).read(w.ctx, derbyshire, time.Now())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, dir.closing()) }()
	if c.Counts {
		faults, err := c.counts(w, dir)
		return reported(w, faults, err)
	}
	faults := checkBook(w.out, flows.Book(flows.Reads{Dir: dir.Directory, Area: derbyshire.Area}))
	faults += checkLanguages(w.out)
	if dir.shipped {
		fmt.Fprintf(w.out, "\nDirectory: what this program ships, since there is none in %s\n", c.Data)
	} else {
		fmt.Fprintf(w.out, "\nDirectory: %s\n", folder(c.Data).directory())
	}
	n, err := c.directory(w.ctx, w.out, dir)
	return reported(w, faults+n, err)
}

// reported ends a check: faults make it fail.
func reported(w *world, faults int, err error) error {
	if err == nil && faults > 0 {
		w.say("signpost: %d faults", faults)
		err = errReported
	}
	return err
}

// checkBook prints what is wrong with the conversations.
func checkBook(out io.Writer, b talk.Book) int {
	faults := talk.Check(b)
	fmt.Fprintf(out, "Conversations: %d ways in, %d faults\n", len(b.Entrances), len(faults))
	for _, f := range faults {
		fmt.Fprintf(out, "  FAULT %s\n", f)
	}
	return len(faults)
}

// checkLanguages prints how far each language is. That a draft is a draft is no
// fault: it is offered as one, with English beside what matters most.
func checkLanguages(out io.Writer) (faults int) {
	fmt.Fprintf(out, "\nLanguages:\n")
	core := locales.CoreIDs()
	for _, l := range locales.Languages() {
		missing := 0
		for _, id := range core {
			if locales.CoreText(l.Tag, id) == "" {
				missing++
			}
		}
		whole := "complete"
		if lacks, all := locales.Missing(l.Tag); lacks > 0 {
			whole = fmt.Sprintf("%d of %d messages are missing", lacks, all)
		}
		line := fmt.Sprintf("  %s (%s): %s, %s", l.Tag, l.English, whole, l.Status)
		if l.CheckedBy != "" {
			line += " by " + l.CheckedBy
		}
		switch {
		case missing > 0:
			line += fmt.Sprintf(", FAULT %d of %d core messages are missing", missing, len(core))
			faults++
		case l.Status != locales.Checked:
			line += fmt.Sprintf(", %d core messages wait for a named speaker", len(core))
		}
		fmt.Fprintln(out, line)
	}
	return faults
}

// finding is something to know of some services.
type finding struct {
	says     string
	services []string
}

// directory prints what there is in the directory and what is doubtful of it.
func (c *check) directory(ctx context.Context, out io.Writer, dir reading) (faults int, err error) {
	groups, marks := map[directory.Group]int{}, map[directory.Mark]int{}
	total := 0
	unreachable := &finding{says: "active, but with no checked way to reach them: never shown as a result"}
	unchecked := &finding{says: "not yet checked with their provider: the card says so"}
	webOnly := &finding{says: "with a website and nothing else"}
	untranslated := &finding{says: "with a translation of an older text"}
	var wrong []string
	for s, err := range dir.All(ctx) {
		if err != nil {
			return 0, err
		}
		total++
		groups[s.Group]++
		marks[s.Origin.Mark]++
		for _, f := range s.Validate() {
			wrong = append(wrong, fmt.Sprintf("%s (%s): %v", s.Name, s.ID, f))
		}
		if s.Status != directory.Active {
			continue
		}
		unreachable.note(s, !s.Reachable())
		unchecked.note(s, s.Assured.On == "")
		webOnly.note(s, s.WebOnly())
		untranslated.note(s, outdated(s))
	}
	fmt.Fprintf(out, "  %d services\n", total)
	for _, g := range append(directory.Groups(), "") {
		if n := groups[g]; n > 0 {
			fmt.Fprintf(out, "    %4d %s\n", n, orNone(string(g), "no group"))
		}
	}
	for _, m := range []directory.Mark{directory.MarkA, directory.MarkB, directory.MarkC, ""} {
		if n := marks[m]; n > 0 {
			fmt.Fprintf(out, "    %4d marked %s\n", n, orNone(string(m), "nothing"))
		}
	}
	for _, f := range []*finding{unchecked, unreachable, webOnly, untranslated} {
		f.print(out, c.List)
	}
	for _, f := range wrong {
		fmt.Fprintf(out, "  FAULT %s\n", f)
	}
	return len(wrong), nil
}

func (f *finding) note(s *directory.Service, is bool) {
	if is {
		f.services = append(f.services, fmt.Sprintf("%s (%s)", s.Name, s.ID))
	}
}

func (f *finding) print(out io.Writer, list bool) {
	if len(f.services) == 0 {
		return
	}
	fmt.Fprintf(out, "  %d %s\n", len(f.services), f.says)
	if list {
		fmt.Fprintf(out, "       %s\n", strings.Join(f.services, "\n       "))
	}
}

// outdated reports a translation whose English has changed since.
func outdated(s *directory.Service) bool {
	for _, t := range s.Translations {
		if s.Stale(t) {
			return true
		}
	}
	return false
}

func orNone(s, none string) string {
	if s == "" {
		return none
	}
	return s
}
