package sqlite

import (
	"context"
	"database/sql"

	"signpost/directory"
)

// The kinds of attribute (HSDS 3.1 attribute.link_type, an open list).
const (
	linkNeed     = "need"
	linkAudience = "audience"
	linkWay      = "attending_type"
	linkGetIn    = "attending_access"
	linkAccess   = "accessibility"
)

// part is a table of things that belong to services. In its query, p is the
// table with the service_key.
type part struct {
	query string // ends before WHERE; the first column is the service_key
	order string
	shown bool // for those who look at it: ranking does not ask for it
	scan  func(rows *sql.Rows, key *int64, of func(int64) *directory.Service) error
}

// parts are read in this order: accessibility needs the places.
var parts = []part{
	{`SELECT p.service_key, p.link_type, t.code, p.admits_only, p.confirmed FROM attribute p
		JOIN taxonomy_term t ON t.id = p.taxonomy_term_id`, `p.link_type, p.position`, false, scanAttribute},
	{`SELECT p.service_key, p.code, p.confirmed FROM language p`, `p.position`, false, scanLanguage},
	{`SELECT p.service_key, p.id, p.title, p.email FROM contact p`, `p.position`, true, scanContact},
	{`SELECT p.service_key, p.id, coalesce(p.contact_id, ''), p.number, p.description, p.takes_text, p.mark
		FROM phone p`, `p.position`, false, scanPhone},
	{
		`SELECT p.service_key, p.id, l.id, l.name, l.description, coalesce(a.address_1, ''), coalesce(a.city, ''),
		coalesce(a.postal_code, ''), l.latitude, l.longitude, l.exact FROM service_at_location p
		JOIN location l ON l.service_key = p.service_key AND l.position = p.location_position
		LEFT JOIN address a ON a.service_key = p.service_key AND a.location_position = p.location_position`,
		`p.position`, false, scanPlace,
	},
	{`SELECT p.service_key, p.position, t.code FROM service_at_location p
		JOIN accessibility a ON a.service_key = p.service_key AND a.location_position = p.location_position
		JOIN taxonomy_term t ON t.id = a.taxonomy_term_id`, `p.position, a.position`, false, scanAccess},
	{`SELECT p.service_key, p.area_id, p.name, p.uri FROM service_area p`, `p.position`, false, scanArea},
	{`SELECT p.service_key, p.id, p.service_at_location_id, p.freq, p.interval_count, p.byday, p.bymonthday, p.dtstart,
		p.valid_from, p.valid_to, p.opens_at, p.closes_at, p.attending_type, p.description, p.drop_in
		FROM schedule p`, `p.position`, false, scanSchedule},
	{`SELECT p.service_key, p.id, p.schedule_id, p.original_start, p.from_date, p.to_date, p.closed, p.new_start,
		p.new_end, p.new_place_id, p.reason FROM schedule_exception p`, `p.position`, true, scanException},
	{`SELECT p.service_key, p.field, p.language, p.text, p.source_hash, p.machine, p.reviewed_on, p.reviewed_role
		FROM translation p`, `p.position`, true, scanTranslation},
	{`SELECT p.service_key, p.doubt FROM doubt p`, `p.doubt`, false, scanDoubt},
	{`SELECT p.service_key, p.id, p.language, p.seconds, p.made_of, p.made_on FROM recording p`, `p.language`, true, scanVoice},
}

// loadParts fills in what belongs to the services, which are sorted by key; with
// ranked only what ranking asks for.
func loadParts(ctx context.Context, tx *sql.Tx, services []record, ranked bool) error {
	where, args := ` WHERE p.service_key BETWEEN $1 AND $2`, []any{services[0].key, services[len(services)-1].key}
	if span := services[len(services)-1].key - services[0].key; span >= int64(4*len(services)) {
		where = ` WHERE p.service_key IN (` + places(1, len(services)) + `)`
		args = make([]any, len(services))
		for i, r := range services {
			args[i] = r.key
		}
	}
	for _, p := range parts {
		if ranked && p.shown {
			continue
		}
		if err := p.load(ctx, tx, where, args, services); err != nil {
			return err
		}
	}
	if ranked {
		return nil
	}
	return loadIdentifiers(ctx, tx, services)
}

