package sqlite

// finish marks what is missing, and tells the readers that the listings are
// not what they were.
func (im *importer) finish() error {
	if err := im.flushWords(); err != nil {
		return err
	}
	r := &im.report
	if im.src.Complete {
		if r.Added+r.Changed+r.Unchanged+r.Filed+len(r.Refused) == 0 {
			return ErrEmpty
		}
		if err := im.missing(); err != nil {
			return err
		}
	}
	if r.Added+r.Changed+r.Withdrawn+im.listings == 0 {
		return nil
	}
	return im.exec(sqlRevise)
}

func (im *importer) missing() error {
	res, err := im.tx.ExecContext(im.ctx, `UPDATE source_record SET missing_imports = missing_imports + 1,
			missing_since = coalesce(missing_since, $1)
		WHERE source = $2 AND kind = 'service' AND seen_import <> $3`, im.at.UnixMilli(), im.src.Name, im.run)
	if err != nil {
		return err
	}
	n, err := res.RowsAffected()
	if err != nil {
		return err
	}
	im.report.Missing = int(n)
	res, err = im.tx.ExecContext(im.ctx, `UPDATE service SET withdrawn = $1, modified = $1
		WHERE owner = $2 AND withdrawn IS NULL AND id IN (SELECT id FROM source_record
			WHERE source = $2 AND kind = 'service' AND missing_imports >= $3)`, im.at.UnixMilli(), im.src.Name, goneAfter)
	if err != nil {
		return err
	}
	n, err = res.RowsAffected()
	im.report.Withdrawn = int(n)
	return err
}
