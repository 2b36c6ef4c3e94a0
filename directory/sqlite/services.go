package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"iter"
	"maps"
	"strconv"
	"strings"
	"time"

	"signpost/directory"
)

// Service gives the service of an id, whatever its status, or directory.ErrNotFound.
func (d *Directory) Service(ctx context.Context, id directory.ID) (*directory.Service, error) {
	found, err := d.Services(ctx, []directory.ID{id})
	if err != nil {
		return nil, err
	}
	if len(found) == 0 {
		return nil, fmt.Errorf("service %s: %w", id, directory.ErrNotFound)
	}
	return found[0], nil
}

// Services gives the services of the ids, whatever their status, in the order
// of the ids. An id that the directory does not have is left out. Each Service is
// the caller's own; what its lists hold is shared and must not be changed.
func (d *Directory) Services(ctx context.Context, ids []directory.ID) ([]*directory.Service, error) {
	// Asked before anything is read, so that what is kept is never older.
	version, err := d.db.DataVersion(ctx)
	if err != nil {
		return nil, fmt.Errorf("reading services: %w", d.db.Explain(err))
	}
	out, err := d.shared(ctx, version, ids)
	for i, s := range out {
		own := *s
		out[i] = &own
	}
	return out, err
}

// shared does the same for a version of the file that was just asked for, but what it
// gives is not the caller's own.
func (d *Directory) shared(ctx context.Context, version int64, ids []directory.ID) ([]*directory.Service, error) {
	found, missing := d.known.take(version, ids)
	if len(missing) > 0 {
		read, err := d.read(ctx, missing)
		if err != nil {
			return nil, fmt.Errorf("reading services: %w", d.db.Explain(err))
		}
		d.known.keep(version, read)
		maps.Copy(found, read)
	}
	out := make([]*directory.Service, 0, len(ids))
	for _, id := range ids {
		if s := found[id]; s != nil {
			out = append(out, s)
		}
	}
	return out, nil
}

// OfKind gives the services of a kind that are active, by name: see
// directory.Service.Kind. A closed or withdrawn one is not among them.
func (d *Directory) OfKind(ctx context.Context, kind string) ([]*directory.Service, error) {
	rows, err := d.db.Read.QueryContext(ctx, `SELECT id FROM service
		WHERE kind = $1 AND status = 'active' AND withdrawn IS NULL ORDER BY name, key`, kind)
	if err != nil {
		return nil, fmt.Errorf("reading the services of a kind: %w", d.db.Explain(err))
	}
	defer rows.Close()
	var ids []directory.ID
	for rows.Next() {
		var id directory.ID
		if err := rows.Scan(&id); err != nil {
			return nil, fmt.Errorf("reading the services of a kind: %w", d.db.Explain(err))
		}
		ids = append(ids, id)
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("reading the services of a kind: %w", d.db.Explain(err))
	}
	return d.Services(ctx, ids)
}

// read reads services from the file.
func (d *Directory) read(ctx context.Context, ids []directory.ID) (map[directory.ID]*directory.Service, error) {
	byID := make(map[directory.ID]*directory.Service, len(ids))
	err := d.reading(ctx, func(tx *sql.Tx) error {
		for start := 0; start < len(ids); start += chunk {
			part := ids[start:min(start+chunk, len(ids))]
			args := make([]any, len(part))
			for i, id := range part {
				args[i] = string(id)
			}
			found, err := load(ctx, tx, `s.id IN (`+places(1, len(part))+`)`, args...)
			if err != nil {
				return err
			}
			for _, r := range found {
				byID[r.service.ID] = r.service
			}
		}
		return nil
	})
	return byID, err
}

// chunk is how many services are read at once: enough that a statement is
// worth its while, few enough that memory stays small.
const chunk = 256

// All gives every service, whatever its status, oldest first, as the directory
// was when the reading began. After an error it ends.
func (d *Directory) All(ctx context.Context) iter.Seq2[*directory.Service, error] {
	return func(yield func(*directory.Service, error) bool) {
		err := d.reading(ctx, func(tx *sql.Tx) error {
			return each(ctx, tx, false, func(s *directory.Service) bool { return yield(s, nil) })
		})
		if err != nil {
			yield(nil, fmt.Errorf("reading all services: %w", d.db.Explain(err)))
		}
	}
}

