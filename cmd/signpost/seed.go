package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"time"

	"signpost/bot/flows/member"
	"signpost/directory"
	"signpost/directory/openreferral"
	"signpost/directory/sqlite"
	"signpost/seeds"
)

// area is an area as this program ships it.
type area struct {
	seed   string // its folder among the seeds, and the source and owner of its services
	county string // ONS code of the county, as feeds name it
	member.Area
}

// The areas.
var (
	derbyshire = area{seeds.Derbyshire, "E10000007", member.Area{Name: "Derbyshire"}}
	town       = area{seeds.Town, "", member.Area{Name: "Harrowbeck", Demo: true}}
)

// seeded says what sowing did.
type seeded struct {
	New      bool // the directory had nothing of this area before
	Changed  bool // it had, from another release
	Services int  // in the seeds, when New or Changed
	Report   sqlite.Report
}

// sow brings the seeds of an area into a directory, unless they are there
// already: the hash of the seeds is the version of their source. What somebody
// else owns meanwhile is not touched, see sqlite.Directory.Import.
func sow(ctx context.Context, dir *sqlite.Directory, a area, now time.Time) (seeded, error) {
	files, err := seeds.Area(a.seed)
	if err != nil {
		return seeded{}, err
	}
	hash, err := hashOf(files)
	if err != nil {
		return seeded{}, fmt.Errorf("reading the seeds of %s: %w", a.Name, err)
	}
	had, err := dir.SourceVersion(ctx, a.seed)
	if err != nil {
		return seeded{}, err
	}
	if had == hash {
		return seeded{}, nil
	}
	// The services come last: with them the version is written, so what was
	// broken off half-way is done again.
	if err := sowPlaces(ctx, dir, files); err != nil {
		return seeded{}, fmt.Errorf("loading the places of %s: %w", a.Name, err)
	}
	f, err := files.Open("services.json")
	if err != nil {
		return seeded{}, fmt.Errorf("reading the seeds of %s: %w", a.Name, err)
	}
	defer f.Close()
	services, read := openreferral.Import(f, openreferral.Source{Name: a.seed, Ours: true, Strict: true})
	report, err := dir.Import(ctx, now, sqlite.Source{Name: a.seed, Version: hash, Complete: true}, services)
	if err != nil {
		return seeded{}, fmt.Errorf("loading the services of %s: %w", a.Name, err)
	}
	return seeded{New: had == "", Changed: had != "", Services: read.Services, Report: report}, nil
}

// sowPlaces puts the area's gazetteer into the directory.
func sowPlaces(ctx context.Context, dir *sqlite.Directory, files fs.FS) error {
	places, err := readPlaces(files)
	if err != nil {
		return err
	}
	return dir.SetPlaces(ctx, places)
}

// places are the places of the area as this program ships them. The listener
// reads them and no file.
func (a area) places() (*directory.Gazetteer, error) {
	files, err := seeds.Area(a.seed)
	if err != nil {
		return nil, err
	}
	places, err := readPlaces(files)
	if err != nil {
		return nil, fmt.Errorf("reading the places of %s: %w", a.Name, err)
	}
	return places, nil
}

// readPlaces reads an area's gazetteer.
func readPlaces(files fs.FS) (*directory.Gazetteer, error) {
	outcodes, err := table(files, "outcodes.csv", directory.ReadOutcodes)
	if err != nil {
		return nil, err
	}
	towns, err := table(files, "towns.csv", directory.ReadTowns)
	if err != nil {
		return nil, err
	}
	districts, err := table(files, "districts.json", directory.ReadDistricts)
	if err != nil {
		return nil, err
	}
	return directory.NewGazetteer(outcodes, districts, towns), nil
}

func table[T any](files fs.FS, name string, read func(io.Reader) ([]T, error)) ([]T, error) {
	f, err := files.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rows, err := read(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return rows, nil
}

// sown are the files of an area that go into a directory.
var sown = []string{"services.json", "outcodes.csv", "towns.csv", "districts.json"}

// hashOf changes whenever a file of the area does: 32 hex digits.
func hashOf(files fs.FS) (string, error) {
	sum := sha256.New()
	for _, name := range sown {
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(sum, "%s %d\n", name, len(data))
		sum.Write(data)
	}
	return hex.EncodeToString(sum.Sum(nil)[:16]), nil
}
