package main

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"time"

	"signpost/bot/upkeep"
	"signpost/directory"
)

// audit writes out who changed what. It is a command of its own and no flag of
// export: the directory may be given to anybody, this comes from the private file
// and needs its keys.
type audit struct {
	Data string `help:"Folder of the data (data)." default:"data" from:"SIGNPOST_DATA" placeholder:"FOLDER"`
	Keys string `help:"Key file. By default in your configuration folder." from:"SIGNPOST_KEYS" placeholder:"FILE"`
	Out  string `help:"File to write, whole or not at all; the standard output when there is none." placeholder:"FILE"`
}

// Help says what is written.
func (audit) Help() string {
	return `Writes the record of changes as a table (CSV), the newest first: the day, by
which role and in which group, what was done, and the field before and after.
It names no person, and nothing about people who ask is in it.`
}

// Run writes the record.
func (a *audit) Run(w *world) (err error) {
	data := folder(a.Data)
	if _, err := os.Stat(data.bot()); errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("there is no record of changes in %s yet", a.Data)
	}
	kept, err := data.openStore(w.ctx, a.Keys, time.Now)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, kept.Close()) }()
	dir, err := data.read(w.ctx, derbyshire, time.Now())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, dir.closing()) }()
	entries, err := kept.Records(w.ctx, "", "", 0)
	if err != nil {
		return err
	}
	fill := func(to io.Writer) error { return writeRecord(w.ctx, to, dir, entries) }
	if a.Out == "" {
		return fill(w.out)
	}
	return whole(a.Out, fill)
}

// recordColumns are what is written of each entry. Who it was is not among them.
var recordColumns = []string{"day", "role", "group", "group_name", "what", "listing", "listing_name", "field", "before", "after"}

func writeRecord(ctx context.Context, to io.Writer, dir reading, entries []upkeep.Entry) error {
	out := csv.NewWriter(to)
	rows := [][]string{recordColumns}
	names := namesIn{dir: dir, known: map[directory.ID]string{}}
	for _, e := range entries {
		group, err := names.of(ctx, directory.ID(e.Group), true)
		if err != nil {
			return err
		}
		listing, err := names.of(ctx, e.Service, false)
		if err != nil {
			return err
		}
		row := []string{string(e.Day), string(e.Role), e.Group, group, e.What, string(e.Service), listing, string(e.Field), e.Before, e.After}
		for i := range row {
			row[i] = plainCell(row[i])
		}
		rows = append(rows, row)
	}
	if err := out.WriteAll(rows); err != nil {
		return fmt.Errorf("writing the record of changes: %w", err)
	}
	return nil
}

// plainCell keeps a spreadsheet from reading what a group typed as a formula.
func plainCell(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return "'" + s
	}
	return s
}

// namesIn remembers what groups and listings are called.
type namesIn struct {
	dir   reading
	known map[directory.ID]string
}

// of is what a group or a listing is called; "" for one that is not there.
func (n namesIn) of(ctx context.Context, id directory.ID, group bool) (string, error) {
	if name, ok := n.known[id]; ok || id == "" {
		return name, nil
	}
	name := ""
	if group {
		g, err := n.dir.Organisation(ctx, id)
		if err != nil && !errors.Is(err, directory.ErrNotFound) {
			return "", err
		}
		name = g.Name
	} else {
		s, err := n.dir.Service(ctx, id)
		if err != nil && !errors.Is(err, directory.ErrNotFound) {
			return "", err
		}
		if err == nil {
			name = s.Name
		}
	}
	n.known[id] = name
	return name, nil
}
