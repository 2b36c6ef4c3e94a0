package sqlite

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"encoding/json"
	"errors"
	"sync"

	"signpost/directory"
)

// terms is the vocabulary as it goes into a file, made once: the ids are hashes.
var terms = sync.OnceValue(func() (v struct {
	taxonomies []directory.Taxonomy
	version    string // changes with any word of it
	ids        map[directory.TaxonomyName]map[string]string
},
) {
	v.taxonomies = directory.Taxonomies()
	v.ids = map[directory.TaxonomyName]map[string]string{}
	for _, t := range v.taxonomies {
		ids := map[string]string{}
		for _, term := range t.Terms {
			ids[term.Code] = string(term.ID)
		}
		v.ids[directory.TaxonomyName(t.Name)] = ids
	}
	text, err := json.Marshal(v.taxonomies)
	if err != nil {
		panic(err) // it is texts all through
	}
	sum := sha256.Sum256(text)
	v.version = hex.EncodeToString(sum[:8])
	return v
})

// term is the id of a word of the vocabulary; "", which no table takes, for a
// word that is not in it. Validate has refused those before.
func term[T ~string](in directory.TaxonomyName, code T) string { return terms().ids[in][string(code)] }

// fillTerms writes the vocabulary into the file, unless it is there already as
// this program knows it. Terms of another release stay: listings refer to them.
func (db *DB) fillTerms(ctx context.Context) error {
	const known = `SELECT value FROM meta WHERE name = 'vocabulary'`
	want := terms().version
	var have string
	err := db.Read.QueryRowContext(ctx, known).Scan(&have)
	if have == want || err != nil && !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	tx, err := db.Write.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	for _, t := range terms().taxonomies {
		if _, err := tx.ExecContext(ctx, `INSERT INTO taxonomy (id, name, description, version) VALUES ($1, $2, $3, $4)
			ON CONFLICT (id) DO UPDATE SET name = excluded.name, description = excluded.description,
				version = excluded.version`, string(t.ID), t.Name, t.Description, want); err != nil {
			return err
		}
		for _, x := range t.Terms {
			parent := sql.NullString{String: string(x.Parent), Valid: x.Parent != ""}
			if _, err := tx.ExecContext(ctx, `INSERT INTO taxonomy_term (id, taxonomy_id, parent_id, code, name, description)
				VALUES ($1, $2, $3, $4, $5, $6)
				ON CONFLICT (id) DO UPDATE SET parent_id = excluded.parent_id, name = excluded.name,
					description = excluded.description`,
				string(x.ID), string(t.ID), parent, x.Code, x.Name, t.Name+": "+x.Name); err != nil {
				return err
			}
		}
	}
	if _, err := tx.ExecContext(ctx, `INSERT INTO meta (name, value) VALUES ('vocabulary', $1)
		ON CONFLICT (name) DO UPDATE SET value = excluded.value`, want); err != nil {
		return err
	}
	return tx.Commit()
}
