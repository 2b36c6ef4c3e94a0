package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"strconv"
	"sync"

	"signpost/directory"
)

// catalogue is what a Directory keeps in memory of its services, so that a
// question needs to read only the few that will be shown. It is never changed:
// when the listings are not what they were, another takes its place.
type catalogue struct {
	*directory.Catalogue

	fileVersion int64 // of the file when it was last known to be right
	revision    int64 // of the listings it was made from

	communities map[directory.Community]int
	languages   map[directory.Spoken]int
}

// catalogues holds the one in use.
type catalogues struct {
	mu      sync.Mutex // guards current
	current *catalogue
	making  sync.Mutex // held by whoever makes the next one
}

// Find gives what fits a query, as ranked by package directory. Which services
// fit is judged in memory, on the directory as it is, or as it was a moment ago
// while another goroutine is reading what changed; the services themselves are
// read from the file each time.
func (d *Directory) Find(ctx context.Context, q directory.Query) (directory.Result, error) {
	// Asked before anything is read, so that what is kept is never older.
	version, err := d.db.DataVersion(ctx)
	if err != nil {
		return directory.Result{}, fmt.Errorf("reading the directory: %w", err)
	}
	c, err := d.catalogueOf(ctx, version)
	if err != nil {
		return directory.Result{}, err
	}
	list := c.Shortlist(q)
	found, err := d.shared(ctx, version, list.IDs)
	if err != nil {
		return directory.Result{}, err
	}
	shown := found[:0]
	for _, s := range found {
		if s.Shown() { // it may have been closed since
			shown = append(shown, s)
		}
	}
	r := directory.Finish(q, list, shown)
	for i, m := range r.Matches {
		own := *m.Service
		r.Matches[i].Service = &own
	}
	return r, nil
}

// Shortlist says how many services fit a query and which wishes had to be given
// up, without reading any of them.
func (d *Directory) Shortlist(ctx context.Context, q directory.Query) (directory.Shortlist, error) {
	c, err := d.catalogue(ctx)
	if err != nil {
		return directory.Shortlist{}, err
	}
	return c.Shortlist(q), nil
}

// Communities says how many services the directory has for each community:
// those that are active and confirmed to be for it. One that nobody knows how to
// reach counts too: people of its community may ask for it, and are told. A
// community that has none is not in it.
func (d *Directory) Communities(ctx context.Context) (map[directory.Community]int, error) {
	c, err := d.catalogue(ctx)
	if err != nil {
		return nil, err
	}
	return maps.Clone(c.communities), nil
}

// Languages says the same of the languages that people speak at services one can
// reach.
func (d *Directory) Languages(ctx context.Context) (map[directory.Spoken]int, error) {
	c, err := d.catalogue(ctx)
	if err != nil {
		return nil, err
	}
	return maps.Clone(c.languages), nil
}

// catalogue gives the catalogue of the listings as they are. While one
// goroutine makes the next, the others go on with the one before.
func (d *Directory) catalogue(ctx context.Context) (*catalogue, error) {
	// Asked before the listings are read: a change in between makes the next
	// caller read again, never too few times.
	version, err := d.db.DataVersion(ctx)
	if err != nil {
		return nil, fmt.Errorf("reading the directory: %w", err)
	}
	return d.catalogueOf(ctx, version)
}

// catalogueOf gives the catalogue for a version of the file that was just asked for.
func (d *Directory) catalogueOf(ctx context.Context, version int64) (*catalogue, error) {
	d.cat.mu.Lock()
	current := d.cat.current
	d.cat.mu.Unlock()
	if current != nil && current.fileVersion == version {
		return current, nil
	}
	if current == nil {
		d.cat.making.Lock()
	} else if !d.cat.making.TryLock() {
		return current, nil
	}
	defer d.cat.making.Unlock()
	d.cat.mu.Lock()
	current = d.cat.current // whoever held making may have just made it
	d.cat.mu.Unlock()
	if current == nil || current.fileVersion != version {
		var err error
		if current, err = d.makeCatalogue(ctx, current, version); err != nil {
			return nil, fmt.Errorf("reading the directory: %w", d.db.Explain(err))
		}
		d.cat.mu.Lock()
		d.cat.current = current
		d.cat.mu.Unlock()
	}
	return current, nil
}

// makeCatalogue reads the listings, unless it was something else in the file
// that changed.
func (d *Directory) makeCatalogue(ctx context.Context, old *catalogue, version int64) (*catalogue, error) {
	var made *catalogue
	err := d.reading(ctx, func(tx *sql.Tx) error {
		revision, err := revisionOf(ctx, tx)
		if err != nil {
			return err
		}
		if old != nil && old.revision == revision {
			same := *old
			made = &same
			return nil
		}
		made = &catalogue{
			Catalogue: directory.NewCatalogue(nil), revision: revision,
			communities: map[directory.Community]int{}, languages: map[directory.Spoken]int{},
		}
		if err := each(ctx, tx, true, func(s *directory.Service) bool {
			made.add(s)
			return true
		}); err != nil {
			return err
		}
		districts, err := districts(ctx, tx)
		if len(districts) > 0 {
			made.Local(districts)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	made.fileVersion = version
	return made, nil
}

func (c *catalogue) add(s *directory.Service) {
	c.Add(s)
	if !s.Shown() {
		return
	}
	for _, w := range s.Communities {
		if w.Confirmed {
			c.communities[w.Community]++
		}
	}
	if !s.Reachable() {
		return
	}
	for _, l := range s.Languages {
		if l.Confirmed {
			c.languages[l.Language]++
		}
	}
}

// revisionOf counts the changes of the listings; see sqlRevise.
func revisionOf(ctx context.Context, tx *sql.Tx) (int64, error) {
	var text string
	err := tx.QueryRowContext(ctx, `SELECT value FROM meta WHERE name = 'revision'`).Scan(&text)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	return strconv.ParseInt(text, 10, 64)
}
