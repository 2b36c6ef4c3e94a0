package sqlite

import (
	"database/sql"
	"slices"
	"strings"

	"signpost/directory"
)

// writeParts writes what belongs to a service: one paragraph for each
// table, which is why it is long.
func (w *writer) writeParts(key int64, s *directory.Service) error {
	b := batch{w: w}
	for i, n := range s.Needs {
		b.add("attribute", key, linkNeed, i, term(directory.NeedTerms, n), 0, 1)
	}
	for i, c := range s.Communities {
		b.add("attribute", key, linkAudience, i, term(directory.CommunityTerms, c.Community), truth(c.Only), truth(c.Confirmed))
	}
	for i, v := range s.Ways {
		b.add("attribute", key, linkWay, i, term(directory.WayTerms, v), 0, 1)
	}
	for i, v := range s.GetIn {
		b.add("attribute", key, linkGetIn, i, term(directory.GetInTerms, v), 0, 1)
	}
	for i, v := range s.Access {
		b.add("attribute", key, linkAccess, i, term(directory.AccessTerms, v), 0, 1)
	}
	for i, l := range s.Languages {
		b.add("language", key, i, string(l.Language), truth(l.Confirmed))
	}
	for i, c := range s.Contacts {
		b.add("contact", key, i, string(c.ID), c.Title, c.Email)
	}
	for i, p := range s.Phones {
		of := sql.NullString{String: string(p.Contact), Valid: p.Contact != ""}
		b.add("phone", key, i, string(p.ID), of, p.Number, p.Label, truth(p.Text), string(p.Mark))
	}
	if s.Cost != (directory.Cost{}) {
		b.add("cost_option", key, truth(s.Cost.Free), s.Cost.Note)
	}
	b.addPlaces(key, s.Places)
	for i, a := range s.Areas {
		b.add("service_area", key, i, a.ID, a.Name, a.URI)
	}
	for i, c := range s.Schedules {
		b.add("schedule", key, i, string(c.ID), string(c.Place), string(c.Freq), c.Interval, formatDays(c.ByDay),
			formatMonthDays(c.ByMonthDay), string(c.Start), string(c.ValidFrom), string(c.ValidTo), int(c.Opens), int(c.Closes),
			string(c.Way), c.Description, truth(c.Session))
	}
	for i, e := range s.Exceptions {
		b.add("schedule_exception", key, i, string(e.ID), string(e.Schedule), string(e.Original), string(e.From), string(e.To),
			truth(e.Closed), string(e.NewStart), string(e.NewEnd), string(e.Place), e.Reason)
	}
	for i, t := range s.Translations {
		b.add("translation", key, i, t.Field, t.Language, t.Text, t.Hash, truth(t.Machine), string(t.Reviewed.On), t.Reviewed.Role)
	}
	if err := b.done(); err != nil {
		return err
	}
	if s.Assured == (directory.Assurance{}) {
		return nil
	}
	return w.exec(`INSERT INTO assurance (service_key, assured_date, assurer_role) VALUES ($1, $2, $3)
		ON CONFLICT (service_key, assured_date, assurer_role) DO NOTHING`, key, string(s.Assured.On), s.Assured.Role)
}

// addPlaces writes the places of a service, and each of its locations once.
func (b *batch) addPlaces(key int64, list []directory.ServiceAtLocation) {
	var locations []directory.Location
	at := make([]int, len(list)) // which location a place is at
	for i, p := range list {
		if at[i] = slices.IndexFunc(locations, func(l directory.Location) bool { return sameLocation(l, p.Location) }); at[i] < 0 {
			at[i] = len(locations)
			locations = append(locations, p.Location)
		}
	}
	for i, l := range locations {
		b.add("location", key, i, string(l.ID), physical, l.Name, l.Note, l.Point.Lat, l.Point.Lon, truth(l.Exact))
	}
	for i, l := range locations {
		if a := l.Address; a != (directory.Address{}) {
			b.add("address", key, i, a.Line, a.Town, "", a.Postcode, country, physical)
		}
	}
	for i, l := range locations {
		for j, a := range l.Access {
			b.add("accessibility", key, i, j, term(directory.AccessTerms, a))
		}
	}
	for i, p := range list {
		b.add("service_at_location", key, i, string(p.ID), at[i])
	}
}

