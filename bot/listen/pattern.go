package listen

import (
	"fmt"
	"strings"
)

// pattern is a row of elements, each found within the gap behind the one before.
type pattern []element

// element is words of a slot, at most gap words behind the element before it.
type element struct {
	slot int32
	gap  int32
}

// maxElements keeps patterns readable and a match of fixed size.
const maxElements = 8

// aside is the gap between parts that may stand in any order.
const aside = 6

// parse reads what a rule may say. A word stands for itself; kill* for every
// word that begins so; {die} for the words listed under that name, {a|b} for
// those of both; a|b for either word; x? may be left out; .. is a gap of up to
// two words and ... one of up to five (three and eight in scripts without
// spaces); parts with & between them come in any order.
func (c *compiler) parse(say string) ([]pattern, error) {
	var parts [][]pattern
	for part := range strings.SplitSeq(say, "&") {
		p, err := c.row(strings.Fields(part))
		if err != nil {
			return nil, fmt.Errorf("%q: %w", say, err)
		}
		parts = append(parts, p)
	}
	if len(parts) > 3 {
		return nil, fmt.Errorf("%q: more than three parts in any order", say)
	}
	var all []pattern
	for _, order := range orders(len(parts)) {
		rows := []pattern{nil}
		for n, i := range order {
			var grown []pattern
			for _, head := range rows {
				for _, tail := range parts[i] {
					p := append(append(pattern(nil), head...), tail...)
					if n > 0 {
						p[len(head)].gap = aside
					}
					grown = append(grown, p)
				}
			}
			rows = grown
		}
		all = append(all, rows...)
	}
	for _, p := range all {
		if len(p) == 0 || len(p) > maxElements {
			return nil, fmt.Errorf("%q: a pattern has one to %d words", say, maxElements)
		}
	}
	return all, nil
}

// orders are the ways to put n things in a row.
func orders(n int) [][]int {
	switch n {
	case 1:
		return [][]int{{0}}
	case 2:
		return [][]int{{0, 1}, {1, 0}}
	}
	return [][]int{{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}}
}

// row reads one part. Each word that may be left out doubles the patterns.
func (c *compiler) row(words []string) ([]pattern, error) {
	rows := []pattern{nil}
	gap := 0
	if len(words) == 0 {
		return nil, fmt.Errorf("nothing said")
	}
	for _, w := range words {
		switch w {
		case "..":
			gap = c.gaps[0]
			continue
		case "...":
			gap = c.gaps[1]
			continue
		}
		w, optional := strings.CutSuffix(w, "?")
		slot, err := c.slot(w)
		if err != nil {
			return nil, err
		}
		var grown []pattern
		for _, r := range rows {
			e := element{slot: int32(slot), gap: int32(gap)}
			if len(r) == 0 {
				e.gap = 0
			}
			grown = append(grown, append(append(pattern(nil), r...), e))
			if optional {
				grown = append(grown, r)
			}
		}
		rows = grown
		gap = 0
	}
	return rows, nil
}

// slot gives the number of what one word of a pattern stands for.
func (c *compiler) slot(w string) (int, error) {
	if n, ok := c.named[w]; ok {
		return n, nil
	}
	phrases, err := c.phrasesOf(w)
	if err != nil {
		return 0, err
	}
	n, err := c.newSlot(phrases)
	if err != nil {
		return 0, fmt.Errorf("%s: %w", w, err)
	}
	c.named[w] = n
	return n, nil
}

// phrasesOf gives what a word of a pattern may be: {a|b}|c is a word listed under
// a or b, or c.
func (c *compiler) phrasesOf(w string) ([]string, error) {
	var phrases []string
	for w != "" {
		end := strings.IndexByte(w, '|')
		inner, list := strings.CutPrefix(w, "{")
		if list {
			if end = strings.IndexByte(inner, '}'); end < 0 {
				return nil, fmt.Errorf("%q lacks its }", w)
			}
			for name := range strings.SplitSeq(inner[:end], "|") {
				words, ok := c.file.Words[name]
				if !ok {
					return nil, fmt.Errorf("there are no words {%s}", name)
				}
				phrases = append(phrases, words...)
			}
			w = strings.TrimPrefix(inner[end+1:], "|")
			continue
		}
		word := w
		if end >= 0 {
			word, w = w[:end], w[end+1:]
		} else {
			w = ""
		}
		phrases = append(phrases, word)
	}
	return phrases, nil
}
