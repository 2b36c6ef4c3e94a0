package listen

import "slices"

// rows are lists of values by number, all in one row: what a slice of slices is,
// without a pointer for each.
type rows[T any] struct {
	from []int32 // where the list of a number begins; one more at the end
	all  []T
}

// of gives the list of a number.
func (r *rows[T]) of(n int32) []T { return r.all[r.from[n]:r.from[n+1]] }

// entry is a value on its way into the list of a number.
type entry[T any] struct {
	n     int32
	value T
}

// makeRows sorts entries into the lists of the numbers below n, each in the order
// in which its entries came.
func makeRows[T any](n int, entries []entry[T]) rows[T] {
	slices.SortStableFunc(entries, func(a, b entry[T]) int { return int(a.n - b.n) })
	r := rows[T]{from: make([]int32, n+1), all: make([]T, len(entries))}
	for i, e := range entries {
		r.all[i] = e.value
		r.from[e.n+1]++
	}
	for i := range n {
		r.from[i+1] += r.from[i]
	}
	return r
}

// fitting is a list that takes no more room than it needs, when nothing more comes.
func fitting[S ~[]T, T any](list S) S { return append(make(S, 0, len(list)), list...) }