// What every location of ours says: one that is virtual is a way of giving help
// (attending_type), and all addresses are in the United Kingdom.
const (
	physical = "physical"
	country  = "GB"
)

// sameLocation reports two places of one service that are at one location.
func sameLocation(a, b directory.Location) bool {
	return a.ID == b.ID && a.Name == b.Name && a.Note == b.Note && a.Address == b.Address && a.Point == b.Point &&
		a.Exact == b.Exact && slices.Equal(a.Access, b.Access)
}

// batch writes rows of one table with one statement as long as they come in a
// row, since most of the cost is in the statement.
type batch struct {
	w     *writer
	table string
	args  []any
	width int
	err   error
}

// widest is how many values a statement may have. The driver looks up each by
// its name among all of them, so much wider ones cost more than they save.
const widest = 40

func (b *batch) add(table string, values ...any) {
	if b.table != table || len(b.args)+len(values) > widest {
		b.flush()
	}
	b.table, b.width = table, len(values)
	b.args = append(b.args, values...)
}

func (b *batch) flush() {
	if b.err == nil && len(b.args) > 0 {
		b.err = b.w.exec(b.w.insertRows(b.table, len(b.args)/b.width, b.width), b.args...)
	}
	b.args = b.args[:0]
}

func (b *batch) done() error {
	b.flush()
	return b.err
}

// partTables are the tables of what belongs to a service, in an order in which
// rows can be deleted: those that refer to others first.
var partTables = []string{
	"attribute", "language", "phone", "contact", "cost_option", "service_at_location", "accessibility", "address",
	"location", "service_area", "schedule", "schedule_exception", "translation",
}

// partColumns are their columns, in the order in which writeParts gives them.
var partColumns = map[string]string{
	"attribute":   `service_key, link_type, position, taxonomy_term_id, admits_only, confirmed`,
	"language":    `service_key, position, code, confirmed`,
	"contact":     `service_key, position, id, title, email`,
	"phone":       `service_key, position, id, contact_id, number, description, takes_text, mark`,
	"cost_option": `service_key, free, amount_description`,
	"location":    `service_key, position, id, location_type, name, description, latitude, longitude, exact`,
	"address": `service_key, location_position, address_1, city, state_province, postal_code, country,
		address_type`,
	"accessibility":       `service_key, location_position, position, taxonomy_term_id`,
	"service_at_location": `service_key, position, id, location_position`,
	"service_area":        `service_key, position, area_id, name, uri`,
	"schedule": `service_key, position, id, service_at_location_id, freq, interval_count, byday, bymonthday, dtstart,
		valid_from, valid_to, opens_at, closes_at, attending_type, description, drop_in`,
	"schedule_exception": `service_key, position, id, schedule_id, original_start, from_date, to_date, closed,
		new_start, new_end, new_place_id, reason`,
	"translation": `service_key, position, field, language, text, source_hash, machine, reviewed_on, reviewed_role`,
}

// rowCount names an insert of n rows into a table.
type rowCount struct {
	table string
	n     int
}

// insertRows is the statement that inserts n rows of width values.
func (w *writer) insertRows(table string, n, width int) string {
	query, ok := w.inserts[rowCount{table, n}]
	if !ok {
		rows := make([]string, n)
		for i := range rows {
			rows[i] = "(" + places(1+i*width, width) + ")"
		}
		query = `INSERT INTO ` + table + ` (` + partColumns[table] + `) VALUES ` + strings.Join(rows, ", ")
		w.inserts[rowCount{table, n}] = query
	}
	return query
}
