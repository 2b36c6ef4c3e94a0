package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// SourceVersion gives the version that a source had when it was last imported;
// "" for one that never was, or that states none.
func (d *Directory) SourceVersion(ctx context.Context, name string) (string, error) {
	var version string
	err := d.db.Read.QueryRowContext(ctx, `SELECT version FROM source WHERE name = $1`, name).Scan(&version)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return "", fmt.Errorf("looking which version of %s there is: %w", name, d.db.Explain(err))
	}
	return version, nil
}
