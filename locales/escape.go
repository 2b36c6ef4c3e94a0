package locales

import (
	"html"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// markup finds what is not text in a message: a tag of the small subset, or a
// placeholder.
var markup = regexp.MustCompile(`</?[biu]>|<a href="[^"<>]*">|</a>|\{\{\.[A-Z][A-Za-z0-9]*\}\}`)

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

// escape makes a value safe between and inside tags. Telegram knows these four
// names of entities and no others.
func escape(s string) string { return escaper.Replace(s) }

// prepare makes a message as a translator wrote it into a template of HTML:
// what is neither a tag of the subset nor a placeholder is escaped, and in a
// right-to-left language runs of numbers and Latin letters are kept apart.
func prepare(text string, rtl bool) string {
	var b strings.Builder
	piece := func(s string) {
		s = html.UnescapeString(s) // "&amp;" and "&" are both welcome
		if rtl {
			s = isolateRuns(s)
		}
		b.WriteString(escape(s))
	}
	at := 0
	for _, m := range markup.FindAllStringIndex(text, -1) {
		piece(text[at:m[0]])
		b.WriteString(text[m[0]:m[1]])
		at = m[1]
	}
	piece(text[at:])
	return b.String()
}

// capital makes the first letter of some HTML big, if it begins with one: what
// stands before it may be tags and marks of direction.
func capital(s string) string {
	for i := 0; i < len(s); {
		if tag := anyTag.FindStringIndex(s[i:]); tag != nil && tag[0] == 0 {
			i += tag[1]
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if unicode.IsLetter(r) {
			return s[:i] + string(unicode.ToTitle(r)) + s[i+size:]
		}
		if r < 0x2066 || r > 0x2069 {
			return s
		}
		i += size
	}
	return s
}

// clean takes out of a value what could change the words around it: marks of
// direction that nobody closes, and control characters.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\t':
			return ' '
		case r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069, unicode.IsControl(r), r == unicode.ReplacementChar:
			return -1
		}
		return r
	}, s)
}

var (
	anchor = regexp.MustCompile(`<a href="([^"<>]*)">(.*?)</a>`)
	anyTag = regexp.MustCompile(`</?[biu]>|<a href="[^"<>]*">|</a>`)
)

// Plain takes the tags out of what Render gave and resolves its entities, for
// the terminal, for buttons and pop-ups. The address of a link follows its
// words in brackets.
func Plain(s string) string {
	s = anchor.ReplaceAllStringFunc(s, func(link string) string {
		parts := anchor.FindStringSubmatch(link)
		address, words := parts[1], parts[2]
		if address == words || strings.HasPrefix(address, "tel:") || strings.HasPrefix(address, "sms:") {
			return words
		}
		return words + " (" + address + ")"
	})
	return html.UnescapeString(anyTag.ReplaceAllString(s, ""))
}
