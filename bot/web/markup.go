package web

import (
	"html"
	"html/template"
	"net/url"
	"regexp"
	"strings"

	xhtml "golang.org/x/net/html"
)

// markup turns the HTML of a letter into HTML of ours. Letters come escaped, but
// a listing is written by many hands, so nothing is trusted: the text is read
// token by token and written anew with b, i, u, links and the marks of other
// languages only. An empty line parts paragraphs, a line end becomes a line
// break. In right-to-left letters, numbers of the length of a phone number stay
// in one piece and left to right.
func markup(s string, rtl bool, origin string) template.HTML {
	return (&marker{rtl: rtl, origin: origin}).read(s)
}

// read writes all of s anew.
func (w *marker) read(s string) template.HTML {
	z := xhtml.NewTokenizer(strings.NewReader(s))
	hidden := "" // inside an element whose text is not for reading
	for {
		switch z.Next() {
		case xhtml.ErrorToken: // the end: a string reader knows no other error
			w.finish()
			return template.HTML(w.b.String())
		case xhtml.TextToken:
			if hidden == "" {
				w.text(string(z.Text()))
			}
		case xhtml.StartTagToken:
			t := z.Token()
			switch {
			case hidden != "":
			case unread[t.Data]:
				hidden = t.Data
			default:
				w.start(t)
			}
		case xhtml.SelfClosingTagToken:
			if t := z.Token(); t.Data == "br" && hidden == "" {
				w.lines++
			}
		case xhtml.EndTagToken:
			t := z.Token()
			if t.Data == hidden {
				hidden = ""
			} else if hidden == "" {
				w.end(t.Data)
			}
		}
	}
}

// unread are the elements whose text must not come out as words.
var unread = map[string]bool{
	"script": true, "style": true, "template": true, "title": true, "textarea": true,
	"iframe": true, "noscript": true, "noembed": true, "noframes": true, "xmp": true,
	"plaintext": true, "svg": true, "math": true, "select": true, "object": true,
}

// plain are the tags that carry nothing but themselves.
var plain = map[string]bool{"b": true, "i": true, "u": true}

// marker writes paragraphs.
type marker struct {
	b      strings.Builder // the paragraphs before this one
	p      strings.Builder // what is in this one
	rtl    bool
	origin string
	open   []tag // the tags that are open now
	lines  int   // line ends that were read and not written yet
	inP    bool
	phrase bool   // its paragraphs are taken off again
	spoken spoken // the languages of this paragraph
}

// tag is an open tag: its name and how it was opened, "" when it was left out.
type tag struct{ name, opened string }

// text writes words, and notes line ends until the next words come.
func (w *marker) text(s string) {
	for i, line := range strings.Split(strings.ReplaceAll(s, "\r", ""), "\n") {
		if i > 0 {
			w.lines++
		}
		if strings.TrimSpace(line) == "" && (w.lines > 0 || !w.inP) {
			continue
		}
		w.breakLines()
		w.words(line)
	}
}

// words writes a piece of one line.
func (w *marker) words(line string) {
	outer, inner := w.tongues()
	w.spoken.hear(outer, inner, line)
	if !w.rtl || w.linked() {
		w.p.WriteString(html.EscapeString(line))
		return
	}
	last := 0
	for _, at := range phoneLike.FindAllStringIndex(line, -1) {
		w.p.WriteString(html.EscapeString(line[last:at[0]]))
		w.p.WriteString(`<bdi dir="ltr">` + html.EscapeString(line[at[0]:at[1]]) + `</bdi>`)
		last = at[1]
	}
	w.p.WriteString(html.EscapeString(line[last:]))
}

// phoneLike is a run of digits as long as a phone number, with what may stand
// between its parts.
var phoneLike = regexp.MustCompile(`\+?\(?\d[\d ()\-]{3,}\d`)

// tongues are the marks of the language where we are, the widest and the one that
// counts; "" is the letter's own.
func (w *marker) tongues() (outer, inner string) {
	for _, t := range w.open {
		if t.name == "span" && t.opened != "" {
			if outer == "" {
				outer = t.opened
			}
			inner = t.opened
		}
	}
	return outer, inner
}

