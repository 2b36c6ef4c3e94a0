package directory

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
)

// SourceHash is what Translation.Hash holds: 16 hex digits that change when the
// English text does.
func SourceHash(english string) string {
	sum := sha256.Sum256([]byte(english))
	return hex.EncodeToString(sum[:8])
}

// TranslatableFields are the fields a Translation may be of.
func TranslatableFields() []string { return slices.Clone(translatable) }

// English is a field's text in English, by the names of TranslatableFields; ""
// for another name.
func (s *Service) English(field string) string {
	switch field {
	case "name":
		return s.Name
	case "description":
		return s.Description
	case "eligibility":
		return s.Eligibility
	case "how_to_reach":
		return s.HowToReach
	case "hours":
		return s.Hours
	}
	return ""
}

// Translated is a field in English and in the other languages it has, by BCP 47
// tag. A translation of a text that has since been changed is left out: an old
// opening time in one's own language is worse than a true one in English. Of two
// in one language the reviewed one counts, then the later in the list.
func (s *Service) Translated(field string) (english string, others map[string]string) {
	english = s.English(field)
	reviewed := map[string]bool{}
	for _, t := range s.Translations {
		if t.Field != field || t.Text == "" || s.Stale(t) || reviewed[t.Language] && t.Reviewed == (Assurance{}) {
			continue
		}
		if others == nil {
			others = map[string]string{}
		}
		others[t.Language] = t.Text
		reviewed[t.Language] = t.Reviewed != (Assurance{})
	}
	return english, others
}

// Stale reports a translation made from another English text than the one the
// service has now.
func (s *Service) Stale(t Translation) bool { return t.Hash != SourceHash(s.English(t.Field)) }
