package store_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"signpost/bot/counts"
	"signpost/bot/sessionlog"
	"signpost/bot/store"
	"signpost/directory"
)

// What is in no log is counted for the county: whoever did it, whenever in the
// month, wherever, the row is the same, and no column tells one from another.
func TestTheCountyCountIsJoinedToNothing(t *testing.T) {
	s, c, path := group(t)
	need := sessionlog.County{Need: directory.Asylum}
	together := turn("amina", sessionlog.Save{Log: full("l1", 3)}, need, sessionlog.County{Urgent: true})
	together.Count = []counts.Entry{
		{Kind: counts.Opened, Door: "telegram"},
		{Kind: counts.AtSession, Need: "asylum", District: "high-peak"}, // never so
	}
	save(t, s, together)
	c.at = noon.AddDate(0, 0, 5)
	save(t, s, turn("stranger", need))
	save(t, s, turn("admin", need, sessionlog.County{Need: directory.Psychosis}))
	c.at = noon.AddDate(0, 0, 9)
	save(t, s, turn("bilal", need))
	rows := query(t, path, `SELECT month || ' ' || need || ' ' || outcome || ' ' || n || ' ' ||
		district || language || community || way || time || door || poster FROM tally WHERE kind = 'at_session' ORDER BY 1`)
	want := []string{"202611  urgent 1 ", "202611 asylum  3 ", "202611 psychosis  1 ", "202612 asylum  1 "}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Errorf("what was counted (-want +got):\n%s", diff)
	}
	e, err := store.OpenEvidence(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer e.Close()
	if joined, err := e.Joined(t.Context()); len(joined) != 0 || err != nil {
		t.Errorf("the counts are joined by %v, %v", joined, err)
	}
	// Nothing of it is anywhere else: not in the log, its history or its draft.
	for _, table := range query(t, path, `SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'tally' AND name NOT LIKE 'sqlite_%'`) {
		for _, column := range query(t, path, `SELECT name FROM pragma_table_info('`+table+`')`) {
			if n := query(t, path, `SELECT count(*) FROM `+table+` WHERE `+column+` LIKE '%asylum%' OR `+column+` LIKE '%psychosis%'`)[0]; n != "0" {
				t.Errorf("%s.%s tells of it", table, column)
			}
		}
	}
	for what, e := range map[string]sessionlog.County{
		"nothing": {}, "both": {Need: directory.Asylum, Urgent: true}, "a need that may be in a log": {Need: directory.Sleep}, "words": {Need: "her"},
	} {
		wantStale(t, s, what, turn("amina", e))
	}
	for _, chat := range []string{"nobody", "office"} {
		wantStale(t, s, chat, turn(chat, need))
	}
}
