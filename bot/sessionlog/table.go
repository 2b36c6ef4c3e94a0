package sessionlog

import (
	"strconv"
	"strings"
)

// Header names the columns of Rows.
var Header = []string{"period", "what", "kind", "id", "value"}

// Rows are the figures as a table, one fact a row, in the columns of Header; what
// was not said has no row. A number that is known as a band is "12 to 18", which no
// spreadsheet takes for a day. Each cell is safe in one: none is read as a formula.
func (n *Numbers) Rows() [][]string {
	var out [][]string
	row := func(what, kind, id, value string) {
		out = append(out, []string{plainCell(n.Period.String()), plainCell(what), plainCell(kind), plainCell(id), plainCell(value)})
	}
	row("sessions", "planned", "", strconv.Itoa(n.Planned))
	row("sessions", "run", "", strconv.Itoa(n.Ran))
	row("sessions", "run", string(Nobody), strconv.Itoa(n.Empty))
	for _, r := range n.Held {
		row("sessions", "not held", string(r.Why), strconv.Itoa(r.Sessions))
	}
	row("sessions", "cancelled", "", strconv.Itoa(n.Cancelled))
	row("sessions", "not logged", "", strconv.Itoa(n.NotLogged))
	for _, b := range []struct {
		what, kind string
		band       Band
	}{{"visits", "", n.Visits}, {"calls", "answered", n.Answered}, {"calls", "missed", n.Missed}} {
		if b.band.Said() {
			row(b.what, b.kind, "", b.band.String())
		}
	}
	if first := n.Kinds.First; first.Known {
		row("visits", "first", "", between(first.Min.String(), first.Max.String()))
	}
	for _, k := range []struct {
		kind string
		rows []Row
	}{{"language", n.Kinds.Languages}, {"need", n.Kinds.Needs}, {"pointed to", n.Kinds.Pointed}} {
		for _, r := range k.rows {
			row("sessions", k.kind, r.ID, r.Sessions.String())
		}
	}
	return out
}

// String is the band as it is written: "7", "12 to 18", "" when nobody said.
func (b Band) String() string {
	if !b.Known {
		return ""
	}
	return between(strconv.Itoa(b.Min), strconv.Itoa(b.Max))
}

func between(from, to string) string {
	if from == to {
		return from
	}
	return from + " to " + to
}

// plainCell keeps a spreadsheet from reading a cell as a formula.
func plainCell(s string) string {
	if strings.IndexAny(s, "=+-@\t\r\n＝＋－＠") == 0 {
		return "'" + s
	}
	return s
}