// each goes through all services by key until do says false; with ranked they
// have only what ranking asks for.
func each(ctx context.Context, tx *sql.Tx, ranked bool, do func(*directory.Service) bool) error {
	last := int64(0)
	for {
		found, err := loadSome(ctx, tx, ranked, `s.key > $1`, last)
		if err != nil || len(found) == 0 {
			return err
		}
		for _, r := range found {
			if !do(r.service) {
				return nil
			}
			last = r.key
		}
	}
}

// reading runs do on one state of the file, undisturbed by writers.
func (d *Directory) reading(ctx context.Context, do func(*sql.Tx) error) error {
	tx, err := d.db.Read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return err
	}
	defer tx.Rollback() // nothing was written: only ends the reading
	return do(tx)
}

// record is a service and the numbers it and its organisation have in the file.
type record struct {
	key          int64
	service      *directory.Service
	organisation sql.NullInt64
}

const serviceColumns = `s.key, s.id, s.name, s.description, s.kind, s.provider_group, s.status, s.withdrawn, s.alert,
	s.interpretation_services, s.application_process, s.admits, s.minimum_age, s.maximum_age,
	s.eligibility_description, c.free, c.amount_description, s.email, s.url, s.confidential, s.hours,
	s.owner, s.source, s.source_id, s.source_url, s.source_label, s.source_date, s.mark,
	s.assured_date, s.assurer_role, s.example, s.version, s.modified, s.extra, s.organization_key,
	o.id, o.name, o.description, o.email, o.website, o.community,
	o.owner, o.source, o.source_id, o.source_url, o.source_label, o.source_date, o.mark, o.extra`

// load reads whole services, at most chunk of them, by key.
func load(ctx context.Context, tx *sql.Tx, where string, args ...any) ([]record, error) {
	return loadSome(ctx, tx, false, where, args...)
}

// loadSome is load, or with ranked only for what ranking asks for: one statement
// for the services and one for each kind of thing that belongs to them.
func loadSome(ctx context.Context, tx *sql.Tx, ranked bool, where string, args ...any) ([]record, error) {
	rows, err := tx.QueryContext(ctx, `SELECT `+serviceColumns+` FROM service s
		LEFT JOIN organization o ON o.key = s.organization_key
		LEFT JOIN cost_option c ON c.service_key = s.key
		WHERE `+where+` ORDER BY s.key LIMIT `+strconv.Itoa(chunk), args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []record
	for rows.Next() {
		r, err := scanService(rows)
		if err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	if err := rows.Err(); err != nil || len(out) == 0 {
		return nil, err
	}
	return out, loadParts(ctx, tx, out, ranked)
}

func scanService(rows *sql.Rows) (record, error) {
	s := &directory.Service{}
	r := record{service: s}
	var (
		withdrawn, modified sql.NullInt64
		free                sql.NullBool
		note, extra         sql.NullString
		o                   nullOrganisation
	)
	err := rows.Scan(&r.key, &s.ID, &s.Name, &s.Description, &s.Kind, &s.Group, &s.Status, &withdrawn, &s.Alert,
		&s.Interpreter, &s.HowToReach, &s.Gender, &s.MinAge, &s.MaxAge,
		&s.Eligibility, &free, &note, &s.Email, &s.Website, &s.Confidential, &s.Hours,
		&s.Origin.Owner, &s.Origin.Source, &s.Origin.SourceID, &s.Origin.URL, &s.Origin.Label, &s.Origin.Date, &s.Origin.Mark,
		&s.Assured.On, &s.Assured.Role, &s.Example, &s.Version, &modified, &extra, &r.organisation,
		&o.id, &o.name, &o.description, &o.email, &o.website, &o.community,
		&o.owner, &o.source, &o.sourceID, &o.url, &o.label, &o.date, &o.mark, &o.extra)
	if err != nil {
		return r, err
	}
	if withdrawn.Valid {
		s.Status = directory.Inactive
	}
	s.Cost = directory.Cost{Free: free.Bool, Note: note.String}
	s.Modified = time.UnixMilli(modified.Int64).UTC()
	s.Extra = rawJSON(extra)
	s.Organisation = o.organisation()
	return r, nil
}

func rawJSON(s sql.NullString) json.RawMessage {
	if !s.Valid {
		return nil
	}
	return json.RawMessage(s.String)
}

// places is "$first,$first+1,..." for n values.
func places(first, n int) string {
	var b strings.Builder
	for i := range n {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteByte('$')
		b.WriteString(strconv.Itoa(first + i))
	}
	return b.String()
}
