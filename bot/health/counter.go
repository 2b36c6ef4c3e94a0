package health

import (
	"slices"
	"sync/atomic"
	"time"
)

// counter counts by labels. All its rows are there from the start, so that it
// can't grow, and a rate over it begins at zero.
type counter struct {
	figure
	labels []label
	rows   []atomic.Uint64
}

func newCounter(f figure, labels ...label) *counter {
	n := 1
	for _, l := range labels {
		n *= len(l.values)
	}
	return &counter{figure: f, labels: labels, rows: make([]atomic.Uint64, n)}
}

// add counts one, under one value for each label.
func (c *counter) add(values ...string) {
	row := 0
	for i, l := range c.labels {
		at := slices.Index(l.values, values[i])
		if at < 0 {
			at = slices.Index(l.values, other)
		}
		row = row*len(l.values) + at
	}
	c.rows[row].Add(1)
}

// values are the labels' values of a row.
func (c *counter) values(row int) []string {
	out := make([]string, len(c.labels))
	for i := len(c.labels) - 1; i >= 0; i-- {
		n := len(c.labels[i].values)
		out[i] = c.labels[i].values[row%n]
		row /= n
	}
	return out
}

// bounds are the upper ends of a histogram's buckets. A turn takes a millisecond
// or two on a sound machine; ten seconds is one in trouble.
var bounds = []time.Duration{
	500 * time.Microsecond, time.Millisecond, 2500 * time.Microsecond, 5 * time.Millisecond,
	10 * time.Millisecond, 25 * time.Millisecond, 50 * time.Millisecond, 100 * time.Millisecond,
	250 * time.Millisecond, 500 * time.Millisecond, time.Second, 2500 * time.Millisecond, 10 * time.Second,
}

// histogram counts durations by size.
type histogram struct {
	figure
	buckets []atomic.Uint64 // one more than bounds: what is longer than all
	sum     atomic.Int64    // nanoseconds
}

func newHistogram(f figure) *histogram {
	return &histogram{figure: f, buckets: make([]atomic.Uint64, len(bounds)+1)}
}

func (h *histogram) observe(d time.Duration) {
	d = max(d, 0) // a clock that was set back
	at, _ := slices.BinarySearch(bounds, d)
	h.buckets[at].Add(1)
	h.sum.Add(int64(d))
}
