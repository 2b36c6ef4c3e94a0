package card

import (
	"math"
	"strconv"
	"time"

	"signpost/directory"
	"signpost/locales"
)

// Name is what a service is called, in the languages its group gave.
func Name(s *directory.Service) locales.Own { return Own(s, "name") }

// Own is one field of a listing in the languages it has.
func Own(s *directory.Service, field string) locales.Own {
	english, others := s.Translated(field)
	return locales.Own{English: english, Others: others}
}

// Title is the label of the button that opens a result: its number and name.
func Title(number int, s *directory.Service) locales.Text {
	return locales.CardButtonTitle(strconv.Itoa(number), Name(s))
}

// Line is one result in the list: its number, its name and why it is there.
func Line(number int, m directory.Match, districts func(id string) string, now time.Time) locales.Text {
	var needs, why []locales.Text
	for _, r := range m.Reasons {
		if r.Kind == directory.ReasonNeed && r.Need != directory.JustTalk {
			needs = append(needs, locales.NeedName(string(r.Need)))
			continue
		}
		if t := Reason(r, m, districts, now); !t.IsZero() {
			why = append(why, t)
		}
	}
	if len(needs) > 0 {
		why = append([]locales.Text{locales.ReasonNeed(locales.JoinList(needs...))}, why...)
	}
	if len(why) == 0 {
		why = append(why, whyElse(m))
	}
	if t := uncertain(m.Service); !t.IsZero() {
		why = append(why, t)
	}
	return locales.CardPartLine(strconv.Itoa(number), Name(m.Service), locales.Join(" · ", why...))
}

// whyElse words a result for which nothing was asked: what kind it is.
func whyElse(m directory.Match) locales.Text {
	if o := Own(m.Service, "description"); o.English != "" {
		return locales.CardPartSentence(o)
	}
	return locales.GroupName(string(m.Service.Group))
}

// Reason words why a service is among the results; zero when there is nothing to
// say. Districts gives the name of a district by its id.
func Reason(r directory.Reason, m directory.Match, districts func(id string) string, now time.Time) locales.Text {
	switch r.Kind {
	case directory.ReasonNeed:
		if r.Need == directory.JustTalk {
			return locales.ReasonJustTalk()
		}
		return locales.NeedName(string(r.Need))
	case directory.ReasonCommunity:
		return locales.ReasonCommunity(locales.CommunityName(string(r.Community)))
	case directory.ReasonLanguage:
		return locales.ReasonLanguage(locales.SpokenName(string(r.Language)))
	case directory.ReasonPlace:
		return place(r, m, districts)
	case directory.ReasonWay:
		return locales.WayName(string(r.Way))
	case directory.ReasonGender:
		return locales.GenderName(string(r.Gender))
	case directory.ReasonAge:
		return locales.ReasonAge()
	case directory.ReasonAccess:
		return locales.AccessName(string(r.Access))
	case directory.ReasonTime:
		return locales.Text{} // the next session says it better
	case directory.ReasonNext:
		if r.Next == nil {
			return locales.Text{}
		}
		start := r.Next.Start.In(directory.London)
		return locales.ReasonNext(locales.DayOf(start), locales.TimeOf(start))
	case directory.ReasonOpen:
		return locales.ReasonOpen()
	}
	panic("card: a reason of kind " + string(r.Kind))
}

// place says where it is: the town and how far, or whom it covers.
func place(r directory.Reason, m directory.Match, districts func(id string) string) locales.Text {
	switch r.Place {
	case "", directory.UKWide, directory.EnglandWide:
		return locales.ReasonEverywhere()
	}
	away := max(1, int(math.Round(m.Distance)))
	district := districts(r.Place)
	switch {
	case m.Distance < 0:
		return locales.ReasonCovers(district)
	case district != r.Place: // it covers the district, and is somewhere else
		return locales.Join(" · ", locales.ReasonCovers(district), locales.ReasonNear(away))
	default:
		return locales.ReasonPlaceNear(r.Place, away)
	}
}
