package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"signpost/bot/counts"
	"signpost/bot/flows/member"
	"signpost/bot/store"
	"signpost/bot/telegram"
	"signpost/bot/terminal"
	"signpost/bot/web"
	"signpost/directory"
	"signpost/directory/sqlite"
	"signpost/locales"
)

// closedLists reports whether a value of a count is on the closed list for its
// kind and field. None of them is anything that somebody typed.
func closedLists(g *directory.Gazetteer) func(counts.Kind, counts.Field, string) bool {
	return func(k counts.Kind, f counts.Field, v string) bool {
		switch f {
		case counts.FieldNeed:
			if k == counts.AtSession {
				return directory.Need(v).Sensitive()
			}
			return directory.Need(v).Valid()
		case counts.FieldDistrict:
			return v == "outside" || slices.ContainsFunc(g.Districts, func(d directory.District) bool { return d.ID == v })
		case counts.FieldLanguage:
			if k == counts.LanguageChosen {
				_, shipped := locales.Find(v)
				return shipped
			}
			return directory.Spoken(v).Valid()
		case counts.FieldCommunity:
			return v == "outside_community" || directory.Community(v).Valid()
		case counts.FieldWay:
			return directory.Way(v).Valid()
		case counts.FieldTime:
			return slices.Contains([]string{"evenings", "weekends", "evenings_weekends"}, v)
		case counts.FieldOutcome:
			switch k {
			case counts.NotForMe:
				return slices.Contains(member.Whys(), v)
			case counts.GuideOpened:
				return slices.Contains(member.GuidePages(), v)
			case counts.AtSession:
				return v == counts.Urgent
			}
			return v == "nothing" || slices.Contains(directory.Wishes(), directory.Wish(v))
		case counts.FieldDoor:
			return slices.Contains([]string{telegram.Door, web.DoorName, terminal.Door}, v)
		case counts.FieldPoster:
			return member.IsPoster(v)
		}
		return false
	}
}

// counts says what is counted and whether a cell could name a person.
func (c *check) counts(w *world, dir reading) (faults int, err error) {
	fmt.Fprintf(w.out, "Counts: what each of them may say\n")
	for _, k := range counts.Kinds() {
		fields := "nothing else: a total of the whole area"
		if f := k.Fields(); len(f) > 0 {
			fields = joinFields(f)
		}
		fmt.Fprintf(w.out, "  %s: %s\n", k, fields)
	}
	path := folder(c.Data).bot()
	evidence, err := store.OpenEvidence(w.ctx, path)
	if errors.Is(err, sqlite.ErrMissing) {
		fmt.Fprintf(w.out, "\nNothing was counted yet: there is no %s\n", path)
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, evidence.Close()) }()
	places, err := dir.Places(w.ctx)
	if err != nil {
		return 0, err
	}
	fmt.Fprintf(w.out, "\nCounted in %s, before anything is published:\n", path)
	return checkTallies(w.ctx, w.out, evidence, closedLists(places))
}

// checkTallies prints what is wrong with what was counted. It names the field
// and never the value, which may be what should not have been kept.
func checkTallies(ctx context.Context, out io.Writer, e *store.Evidence, known func(counts.Kind, counts.Field, string) bool) (faults int, err error) {
	tallies, err := e.All(ctx)
	if err != nil {
		return 0, err
	}
	for _, t := range tallies {
		for _, f := range t.Entry.Stray(known) {
			faults++
			if f == counts.FieldKind {
				fmt.Fprintf(out, "  FAULT a cell of %d has a kind that is not counted\n", t.Month)
				break // its other fields can't be judged
			}
			fmt.Fprintf(out, "  FAULT a cell of %d, %s: its %s holds something from no closed list\n", t.Month, t.Entry.Kind, f)
		}
	}
	joined, err := e.Joined(ctx)
	if err != nil {
		return 0, err
	}
	for _, j := range joined {
		fmt.Fprintf(out, "  FAULT %s could lead from a count to a chat\n", j)
	}
	fmt.Fprintf(out, "  %d cells, %d faults\n", len(tallies), faults+len(joined))
	if faults += len(joined); faults == 0 {
		fmt.Fprintf(out, "  No cell holds words of a person, and none leads to a chat.\n")
	}
	return faults, nil
}

func joinFields(fields []counts.Field) string {
	var names []string
	for _, f := range fields {
		names = append(names, string(f))
	}
	return strings.Join(names, ", ")
}
