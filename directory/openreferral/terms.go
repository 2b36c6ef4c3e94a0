package openreferral

import (
	"slices"
	"strings"

	"signpost/directory"
)

// A fact that is one of a fixed list travels as an attribute: link_type says
// what kind of fact, the term says which. The link types are those of the UK's
// practice (ORUK 1.0's attending_access and attending_type) and of the HSDS
// guidance on eligibility and audience; the terms are our own taxonomies.
const (
	linkNeed        = "need"
	linkKind        = "service_type"
	linkAudience    = "audience"    // whom it welcomes
	linkEligibility = "eligibility" // whom alone it admits
	linkGetIn       = "attending_access"
	linkWay         = "attending_type"
	linkAccess      = "accessibility"
	linkInterpreter = "interpretation"
)

// taxonomy is one of our lists: the vocabulary's, and the kinds of service, which
// are open.
type taxonomy = directory.TaxonomyName

const (
	needTerms               = directory.NeedTerms
	kindTerms      taxonomy = "Signpost kinds of service"
	communityTerms          = directory.CommunityTerms
	genderTerms             = directory.GenderTerms
	getInTerms              = directory.GetInTerms
	wayTerms                = directory.WayTerms
	accessTerms             = directory.AccessTerms
)

// attributeOf is one fact as an attribute of a service or location.
func attributeOf(entity string, owner directory.ID, link string, tax taxonomy, code string) attribute {
	name, id := directory.TermName(tax, code), string(directory.TermID(tax, code))
	return attribute{
		ID:     madeID(string(owner), "attribute", link, string(tax), code),
		LinkID: string(owner), LinkType: link, LinkEntity: entity, TaxonomyTermID: id,
		TaxonomyTerm: &term{
			ID: id, Code: code, Name: name, Term: name, Taxonomy: string(tax),
			Description: string(tax) + ": " + name,
		},
	}
}

// madeID is the id of an object that has none with us; the same for the same
// parts.
func madeID(parts ...string) string {
	return string(directory.NewID("signpost", strings.Join(parts, "/")))
}

// attributesOf are the facts of a service that are of fixed lists.
func attributesOf(s *directory.Service) []attribute {
	var out []attribute
	add := func(link string, tax taxonomy, code string) {
		out = append(out, attributeOf("service", s.ID, link, tax, code))
	}
	if s.Kind != "" {
		add(linkKind, kindTerms, s.Kind)
	}
	for _, n := range s.Needs {
		add(linkNeed, needTerms, string(n))
	}
	for _, c := range s.Communities {
		switch {
		case c.Confirmed && c.Only:
			add(linkEligibility, communityTerms, string(c.Community))
		case c.Confirmed:
			add(linkAudience, communityTerms, string(c.Community))
		}
	}
	if s.Gender != directory.Anyone {
		add(linkEligibility, genderTerms, string(s.Gender))
	}
	for _, g := range s.GetIn {
		add(linkGetIn, getInTerms, string(g))
	}
	for _, w := range s.Ways {
		add(linkWay, wayTerms, string(w))
	}
	for _, a := range s.Access {
		add(linkAccess, accessTerms, string(a))
	}
	if s.Interpreter {
		add(linkInterpreter, accessTerms, string(directory.Interpreter))
	}
	return out
}

// takeAttribute puts one attribute where it belongs. It reports false for one
// that we have no field for.
func takeAttribute(s *directory.Service, at attribute) bool {
	if at.TaxonomyTerm == nil {
		return false
	}
	code := at.TaxonomyTerm.Code
	switch taxonomy(at.TaxonomyTerm.Taxonomy) {
	case needTerms:
		return once(&s.Needs, directory.Need(code), directory.Need(code).Valid())
	case kindTerms:
		s.Kind = code
		return true
	case communityTerms:
		c := directory.Welcome{Community: directory.Community(code), Only: at.LinkType == linkEligibility, Confirmed: true}
		return once(&s.Communities, c, c.Community.Valid())
	case genderTerms:
		s.Gender = directory.Gender(code)
		return s.Gender.Valid()
	case getInTerms:
		return once(&s.GetIn, directory.GetIn(code), directory.GetIn(code).Valid())
	case wayTerms:
		return once(&s.Ways, directory.Way(code), directory.Way(code).Valid())
	case accessTerms:
		if at.LinkType == linkInterpreter {
			s.Interpreter = true
			return true
		}
		return once(&s.Access, directory.Access(code), directory.Access(code).Valid())
	}
	return false
}

// once adds v to a list that has it not, when it is valid.
func once[T comparable](list *[]T, v T, valid bool) bool {
	if valid && !slices.Contains(*list, v) {
		*list = append(*list, v)
	}
	return valid
}

// The words of ORUK 1.0's closed lists and of real feeds, in lower case.
var (
	getInWords = map[string]directory.GetIn{
		"drop-in": directory.DropIn, "drop in": directory.DropIn, "dropin": directory.DropIn,
		"appointment": directory.Appointment, "membership": directory.Membership,
		"referral": directory.ProfessionalReferral, "professional referral": directory.ProfessionalReferral,
		"self referral": directory.SelfReferral, "self-referral": directory.SelfReferral,
		"gp referral": directory.GPReferral,
	}
	wayWords = map[string]directory.Way{
		"phone": directory.ByPhone, "telephone": directory.ByPhone, "online": directory.Online,
		"virtual": directory.Online, "venue": directory.InPerson, "in person": directory.InPerson,
		"home visit": directory.HomeVisit, "home-visit": directory.HomeVisit,
	}
)

// takeWords reads ways in and ways of giving help from a publisher's own words,
// several divided by commas.
func takeWords(s *directory.Service, words string) {
	for w := range strings.FieldsFuncSeq(strings.ToLower(words), func(r rune) bool { return r == ',' || r == ';' || r == '|' }) {
		w = strings.TrimSpace(w)
		if g, ok := getInWords[w]; ok {
			once(&s.GetIn, g, true)
		}
		if way, ok := wayWords[w]; ok {
			once(&s.Ways, way, true)
		}
	}
}

// accessWords reads what a building offers from a sentence about it. A sentence
// with a "no" in it is left alone: "no step-free entrance" must not become the
// opposite.
func accessWords(text string) []directory.Access {
	t := " " + strings.ToLower(text) + " "
	for _, no := range []string{" no ", " not ", "n't ", " without ", " limited ", " none "} {
		if strings.Contains(t, no) {
			return nil
		}
	}
	var out []directory.Access
	for _, w := range []struct {
		word string
		is   directory.Access
	}{
		{"step-free", directory.StepFree},
		{"step free", directory.StepFree},
		{"wheelchair access", directory.StepFree},
		{"hearing loop", directory.HearingLoop},
		{"induction loop", directory.HearingLoop},
		{"british sign language", directory.BSL},
		{"quiet space", directory.QuietSpace},
		{"quiet room", directory.QuietSpace},
	} {
		if strings.Contains(t, w.word) {
			once(&out, w.is, true)
		}
	}
	return out
}
