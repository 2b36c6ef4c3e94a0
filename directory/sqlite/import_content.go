package sqlite

import (
	"bytes"
	"database/sql"
	"encoding/json"
	"time"

	"signpost/directory"
)

const (
	sqlInsertOrganisation = `INSERT INTO organization (key, id, name, description, email, website, community, owner, source,
			source_id, source_url, source_label, source_date, mark, extra, content_hash)
			VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`
	sqlUpdateOrganisation = `UPDATE organization SET id = $2, name = $3, description = $4, email = $5, website = $6,
			community = $7, owner = $8, source = $9, source_id = $10, source_url = $11, source_label = $12,
			source_date = $13, mark = $14, extra = $15, content_hash = $16 WHERE key = $1`
)

// named is a copy of a service in which its origin is complete and its time set.
func (im *importer) named(given *directory.Service) *directory.Service {
	s := *given
	s.Origin = im.origin(s.Origin, s.ID)
	if s.Organisation.ID != "" {
		s.Organisation.Origin = im.origin(s.Organisation.Origin, s.Organisation.ID)
	}
	if s.Modified.IsZero() {
		s.Modified = im.at
	}
	s.Modified = s.Modified.Truncate(time.Millisecond).UTC()
	return &s
}

func (im *importer) origin(o directory.Origin, id directory.ID) directory.Origin {
	if o.Owner == "" {
		o.Owner = im.src.Name
	}
	if o.Source == "" {
		o.Source = im.src.Name
	}
	if o.SourceID == "" {
		o.SourceID = string(id)
	}
	return o
}

// organisation brings in who provides a service and gives its key. Services
// may tell of it in different depth: the first one of an import is believed.
func (im *importer) organisation(o directory.Organisation) (sql.NullInt64, error) {
	if o.ID == "" {
		return sql.NullInt64{}, nil
	}
	if key, met := im.organisations[o.ID]; met {
		return sql.NullInt64{Int64: key, Valid: true}, nil
	}
	key, err := im.takeOrganisation(o)
	im.organisations[o.ID] = key
	return sql.NullInt64{Int64: key, Valid: true}, err
}

func (im *importer) takeOrganisation(o directory.Organisation) (int64, error) {
	o.Extra, o.Identifiers = orNil(o.Extra), orNil(o.Identifiers)
	hash, err := hashOf(o)
	if err != nil {
		return 0, err
	}
	last, err := im.lastSaid("organization", o.Origin.SourceID)
	if err != nil {
		return 0, err
	}
	var (
		key         int64
		owner, name string
		had         []byte
	)
	known, err := im.row(`SELECT key, owner, name, content_hash FROM organization WHERE id = $1`,
		[]any{string(o.ID)}, &key, &owner, &name, &had)
	if err != nil {
		return 0, err
	}
	var raw []byte
	switch {
	case !known:
		key = im.nextOrganisation
		im.nextOrganisation++
		err = im.exec(sqlInsertOrganisation, organisationArgs(key, o, hash)...)
		if err == nil {
			err = im.writeIdentifiers(key, o.Identifiers)
		}
	case bytes.Equal(had, hash):
	case owner == im.src.Name:
		im.listings++
		err = im.exec(sqlUpdateOrganisation, organisationArgs(key, o, hash)...)
		if err == nil {
			err = im.exec(`DELETE FROM organization_identifier WHERE organization_key = $1`, key)
		}
		if err == nil {
			err = im.writeIdentifiers(key, o.Identifiers)
		}
		if err == nil && name != o.Name {
			err = im.reindex(key)
		}
	default:
		if raw, err = json.Marshal(o); err == nil && !bytes.Equal(last.hash, hash) {
			err = im.fileOrganisation(o, raw)
		}
	}
	if err != nil {
		return 0, err
	}
	return key, im.remember("organization", o.Origin.SourceID, o.ID, hash, raw)
}

