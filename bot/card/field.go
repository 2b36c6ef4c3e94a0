package card

import (
	"signpost/directory"
	"signpost/locales"
)

// Field words what one field of a listing holds, as its card does, for somebody
// who keeps the listing: also what the card leaves out, such as who may be rung
// beside the main line. The zero Text is of a field that holds nothing.
func Field(s *directory.Service, f directory.Field) locales.Text {
	switch f {
	case directory.FieldName:
		return english(s.Name)
	case directory.FieldDescription:
		return english(s.Description)
	case directory.FieldAlert:
		return english(s.Alert)
	case directory.FieldHowToReach:
		return english(s.HowToReach)
	case directory.FieldEligibility:
		return english(s.Eligibility)
	case directory.FieldHours:
		return english(s.Hours)
	case directory.FieldEmail:
		return locales.Raw(s.Email)
	case directory.FieldWebsite:
		return locales.Raw(s.Website)
	case directory.FieldStatus:
		return locales.StatusName(string(s.Status))
	case directory.FieldPhones:
		return phones(s.Phones)
	case directory.FieldContacts:
		return contacts(s.Contacts)
	case directory.FieldPlaces:
		return places(s)
	case directory.FieldAssured:
		return assured(s.Assured)
	case directory.FieldTranslations:
		return translations(s)
	}
	return chosen(s, f)
}

// chosen words the fields that hold words of the vocabulary.
func chosen(s *directory.Service, f directory.Field) locales.Text {
	switch f {
	case directory.FieldNeeds:
		return names(s.Needs, locales.NeedName)
	case directory.FieldCommunities:
		return communities(s)
	case directory.FieldLanguages:
		var all []directory.Spoken
		for _, l := range s.Languages {
			all = append(all, l.Language)
		}
		return names(all, locales.SpokenName)
	case directory.FieldInterpreter:
		if s.Interpreter {
			return locales.AccessName(string(directory.Interpreter))
		}
		return locales.Text{}
	case directory.FieldWays:
		return names(s.Ways, locales.WayName)
	case directory.FieldGetIn:
		return names(s.GetIn, locales.GetInName)
	case directory.FieldAccess:
		return names(s.Access, locales.AccessName)
	case directory.FieldGender:
		return locales.GenderName(string(s.Gender))
	case directory.FieldMinAge:
		return age(s.MinAge, 0)
	case directory.FieldMaxAge:
		return age(0, s.MaxAge)
	case directory.FieldCost:
		return cost(s)
	case directory.FieldConfidential:
		if s.Confidential {
			return locales.CardPartConfidential()
		}
		return locales.Text{}
	case directory.FieldAreas:
		return areas(s.Areas)
	}
	return locales.Text{} // times are worded as sessions, see Occurrence
}

func names[T ~string](ids []T, name func(string) locales.Text) locales.Text {
	var all []locales.Text
	for _, id := range ids {
		all = append(all, name(string(id)))
	}
	return locales.JoinList(all...)
}

func phones(list []directory.Phone) locales.Text {
	var lines []locales.Text
	for _, p := range list {
		lines = append(lines, Number(p))
	}
	return locales.Lines(lines...)
}

// Number words one telephone number on one line: which line it is, the number,
// and whether it is for texts.
func Number(p directory.Phone) locales.Text {
	number := locales.Raw(p.Number)
	if p.Text {
		number = locales.CardPartNumberTexts(number)
	}
	return locales.Join(": ", english(p.Label), number)
}

func contacts(list []directory.Contact) locales.Text {
	var lines []locales.Text
	for _, c := range list {
		lines = append(lines, locales.Join(": ", english(c.Title), locales.Raw(c.Email)))
	}
	return locales.Lines(lines...)
}

func places(s *directory.Service) locales.Text {
	var lines []locales.Text
	for _, p := range s.Places {
		lines = append(lines, Address(p), access(&directory.Service{Access: p.Location.Access}))
	}
	return locales.Lines(lines...)
}

// Address words one place in one line: the building, the address, how to find it.
func Address(p directory.ServiceAtLocation) locales.Text {
	var parts []locales.Text
	for _, part := range []string{p.Location.Name, p.Location.Address.Line, join(p.Location.Address.Town, p.Location.Address.Postcode), p.Location.Note} {
		parts = append(parts, english(part))
	}
	return locales.Join(", ", parts...)
}

func assured(a directory.Assurance) locales.Text {
	day, ok := dayOf(a.On)
	if !ok {
		return locales.Text{}
	}
	return locales.CardPartChecked(locales.Date(day), locales.RoleName(a.Role))
}

func translations(s *directory.Service) locales.Text {
	var lines []locales.Text
	for _, t := range s.Translations {
		if l, ok := locales.Find(t.Language); ok {
			lines = append(lines, locales.Join(": ", locales.Raw(l.Own), locales.Raw(t.Text)))
		}
	}
	return locales.Lines(lines...)
}

// areas names where the people live for whom a service is: a name as the listing
// has it, or the whole country.
func areas(list []directory.Area) locales.Text {
	var all []locales.Text
	for _, a := range list {
		switch {
		case a.Name != "":
			all = append(all, locales.Raw(a.Name))
		case a.ID == directory.UKWide || a.ID == directory.EnglandWide:
			all = append(all, locales.ReasonEverywhere())
		default:
			all = append(all, locales.Raw(a.ID))
		}
	}
	return locales.JoinList(all...)
}
