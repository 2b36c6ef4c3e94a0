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
		if n := tagAt(s[i:]); n > 0 {
			i += n
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

// tagAt is the length of the tag of the subset, or of the mark of a language,
// that s begins with; 0 when it begins with none.
func tagAt(s string) int {
	if s == "" || s[0] != '<' {
		return 0
	}
	end := strings.IndexByte(s, '>')
	if end < 0 {
		return 0
	}
	switch s[1:end] {
	case "b", "/b", "i", "/i", "u", "/u", "/a":
		return end + 1
	}
	if _, ok := addressOf(s[:end+1]); ok {
		return end + 1
	}
	return markAt(s)
}

// addressOf is the address of a tag that opens a link.
func addressOf(tag string) (address string, ok bool) {
	address, ok = strings.CutPrefix(tag, `<a href="`)
	if !ok {
		return "", false
	}
	address, ok = strings.CutSuffix(address, `">`)
	return address, ok && !strings.ContainsAny(address, `<>"`)
}

// Plain takes the tags out of what Render gave and resolves its entities, for
// the terminal, for buttons and pop-ups. The address of a link follows its
// words in brackets.
func Plain(s string) string {
	if !strings.ContainsAny(s, "<&") {
		return s
	}
	var b strings.Builder
	behind := "" // the address that follows the words of the link that is open
	for s != "" {
		at := strings.IndexByte(s, '<')
		if at < 0 {
			at = len(s)
		}
		b.WriteString(s[:at])
		s = s[at:]
		n := tagAt(s)
		switch address, opens := addressOf(s[:n]); {
		case n == 0 && s != "":
			n = 1
			b.WriteByte('<')
		case opens && behind == "":
			behind = shownBehind(address, s[n:])
		case s[:n] == "</a>":
			b.WriteString(behind)
			behind = ""
		}
		s = s[n:]
	}
	return html.UnescapeString(b.String())
}

// shownBehind is a link's address in brackets; "" where it would tell nothing
// new, since it is a number or the words themselves, and where the link does not
// end on its line.
func shownBehind(address, rest string) string {
	words, _, ended := strings.Cut(rest, "</a>")
	number := strings.HasPrefix(address, "tel:") || strings.HasPrefix(address, "sms:")
	if !ended || number || address == words || strings.Contains(words, "\n") {
		return ""
	}
	return " (" + address + ")"
}
