package sqlite

import (
	"time"

	"signpost/directory"
)

// organisation writes who provides services and, with Every, the state of all
// of them.
func (a applying) organisation(o directory.Organisation) error {
	if a.change.Owner != "" && string(o.ID) != a.change.Owner {
		return directory.ErrNotOwner
	}
	o.Extra, o.Identifiers = orNil(o.Extra), orNil(o.Identifiers)
	hash, err := hashOf(o)
	if err != nil {
		return err
	}
	im := &importer{writer: a.writer, at: a.at, src: Source{Name: o.Origin.Owner}}
	var key int64
	known, err := a.row(`SELECT key FROM organization WHERE id = $1`, []any{string(o.ID)}, &key)
	switch {
	case err != nil:
		return err
	case !known:
		key = a.nextOrganisation
		a.nextOrganisation++
		err = a.exec(sqlInsertOrganisation, organisationArgs(key, o, hash)...)
	default:
		err = a.exec(sqlUpdateOrganisation, organisationArgs(key, o, hash)...)
		if err == nil {
			err = a.exec(`DELETE FROM organization_identifier WHERE organization_key = $1`, key)
		}
	}
	if err != nil {
		return err
	}
	if err := im.writeIdentifiers(key, o.Identifiers); err != nil {
		return err
	}
	if err := im.reindex(key); err != nil || a.change.Every == "" {
		return err
	}
	return a.every(key, a.change.Every)
}

// goesWith reports whether a service in a state comes into the state that its group
// comes into: what ended on its own does not begin again with the group.
func goesWith(is, becomes directory.Status) bool {
	switch becomes {
	case directory.TemporarilyClosed:
		return is == directory.Active
	case directory.Active:
		return is == directory.TemporarilyClosed
	}
	return is == directory.Active || is == directory.TemporarilyClosed
}

// endFiled ends what a source would change. One that somebody else has decided
// about meanwhile is a conflict.
func (a applying) endFiled() error {
	if a.change.Owner != "" {
		return directory.ErrNotOwner
	}
	var key int64
	waits, err := a.row(`SELECT key FROM change WHERE key = $1 AND state = 'pending'`, []any{a.change.Filed}, &key)
	if err != nil {
		return err
	}
	if !waits {
		return directory.ErrConflict
	}
	state := "declined"
	if a.change.Makes() {
		state = "applied"
	}
	return a.exec(`UPDATE change SET state = $1 WHERE key = $2`, state, key)
}

// every lets the services of an organisation go with it into a state.
func (a applying) every(organisation int64, status directory.Status) error {
	found, err := load(a.ctx, a.tx, `s.organization_key = $1`, organisation)
	if err != nil {
		return err
	}
	for _, r := range found {
		if !goesWith(r.service.Status, status) {
			continue
		}
		after, err := r.service.With(directory.Set(directory.FieldStatus, status))
		if err != nil {
			return err
		}
		after.Modified = a.at.UTC().Truncate(time.Millisecond)
		hash, err := hashOf(canonical(after))
		if err != nil {
			return err
		}
		if err := a.replace(r.key, after, r.organisation, hash, a.at); err != nil {
			return err
		}
	}
	return nil
}
