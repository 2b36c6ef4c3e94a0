package sessionlog

// Band is a number as it is kept: from Min to Max, both inclusive; up to 9 they
// are the same. The zero Band is a number that nobody said, which is not 0: see
// Exactly.
type Band struct {
	Min, Max int
	Known    bool
}

// Most is the largest number that can be said.
const Most = 500

// bands are those above 9.
var bands = []Band{
	{10, 14, true}, {15, 19, true}, {20, 29, true}, {30, 49, true}, {50, 99, true}, {100, 199, true}, {200, Most, true},
}

// Bands are the bands above 9, in their order.
func Bands() []Band { return append([]Band(nil), bands...) }

// Exactly is the band of a number, from 0 to Most; one that is not is nobody's.
func Exactly(n int) Band {
	if n < 0 || n > Most {
		return Band{}
	}
	if n <= 9 {
		return Band{n, n, true}
	}
	for _, b := range bands {
		if n <= b.Max {
			return b
		}
	}
	return Band{}
}

// Said reports whether there is a number.
func (b Band) Said() bool { return b.Known }

// Add adds a band: two that nobody said are none.
func (b Band) Add(c Band) Band {
	return Band{b.Min + c.Min, b.Max + c.Max, b.Known || c.Known}
}
