package locales

import "strings"

const (
	openMark  = `<span lang="`
	closeMark = "</span>"
)

// mark says of words in which language they are. A tag that is none, as a
// listing may give, marks nothing.
func mark(tag, words string) string {
	inner := strings.Trim(words, "\n") // an empty line holds no tag
	if inner == "" || !isTag(tag) {
		return words
	}
	before := strings.Index(words, inner)
	return words[:before] + openMark + tag + `">` + inner + closeMark + words[before+len(inner):]
}

// isTag reports what can be a tag of a language (BCP 47): letters and digits in
// parts of one to eight.
func isTag(s string) bool {
	for part := range strings.SplitSeq(s, "-") {
		if len(part) < 1 || len(part) > 8 || strings.Trim(part, alphanumeric) != "" {
			return false
		}
	}
	return len(s) <= 35
}

const alphanumeric = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"

// markAt is the length of the mark that s begins with, 0 when it begins with none.
func markAt(s string) int {
	if strings.HasPrefix(s, closeMark) {
		return len(closeMark)
	}
	rest, ok := strings.CutPrefix(s, openMark)
	if !ok {
		return 0
	}
	tag, _, ok := strings.Cut(rest, `">`)
	if !ok || !isTag(tag) {
		return 0
	}
	return len(openMark) + len(tag) + len(`">`)
}

// Unmarked takes the marks of language out of what Render gave, for doors whose
// HTML has none. https://core.telegram.org/bots/api#html-style
func Unmarked(s string) string {
	if !strings.Contains(s, closeMark) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for s != "" {
		at := strings.IndexByte(s, '<')
		if at < 0 {
			at = len(s)
		}
		b.WriteString(s[:at])
		s = s[at:]
		if n := markAt(s); n > 0 {
			s = s[n:]
		} else if s != "" {
			b.WriteByte('<')
			s = s[1:]
		}
	}
	return b.String()
}
