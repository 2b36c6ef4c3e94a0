package openreferral

import (
	"net/mail"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// Caps in characters. A Telegram message holds 4,096, a card is far shorter.
const (
	maxName = 200
	maxText = 2000
)

// tags and entities are what tells HTML from plain text with a "<" or an "&" in it.
var (
	tags     = regexp.MustCompile(`</?[a-zA-Z][^<>]*>|<!--`)
	entities = regexp.MustCompile(`&(#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);`)
)

// markup reports whether a text is HTML. "A&E; teams" is not: there is no such
// entity.
func markup(s string) bool {
	return tags.MatchString(s) ||
		slices.ContainsFunc(entities.FindAllString(s, -1), func(e string) bool { return html.UnescapeString(e) != e })
}

// plain turns what a feed calls text into plain text: HTML loses its tags but
// keeps lists and the addresses of links, pictures go, odd spaces become spaces.
// changed names what was done beyond trimming, "" when nothing was.
func plain(s string, limit int) (out, changed string) {
	out = s
	if markup(out) {
		out, changed = fromHTML(out), "HTML was turned into plain text"
	}
	if i := strings.Index(out, "data:image/"); i >= 0 {
		out, changed = out[:i], "a picture inside the text was left out"
	}
	out = tidy(out)
	if utf8.RuneCountInString(out) > limit {
		cut := string([]rune(out)[:limit])
		if i := strings.LastIndexAny(cut, " \n"); i > limit/2 {
			cut = cut[:i]
		}
		out, changed = strings.TrimSpace(cut)+" ...", "it was too long and was cut"
	}
	return out, changed
}

// line is plain for what is one line: names, labels.
func line(s string, limit int) (out, changed string) {
	out, changed = plain(s, limit)
	return strings.Join(strings.Fields(out), " "), changed
}

// unseen are characters that can't be seen and break addresses and comparisons.
// The joiners U+200C and U+200D stay: Persian, Urdu and Hindi are spelt with them.
var unseen = strings.NewReplacer("\u200b", "", "\ufeff", "", "\u2060", "", "\u00ad", "",
	"\u00a0", " ", "\u202f", " ", "\u2007", " ", "\r\n", "\n", "\r", "\n", "\t", " ")

// tidy trims, and leaves at most one empty line between two others.
func tidy(s string) string {
	s = unseen.Replace(s)
	var lines []string
	for l := range strings.SplitSeq(s, "\n") {
		l = strings.Join(strings.FieldsFunc(l, func(r rune) bool {
			return r == ' ' || unicode.IsControl(r)
		}), " ")
		if l == "" && (len(lines) == 0 || lines[len(lines)-1] == "") {
			continue
		}
		lines = append(lines, l)
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

// fromHTML is the text of an HTML fragment.
func fromHTML(s string) string {
	var b strings.Builder
	var href string
	hidden := 0
	z := html.NewTokenizer(strings.NewReader(s))
	z.SetMaxBuf(1 << 20)
	for {
		switch z.Next() {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			if hidden == 0 {
				b.WriteString(strings.ReplaceAll(string(z.Text()), "\n", " "))
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			switch t.Data {
			case "script", "style", "template":
				if t.Type == html.StartTagToken {
					hidden++
				}
			case "li":
				b.WriteString("\n- ")
			case "br", "p", "div", "ul", "ol", "table", "tr", "h1", "h2", "h3", "h4", "h5", "h6":
				b.WriteString("\n")
			case "a":
				href = linkOf(t)
			}
		case html.EndTagToken:
			t := z.Token()
			switch t.Data {
			case "script", "style", "template":
				hidden = max(0, hidden-1)
			case "p", "div", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6":
				b.WriteString("\n")
			case "a":
				if href != "" && !strings.HasSuffix(b.String(), href) {
					b.WriteString(" (" + href + ")")
				}
				href = ""
			}
		}
	}
}

func linkOf(t html.Token) string {
	for _, a := range t.Attr {
		if a.Key == "href" && (strings.HasPrefix(a.Val, "http://") || strings.HasPrefix(a.Val, "https://")) {
			return a.Val
		}
	}
	return ""
}

// webAddress mends an address without a scheme. ok is false for one that no
// browser would open.
func webAddress(s string) (out string, ok bool) {
	s = strings.ReplaceAll(tidy(s), " ", "")
	if s == "" {
		return "", true
	}
	if !strings.Contains(s, "://") {
		s = "https://" + strings.TrimPrefix(s, "//")
	}
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || !strings.Contains(u.Hostname(), ".") ||
		u.User != nil || utf8.RuneCountInString(s) > maxText {
		return "", false
	}
	return u.String(), true
}

// mailbox is a bare e-mail address, or ok is false.
func mailbox(s string) (out string, ok bool) {
	s = strings.TrimPrefix(strings.ReplaceAll(tidy(s), " ", ""), "mailto:")
	if s == "" {
		return "", true
	}
	a, err := mail.ParseAddress(s)
	if err != nil || a.Address != s || !strings.Contains(s[strings.LastIndexByte(s, '@'):], ".") {
		return "", false
	}
	return s, true
}

// privateMail are the providers whose addresses are mostly one person's own.
var privateMail = regexp.MustCompile(`(?i)@(gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|aol|icloud|me|mac|proton|protonmail)\.[a-z.]+$`)

// numberForm finds a telephone number inside text.
var numberForm = regexp.MustCompile(`\+?\(?[0-9][0-9 ()\x{2010}-\x{2013}-]*[0-9]`)

// extension is a number behind a number. It is dialled when asked for, so it
// belongs to the words.
var extension = regexp.MustCompile(`(?i)[ ,]*\b(?:ext(?:ension)?|x)\.? ?[0-9]{1,5}\b`)

// telephone takes a number apart from words around it ("Front desk: 01632
// 960000"). Numbers are kept as the provider writes them. ok is false when there
// is no number, or more than one: nobody should guess which to ring.
func telephone(s string) (number, label string, ok bool) {
	s = strings.Join(strings.Fields(tidy(s)), " ")
	ext := strings.Trim(extension.FindString(s), " ,")
	s = extension.ReplaceAllString(s, "")
	found := numberForm.FindAllStringIndex(s, -1)
	if len(found) != 1 {
		return "", "", false
	}
	number = s[found[0][0]:found[0][1]]
	digits := 0
	for _, r := range number {
		if unicode.IsDigit(r) {
			digits++
		}
	}
	if digits < 3 || digits > 15 {
		return "", "", false
	}
	around := s[:found[0][0]] + " " + s[found[0][1]:]
	label = strings.Trim(strings.Join(strings.Fields(around), " "), " :;,.-()")
	return number, strings.TrimSpace(label + " " + ext), true
}
