package web

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestContrast: 4.5:1 for words, 3:1 for the edges of what can be pressed, in
// light and dark: https://www.w3.org/TR/WCAG22/#contrast-minimum and
// #non-text-contrast.
func TestContrast(t *testing.T) {
	css, err := files.ReadFile("assets/page.css")
	if err != nil {
		t.Fatal(err)
	}
	light, dark, ok := strings.Cut(string(css), "@media (prefers-color-scheme: dark)")
	if !ok {
		t.Fatal("the style sheet has no dark colours")
	}
	dark, _, _ = strings.Cut(dark, "}")
	for name, part := range map[string]string{"light": light, "dark": dark} {
		colour := map[string]float64{}
		for _, m := range regexp.MustCompile(`--([a-z-]+): #([0-9a-f]{6}|[0-9a-f]{3});`).FindAllStringSubmatch(part, -1) {
			colour[m[1]] = luminance(t, m[2])
		}
		for _, pair := range []struct {
			on, under string
			least     float64
		}{
			{"ink", "ground", 4.5},
			{"ink", "paper", 4.5},
			{"ink", "own", 4.5},
			{"ink", "softer", 4.5},
			{"quiet", "ground", 4.5},
			{"quiet", "paper", 4.5},
			{"quiet", "own", 4.5},
			{"accent", "paper", 4.5},
			{"accent", "soft", 4.5},
			{"accent", "softer", 4.5},
			{"paper", "accent", 4.5},
			{"leave-ink", "leave", 4.5},
			{"press", "paper", 3},
			{"press", "ground", 3},
			{"accent", "ground", 3},
			{"alert", "paper", 3},
		} {
			a, ok1 := colour[pair.on]
			b, ok2 := colour[pair.under]
			if !ok1 || !ok2 {
				t.Fatalf("%s has no --%s or no --%s", name, pair.on, pair.under)
			}
			if got := (max(a, b) + 0.05) / (min(a, b) + 0.05); got < pair.least {
				t.Errorf("%s: --%s on --%s has %.2f:1, want %.1f:1", name, pair.on, pair.under, got, pair.least)
			}
		}
	}
}

// luminance is the relative luminance of a colour in hexadecimal digits.
func luminance(t *testing.T, hex string) float64 {
	t.Helper()
	if len(hex) == 3 {
		hex = string([]byte{hex[0], hex[0], hex[1], hex[1], hex[2], hex[2]})
	}
	var sum float64
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, err := strconv.ParseUint(hex[2*i:2*i+2], 16, 8)
		if err != nil {
			t.Fatal(err)
		}
		c := float64(n) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}
