package sessionlog

import (
	"encoding/csv"
	"strings"
	"testing"
	"time"

	"signpost/bot/counts"
)

// The file of a group opens in any spreadsheet, which reads nothing in it as a
// formula, and says itself why something is not in it.
func TestTheFileOfAGroup(t *testing.T) {
	quarter := Numbers{
		Period: Quarter(2030, 2), Planned: 13, Ran: 13, Visits: Band{24, 31, true},
		Kinds: Kinds{
			Languages: []Row{{"pl", counts.Suppress(11)}},
			Pointed:   []Row{{"some-id", counts.Suppress(3)}},
		},
	}
	month := Numbers{Period: Month(2030, time.June), Running: true, Kinds: Kinds{Withheld: InQuarter}}
	early := Numbers{Period: Quarter(2030, 2), Kinds: Kinds{Withheld: Unsettled, From: "2030-07-29"}}
	names := func(_, id string) string {
		return map[string]string{"pl": "Polish", "some-id": `=HYPERLINK("x"), Tea "and" Talk`}[id]
	}
	for name, c := range map[string]struct {
		n    Numbers
		want string
	}{
		"a quarter": {quarter, "2030-Q2|visits|||24 to 31|\n2030-Q2|sessions|language|pl|10|Polish\n" +
			`2030-Q2|sessions|pointed to|some-id|*|'=HYPERLINK("x"), Tea "and" Talk` + "\n" +
			"2030-Q2|note|star||1 to 7; other numbers of kinds are rounded to 5|\n"},
		"a month that goes on": {month, "2030-06|note|not over yet|||\n2030-06|note|kinds not given||they are given for quarters|\n"},
		"too early":            {early, "2030-Q2|note|kinds not given||they are given from 2030-07-29|\n"},
	} {
		t.Run(name, func(t *testing.T) {
			body, err := c.n.CSV(names)
			if err != nil {
				t.Fatal(err)
			}
			text, ok := strings.CutPrefix(string(body), "\ufeff")
			if !ok || !strings.HasSuffix(text, "\r\n") {
				t.Errorf("the file is %q", body)
			}
			rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
			if err != nil {
				t.Fatal(err)
			}
			var got strings.Builder
			for _, r := range rows {
				got.WriteString(strings.Join(r, "|") + "\n")
			}
			if !strings.HasPrefix(got.String(), "period|what|kind|id|value|name\n") || !strings.HasSuffix(got.String(), c.want) {
				t.Errorf("the rows are\n%s", got.String())
			}
		})
	}
}
