package sessionlog

import (
	"bytes"
	"encoding/csv"
)

// fileMark tells spreadsheets that a file is in UTF-8.
const fileMark = "\ufeff"

// CSV is the figures as the file that a group takes with it (RFC 4180): Rows under
// their Header, with a last column for what an id is called. name gives it, "" for
// none. Why kinds are not there, and what a star means, stand at the end.
func (n *Numbers) CSV(name func(kind, id string) string) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString(fileMark)
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	rows := append(n.Rows(), n.remarks()...)
	all := [][]string{append(append([]string(nil), Header...), "name")}
	for _, row := range rows {
		called := ""
		if row[3] != "" {
			called = plainCell(name(row[2], row[3]))
		}
		all = append(all, append(row, called))
	}
	if err := w.WriteAll(all); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// remarks are rows about what is not in the others.
func (n *Numbers) remarks() [][]string {
	period := n.Period.String()
	if n.Running {
		return [][]string{{period, "note", "not over yet", "", ""}, {period, "note", "kinds not given", "", n.Kinds.why()}}
	}
	if why := n.Kinds.why(); why != "" {
		return [][]string{{period, "note", "kinds not given", "", why}}
	}
	return [][]string{{period, "note", "star", "", "1 to 7; other numbers of kinds are rounded to 5"}}
}

// why says in English why kinds are not given, "" when they are.
func (k Kinds) why() string {
	switch k.Withheld {
	case InQuarter:
		return "they are given for quarters"
	case Unsettled:
		return "they are given from " + string(k.From)
	case TooFew:
		return "fewer than 8 sessions were visited"
	case OfSeveral, OfOne:
		return "they are given for one group as a whole"
	}
	return ""
}
