package main

import (
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"golang.org/x/sync/errgroup"

	"signpost/bot/keys"
	"signpost/bot/store"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/directory/sqlite"
)

// folder is a folder that the program serves from.
type folder struct{ path, name string }

func (f folder) data() string { return filepath.Join(f.path, "data") }
func (f folder) keys() string { return filepath.Join(f.path, "keys") }
func (f folder) log() string  { return filepath.Join(f.path, "log") }

// furnish makes a folder with the directory of this release, filled up to so many
// services with copies of its own under other names.
func (r *run) furnish(ctx context.Context, name string, services int) (folder, error) {
	f := folder{filepath.Join(r.dir, strings.ReplaceAll(name, " ", "-")), name}
	if err := os.MkdirAll(f.path, 0o700); err != nil {
		return f, err
	}
	// The first start makes the folder.
	p, err := r.startServe(ctx, f)
	if err != nil {
		return f, err
	}
	_, err = r.play(ctx, task{People: 1})
	p.end()
	if err != nil {
		return f, err
	}
	dir, err := sqlite.OpenDirectory(ctx, filepath.Join(f.data(), "directory.db"))
	if err != nil {
		return f, err
	}
	defer dir.Close()
	var own []*directory.Service
	for s, err := range dir.All(ctx) {
		if err != nil {
			return f, err
		}
		own = append(own, s)
	}
	if len(own) == 0 {
		return f, fmt.Errorf("the directory is empty")
	}
	if len(own) >= services {
		return f, nil
	}
	_, err = dir.Import(ctx, time.Now(), sqlite.Source{Name: "load"}, copies(own, services-len(own)))
	return f, err
}

// copies are n services like those given, each with an id, a name and an
// organisation of its own.
func copies(of []*directory.Service, n int) iter.Seq2[*directory.Service, error] {
	return func(yield func(*directory.Service, error) bool) {
		for i := range n {
			s := *of[i%len(of)]
			id := strconv.Itoa(i)
			s.ID = directory.NewID("load", id)
			s.Origin.Source, s.Origin.SourceID = "load", id
			s.Organisation.ID = directory.NewID("load-organisation", strconv.Itoa(i/3))
			s.Organisation.Origin = directory.Origin{Source: "load", SourceID: strconv.Itoa(i / 3)}
			s.Name += " " + id
			if !yield(&s, nil) {
				return
			}
		}
	}
}

// talk stores so many conversations, as after a day with as many people.
func (f folder) talk(ctx context.Context, n int) error {
	k, err := keys.Open(f.keys(), false)
	if err != nil {
		return err
	}
	kept, err := store.Open(ctx, filepath.Join(f.data(), "bot.db"), k, time.Now)
	if err != nil {
		return err
	}
	defer kept.Close()
	var g errgroup.Group
	g.SetLimit(64)
	for i := range n {
		g.Go(func() error {
			_, err := kept.Save(ctx, store.Turn{
				Door: "telegram", Chat: strconv.Itoa(6_000_000_000 + i), Update: "load" + strconv.Itoa(i), Messages: []string{strconv.Itoa(i)},
				Conversation: &talk.Conversation{
					ID: talk.ID("load" + strconv.Itoa(i)), Language: "en",
					Answers: talk.Answers{"padding": json.RawMessage(`"` + strings.Repeat("x", 800) + `"`)},
				},
			})
			return err
		})
	}
	return g.Wait()
}
