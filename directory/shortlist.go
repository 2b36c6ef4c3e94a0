package directory

import "slices"

const (
	pageLength = 5  // matches on a page when the query does not say
	headLength = 20 // how many are read whole, so that equal ones stand by their next session
)

// Shortlist is what the catalogue found: which services to read, and what
// Finish needs to put them on a page.
type Shortlist struct {
	// IDs are the services to read for Finish, best first; no more than some
	// twenty, and as many more as pages are skipped.
	IDs []ID
	// Total is how many services fit.
	Total int

	widened     []Wish
	unreachable []Community
	away        bool
	best        []candidate  // in the order of rank and name
	first       [8]candidate // the best with each badge, where worn has it
	worn        badges
}

// Widened are the wishes that had to be given up, in order.
func (l Shortlist) Widened() []Wish { return slices.Clone(l.widened) }

// candidate is a service that fits, by its place in the catalogue.
type candidate struct {
	id     ID
	rank   rank
	index  int32
	badges badges
}

// Shortlist looks through all services once and keeps the best. It may be called
// from any number of goroutines once the catalogue is filled; what it allocates
// does not depend on the number of services.
func (c *Catalogue) Shortlist(q Query) Shortlist {
	c.settle()
	a := c.ask(q)
	verdicts := c.judgeAll(&a)
	defer c.scratch.Put(verdicts)

	var there [allWishes + 1]bool // which sets of missed wishes there are
	for _, v := range *verdicts {
		if v.fits {
			there[v.strict] = true
		}
	}
	given, met := widen(a.wishes, &there)
	if !met && len(*verdicts) > 0 {
		given = a.wishes
	}
	list := Shortlist{away: a.away, widened: names(given)}
	list.gather(c, &a, *verdicts, given, keep(q))
	list.unreachable = c.unreachable(q, &a)
	return list
}

// keep is how many candidates a page needs: its own, those before it, and those
// that may be put in another order.
func keep(q Query) int { return max(headLength, max(0, q.Skip)+limit(q)) }

func limit(q Query) int {
	if q.Limit <= 0 {
		return pageLength
	}
	return q.Limit
}

// judgeAll judges each service into a list that is used again.
func (c *Catalogue) judgeAll(a *asked) *[]verdict {
	list, _ := c.scratch.Get().(*[]verdict)
	if list == nil || cap(*list) < len(c.facets) {
		fresh := make([]verdict, len(c.facets))
		list = &fresh
	}
	*list = (*list)[:len(c.facets)]
	for i := range c.facets {
		(*list)[i] = c.judge(&c.facets[i], a)
	}
	return list
}

// widen says which wishes must be given up: one after the other until something
// meets the rest, and then back again those that were not in the way, the
// dearest first. met is false when even that finds nothing.
func widen(all wishBit, there *[allWishes + 1]bool) (given wishBit, met bool) {
	meets := func(given wishBit) bool {
		for missed, is := range there {
			if is && wishBit(missed)&^given == 0 {
				return true
			}
		}
		return false
	}
	for bit := wishBit(1); !meets(given); bit <<= 1 {
		if bit > all {
			return given, false
		}
		given |= bit & all
	}
	for bit := wishBit(bitNeed); bit > 0; bit >>= 1 {
		if given&bit != 0 && meets(given&^bit) {
			given &^= bit
		}
	}
	return given, true
}

func names(set wishBit) []Wish {
	var list []Wish
	for i, w := range wishes {
		if set&(1<<i) != 0 {
			list = append(list, w)
		}
	}
	return list
}

// gather keeps the best of those that miss no wish but the given ones.
func (l *Shortlist) gather(c *Catalogue, a *asked, verdicts []verdict, given wishBit, keep int) {
	keep = min(keep, len(verdicts))
	best := make([]candidate, 0, min(keep, 1024))
	for i, v := range verdicts {
		if !v.fits || v.unmet&^given != 0 {
			continue
		}
		f := &c.facets[i]
		r := c.rank(f, a, v)
		l.Total++
		x := candidate{c.entries[i].id, r, int32(i), badgesOf(f, a, r)}
		l.note(&x)
		if len(best) == keep && r <= best[0].rank {
			continue // an equal one further down the list stands behind
		}
		best = push(best, x, keep)
	}
	slices.SortFunc(best, func(x, y candidate) int {
		if worse(x, y) {
			return 1
		}
		return -1
	})
	l.best = best
	for _, x := range best {
		l.IDs = append(l.IDs, x.id)
	}
	for i, x := range l.first {
		if l.worn&(1<<i) != 0 && !slices.Contains(l.IDs, x.id) {
			l.IDs = append(l.IDs, x.id)
		}
	}
}

// worse reports that x stands behind y.
func worse(x, y candidate) bool {
	if x.rank != y.rank {
		return x.rank < y.rank
	}
	return x.index > y.index
}

// push puts a candidate on a heap whose top is the worst of at most keep.
func push(heap []candidate, x candidate, keep int) []candidate {
	if len(heap) < keep {
		heap = append(heap, x)
		for i := len(heap) - 1; i > 0; {
			up := (i - 1) / 2
			if !worse(heap[i], heap[up]) {
				break
			}
			heap[i], heap[up] = heap[up], heap[i]
			i = up
		}
		return heap
	}
	if keep == 0 || worse(x, heap[0]) {
		return heap
	}
	heap[0] = x
	for i := 0; ; {
		down := 2*i + 1
		if down >= len(heap) {
			return heap
		}
		if down+1 < len(heap) && worse(heap[down+1], heap[down]) {
			down++
		}
		if !worse(heap[down], heap[i]) {
			return heap
		}
		heap[i], heap[down] = heap[down], heap[i]
		i = down
	}
}

// unreachable are the communities asked for that have a local group of which no
// way to reach it is known, and none that can be reached. That there is a line for
// the whole country, or that nothing had to be given up, does not silence it: a
// group nearby is what people ask each other about.
func (c *Catalogue) unreachable(q Query, a *asked) []Community {
	if q.Outside || a.own&c.lost == 0 {
		return nil
	}
	var list []Community
	for _, wished := range q.Communities {
		own := meeting(wished)
		without, with := false, false
		for i := range c.facets {
			f := &c.facets[i]
			if f.communities&own == 0 || f.flags&(flagHidden|flagGroup) != flagGroup || !admits(f, a) {
				continue
			}
			if _, fits := c.covers(f, a); !fits {
				continue
			}
			reached := f.flags&flagReachable != 0
			with, without = with || reached, without || !reached
		}
		if without && !with && !slices.Contains(list, wished) {
			list = append(list, wished)
		}
	}
	return list
}
