package telegram

import (
	"html"
	"slices"
	"strings"
	"unicode/utf8"
)

// maxBytes of a message's text before its tags are read; the server's own limit
// is 32768.
const maxBytes = 30000

// maxTag is how many bytes a tag may have, its link included.
const maxTag = 4096

// token is the smallest piece of HTML that can't be broken: a tag, an entity, a
// character.
type token struct {
	raw   string
	tag   string // the name of a tag, "" for what is shown
	close bool
}

// blank reports white space.
func (t token) blank() bool { return t.tag == "" && strings.TrimSpace(t.raw) == "" }

// tokens cuts HTML into its smallest pieces. A "<" that opens no tag is escaped.
func tokens(s string) []token {
	var out []token
	for s != "" {
		var t token
		switch {
		case s[0] == '<':
			end := strings.IndexByte(s[:min(len(s), maxTag)], '>')
			if end < 0 {
				t.raw, s = "&lt;", s[1:]
				break
			}
			t.raw = s[:end+1]
			name := strings.TrimPrefix(s[1:end], "/")
			t.close = name != s[1:end]
			t.tag, _, _ = strings.Cut(name, " ")
			s = s[end+1:]
		case s[0] == '&' && entity(s) > 0:
			t.raw, s = s[:entity(s)], s[entity(s):]
		default:
			_, n := utf8.DecodeRuneInString(s)
			t.raw, s = s[:n], s[n:]
		}
		out = append(out, t)
	}
	return out
}

// entity is the length of the entity that s begins with, 0 if there is none.
func entity(s string) int {
	if end := strings.IndexByte(s[:min(len(s), 12)], ';'); end > 1 && !strings.ContainsAny(s[:end], " \n<") {
		return end + 1
	}
	return 0
}

// split cuts HTML into parts that show at most limit characters each, at a
// paragraph if the part is then at least half full, else at a line, a space,
// or anywhere. Tags that are open at a cut are closed and opened again.
func split(s string, limit int) []string {
	if s = strings.TrimSpace(s); len(s) <= maxBytes && utf8.RuneCountInString(s) <= limit && whole(s) {
		return []string{s} // as nearly every letter is
	}
	all := tokens(s)
	var parts []string
	var open []token
	for {
		for len(all) > 0 && all[0].blank() {
			all = all[1:]
		}
		if len(all) == 0 {
			return parts
		}
		n := cut(all, limit)
		var part string
		part, open = wrap(all[:n], open)
		if strings.TrimSpace(plain(part)) != "" {
			parts = append(parts, part)
		}
		all = all[n:]
	}
}

// whole reports HTML that shows something, and whose tags are all closed, without
// cutting it into tokens.
func whole(s string) bool {
	shows, open := false, 0
	for {
		before, rest, more := strings.Cut(s, "<")
		shows = shows || strings.TrimSpace(before) != ""
		if !more {
			return shows && open == 0
		}
		tag, after, ends := strings.Cut(rest, ">")
		if !ends || len(tag) > maxTag-2 || strings.Contains(tag, "<") {
			return false
		}
		if strings.HasPrefix(tag, "/") {
			open--
		} else {
			open++
		}
		if open < 0 {
			return false
		}
		s = after
	}
}

// cut is how many tokens go into the next part.
func cut(all []token, limit int) int {
	shown, bytes, isolated := 0, 0, 0
	var paragraph, line, space int
	for i, t := range all {
		bytes += len(t.raw)
		if t.tag == "" {
			shown++
		}
		if shown > limit || bytes > maxBytes {
			for _, n := range []int{paragraph, line, space, i} {
				if n > 0 {
					return n
				}
			}
		}
		switch t.raw {
		case "\u2066", "\u2067", "\u2068":
			isolated++
		case "\u2069":
			isolated--
		}
		if shown < limit/2 || !t.blank() {
			continue
		}
		switch {
		case t.raw != "\n":
			if isolated <= 0 { // a number has spaces, but is one thing
				space = i + 1
			}
		case i > 0 && all[i-1].raw == "\n":
			paragraph, isolated = i+1, 0
		default:
			line, isolated = i+1, 0
		}
	}
	return len(all)
}

// wrap makes a part of tokens, with the tags that are open before it, and gives
// those that are open after it.
func wrap(some, open []token) (string, []token) {
	var s strings.Builder
	for _, t := range open {
		s.WriteString(t.raw)
	}
	open = slices.Clone(open)
	end := len(some)
	for end > 0 && some[end-1].blank() {
		end--
	}
	for _, t := range some[:end] {
		s.WriteString(t.raw)
		switch {
		case t.tag == "":
		case !t.close:
			open = append(open, t)
		case len(open) > 0:
			open = open[:len(open)-1]
		}
	}
	for _, t := range slices.Backward(open) {
		s.WriteString("</" + t.tag + ">")
	}
	return s.String(), open
}

// plain is what HTML shows.
func plain(s string) string {
	var out strings.Builder
	for _, t := range tokens(s) {
		if t.tag == "" {
			out.WriteString(html.UnescapeString(t.raw))
		}
	}
	return out.String()
}

// plainMarks takes out what shows nothing.
var plainMarks = strings.NewReplacer("\u200b", "", "\u200e", "", "\u200f", "", "\u2066", "", "\u2067", "", "\u2068", "", "\u2069", "", "\ufeff", "")
