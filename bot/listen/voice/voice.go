// Package voice is the second voice of the listener: a small linear model over
// pieces of words, for what no rule has heard. It may only raise nothing to the
// gentle line, never to the card, and never lowers anything. It holds weights
// and no words; bot/listen/voice/make trains it from the project's own messages.
package voice

import (
	"bytes"
	"compress/flate"
	_ "embed"
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"sync"
)

// Buckets is how many weights there are (a megabyte in memory): pieces of words
// share them by hash.
const Buckets = 1 << 20

// Model is a weight for each bucket. A message's value is the mean weight of
// its pieces, times the root of their number, plus Bias; above Limit it is heard.
type Model struct {
	Weights [Buckets]int8
	Scale   float32 // of one step of a weight
	Bias    float32
	Limit   float32
}

// Hears reports whether the words of a message sound like those of a message
// that speaks of danger.
func (m *Model) Hears(words []string) bool {
	return len(words) >= fewest && m.Value(words) > m.Limit
}

// fewest is how many words a message must have: in fewer there is nothing to go by.
const fewest = 3

// Value is what a message weighs. It has no meaning beyond the comparison with
// Limit and must not be shown or kept.
func (m *Model) Value(words []string) float32 {
	sum, n := 0, 0
	Pieces(words, func(b uint32) {
		sum += int(m.Weights[b])
		n++
	})
	if n == 0 {
		return float32(math.Inf(-1))
	}
	return float32(sum)*m.Scale/float32(math.Sqrt(float64(n))) + m.Bias
}

// The lengths of the pieces of words, in letters.
const (
	shortest = 2
	longest  = 5
)

// maxWords is how many words are weighed.
const maxWords = 80

// Pieces gives the bucket of each piece of a message: parts of two to five
// letters of each word with its ends marked, the words, and each two words that
// follow each other. Of signs without spaces, each sign is a word.
func Pieces(words []string, each func(bucket uint32)) {
	if len(words) > maxWords {
		words = words[:maxWords]
	}
	before := uint32(0)
	for _, w := range words {
		whole := hash(seed, w)
		each(bucket(whole ^ 0x9e37))
		if before != 0 {
			each(bucket(before*31 + whole))
		}
		before = whole
		pieces(w, each)
	}
}

func pieces(w string, each func(uint32)) {
	runes := make([]rune, 0, 32)
	runes = append(runes, '<')
	for _, r := range w {
		runes = append(runes, r)
	}
	runes = append(runes, '>')
	for i := range runes {
		h := uint32(seed)
		for n := 1; n <= longest && i+n <= len(runes); n++ {
			h = (h ^ uint32(runes[i+n-1])) * prime
			if n >= shortest {
				each(bucket(h + uint32(n)*0x85eb))
			}
		}
	}
}

const (
	seed  = 2166136261
	prime = 16777619
)

func hash(h uint32, s string) uint32 {
	for _, r := range s {
		h = (h ^ uint32(r)) * prime
	}
	return h
}

func bucket(h uint32) uint32 { return (h ^ h>>15) * 2654435769 >> 12 }

//go:embed weights.bin
var weights []byte

// Default is the model that is part of the program.
var Default = sync.OnceValue(func() *Model {
	m, err := Read(bytes.NewReader(weights))
	if err != nil {
		panic("voice: " + err.Error())
	}
	return m
})

// Write writes a model: three numbers and the weights, packed.
func (m *Model) Write(w io.Writer) error {
	f, err := flate.NewWriter(w, flate.BestCompression)
	if err != nil {
		return fmt.Errorf("packing the weights: %w", err)
	}
	for _, part := range []any{m.Scale, m.Bias, m.Limit, m.Weights[:]} {
		if err := binary.Write(f, binary.LittleEndian, part); err != nil {
			return fmt.Errorf("writing the weights: %w", err)
		}
	}
	return f.Close()
}

// Read reads what Write wrote.
func Read(r io.Reader) (*Model, error) {
	f := flate.NewReader(r)
	defer f.Close()
	m := new(Model)
	for _, part := range []any{&m.Scale, &m.Bias, &m.Limit, m.Weights[:]} {
		if err := binary.Read(f, binary.LittleEndian, part); err != nil {
			return nil, fmt.Errorf("reading the weights: %w", err)
		}
	}
	return m, nil
}
