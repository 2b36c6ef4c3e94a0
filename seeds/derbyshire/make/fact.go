package main

import (
	"regexp"
	"slices"
	"strings"
)

// fact is one record of the facts. Its fields are told in the facts' own README.
type fact struct {
	ID, Name, Organisation, Kind, Group string

	Phone, SMS, Email, Website string
	PhoneOther                 string `json:"phone_other"`
	Address, Postcode          string
	PublicVenue                bool              `json:"public_venue"`
	OpeningHours               string            `json:"opening_hours"`
	CommunicationAccess        string            `json:"communication_access"`
	Languages                  []string          `json:"languages"`
	ForCommunities             []string          `json:"for_communities"`
	ForAges                    string            `json:"for_ages"`
	ForGender                  string            `json:"for_gender"`
	Districts                  []string          `json:"districts"`
	Cost                       string            `json:"cost"`
	HowToReach                 string            `json:"how_to_reach"`
	Offers                     string            `json:"offers"`
	Status                     string            `json:"status"`
	SourceURL                  string            `json:"source_url"`
	SourceDate                 string            `json:"source_date"`
	SourceLabel                string            `json:"source_label"`
	Confidence                 string            `json:"confidence"`
	ExistsConfidence           string            `json:"exists_confidence"`
	FieldConfidence            map[string]string `json:"field_confidence"`
	Notes                      string            `json:"notes"`
}

// shown reports whether the record may be in the directory at all: it is current
// and somebody other than general knowledge says that it exists.
func (f fact) shown() bool {
	return f.Status == "current" && slices.Contains([]string{"A", "B"}, f.ExistsConfidence)
}

// mark is the mark of a field, "" when it may not be shown.
func (f fact) mark(field string) string {
	if m := f.FieldConfidence[field]; m == "A" || m == "B" {
		return m
	}
	return ""
}

// best is the mark of the main way to reach it. Where that one is not to be
// shown it is the mark of the next, and of the existence when there is none.
func (f fact) best() string {
	for _, c := range []struct{ field, value string }{
		{"phone", f.Phone},
		{"sms", f.SMS},
		{"address", f.Address},
		{"email", f.Email},
		{"website", f.Website},
	} {
		if m := f.mark(c.field); c.value != "" && m != "" {
			return m
		}
	}
	return f.ExistsConfidence
}

var (
	doubtful = regexp.MustCompile(`(?i)to confirm|unconfirmed|confirm today|list also says`)
	brackets = regexp.MustCompile(`\s*\([^()]*\)`)
	called   = regexp.MustCompile(`(?i)\bcall\b|by phone|adviceline`)
	onSite   = regexp.MustCompile(`(?i)website|\bonline\b`)
)

// said is a text without what in it is still to be confirmed. A clause is what
// stands between semicolons; one that says it is to be confirmed goes, also when
// it says so in brackets. Only a bracket that doubts something of its own, as in
// "(not bank holidays, to confirm)", goes alone.
func said(text string) string {
	text = brackets.ReplaceAllStringFunc(text, func(b string) string {
		if doubtful.MatchString(b) && strings.Contains(b, ",") {
			return ""
		}
		return b
	})
	var clauses []string
	for c := range strings.SplitSeq(text, ";") {
		if c = strings.TrimSpace(c); c != "" && !doubtful.MatchString(c) {
			clauses = append(clauses, c)
		}
	}
	return strings.Join(clauses, "; ")
}

// howToReach is how one gets in, unless it speaks of a number or an address that
// may not be shown.
func (f fact) howToReach() string {
	how := said(f.HowToReach)
	noPhone := f.mark("phone") == ""
	noSite := f.Website == "" || f.mark("website") == ""
	if noPhone && called.MatchString(how) || noPhone && noSite && onSite.MatchString(how) {
		return ""
	}
	return how
}

// stated reports whether a text speaks of an area by its own words, and not by
// the default list of districts.
func (f fact) stated(area string) bool {
	for _, text := range []string{f.Name, f.Organisation, f.Offers, f.HowToReach} {
		if strings.Contains(text, area) {
			return true
		}
	}
	return strings.HasPrefix(f.Notes, "Serves "+area)
}
