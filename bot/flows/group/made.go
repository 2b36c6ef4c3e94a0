package group

import (
	"context"
	"slices"
	"strings"

	"signpost/bot/talk"
	"signpost/directory"
)

// made is the listing as the answers want it, from the listing as it is: what was
// told is kept as it was told, so that it can be made again on what somebody else
// has saved meanwhile. Neither the listing nor its lists are changed.
func (k keeper) made(ctx context.Context, h hand, s *directory.Service, a talk.Answers) (*directory.Service, error) {
	out := *s
	i, said := current.Of(a), typed.Of(a)
	if strings.HasPrefix(string(i), undoItem) {
		return k.undone(ctx, s, i)
	}
	switch {
	case slices.Contains(tickedItems, i):
		return &out, k.makeTicked(ctx, &out, i, ticked.Of(a), target.Of(a))
	case i == item(directory.FieldPhones):
		k.makePhone(&out, a)
	case i == item(directory.FieldContacts):
		return &out, k.makeContact(&out, a)
	case i == item(directory.FieldPlaces), i == itemVenue, i == itemDoor:
		return &out, k.makePlace(ctx, &out, a)
	case i == item(directory.FieldTranslations):
		makeTranslation(&out, h, target.Of(a), said)
	case i == item(directory.FieldConfidential):
		makeSecret(&out, picked.Of(a) == "yes")
	default:
		makePlain(&out, i, said, picked.Of(a))
	}
	return &out, nil
}

// makePlain sets what is one text or one choice.
func makePlain(s *directory.Service, i item, said, chosen string) {
	switch i {
	case item(directory.FieldName):
		s.Name = said
	case item(directory.FieldDescription):
		s.Description = said
	case item(directory.FieldAlert):
		s.Alert = said
	case item(directory.FieldHowToReach):
		s.HowToReach = said
	case item(directory.FieldEligibility):
		s.Eligibility = said
	case item(directory.FieldHours):
		s.Hours = said
	case item(directory.FieldEmail):
		s.Email = said
	case item(directory.FieldWebsite):
		s.Website = said
	case item(directory.FieldGender):
		s.Gender = directory.Gender(strings.TrimPrefix(chosen, anyone))
	case item(directory.FieldCost):
		s.Cost = directory.Cost{Free: chosen == "free", Note: said}
	case itemAge:
		s.MinAge, s.MaxAge, _ = readAge(said) // "" is any age; all else was checked
	}
}

// makePhone changes the number that target names, or adds one.
func (k keeper) makePhone(s *directory.Service, a talk.Answers) {
	s.Phones = slices.Clone(s.Phones)
	at := slices.IndexFunc(s.Phones, func(p directory.Phone) bool { return p.Number == target.Of(a) })
	if removed.Of(a) {
		if at >= 0 {
			s.Phones = slices.Delete(s.Phones, at, at+1)
		}
		return
	}
	if at < 0 {
		at = len(s.Phones)
		s.Phones = append(s.Phones, directory.Phone{ID: k.chance.UUID(), Text: picked.Of(a) == "texts"})
	}
	p := &s.Phones[at]
	if said, ok := label.Get(a); ok {
		p.Label = said
		return
	}
	p.Number, p.Mark = typed.Of(a), directory.MarkB
	if textsOnly(p.Number) {
		p.Text = true
	}
}

func (k keeper) makeContact(s *directory.Service, a talk.Answers) error {
	s.Contacts = slices.Clone(s.Contacts)
	at := slices.IndexFunc(s.Contacts, func(c directory.Contact) bool { return string(c.ID) == target.Of(a) })
	if removed.Of(a) {
		if at >= 0 {
			id := s.Contacts[at].ID
			s.Contacts = slices.Delete(s.Contacts, at, at+1)
			s.Phones = slices.Clone(s.Phones)
			for i := range s.Phones {
				if s.Phones[i].Contact == id {
					s.Phones[i].Contact = "" // the line stays, as the service's own
				}
			}
		}
		return nil
	}
	c, err := readContact(typed.Of(a))
	if err != nil {
		return err
	}
	if at < 0 {
		c.ID = k.chance.UUID()
		s.Contacts = append(s.Contacts, c)
		return nil
	}
	c.ID = s.Contacts[at].ID
	s.Contacts[at] = c
	return nil
}

// makePlace changes the address, the building or the door of the place that target
// names, or adds a place.
func (k keeper) makePlace(ctx context.Context, s *directory.Service, a talk.Answers) error {
	s.Places = slices.Clone(s.Places)
	at := slices.IndexFunc(s.Places, func(p directory.ServiceAtLocation) bool { return string(p.ID) == target.Of(a) })
	if removed.Of(a) {
		if at >= 0 {
			removePlace(s, at)
		}
		return nil
	}
	if at < 0 {
		at = len(s.Places)
		s.Places = append(s.Places, directory.ServiceAtLocation{
			ID: k.chance.UUID(), Location: directory.Location{ID: k.chance.UUID()},
		})
	}
	l := &s.Places[at].Location
	switch current.Of(a) {
	case itemVenue:
		l.Name = typed.Of(a)
	case itemDoor:
		l.Note = typed.Of(a)
	default:
		places, err := k.dir.Places(ctx)
		if err != nil {
			return err
		}
		address, point, _, err := readAddress(typed.Of(a), places)
		if err != nil {
			return err
		}
		if address != l.Address { // the pin of the old door would lead there
			l.Address, l.Point, l.Exact = address, point, false
		}
	}
	return nil
}

// removePlace takes a place away, and from the times that are held there.
func removePlace(s *directory.Service, at int) {
	id := s.Places[at].ID
	s.Places = slices.Delete(s.Places, at, at+1)
	s.Schedules, s.Exceptions = slices.Clone(s.Schedules), slices.Clone(s.Exceptions)
	for i := range s.Schedules {
		if s.Schedules[i].Place == id {
			s.Schedules[i].Place = ""
		}
	}
	for i := range s.Exceptions {
		if s.Exceptions[i].Place == id {
			s.Exceptions[i].Place = ""
		}
	}
}

// makeTranslation sets the words of a field in a language ("pl.name"). They were
// typed by the group itself: nobody knows better how it speaks.
func makeTranslation(s *directory.Service, h hand, key, said string) {
	language, field, _ := strings.Cut(key, ".")
	s.Translations = slices.DeleteFunc(slices.Clone(s.Translations), func(t directory.Translation) bool {
		return t.Language == language && t.Field == field
	})
	if said != "" {
		s.Translations = append(s.Translations, directory.Translation{
			Field: field, Language: language, Text: said, Hash: directory.SourceHash(s.English(field)),
			Reviewed: directory.Assurance{On: h.today, Role: string(h.role)},
		})
	}
}

// makeSecret keeps the address private: it is taken out, not only covered. The
// places stay, since times are held at them.
func makeSecret(s *directory.Service, secret bool) {
	s.Confidential = secret
	if !secret {
		return
	}
	s.Places = slices.Clone(s.Places)
	for i, p := range s.Places {
		s.Places[i].Location = directory.Location{ID: p.Location.ID, Access: p.Location.Access}
	}
}
