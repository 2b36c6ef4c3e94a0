package directory

import "strings"

// Taxonomy is one list of the vocabulary in the shape of HSDS 3.1 (taxonomy and
// taxonomy_term), for files and wires: a listing says which term it means by an
// id that nobody else's list has.
type Taxonomy struct {
	ID          ID
	Name        string // "Signpost needs"
	Description string
	Terms       []Term // in the order of the vocabulary
}

// Term is one word of a Taxonomy.
type Term struct {
	ID     ID
	Code   string // the word of the vocabulary: "low_mood", "pl"
	Name   string // in English, for people who read files; words for members are in locales
	Parent ID     // the term of the umbrella that covers it; "" when none does
}

// TaxonomyName is the name of a Taxonomy. It goes into the ids of the terms, so it
// is never changed.
type TaxonomyName string

// The taxonomies.
const (
	NeedTerms      TaxonomyName = "Signpost needs"
	CommunityTerms TaxonomyName = "Signpost communities"
	LanguageTerms  TaxonomyName = "Signpost spoken languages"
	GetInTerms     TaxonomyName = "Signpost ways in"
	WayTerms       TaxonomyName = "Signpost ways of giving help"
	AccessTerms    TaxonomyName = "Signpost access"
	GenderTerms    TaxonomyName = "Signpost gender"
)

// TermID is the id of a term: the same one in every file and on every wire. It is
// made for a code that is in no list too.
func TermID(in TaxonomyName, code string) ID {
	return NewID("signpost", "term/"+string(in)+"/"+code)
}

// TermName is a term's name in English.
func TermName(in TaxonomyName, code string) string {
	if in == LanguageTerms {
		if l, ok := LanguageOf(Spoken(code)); ok {
			return l.Name
		}
	}
	if name := termNames[code]; name != "" {
		return name
	}
	return strings.ReplaceAll(code, "_", " ")
}

// termNames are the names of terms whose code with spaces is not good English.
var termNames = map[string]string{
	"lgbtq": "LGBTQ+", "bsl": "British Sign Language", "gp_referral": "GP referral",
	"drop_in": "drop-in", "ring_first": "ring first", "self_referral": "self-referral",
	"home_visit": "home visit", "step_free": "step-free", "alcohol_drugs": "alcohol or drugs",
	"gypsy_traveller": "Gypsy and Traveller", "eastern_european": "Eastern European",
}

// Taxonomies is the whole vocabulary as taxonomies.
func Taxonomies() []Taxonomy {
	tags := make([]Spoken, len(spoken))
	for i, l := range spoken {
		tags[i] = l.Tag
	}
	list := []Taxonomy{
		taxonomy(NeedTerms, "What help is about.", needs),
		taxonomy(CommunityTerms, "The community a service is for. A wider term covers those below it.", communities),
		taxonomy(LanguageTerms, "Languages spoken by the people of a service, by BCP 47 tag.", tags),
		taxonomy(GetInTerms, "How one comes to a service.", waysIn),
		taxonomy(WayTerms, "How help is given.", ways),
		taxonomy(AccessTerms, "What makes a service usable for somebody.", accesses),
		taxonomy(GenderTerms, "Whom alone a service admits.", genders[1:]), // the first is anyone
	}
	for i, t := range list[1].Terms {
		for over, covered := range umbrellas {
			for _, c := range covered {
				if string(c) == t.Code {
					list[1].Terms[i].Parent = TermID(CommunityTerms, string(over))
				}
			}
		}
	}
	return list
}

func taxonomy[T ~string](name TaxonomyName, description string, codes []T) Taxonomy {
	t := Taxonomy{ID: NewID("signpost", "taxonomy/"+string(name)), Name: string(name), Description: description}
	for _, c := range codes {
		t.Terms = append(t.Terms, Term{ID: TermID(name, string(c)), Code: string(c), Name: TermName(name, string(c))})
	}
	return t
}