func (im *importer) writeIdentifiers(key int64, list []directory.Identifier) error {
	for i, n := range list {
		if err := im.exec(`INSERT INTO organization_identifier (organization_key, position, identifier_scheme,
			identifier_type, identifier) VALUES ($1, $2, $3, $4, $5)`, key, i, n.Scheme, n.Type, n.Identifier); err != nil {
			return err
		}
	}
	return nil
}

// fileOrganisation files what the source says of an organisation that somebody
// else owns, unless that is what we have.
func (im *importer) fileOrganisation(o directory.Organisation, raw []byte) error {
	have, err := loadOrganisations(im.ctx, im.tx, `WHERE o.id = $1`, string(o.ID))
	if err != nil {
		return err
	}
	ours, theirs := have[0], o
	ours.Origin, theirs.Origin = directory.Origin{}, directory.Origin{}
	same, err := equal(ours, theirs)
	if err != nil {
		return err
	}
	if same {
		return im.unfile("organization", o.ID)
	}
	return im.fileChange("organization", o.ID, 0, raw)
}

// reindex writes the words of all services of an organisation anew.
func (im *importer) reindex(organisation int64) error {
	rows, err := im.tx.QueryContext(im.ctx, `SELECT key FROM service WHERE organization_key = $1`, organisation)
	if err != nil {
		return err
	}
	defer rows.Close()
	var keys []int64
	for rows.Next() {
		var key int64
		if err := rows.Scan(&key); err != nil {
			return err
		}
		keys = append(keys, key)
	}
	if err := rows.Err(); err != nil {
		return err
	}
	for _, key := range keys {
		found, err := load(im.ctx, im.tx, `s.key = $1`, key)
		if err != nil {
			return err
		}
		if err := im.writeWords(key, found[0].service, true); err != nil {
			return err
		}
	}
	return nil
}

func organisationArgs(key int64, o directory.Organisation, hash []byte) []any {
	g := o.Origin
	return []any{
		key, string(o.ID), o.Name, o.Description, o.Email, o.Website, truth(o.Community), g.Owner, g.Source,
		g.SourceID, g.URL, g.Label, g.Date, string(g.Mark), nullText(o.Extra), hash,
	}
}

// canonical is the content of a service that tells two versions apart: without
// what the store or a clock sets, and with one way to say "none". Its
// organisation is a record of its own.
func canonical(given *directory.Service) *directory.Service {
	s := *given
	s.Version, s.Modified, s.Doubts, s.Voices = 0, time.Time{}, nil, nil
	s.Organisation = directory.Organisation{ID: s.Organisation.ID}
	s.Needs = orNil(s.Needs)
	s.Communities = orNil(s.Communities)
	s.Languages = orNil(s.Languages)
	s.Ways = orNil(s.Ways)
	s.GetIn = orNil(s.GetIn)
	s.Access = orNil(s.Access)
	s.Phones = orNil(s.Phones)
	s.Contacts = orNil(s.Contacts)
	s.Areas = orNil(s.Areas)
	s.Exceptions = orNil(s.Exceptions)
	s.Translations = orNil(s.Translations)
	s.Extra = orNil(s.Extra)
	s.Places = append([]directory.ServiceAtLocation(nil), s.Places...)
	for i := range s.Places {
		s.Places[i].Location.Access = orNil(s.Places[i].Location.Access)
	}
	s.Schedules = append([]directory.Schedule(nil), s.Schedules...)
	for i := range s.Schedules {
		s.Schedules[i].ByDay = orNil(s.Schedules[i].ByDay)
		s.Schedules[i].ByMonthDay = orNil(s.Schedules[i].ByMonthDay)
	}
	return &s
}

func orNil[T any, S ~[]T](list S) S {
	if len(list) == 0 {
		return nil
	}
	return list
}

// equal compares as hashOf does.
func equal(a, b any) (bool, error) {
	x, err := hashOf(a)
	if err != nil {
		return false, err
	}
	y, err := hashOf(b)
	return bytes.Equal(x, y), err
}
