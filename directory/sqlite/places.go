package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"strings"
	"sync"

	"signpost/directory"
)

// gazetteer is the one that was read last, as the file had it at a version.
type gazetteer struct {
	mu      sync.Mutex
	version int64
	is      *directory.Gazetteer
}

// Places gives the area's gazetteer, ready to look things up; an empty one
// when none was set. It is read anew when the file has changed. It is shared and
// must not be changed.
func (d *Directory) Places(ctx context.Context) (*directory.Gazetteer, error) {
	version, err := d.db.DataVersion(ctx)
	if err != nil {
		return nil, fmt.Errorf("reading the places: %w", d.db.Explain(err))
	}
	d.gazetteer.mu.Lock()
	defer d.gazetteer.mu.Unlock() // one reads, the others wait for what it read
	if d.gazetteer.is != nil && d.gazetteer.version == version {
		return d.gazetteer.is, nil
	}
	read, err := d.readPlaces(ctx)
	if err != nil {
		return nil, err
	}
	d.gazetteer.version, d.gazetteer.is = version, read
	return read, nil
}

// readPlaces reads the gazetteer from the file.
func (d *Directory) readPlaces(ctx context.Context) (*directory.Gazetteer, error) {
	var outcodes []directory.Outcode
	var towns []directory.Town
	var councils []directory.District
	err := d.reading(ctx, func(tx *sql.Tx) error {
		err := eachRow(ctx, tx, `SELECT outcode, main_town, districts, extent, latitude, longitude, notes
			FROM outcode ORDER BY position`, func(rows *sql.Rows) error {
			var o directory.Outcode
			var in string
			err := rows.Scan(&o.Code, &o.Town, &in, &o.Extent, &o.Point.Lat, &o.Point.Lon, &o.Notes)
			o.Districts = split(in)
			outcodes = append(outcodes, o)
			return err
		})
		if err != nil {
			return err
		}
		err = eachRow(ctx, tx, `SELECT name, outcode, districts, latitude, longitude, aliases
			FROM town ORDER BY position`, func(rows *sql.Rows) error {
			var t directory.Town
			var in, aliases string
			err := rows.Scan(&t.Name, &t.Outcode, &in, &t.Point.Lat, &t.Point.Lon, &aliases)
			t.Districts, t.Aliases = split(in), split(aliases)
			towns = append(towns, t)
			return err
		})
		if err != nil {
			return err
		}
		councils, err = districts(ctx, tx)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("reading the places: %w", d.db.Explain(err))
	}
	return directory.NewGazetteer(outcodes, councils, towns), nil
}

func districts(ctx context.Context, tx *sql.Tx) ([]directory.District, error) {
	var out []directory.District
	err := eachRow(ctx, tx, `SELECT id, name, ons, towns FROM district ORDER BY position`, func(rows *sql.Rows) error {
		var c directory.District
		var in string
		err := rows.Scan(&c.ID, &c.Name, &c.ONS, &in)
		c.Towns = split(in)
		out = append(out, c)
		return err
	})
	return out, err
}

// SetPlaces puts another gazetteer in the place of the one before.
func (d *Directory) SetPlaces(ctx context.Context, g *directory.Gazetteer) error {
	if err := d.setPlaces(ctx, g); err != nil {
		return fmt.Errorf("writing the places: %w", d.db.Explain(err))
	}
	return nil
}

func (d *Directory) setPlaces(ctx context.Context, g *directory.Gazetteer) error {
	tx, err := d.db.Write.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	for _, table := range []string{"outcode", "town", "district"} {
		if _, err := tx.ExecContext(ctx, `DELETE FROM `+table); err != nil {
			return err
		}
	}
	for i, o := range g.Outcodes {
		if _, err := tx.ExecContext(ctx, `INSERT INTO outcode (position, outcode, main_town, districts, extent, latitude,
			longitude, notes) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
			i, o.Code, o.Town, join(o.Districts), o.Extent, o.Point.Lat, o.Point.Lon, o.Notes); err != nil {
			return fmt.Errorf("outcode %s: %w", o.Code, err)
		}
	}
	for i, t := range g.Towns {
		if _, err := tx.ExecContext(ctx, `INSERT INTO town (position, name, outcode, districts, latitude, longitude, aliases)
			VALUES ($1, $2, $3, $4, $5, $6, $7)`,
			i, t.Name, t.Outcode, join(t.Districts), t.Point.Lat, t.Point.Lon, join(t.Aliases)); err != nil {
			return fmt.Errorf("town %s: %w", t.Name, err)
		}
	}
	for i, c := range g.Districts {
		if _, err := tx.ExecContext(ctx, `INSERT INTO district (position, id, name, ons, towns) VALUES ($1, $2, $3, $4, $5)`,
			i, c.ID, c.Name, c.ONS, join(c.Towns)); err != nil {
			return fmt.Errorf("district %s: %w", c.ID, err)
		}
	}
	// Which districts are the area's own decides who is found.
	if _, err := tx.ExecContext(ctx, sqlRevise); err != nil {
		return err
	}
	return tx.Commit()
}

// eachRow runs scan on every row of a query.
func eachRow(ctx context.Context, tx *sql.Tx, query string, scan func(*sql.Rows) error, args ...any) error {
	rows, err := tx.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := scan(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// Lists of names are kept as they are in the area's files: "a;b".
func join(list []string) string { return strings.Join(list, ";") }

func split(text string) []string {
	if text == "" {
		return nil
	}
	return strings.Split(text, ";")
}
