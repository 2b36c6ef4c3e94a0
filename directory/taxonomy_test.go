package directory

import "testing"

// A term has one id, and nobody else has it; a community's parent is its umbrella
// and stands before it, so that a file can refer to it at once.
func TestTaxonomies(t *testing.T) {
	seen := map[ID]bool{}
	terms := 0
	for _, tax := range Taxonomies() {
		if !tax.ID.Valid() || tax.Name == "" || tax.Description == "" || seen[tax.ID] {
			t.Errorf("taxonomy %+v", tax)
		}
		seen[tax.ID] = true
		for _, term := range tax.Terms {
			terms++
			if !term.ID.Valid() || term.Code == "" || term.Name == "" || seen[term.ID] || term.Parent != "" && !seen[term.Parent] {
				t.Errorf("%s: %+v", tax.Name, term)
			}
			seen[term.ID] = true
			if got := TermID(TaxonomyName(tax.Name), term.Code); got != term.ID {
				t.Errorf("%s has the id %s, and TermID gives %s", term.Code, term.ID, got)
			}
		}
	}
	if want := len(needs) + len(communities) + len(spoken) + len(waysIn) + len(ways) + len(accesses) + len(genders) - 1; terms != want {
		t.Errorf("%d terms, the vocabulary has %d words", terms, want)
	}
	if got := TermID(NeedTerms, "low_mood"); got != "ae4346ac-7a6c-5b93-bc39-b2d48f40c7ca" {
		t.Errorf("low_mood has the id %s, and files hold another already", got)
	}
	for _, term := range Taxonomies()[1].Terms {
		parent := map[string]Community{"pakistani": SouthAsian, "polish": EasternEuropean, "african": Black}[term.Code]
		if parent != "" && term.Parent != TermID(CommunityTerms, string(parent)) {
			t.Errorf("%s stands below %s", term.Code, term.Parent)
		}
	}
}
