package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"slices"

	"signpost/directory"
)

// Search gives the services in whose name, organisation, description or
// translations all the words of text are found, best first: first where they
// are words, the last of them perhaps not written to its end; then where they
// are parts of words. Case, accents and Arabic spelling do not count.
//
// Only active and temporarily closed listings are given, at most limit (20
// when 0). A text without letters or figures finds nothing.
func (d *Directory) Search(ctx context.Context, text string, limit int) ([]*directory.Service, error) {
	asked := words(text)
	if len(asked) == 0 {
		return nil, nil
	}
	if limit <= 0 {
		limit = 20
	}
	var ids []directory.ID
	err := d.reading(ctx, func(tx *sql.Tx) error {
		var err error
		ids, err = queryKeys(ctx, tx, fmt.Sprintf(sqlSearch, "service_words"), matchWords(asked), limit)
		parts := matchTrigrams(asked)
		if err != nil || len(ids) >= limit || parts == "" {
			return err
		}
		more, err := queryKeys(ctx, tx, fmt.Sprintf(sqlSearch, "service_trigrams"), parts, limit)
		for _, id := range more {
			if len(ids) < limit && !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
		return err
	})
	if err != nil {
		// Not the text: what people look for is in no error and no log.
		return nil, fmt.Errorf("searching: %w", d.db.Explain(err))
	}
	return d.Services(ctx, ids)
}
