package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"path"
)

// applicationID marks every file of ours in its header: "SIGN" (see
// PRAGMA application_id).
const applicationID = 0x5349474e

// identify refuses a file that is not of the set, before anything is written
// to it. An empty file is everybody's.
func identify(ctx context.Context, db *sql.DB, set Set, file string) error {
	// In this order: another process may be making the file, and puts tables and
	// mark into it at once.
	var objects, id int
	if err := db.QueryRowContext(ctx, `SELECT count(*) FROM sqlite_schema`).Scan(&objects); err != nil || objects == 0 {
		return err
	}
	if err := db.QueryRowContext(ctx, `PRAGMA application_id`).Scan(&id); err != nil {
		return err
	}
	if id != applicationID {
		return fmt.Errorf("%s is not a %s file but the database of another program: %w: choose another path", file, set.Name, ErrNotDatabase)
	}
	_, err := version(ctx, db, set, file)
	return err
}

// version is how many migrations the file has had; 0 for a new one.
func version(ctx context.Context, db interface {
	QueryRowContext(context.Context, string, ...any) *sql.Row
}, set Set, file string,
) (int, error) {
	var tables int
	if err := db.QueryRowContext(ctx, `SELECT count(*) FROM sqlite_schema WHERE name = 'signpost_schema'`).Scan(&tables); err != nil {
		return 0, err
	}
	if tables == 0 {
		return 0, nil
	}
	var name string
	var v int
	err := db.QueryRowContext(ctx, `SELECT set_name, version FROM signpost_schema`).Scan(&name, &v)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return 0, fmt.Errorf("%s does not say what it is: %w: restore a backup", file, ErrDamaged)
	case err != nil:
		return 0, err
	case name != set.Name:
		return 0, fmt.Errorf("%s is not a %s file but a %s file: %w: check the path", file, set.Name, name, ErrOtherSet)
	}
	return v, nil
}

// migrate runs the migrations that the file has not had, each in a transaction
// of its own together with the new number, so a failing one leaves the file as
// the one before it left it.
func migrate(ctx context.Context, db *sql.DB, set Set, file string) error {
	steps, err := set.steps()
	if err != nil {
		return err
	}
	for i, step := range steps {
		if want := fmt.Sprintf("%04d_", i+1); path.Base(step)[:5] != want {
			return fmt.Errorf("migration %s of the %s set should be number %s", step, set.Name, want[:4])
		}
	}
	have, err := version(ctx, db, set, file)
	if err != nil {
		return err
	}
	if have > len(steps) {
		return fmt.Errorf("%s has version %d, this program knows %d: %w: use the newer program, or restore a backup made before it",
			file, have, len(steps), ErrNewer)
	}
	for n := have + 1; n <= len(steps); n++ {
		if err := step(ctx, db, set, file, n, steps[n-1]); err != nil {
			return fmt.Errorf("running %s: %w", steps[n-1], err)
		}
	}
	return nil
}

// steps are the migrations of the set, in their order.
func (s Set) steps() ([]string, error) {
	steps, err := fs.Glob(s.Files, "migrations/[0-9][0-9][0-9][0-9]_*.sql") // sorted
	if err != nil || len(steps) == 0 {
		return nil, fmt.Errorf("the %s set has no migrations: %w", s.Name, errors.Join(err, fs.ErrNotExist))
	}
	return steps, nil
}

// Newest is the version that this program brings files of the set to: their number
// of migrations.
func (s Set) Newest() (int, error) {
	steps, err := s.steps()
	return len(steps), err
}

// Version is the number of migrations that the file has had.
func (db *DB) Version(ctx context.Context, set Set) (int, error) {
	v, err := version(ctx, db.Read, set, db.path)
	return v, explain(db.path, err)
}

// step runs migration n unless another process did so in the meantime.
func step(ctx context.Context, db *sql.DB, set Set, file string, n int, name string) error {
	text, err := fs.ReadFile(set.Files, name)
	if err != nil {
		return err
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	have, err := version(ctx, tx, set, file)
	if err != nil {
		return err
	}
	if have >= n {
		return nil
	}
	if n == 1 {
		mark := fmt.Sprintf(`PRAGMA application_id = %d;
			CREATE TABLE signpost_schema (
				set_name TEXT NOT NULL PRIMARY KEY,
				version  INTEGER NOT NULL
			) STRICT`, applicationID)
		if _, err := tx.ExecContext(ctx, mark); err != nil {
			return err
		}
	}
	if _, err := tx.ExecContext(ctx, string(text)); err != nil {
		return err
	}
	_, err = tx.ExecContext(ctx, `INSERT INTO signpost_schema (set_name, version) VALUES ($1, $2)
		ON CONFLICT (set_name) DO UPDATE SET version = excluded.version`, set.Name, n)
	if err != nil {
		return err
	}
	return tx.Commit()
}

// Schema is the file's tables and indexes as SQL, in a fixed order, for the
// golden schema.sql that people read beside the migrations.
func (db *DB) Schema(ctx context.Context) (string, error) {
	rows, err := db.Read.QueryContext(ctx, `SELECT s.sql FROM sqlite_schema s
		JOIN pragma_table_list t ON t.name = s.tbl_name AND t.schema = 'main'
		WHERE s.sql IS NOT NULL AND t.type <> 'shadow' ORDER BY s.tbl_name, s.type DESC, s.name`)
	if err != nil {
		return "", explain(db.path, err)
	}
	defer rows.Close()
	var out string
	for rows.Next() {
		var text string
		if err := rows.Scan(&text); err != nil {
			return "", explain(db.path, err)
		}
		if out != "" {
			out += "\n"
		}
		out += text + ";\n"
	}
	return out, explain(db.path, rows.Err())
}