// leftward reports whether words run from right to left where we are.
func (w *marker) leftward() bool {
	rtl := w.rtl
	for _, t := range w.open {
		switch {
		case strings.Contains(t.opened, `dir="rtl"`):
			rtl = true
		case strings.Contains(t.opened, `dir="ltr"`):
			rtl = false
		}
	}
	return rtl
}

// linked reports whether a link is open.
func (w *marker) linked() bool {
	for _, t := range w.open {
		if t.name == "a" && t.opened != "" {
			return true
		}
	}
	return false
}

// breakLines writes the line ends that were noted, and opens the paragraph.
func (w *marker) breakLines() {
	lines := w.lines
	w.lines = 0
	switch {
	case !w.inP:
		w.inP = true
	case lines == 1:
		w.p.WriteString("<br>")
	case lines > 1:
		w.closeTags(0)
		w.endP()
		for _, t := range w.open {
			w.p.WriteString(t.opened)
		}
	}
}

// endP writes the paragraph that is at its end.
func (w *marker) endP() {
	if w.phrase {
		w.spoken.more = true // there is no paragraph to mark
	}
	w.b.WriteString(w.spoken.paragraph(w.p.String()))
	w.p.Reset()
	w.spoken = spoken{}
}

// closeTags writes the ends of the open tags down to one, leaving the list.
func (w *marker) closeTags(down int) {
	for i := len(w.open) - 1; i >= down; i-- {
		if w.open[i].opened != "" {
			w.p.WriteString("</" + w.open[i].name + ">")
		}
	}
}

// start opens a tag that is allowed.
func (w *marker) start(t xhtml.Token) {
	switch {
	case t.Data == "br":
		w.lines++
	case plain[t.Data] && len(w.open) < 16:
		w.push(tag{t.Data, "<" + t.Data + ">"})
	case t.Data == "a":
		w.push(tag{"a", w.link(t)})
	case t.Data == "span" && len(w.open) < 16:
		w.push(tag{"span", language(t, w.leftward())})
	}
}

// push opens a tag and remembers it.
func (w *marker) push(t tag) {
	w.breakLines()
	w.open = append(w.open, t)
	w.p.WriteString(t.opened)
}

// link is the start of a link, "" when its address is not allowed or a link is
// open already.
func (w *marker) link(t xhtml.Token) string {
	if w.linked() {
		return ""
	}
	for _, a := range t.Attr {
		if a.Key != "href" {
			continue
		}
		if to, dir := address(a.Val, w.origin); to != "" {
			return `<a href="` + html.EscapeString(to) + `"` + dir + ` rel="noreferrer noopener">`
		}
	}
	return ""
}

// end closes a tag and what was left open in it; one that isn't open is ignored.
func (w *marker) end(name string) {
	for i := len(w.open) - 1; i >= 0; i-- {
		if w.open[i].name == name {
			w.closeTags(i)
			w.open = w.open[:i]
			return
		}
	}
}

// finish closes all.
func (w *marker) finish() {
	w.closeTags(0)
	if w.inP {
		w.endP()
	}
}

// address is a link's address when it may be shown, and the attribute that keeps
// a number left to right. Allowed are https, tel, sms, mailto and our own page.
func address(raw, origin string) (to, dir string) {
	raw = strings.TrimSpace(raw)
	u, err := url.Parse(raw)
	if err != nil || len(raw) > 2048 {
		return "", ""
	}
	switch u.Scheme {
	case "https":
		if u.Host != "" && u.User == nil {
			return raw, ""
		}
	case "http":
		if origin != "" && strings.HasPrefix(raw, origin+"/") {
			return raw, ""
		}
	case "tel", "sms":
		return raw, ` dir="ltr"`
	case "mailto":
		return raw, ""
	}
	return "", ""
}

// inline is markup for a phrase of the page: without paragraphs.
func inline(s string) template.HTML {
	body := string((&marker{phrase: true}).read(s))
	body = strings.ReplaceAll(body, "</p><p>", "<br><br>")
	return template.HTML(strings.TrimSuffix(strings.TrimPrefix(body, "<p>"), "</p>"))
}
