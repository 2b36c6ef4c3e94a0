package sqlite

import (
	"context"
	"database/sql"
	"fmt"

	"signpost/directory"
)

// nullOrganisation is an organisation that may not be there.
type nullOrganisation struct {
	id, name, description, email, website                  sql.NullString
	community                                              sql.NullBool
	owner, source, sourceID, url, label, date, mark, extra sql.NullString
}

func (o nullOrganisation) organisation() directory.Organisation {
	return directory.Organisation{
		ID: directory.ID(o.id.String), Name: o.name.String, Description: o.description.String,
		Email: o.email.String, Website: o.website.String, Community: o.community.Bool,
		Origin: directory.Origin{
			Owner: o.owner.String, Source: o.source.String, SourceID: o.sourceID.String,
			URL: o.url.String, Label: o.label.String, Date: o.date.String, Mark: directory.Mark(o.mark.String),
		},
		Extra: rawJSON(o.extra),
	}
}

const organisationColumns = `o.id, o.name, o.description, o.email, o.website, o.community,
	o.owner, o.source, o.source_id, o.source_url, o.source_label, o.source_date, o.mark, o.extra`

// Organisation gives the organisation of an id, or directory.ErrNotFound.
func (d *Directory) Organisation(ctx context.Context, id directory.ID) (directory.Organisation, error) {
	found, err := d.organisations(ctx, `WHERE o.id = $1`, string(id))
	if err != nil {
		return directory.Organisation{}, err
	}
	if len(found) == 0 {
		return directory.Organisation{}, fmt.Errorf("organisation %s: %w", id, directory.ErrNotFound)
	}
	return found[0], nil
}

// Organisations gives all organisations by name.
func (d *Directory) Organisations(ctx context.Context) ([]directory.Organisation, error) {
	return d.organisations(ctx, ``)
}

// Groups gives the organisations that take part as community groups, by name.
func (d *Directory) Groups(ctx context.Context) ([]directory.Organisation, error) {
	return d.organisations(ctx, `WHERE o.community = 1`)
}

// ServicesOf gives the services of an organisation, whatever their status, by
// name; none for one that is not there. What their lists hold is shared and must
// not be changed.
func (d *Directory) ServicesOf(ctx context.Context, organisation directory.ID) ([]*directory.Service, error) {
	rows, err := d.db.Read.QueryContext(ctx, `SELECT s.id FROM service s JOIN organization o ON o.key = s.organization_key
		WHERE o.id = $1 ORDER BY s.name, s.key`, string(organisation))
	if err != nil {
		return nil, fmt.Errorf("reading the services of an organisation: %w", d.db.Explain(err))
	}
	defer rows.Close()
	var ids []directory.ID
	for rows.Next() {
		var id directory.ID
		if err := rows.Scan(&id); err != nil {
			return nil, fmt.Errorf("reading the services of an organisation: %w", d.db.Explain(err))
		}
		ids = append(ids, id)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("reading the services of an organisation: %w", d.db.Explain(err))
	}
	return d.Services(ctx, ids)
}

func (d *Directory) organisations(ctx context.Context, where string, args ...any) ([]directory.Organisation, error) {
	var out []directory.Organisation
	err := d.reading(ctx, func(tx *sql.Tx) error {
		var err error
		out, err = loadOrganisations(ctx, tx, where, args...)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("reading organisations: %w", d.db.Explain(err))
	}
	return out, nil
}

// loadOrganisations reads whole organisations, by name. where begins with WHERE
// and calls the table o; "" reads all.
func loadOrganisations(ctx context.Context, tx *sql.Tx, where string, args ...any) ([]directory.Organisation, error) {
	var out []directory.Organisation
	err := eachRow(ctx, tx, `SELECT `+organisationColumns+` FROM organization o `+where+` ORDER BY o.name, o.id`, func(rows *sql.Rows) error {
		var o nullOrganisation
		err := rows.Scan(&o.id, &o.name, &o.description, &o.email, &o.website, &o.community,
			&o.owner, &o.source, &o.sourceID, &o.url, &o.label, &o.date, &o.mark, &o.extra)
		out = append(out, o.organisation())
		return err
	}, args...)
	if err != nil {
		return nil, err
	}
	at := make(map[directory.ID]int, len(out))
	for i, o := range out {
		at[o.ID] = i
	}
	return out, eachRow(ctx, tx, `SELECT o.id, i.identifier_scheme, i.identifier_type, i.identifier FROM organization o
		JOIN organization_identifier i ON i.organization_key = o.key `+where+` ORDER BY i.organization_key, i.position`, func(rows *sql.Rows) error {
		var id directory.ID
		var n directory.Identifier
		err := rows.Scan(&id, &n.Scheme, &n.Type, &n.Identifier)
		o := &out[at[id]]
		o.Identifiers = append(o.Identifiers, n)
		return err
	}, args...)
}

// loadIdentifiers fills in the identifiers of the services' organisations.
func loadIdentifiers(ctx context.Context, tx *sql.Tx, services []record) error {
	of := map[int64][]*directory.Organisation{}
	var keys []any
	for _, r := range services {
		if !r.organisation.Valid {
			continue
		}
		key := r.organisation.Int64
		if of[key] == nil {
			keys = append(keys, key)
		}
		of[key] = append(of[key], &r.service.Organisation)
	}
	if len(keys) == 0 {
		return nil
	}
	return eachRow(ctx, tx, `SELECT organization_key, identifier_scheme, identifier_type, identifier
		FROM organization_identifier WHERE organization_key IN (`+places(1, len(keys))+`)
		ORDER BY organization_key, position`, func(rows *sql.Rows) error {
		var key int64
		var n directory.Identifier
		err := rows.Scan(&key, &n.Scheme, &n.Type, &n.Identifier)
		for _, o := range of[key] {
			o.Identifiers = append(o.Identifiers, n)
		}
		return err
	}, keys...)
}
