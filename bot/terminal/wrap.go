package terminal

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// rlm is the right-to-left mark: it sets the direction of a line that begins
// with a number or a bracket.
const rlm = "\u200f"

// wrap breaks a line into lines of at most limit columns, at spaces and between
// wide letters. A word longer than that, such as an address, stays whole, and
// so does what stands in isolates, such as a telephone number.
func wrap(line string, limit int) []string {
	if columns(line) <= limit {
		return []string{line}
	}
	var lines []string
	current := ""
	for _, word := range words(line) {
		if current != "" && columns(current)+columns(strings.TrimRight(word, " ")) > limit {
			lines = append(lines, strings.TrimRight(current, " "))
			current, word = "", strings.TrimLeft(word, " ")
		}
		current += word
	}
	if current = strings.TrimRight(current, " "); current != "" {
		lines = append(lines, current)
	}
	return lines
}

// words cuts a line where it may be broken; each piece keeps the spaces behind it.
func words(line string) []string {
	var out []string
	start, isolated := 0, 0
	var before rune
	for i, r := range line {
		breaks := before == ' ' && r != ' ' || wide(before) && wide(r) && !unicode.IsPunct(r)
		if i > 0 && isolated == 0 && breaks && strings.TrimSpace(line[start:i]) != "" {
			out = append(out, line[start:i])
			start = i
		}
		switch {
		case r >= '\u2066' && r <= '\u2068':
			isolated++
		case r == '\u2069':
			isolated = max(0, isolated-1)
		}
		before = r
	}
	return append(out, line[start:])
}

// columns is how wide a text is on a terminal.
func columns(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		case wide(r):
			n += 2
		default:
			n++
		}
	}
	return n
}

// wide reports a letter of two columns (UAX #11).
func wide(r rune) bool {
	k := width.LookupRune(r).Kind()
	return k == width.EastAsianWide || k == width.EastAsianFullwidth
}

// inOrder are the keys of m: the wished ones it has, then the others by name.
func inOrder(m map[string]string, wished []string) []string {
	var keys []string
	for _, k := range wished {
		if _, ok := m[k]; ok && !slices.Contains(keys, k) {
			keys = append(keys, k)
		}
	}
	for _, k := range slices.Sorted(maps.Keys(m)) {
		if !slices.Contains(keys, k) {
			keys = append(keys, k)
		}
	}
	return keys
}
