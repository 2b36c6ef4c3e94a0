package safety

import (
	_ "embed"
	"fmt"
	"slices"
	"sync"

	"github.com/BurntSushi/toml"
)

// Severity is how bad the harm could be, Likelihood how probable it is, each
// from 1 to 5 in the words of DCB0129's example matrix: minor, significant,
// considerable, major, catastrophic; very low, low, medium, high, very high.
type (
	Severity   int
	Likelihood int
)

// matrix is the risk rating by likelihood (rows) and severity (columns): the
// example of NHS England's clinical risk management guidance to DCB0129.
var matrix = [5][5]int{
	{1, 1, 2, 2, 3}, // very low
	{1, 2, 2, 3, 4}, // low
	{2, 2, 3, 3, 4}, // medium
	{2, 3, 3, 4, 5}, // high
	{3, 4, 4, 5, 5}, // very high
}

// Risk is a severity with a likelihood.
type Risk struct {
	Severity   Severity   `toml:"severity"`
	Likelihood Likelihood `toml:"likelihood"`
}

// Rating is from 1 (acceptable) to 5 (unacceptable); 4 and 5 may not be let near
// people. 0 when the Risk is out of range.
func (r Risk) Rating() int {
	if r.Severity < 1 || r.Severity > 5 || r.Likelihood < 1 || r.Likelihood > 5 {
		return 0
	}
	return matrix[r.Likelihood-1][r.Severity-1]
}

// Control is what stands against a hazard, and how one sees that it does.
type Control struct {
	What string `toml:"what"`
	// By are tests ("bot/runner.TestTheCardNeedsNoFile"), transcripts and
	// documents (paths of this repository), one at least.
	By []string `toml:"by"`
}

// Hazard is one way in which the program could help to harm somebody.
type Hazard struct {
	ID       string    `toml:"id"`
	Hazard   string    `toml:"hazard"`
	Cause    string    `toml:"cause"`
	Effect   string    `toml:"effect"`
	Initial  Risk      `toml:"initial"`
	Controls []Control `toml:"control"`
	Further  []string  `toml:"further"` // what is still to be done, and by whom
	Residual Risk      `toml:"residual"`
	Owner    string    `toml:"owner"`
	Status   Status    `toml:"status"`
}

// Status is where a hazard stands.
type Status string

// The states of a hazard. Closing one is the clinical safety officer's.
const (
	Open   Status = "open"
	Closed Status = "closed"
)

//go:embed hazards.toml
var hazardLog string

// Hazards is the hazard log, in the order of its ids. The ratings are the
// makers' proposal until a clinical safety officer has judged them.
var Hazards = sync.OnceValue(func() []Hazard {
	list, err := readHazards(hazardLog)
	if err != nil {
		panic("safety: hazards.toml: " + err.Error())
	}
	return list
})

// readHazards reads a hazard log and says what is missing in it.
func readHazards(text string) ([]Hazard, error) {
	var log struct {
		Hazards []Hazard `toml:"hazard"`
	}
	meta, err := toml.Decode(text, &log)
	if err != nil {
		return nil, err
	}
	if odd := meta.Undecoded(); len(odd) > 0 {
		return nil, fmt.Errorf("%q is nothing a hazard has", odd[0].String())
	}
	for i, h := range log.Hazards {
		if want := fmt.Sprintf("H%02d", i+1); h.ID != want {
			return nil, fmt.Errorf("hazard %q should be %s", h.ID, want)
		}
		if err := h.check(); err != nil {
			return nil, fmt.Errorf("%s: %w", h.ID, err)
		}
	}
	return log.Hazards, nil
}

func (h Hazard) check() error {
	for _, f := range []struct{ name, value string }{
		{"hazard", h.Hazard},
		{"cause", h.Cause},
		{"effect", h.Effect},
		{"owner", h.Owner},
	} {
		if f.value == "" {
			return fmt.Errorf("%s is empty", f.name)
		}
	}
	switch {
	case h.Initial.Rating() == 0 || h.Residual.Rating() == 0:
		return fmt.Errorf("severity and likelihood are from 1 to 5")
	case h.Residual.Rating() > h.Initial.Rating():
		return fmt.Errorf("it is rated higher with its controls than without")
	case len(h.Controls) == 0:
		return fmt.Errorf("nothing stands against it")
	case h.Status != Open && h.Status != Closed:
		return fmt.Errorf("status %q", h.Status)
	}
	for _, c := range h.Controls {
		if c.What == "" || len(c.By) == 0 || slices.Contains(c.By, "") {
			return fmt.Errorf("control %q names nothing that shows it", c.What)
		}
	}
	return nil
}
