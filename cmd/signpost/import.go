package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"signpost/directory"
	"signpost/directory/openreferral"
	"signpost/directory/sqlite"
	"signpost/seeds"
)

// importFile brings a file of services into the directory.
type importFile struct {
	Data     string `help:"Folder of the data (data); made if need be, with the services this program ships." default:"data" from:"SIGNPOST_DATA" placeholder:"FOLDER"`
	Source   string `help:"Name of where the file is from, which will own what it brings; by default the file's own name." placeholder:"NAME"`
	Complete bool   `help:"The file has everything the source has: what is missing in three such imports is hidden."`
	Ours     bool   `help:"The file was written by signpost export: take the owners, marks and checks in it as they are."`
	File     string `arg:"" help:"File of services; - for the standard input."`
}

// Help says what is read and what is promised.
func (importFile) Help() string {
	return `Reads Open Referral UK 3.0 and 1.0 and HSDS 3.1: a JSON array of services, a
page of a list ("contents"), a service to a line, or one service.

A file that is not what it claims to be is refused as a whole, with the line
and the field, and the directory stays as it was. A value that can't be trusted
is set aside alone, and said. What somebody else owns is never changed: it waits
as a proposal.`
}

// sourceName is what a source may be called.
var sourceName = regexp.MustCompile(`^[a-z0-9][a-z0-9_-]{0,39}$`)

// shownWarnings is how many warnings are printed one by one.
const shownWarnings = 20

// Run imports the file, all of it or nothing.
func (i *importFile) Run(w *world) (err error) {
	name, err := i.source()
	if err != nil {
		return err
	}
	in := w.input()
	if i.File != "-" {
		file, err := os.Open(i.File)
		if err != nil {
			return fmt.Errorf("the file %s can't be read (%w)", i.File, cause(err))
		}
		defer file.Close()
		in = file
	}
	dir, seeds, err := folder(i.Data).openDirectory(w.ctx, derbyshire, time.Now())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, dir.Close()) }()
	seeds.tell(w, derbyshire, i.Data)
	places, err := dir.Places(w.ctx)
	if err != nil {
		return err
	}
	services, read := openreferral.Import(in, openreferral.Source{Name: name, Ours: i.Ours, Areas: areasOf(derbyshire, places)})
	report, err := dir.Import(w.ctx, time.Now(), sqlite.Source{Name: name, Complete: i.Complete}, services)
	var fault *openreferral.Fault
	switch {
	case errors.As(err, &fault):
		return fmt.Errorf("%s, %w. Nothing was changed", i.File, fault)
	case errors.Is(err, sqlite.ErrEmpty):
		return fmt.Errorf("%s holds no services, which can't be all that %s has. Nothing was changed", i.File, name)
	case err != nil:
		return err
	}
	return tellImport(w.out, name, read, report)
}

// source is the name of the file's source.
func (i *importFile) source() (string, error) {
	name := i.Source
	if name == "" && i.File != "-" {
		base := filepath.Base(i.File)
		name = strings.ToLower(strings.TrimSuffix(base, filepath.Ext(base)))
	}
	switch {
	case name == "":
		return "", misuse{errors.New("say with --source where these services are from")}
	case !sourceName.MatchString(name):
		return "", misuse{fmt.Errorf("%q can't be the name of a source: it has small letters, digits, - and _, at most 40. Give one with --source", name)}
	case name == seeds.Derbyshire || name == seeds.Town:
		return "", misuse{fmt.Errorf("%q is the source of what this program ships. Give another with --source", name)}
	}
	return name, nil
}

// areasOf are the words by which feeds name the districts of an area, and the
// county that some of them make.
func areasOf(a area, places *directory.Gazetteer) map[string][]directory.Area {
	out := map[string][]directory.Area{}
	for _, d := range places.Districts {
		one := directory.Area{ID: d.ID, Name: d.Name, URI: "http://statistics.data.gov.uk/id/statistical-geography/" + d.ONS}
		out[strings.ToLower(d.Name)] = []directory.Area{one}
		out[d.ONS] = []directory.Area{one}
		// In a county of two tiers the districts' codes begin with E07; a city of
		// its own, such as Derby, has E06 (ONS, Register of Geographic Codes).
		if a.county != "" && strings.HasPrefix(d.ONS, "E07") {
			county := strings.ToLower(a.Name)
			out[county] = append(out[county], one)
			out[a.county] = append(out[a.county], one)
		}
	}
	return out
}

// tellImport prints what an import did.
func tellImport(out io.Writer, source string, read *openreferral.Report, r sqlite.Report) error {
	var b strings.Builder
	for n, warning := range read.Warnings {
		if n == shownWarnings {
			fmt.Fprintf(&b, "... and %d more\n", read.Doubtful-shownWarnings)
			break
		}
		fmt.Fprintln(&b, warning)
	}
	for _, refused := range r.Refused {
		for _, fault := range refused.Faults {
			fmt.Fprintf(&b, "%s is left out: %v\n", refused.ID, fault)
		}
	}
	fmt.Fprintf(&b, "%s: %d services read, %d added, %d changed, %d as they were\n", source, read.Services, r.Added, r.Changed, r.Unchanged)
	for _, more := range []struct {
		n    int
		says string
	}{
		{read.Doubles, "came twice, word for word"},
		{len(r.Twice), "have the id of another one and were left out"},
		{len(r.Refused), "have faults and were left out"},
		{r.Filed, "belong to somebody else; what differs waits for a person"},
		{r.Missing, "were not in the file this time"},
		{r.Withdrawn, "are hidden, since three files in a row lacked them"},
		{read.Doubtful, "values were set aside or put right"},
	} {
		if more.n > 0 {
			fmt.Fprintf(&b, "%d %s\n", more.n, more.says)
		}
	}
	_, err := io.WriteString(out, b.String())
	return err
}
