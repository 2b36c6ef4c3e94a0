package directory

import (
	mathbits "math/bits"
	"slices"
)

// badges are what a service counts as on the first page, which must have one of
// each kind: a set.
type badges uint8

const (
	badgeGroup badges = 1 << iota
	badgeNational
	badgeMainstream
	badgeOwn // of the first community asked for; those of the next ones follow

	mostOwn = 5 // communities asked for that have a badge
)

// badgesOf is what a service counts as on the first page. One for somebody else's
// community is no community group to whoever asked.
func badgesOf(f *facet, a *asked, r rank) (m badges) {
	switch {
	case f.group == groupMainstream && f.flags&flagGroup == 0:
		m = badgeMainstream
	case a.outside || r&rankNotOthers == 0:
	case f.flags&flagGroup != 0:
		m = badgeGroup
	case f.group == groupNational:
		m = badgeNational
	}
	if a.outside {
		return m
	}
	for i, own := range a.each {
		if f.communities&own != 0 {
			m |= badgeOwn << i
		}
	}
	return m
}

// note keeps a candidate that is the best so far with one of its badges.
func (l *Shortlist) note(x *candidate) {
	for left := x.badges; left != 0; left &= left - 1 {
		i := mathbits.TrailingZeros8(uint8(left))
		if l.worn&(1<<i) == 0 || x.rank > l.first[i].rank {
			l.first[i] = *x
			l.worn |= 1 << i
		}
	}
}

// must are the badges that a first page of so many must have, the most important
// first: one of each community asked for, a community group or else a national
// service for a community, and a mainstream service.
func (l *Shortlist) must(page int) []badges {
	var list []badges
	for i := range min(mostOwn, max(1, page-2)) {
		list = append(list, badgeOwn<<i)
	}
	list = append(list, badgeGroup, badgeMainstream)
	if l.worn&badgeGroup == 0 {
		list[len(list)-2] = badgeNational
	}
	list = slices.DeleteFunc(list, func(m badges) bool { return l.worn&m == 0 })
	if len(list) > page { // two: one's own stands for the group
		list = slices.Delete(list, 1, 2)
	}
	return list
}

// mix sees to it that the first page has one of each kind that it must have, if
// any fits. The order stays one order, so that later pages neither repeat nor
// lose one.
func mix(order []candidate, list Shortlist, byID map[ID]*Service, page int) []candidate {
	if page < 2 {
		return order
	}
	must := list.must(page)
	for _, m := range must {
		wanted := list.first[mathbits.TrailingZeros8(uint8(m))]
		if byID[wanted.id] == nil {
			continue
		}
		first := order[:min(page, len(order))]
		if slices.ContainsFunc(first, func(c candidate) bool { return c.badges&m != 0 }) {
			continue
		}
		order = slices.DeleteFunc(slices.Clone(order), func(c candidate) bool { return c.id == wanted.id })
		if len(order) < page { // others have gone from the directory meanwhile
			order = append(order, wanted)
			continue
		}
		at := page - 1
		for at > 0 && alone(order[:page], at, must) {
			at-- // the only one of another kind stays
		}
		gone := order[at]
		order = slices.Insert(slices.Delete(order, at, at+1), page-1, wanted, gone)
	}
	return order
}

// alone reports that the one at i is the only one on the page with a badge that
// the page must have.
func alone(page []candidate, i int, must []badges) bool {
	return slices.ContainsFunc(must, func(m badges) bool {
		if page[i].badges&m == 0 {
			return false
		}
		for j, c := range page {
			if j != i && c.badges&m != 0 {
				return false
			}
		}
		return true
	})
}
