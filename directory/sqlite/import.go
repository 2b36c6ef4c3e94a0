package sqlite

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"time"

	"signpost/directory"
)

// Source is where an import comes from: a feed, the seeds, a group. Only Name
// is needed.
type Source struct {
	Name        string // "derbyshire"; also the owner of what it brings
	URL         string
	Publisher   string
	Licence     string
	Attribution string
	Version     string

	// Complete says that an import brings everything the source has, so that a
	// record which is not in it is missing. After three complete imports
	// without it, a listing is read as inactive; nothing is ever deleted.
	Complete bool
}

// goneAfter is the number of complete imports in a row that must lack a record
// before it is believed to be gone: feeds fail, and come short.
const goneAfter = 3

// Report says what an import did, in numbers of services.
type Report struct {
	Added     int
	Changed   int
	Unchanged int
	Filed     int // changes that wait for a person, since somebody else owns the record; organisations too
	Missing   int // records of the source that a complete import did not bring
	Withdrawn int // of these, the ones that are read as inactive from now on
	Twice     []directory.ID
	Refused   []Refused
}

// Refused is a record that has faults; what we had of it, if anything, stays.
type Refused struct {
	ID     directory.ID
	Faults []directory.Fault
}

// ErrEmpty: an import that is said to be complete brought nothing.
var ErrEmpty = errors.New("the source brought nothing, which cannot be all of it")

// Import brings in the services of a source, all or nothing: an error, from the
// services or from the file, leaves the directory as it was. It holds a few
// services at a time, and the file's only writer until it is done.
//
// A record is known by its source and its id there. What the source owns is
// added, changed or left as it is; what somebody else owns is not touched, and
// what the source has changed in it since its last import waits as a pending
// change. Of two records with the same id the first is taken. An Origin without
// owner, source or source id gets the source's name and the record's own id.
// A changed record keeps what it was before (History).
//
// at is the time of the import. Errors of the services are returned as they
// are, wrapped.
func (d *Directory) Import(ctx context.Context, at time.Time, src Source, services iter.Seq2[*directory.Service, error]) (Report, error) {
	report, err := d.runImport(ctx, at, src, services)
	if err != nil {
		if stopped := ctx.Err(); stopped != nil {
			err = stopped // else it is that the transaction has ended
		}
		return Report{}, fmt.Errorf("importing %s: %w", src.Name, d.db.Explain(err))
	}
	return report, nil
}

func (d *Directory) runImport(ctx context.Context, at time.Time, src Source, services iter.Seq2[*directory.Service, error]) (Report, error) {
	if src.Name == "" {
		return Report{}, errors.New("the source has no name")
	}
	tx, err := d.db.Write.BeginTx(ctx, nil)
	if err != nil {
		return Report{}, err
	}
	defer tx.Rollback()
	im, err := newImporter(ctx, tx, at, src)
	if err != nil {
		return Report{}, err
	}
	if err := im.takeAll(ctx, services); err != nil {
		return Report{}, err
	}
	if err := im.finish(); err != nil {
		return Report{}, err
	}
	return im.report, tx.Commit()
}

// importer is one import under way.
type importer struct {
	*writer
	src    Source
	at     time.Time
	run    int64 // the how manieth import of the source this is
	report Report

	organisations map[directory.ID]int64 // those met, by key
	listings      int                    // organisations and services that are not as they were
}

func newImporter(ctx context.Context, tx *sql.Tx, at time.Time, src Source) (*importer, error) {
	w, err := newWriter(ctx, tx)
	if err != nil {
		return nil, err
	}
	im := &importer{writer: w, src: src, at: at, organisations: map[directory.ID]int64{}}
	_, err = w.row(`INSERT INTO source (name, url, publisher, licence, attribution, version, imports, last_success)
		VALUES ($1, $2, $3, $4, $5, $6, 1, $7)
		ON CONFLICT (name) DO UPDATE SET url = excluded.url, publisher = excluded.publisher, licence = excluded.licence,
			attribution = excluded.attribution, version = excluded.version, imports = source.imports + 1,
			last_success = excluded.last_success
		RETURNING imports`,
		[]any{src.Name, src.URL, src.Publisher, src.Licence, src.Attribution, src.Version, at.UnixMilli()}, &im.run)
	return im, err
}

// take brings in one service.
func (im *importer) take(p prepared) error {
	s := p.service
	said, err := im.lastSaid("service", s.Origin.SourceID)
	if err != nil {
		return err
	}
	if said.run == im.run {
		im.report.Twice = append(im.report.Twice, s.ID)
		return nil
	}
	if len(p.faults) > 0 {
		im.report.Refused = append(im.report.Refused, Refused{s.ID, p.faults})
		return im.exec(`UPDATE source_record SET seen_import = $1, missing_since = NULL, missing_imports = 0
			WHERE source = $2 AND kind = 'service' AND source_id = $3`, im.run, im.src.Name, s.Origin.SourceID)
	}
	organisation, err := im.organisation(s.Organisation)
	if err != nil {
		return err
	}
	return im.keep(s, organisation, p.hash, said.hash)
}