func (p part) load(ctx context.Context, tx *sql.Tx, where string, args []any, services []record) error {
	rows, err := tx.QueryContext(ctx, p.query+where+` ORDER BY p.service_key, `+p.order, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	at := 0
	// Both sides are sorted by key, so they are walked side by side. The range
	// may also hold services that were not asked for: their rows go nowhere.
	of := func(key int64) *directory.Service {
		for at < len(services)-1 && services[at].key < key {
			at++
		}
		if services[at].key != key {
			return &directory.Service{}
		}
		return services[at].service
	}
	var key int64
	for rows.Next() {
		if err := p.scan(rows, &key, of); err != nil {
			return err
		}
	}
	return rows.Err()
}

func scanAttribute(rows *sql.Rows, key *int64, of func(int64) *directory.Service) error {
	var link, term string
	var only, confirmed bool
	if err := rows.Scan(key, &link, &term, &only, &confirmed); err != nil {
		return err
	}
	s := of(*key)
	switch link {
	case linkNeed:
		s.Needs = append(s.Needs, directory.Need(term))
	case linkAudience:
		s.Communities = append(s.Communities, directory.Welcome{Community: directory.Community(term), Only: only, Confirmed: confirmed})
	case linkWay:
		s.Ways = append(s.Ways, directory.Way(term))
	case linkGetIn:
		s.GetIn = append(s.GetIn, directory.GetIn(term))
	case linkAccess:
		s.Access = append(s.Access, directory.Access(term))
	}
	return nil
}

func scanLanguage(rows *sql.Rows, key *int64, of func(int64) *directory.Service) error {
	var l directory.Speaks
	if err := rows.Scan(key, &l.Language, &l.Confirmed); err != nil {
		return err
	}
	s := of(*key)
	s.Languages = append(s.Languages, l)
	return nil
}

func scanContact(rows *sql.Rows, key *int64, of func(int64) *directory.Service) error {
	var c directory.Contact
	if err := rows.Scan(key, &c.ID, &c.Title, &c.Email); err != nil {
		return err
	}
	s := of(*key)
	s.Contacts = append(s.Contacts, c)
	return nil
}

func scanPhone(rows *sql.Rows, key *int64, of func(int64) *directory.Service) error {
	var p directory.Phone
	if err := rows.Scan(key, &p.ID, &p.Contact, &p.Number, &p.Label, &p.Text, &p.Mark); err != nil {
		return err
	}
	s := of(*key)
	s.Phones = append(s.Phones, p)
	return nil
}

func scanPlace(rows *sql.Rows, key *int64, of func(int64) *directory.Service) error {
	var p directory.ServiceAtLocation
	l := &p.Location
	if err := rows.Scan(key, &p.ID, &l.ID, &l.Name, &l.Note, &l.Address.Line, &l.Address.Town, &l.Address.Postcode,
		&l.Point.Lat, &l.Point.Lon, &l.Exact); err != nil {
		return err
	}
	s := of(*key)
	s.Places = append(s.Places, p)
	return nil
}

func scanAccess(rows *sql.Rows, key *int64, of func(int64) *directory.Service) error {
	var place int
	var access directory.Access
	if err := rows.Scan(key, &place, &access); err != nil {
		return err
	}
	if s := of(*key); place < len(s.Places) {
		l := &s.Places[place].Location
		l.Access = append(l.Access, access)
	}
	return nil
}

func scanArea(rows *sql.Rows, key *int64, of func(int64) *directory.Service) error {
	var a directory.Area
	if err := rows.Scan(key, &a.ID, &a.Name, &a.URI); err != nil {
		return err
	}
	s := of(*key)
	s.Areas = append(s.Areas, a)
	return nil
}

func scanSchedule(rows *sql.Rows, key *int64, of func(int64) *directory.Service) error {
	var c directory.Schedule
	var days, monthDays string
	err := rows.Scan(key, &c.ID, &c.Place, &c.Freq, &c.Interval, &days, &monthDays, &c.Start, &c.ValidFrom,
		&c.ValidTo, &c.Opens, &c.Closes, &c.Way, &c.Description, &c.Session)
	if err != nil {
		return err
	}
	if c.ByDay, err = parseDays(days); err != nil {
		return err
	}
	if c.ByMonthDay, err = parseMonthDays(monthDays); err != nil {
		return err
	}
	s := of(*key)
	s.Schedules = append(s.Schedules, c)
	return nil
}

func scanException(rows *sql.Rows, key *int64, of func(int64) *directory.Service) error {
	var e directory.Exception
	if err := rows.Scan(key, &e.ID, &e.Schedule, &e.Original, &e.From, &e.To, &e.Closed, &e.NewStart, &e.NewEnd,
		&e.Place, &e.Reason); err != nil {
		return err
	}
	s := of(*key)
	s.Exceptions = append(s.Exceptions, e)
	return nil
}

func scanTranslation(rows *sql.Rows, key *int64, of func(int64) *directory.Service) error {
	var t directory.Translation
	if err := rows.Scan(key, &t.Field, &t.Language, &t.Text, &t.Hash, &t.Machine, &t.Reviewed.On, &t.Reviewed.Role); err != nil {
		return err
	}
	s := of(*key)
	s.Translations = append(s.Translations, t)
	return nil
}

func scanDoubt(rows *sql.Rows, key *int64, of func(int64) *directory.Service) error {
	var d directory.Doubt
	if err := rows.Scan(key, &d); err != nil {
		return err
	}
	s := of(*key)
	s.Doubts = append(s.Doubts, d)
	return nil
}
