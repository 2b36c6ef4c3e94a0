package voice

import (
	"math"
	"math/rand/v2"
)

// Example is a message to learn from.
type Example struct {
	Words  []string
	Danger bool
}

// Train learns a model from examples: logistic regression with a little decay,
// in an order that seed fixes, so that the same examples give the same weights.
// Limit is 0; Tune sets it.
func Train(examples []Example, seed uint64) *Model {
	const (
		rounds = 30
		decay  = 3e-5
		rate   = 0.4
	)
	type row struct {
		at []uint32
		y  float64
	}
	rows := make([]row, 0, len(examples))
	for _, e := range examples {
		var r row
		if e.Danger {
			r.y = 1
		}
		Pieces(e.Words, func(b uint32) { r.at = append(r.at, b) })
		if len(r.at) > 0 {
			rows = append(rows, r)
		}
	}
	w, g := make([]float64, Buckets), make([]float64, Buckets)
	bias, gBias := 0.0, 1e-6
	random := rand.New(rand.NewPCG(seed, seed))
	for range rounds {
		random.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
		for _, r := range rows {
			norm := 1 / math.Sqrt(float64(len(r.at)))
			sum := bias
			for _, b := range r.at {
				sum += w[b] * norm
			}
			d := 1/(1+math.Exp(-sum)) - r.y
			gBias += d * d
			bias -= 0.1 * d / math.Sqrt(gBias)
			for _, b := range r.at {
				step := d*norm + decay*w[b]
				g[b] += step * step
				w[b] -= rate * step / math.Sqrt(g[b]+1e-3)
			}
		}
	}
	return pack(w, bias)
}

// pack puts weights into steps of one byte.
func pack(w []float64, bias float64) *Model {
	most := 1e-9
	for _, x := range w {
		most = math.Max(most, math.Abs(x))
	}
	m := &Model{Scale: float32(most / 127), Bias: float32(bias)}
	for i, x := range w {
		m.Weights[i] = int8(math.Round(x / most * 127))
	}
	return m
}
