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

// part is a table of things that belong to services.
type part struct {
	query string // of the columns after service_key; ends before WHERE
	order string
	scan  func(rows *sql.Rows, key *int64, of func(int64) *directory.Service) error
}

// parts are read in this order: accessibility needs the places.
var parts = []part{
	{`SELECT service_key, link_type, taxonomy_term_id, admits_only, confirmed FROM attribute`, `link_type, position`, scanAttribute},
	{`SELECT service_key, code, confirmed FROM language`, `position`, scanLanguage},
	{`SELECT service_key, id, number, description, takes_text, mark FROM phone`, `position`, scanPhone},
	{`SELECT service_key, id, location_id, location_name, note, address_1, city, postal_code, latitude, longitude
		FROM service_at_location`, `position`, scanPlace},
	{`SELECT service_key, service_place, taxonomy_term_id FROM accessibility`, `service_place, position`, scanAccess},
	{`SELECT service_key, area_id, name, uri FROM service_area`, `position`, scanArea},
	{`SELECT service_key, id, service_at_location_id, freq, interval_count, byday, bymonthday, dtstart, valid_from,
		valid_to, opens_at, closes_at, attending_type, description, drop_in FROM schedule`, `position`, scanSchedule},
	{`SELECT service_key, id, schedule_id, original_start, from_date, to_date, closed, new_start, new_end,
		new_place_id, reason FROM schedule_exception`, `position`, scanException},
	{`SELECT service_key, field, language, text, source_hash, machine, reviewed_on, reviewed_role
		FROM translation`, `position`, scanTranslation},
}

// loadParts fills in what belongs to the services, which are sorted by key.
func loadParts(ctx context.Context, tx *sql.Tx, services []record) error {
	where, args := ` WHERE service_key BETWEEN $1 AND $2`, []any{services[0].key, services[len(services)-1].key}
	if span := services[len(services)-1].key - services[0].key; span >= int64(4*len(services)) {
		where = ` WHERE service_key IN (` + places(1, len(services)) + `)`
		args = make([]any, len(services))
		for i, r := range services {
			args[i] = r.key
		}
	}
	for _, p := range parts {
		if err := p.load(ctx, tx, where, args, services); err != nil {
			return err
		}
	}
	return nil
}

func (p part) load(ctx context.Context, tx *sql.Tx, where string, args []any, services []record) error {
	rows, err := tx.QueryContext(ctx, p.query+where+` ORDER BY service_key, `+p.order, args...)
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

func scanPhone(rows *sql.Rows, key *int64, of func(int64) *directory.Service) error {
	var p directory.Phone
	if err := rows.Scan(key, &p.ID, &p.Number, &p.Label, &p.Text, &p.Mark); err != nil {
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
		&l.Point.Lat, &l.Point.Lon); err != nil {
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
