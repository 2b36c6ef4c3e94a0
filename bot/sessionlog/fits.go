package sessionlog

import (
	"slices"

	"signpost/directory"
)

// Plain is the log with only what belongs to what became of the session: where
// nobody was there or nobody came, nothing was counted, and calls take the place of
// visits.
func (l Log) Plain() Log {
	if l.Held != Ran {
		l.Visits, l.FirstTimes, l.Answered, l.Missed = Band{}, Band{}, Band{}, Band{}
		l.Languages, l.Needs, l.Pointed = nil, nil, nil
	}
	if l.Phone {
		l.Visits = Band{}
	} else {
		l.Answered, l.Missed = Band{}, Band{}
	}
	return l
}

// Fits reports whether a log holds nothing that a log may not hold: no need that
// could harm somebody, no remark that may name somebody, no number that is not a
// band, and not more than it takes.
// It is looked at once more where logs are kept, whatever a screen has let by.
func (l *Log) Fits() bool {
	return slices.Contains(append(Helds, ""), l.Held) &&
		(l.Second == "" || slices.Contains(Whys, l.Second)) &&
		each(l.Needs, MostNeeds, func(n directory.Need) bool { return n.Valid() && !n.Sensitive() }) &&
		each(l.Languages, MostLanguages, directory.Spoken.Valid) &&
		each(l.Pointed, MostPointed, directory.ID.Valid) &&
		l.Visits.fits() && l.FirstTimes.fits() && l.Answered.fits() && l.Missed.fits() &&
		(!l.Visits.Said() || !l.FirstTimes.Said() || l.FirstTimes.Min <= l.Visits.Max) &&
		remarkFits(l.Remark)
}

// remarkFits reports a remark that is none, or that passes again as it is.
func remarkFits(remark string) bool {
	if remark == "" {
		return true
	}
	clean, refused := Remark(remark)
	return refused == "" && clean == remark
}

// each reports whether all of a list are good, none twice, and not too many.
func each[T comparable](list []T, most int, good func(T) bool) bool {
	if len(list) > most {
		return false
	}
	for i, v := range list {
		if !good(v) || slices.Contains(list[:i], v) {
			return false
		}
	}
	return true
}

// fits reports a band that can be said, or none.
func (b Band) fits() bool {
	return b == Band{} || b == Exactly(b.Min)
}
