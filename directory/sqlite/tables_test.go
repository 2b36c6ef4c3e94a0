package sqlite_test

import (
	"path/filepath"
	"strings"
	"testing"

	"signpost/directory"
	"signpost/directory/sqlite"
)

// one reads a single value of the file.
func one[T any](t *testing.T, d *sqlite.Directory, query string, args ...any) (v T) {
	t.Helper()
	if err := d.DB().Read.QueryRowContext(t.Context(), query, args...).Scan(&v); err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	return v
}

// The tables can be read by somebody who knows the standard and not this program.
func TestTables(t *testing.T) {
	d := openDirectory(t, t.TempDir())
	importAll(t, d, "millbrook", full())
	for query, want := range map[string]string{
		`SELECT a.address_1 || ', ' || a.city || ', ' || a.postal_code || ', ' || a.country || ', ' || l.location_type
			FROM location l JOIN address a ON a.service_key = l.service_key AND a.location_position = l.position
			WHERE l.name = 'Mill House'`: "1 Weir Lane, Millbrook, XX1 1AA, GB, physical",
		`SELECT group_concat(t.name) FROM (SELECT t.name FROM location l JOIN accessibility a
			ON a.service_key = l.service_key AND a.location_position = l.position
			JOIN taxonomy_term t ON t.id = a.taxonomy_term_id WHERE l.name = 'Mill House' ORDER BY a.position) t`: "hearing loop,step-free",
		`SELECT group_concat(code) FROM (SELECT t.code FROM attribute a JOIN taxonomy_term t ON t.id = a.taxonomy_term_id
			JOIN taxonomy x ON x.id = t.taxonomy_id WHERE x.name = 'Signpost needs' AND a.link_type = 'need' ORDER BY a.position)`: "loneliness,anxiety",
		`SELECT p.number FROM phone p JOIN contact c ON c.service_key = p.service_key AND c.id = p.contact_id
			WHERE c.title = 'Welfare rights'`: "01632 960002",
		`SELECT i.identifier FROM organization o JOIN organization_identifier i ON i.organization_key = o.key
			WHERE i.identifier_scheme = 'GB-CHC'`: "EXAMPLE-1",
		`SELECT up.code FROM taxonomy_term t JOIN taxonomy_term up ON up.id = t.parent_id WHERE t.code = 'polish'`: "eastern_european",
		// Two places at one location share it; one that says something else is another.
		`SELECT count(*) || ' of ' || (SELECT count(*) FROM service_at_location) FROM location`: "3 of 4",
		`SELECT count(*) FROM pragma_foreign_key_check`:                                         "0",
	} {
		if got := one[string](t, d, query); got != want {
			t.Errorf("%s\n got %s\nwant %s", query, got, want)
		}
	}
}

// A row that refers to nothing can't be written, whoever writes it.
func TestTablesHoldTogether(t *testing.T) {
	d := openDirectory(t, t.TempDir())
	importAll(t, d, "millbrook", full())
	for _, query := range []string{
		`UPDATE attribute SET taxonomy_term_id = 'anxiety'`,
		`UPDATE accessibility SET taxonomy_term_id = ''`,
		`UPDATE phone SET contact_id = 'nobody'`,
		`UPDATE service_at_location SET location_position = 9`,
		`UPDATE address SET location_position = 9`,
		`UPDATE location SET location_type = 'somewhere'`,
		`DELETE FROM taxonomy_term WHERE code = 'anxiety'`,
		`DELETE FROM contact`,
		`DELETE FROM location`,
	} {
		if _, err := d.DB().Write.ExecContext(t.Context(), query); err == nil || !strings.Contains(err.Error(), "constraint") {
			t.Errorf("%s: %v", query, err)
		}
	}
}

// The vocabulary is in every file, is written once, and a word that a later
// release had stays: a listing may refer to it.
func TestVocabularyInTheFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "directory.db")
	d := openDirectory(t, path)
	for _, tax := range directory.Taxonomies() {
		for _, term := range tax.Terms {
			got := one[string](t, d, `SELECT t.code || coalesce(t.parent_id, '') FROM taxonomy_term t JOIN taxonomy x ON x.id = t.taxonomy_id
				WHERE t.id = $1 AND x.name = $2`, string(term.ID), tax.Name)
			if want := term.Code + string(term.Parent); got != want {
				t.Errorf("%s: the file has %s", want, got)
			}
		}
	}
	before, err := d.DB().DataVersion(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	openDirectory(t, path).Close()
	if after, err := d.DB().DataVersion(t.Context()); err != nil || after != before {
		t.Errorf("opening a file again wrote to it (%v)", err)
	}

	later := directory.TermID(directory.NeedTerms, "of_a_later_release")
	importAll(t, d, "millbrook", full())
	for _, query := range []string{
		`UPDATE meta SET value = 'another' WHERE name = 'vocabulary'`,
		`UPDATE taxonomy_term SET name = 'reworded' WHERE code = 'anxiety'`,
		`INSERT INTO taxonomy_term (id, taxonomy_id, code, name, description)
			SELECT '` + string(later) + `', id, 'of_a_later_release', 'new', 'new' FROM taxonomy WHERE name = 'Signpost needs'`,
		`UPDATE attribute SET taxonomy_term_id = '` + string(later) + `' WHERE link_type = 'need' AND position = 0`,
	} {
		if _, err := d.DB().Write.ExecContext(t.Context(), query); err != nil {
			t.Fatalf("%s: %v", query, err)
		}
	}
	again := openDirectory(t, path)
	if got := one[string](t, again, `SELECT name FROM taxonomy_term WHERE code = 'anxiety'`); got != "anxiety" {
		t.Errorf("anxiety is called %s", got)
	}
	if got := get(t, again, 1).Needs; len(got) != 2 || got[0] != "of_a_later_release" || got[1] != directory.Anxiety {
		t.Errorf("needs %v", got)
	}
}

// An organisation's numbers are part of it: they are changed by its owner and
// filed by anybody else.
func TestIdentifiersFollowTheOwner(t *testing.T) {
	d := openDirectory(t, t.TempDir())
	importAll(t, d, "millbrook", full())
	s := full()
	s.Organisation.Identifiers = s.Organisation.Identifiers[1:]
	bring(t, d, 1, sqlite.Source{Name: "millbrook"}, s)
	o, err := d.Organisation(t.Context(), id(2))
	if err != nil || len(o.Identifiers) != 1 || o.Identifiers[0].Identifier != "7" {
		t.Fatalf("%+v, %v", o.Identifiers, err)
	}
	if got := get(t, d, 1).Organisation.Identifiers; len(got) != 1 {
		t.Errorf("the service's organisation has %v", got)
	}
	s.Organisation.Identifiers = nil
	s.Organisation.Origin.Source = "stranger"
	if r := bring(t, d, 2, sqlite.Source{Name: "stranger"}, s); r.Filed == 0 {
		t.Errorf("not filed: %+v", r)
	}
	if got := get(t, d, 1).Organisation.Identifiers; len(got) != 1 {
		t.Errorf("a stranger changed them to %v", got)
	}
}