// keep writes a service where it differs from what we have, if it is the
// source's to write. hash is of what the source says now, said of what it said
// before.
func (im *importer) keep(s *directory.Service, organisation sql.NullInt64, hash, said []byte) error {
	var (
		key       int64
		owner     string
		had       []byte
		withdrawn sql.NullInt64
	)
	known, err := im.row(`SELECT key, owner, content_hash, withdrawn FROM service WHERE id = $1`,
		[]any{string(s.ID)}, &key, &owner, &had, &withdrawn)
	if err != nil {
		return err
	}
	switch {
	case !known:
		s.Version = 1
		im.report.Added++
		_, err = im.insert(s, organisation, hash)
	case owner != im.src.Name:
		return im.file(key, s, hash, said)
	case !bytes.Equal(had, hash):
		im.report.Changed++
		err = im.replace(key, s, organisation, hash, im.at)
	case withdrawn.Valid:
		im.report.Changed++
		err = im.exec(`UPDATE service SET withdrawn = NULL, modified = $1 WHERE key = $2`, im.at.UnixMilli(), key)
	default:
		im.report.Unchanged++
	}
	if err != nil {
		return err
	}
	return im.remember("service", s.Origin.SourceID, s.ID, hash, nil)
}

// file leaves a service that somebody else owns as it is, and files what the
// source has changed since it was last heard.
func (im *importer) file(key int64, s *directory.Service, hash, said []byte) error {
	raw, err := json.Marshal(s)
	if err != nil {
		return err
	}
	if err := im.remember("service", s.Origin.SourceID, s.ID, hash, raw); err != nil {
		return err
	}
	if bytes.Equal(said, hash) {
		im.report.Unchanged++
		return nil
	}
	have, err := load(im.ctx, im.tx, `s.key = $1`, key)
	if err != nil {
		return err
	}
	ours, theirs := canonical(have[0].service), canonical(s)
	ours.Origin, theirs.Origin = directory.Origin{}, directory.Origin{}
	same, err := equal(ours, theirs)
	if err != nil {
		return err
	}
	if same {
		im.report.Unchanged++
		return im.unfile("service", s.ID)
	}
	return im.fileChange("service", s.ID, have[0].service.Version, raw)
}

// fileChange files a change, in the place of an older one that still waits.
func (im *importer) fileChange(kind string, id directory.ID, base int64, raw []byte) error {
	im.report.Filed++
	return im.exec(`INSERT INTO change (kind, id, base_version, source, record, filed, state)
		VALUES ($1, $2, $3, $4, $5, $6, 'pending')
		ON CONFLICT (kind, id, source) WHERE state = 'pending' DO UPDATE SET base_version = excluded.base_version,
			record = excluded.record, filed = excluded.filed`,
		kind, string(id), base, im.src.Name, string(raw), im.at.UnixMilli())
}

// unfile takes back a waiting change: the source now says what the listing says.
func (im *importer) unfile(kind string, id directory.ID) error {
	return im.exec(`DELETE FROM change WHERE kind = $1 AND id = $2 AND source = $3 AND state = 'pending'`,
		kind, string(id), im.src.Name)
}

// said is what a source said of a record before.
type said struct {
	hash []byte
	run  int64 // the import it was last in; 0 when never
}

func (im *importer) lastSaid(kind, sourceID string) (said, error) {
	var s said
	_, err := im.row(`SELECT content_hash, seen_import FROM source_record WHERE source = $1 AND kind = $2 AND source_id = $3`,
		[]any{im.src.Name, kind, sourceID}, &s.hash, &s.run)
	return s, err
}

// remember notes what the source said of a record; raw is nil when the listing
// itself is just that.
func (im *importer) remember(kind, sourceID string, id directory.ID, hash, raw []byte) error {
	return im.exec(`INSERT INTO source_record (source, kind, source_id, id, content_hash, raw, first_seen, last_seen,
			seen_import, missing_since, missing_imports)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8, NULL, 0)
		ON CONFLICT (source, kind, source_id) DO UPDATE SET id = excluded.id, content_hash = excluded.content_hash,
			raw = excluded.raw, last_seen = excluded.last_seen, seen_import = excluded.seen_import, missing_since = NULL,
			missing_imports = 0`,
		im.src.Name, kind, sourceID, string(id), hash, nullText(raw), im.at.UnixMilli(), im.run)
}
