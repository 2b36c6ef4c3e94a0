package sqlite

import (
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
)

// Scrub overwrites what deleted rows have left behind in n pages of the file, from
// the page first on; call it inside a transaction on the connection. It gives the
// page to go on with, 0 at the end.
//
// secure_delete overwrites a row where it lies. But when SQLite moves rows between
// pages to balance a tree, it may leave the old copy in the space between the
// cells of a page, which belongs to nobody: deleting the row later does not
// find it there.
func Scrub(ctx context.Context, conn *sql.Conn, first int64, n int) (next int64, err error) {
	if next, err = scrub(ctx, conn, first, n); err != nil {
		return 0, fmt.Errorf("scrubbing the file: %w", err)
	}
	return next, nil
}

func scrub(ctx context.Context, conn *sql.Conn, first int64, n int) (int64, error) {
	read, err := conn.PrepareContext(ctx, `SELECT data FROM sqlite_dbpage WHERE pgno = $1`)
	if err != nil {
		return 0, err
	}
	defer read.Close()
	first = max(first, 1)
	for no := first; no < first+int64(n); no++ {
		var page []byte
		err := read.QueryRowContext(ctx, no).Scan(&page)
		if errors.Is(err, sql.ErrNoRows) {
			return 0, nil
		}
		if err != nil {
			return 0, err
		}
		if !clearGap(page, no == 1) {
			continue
		}
		if _, err := conn.ExecContext(ctx, `UPDATE sqlite_dbpage SET data = $1 WHERE pgno = $2`, page, no); err != nil {
			return 0, err
		}
	}
	return first + int64(n), nil
}

// clearGap overwrites the space between the pointers to the cells of a page and
// the cells themselves, and reports whether there was anything in it. A page that
// holds no cells is left alone (sqlite.org/fileformat2.html, 1.6).
func clearGap(page []byte, first bool) bool {
	head := 0
	if first {
		head = 100 // the file's own
	}
	if len(page) < head+12 {
		return false
	}
	size := 8
	switch page[head] {
	case 10, 13: // a leaf of an index, of a table
	case 2, 5: // an inner page
		size = 12
	default:
		return false
	}
	from := head + size + 2*int(binary.BigEndian.Uint16(page[head+3:]))
	to := int(binary.BigEndian.Uint16(page[head+5:]))
	if to == 0 {
		to = 1 << 16
	}
	if from > to || to > len(page) {
		return false
	}
	dirty := false
	for i, b := range page[from:to] {
		dirty = dirty || b != 0
		page[from+i] = 0
	}
	return dirty
}
