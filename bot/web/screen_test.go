package web

import (
	"slices"
	"strings"
	"testing"

	xhtml "golang.org/x/net/html"

	"signpost/bot/channel/channeltest"
)

// seen is one message as a person sees it on the page.
type seen struct {
	drawn           string // a QR code
	plays           string // the address of a sound
	file            string // the address of a file
	id, lang, dir   string
	own, kept       bool
	text            string
	buttons, values []string
	links           map[string]string
}

// screen reads the messages off a page.
func screen(t *testing.T, page string) []seen {
	t.Helper()
	root, err := xhtml.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	var all []seen
	for n := range root.Descendants() {
		if n.Type == xhtml.ElementNode && n.Data == "article" {
			all = append(all, read(n))
		}
	}
	return all
}

// read takes one message apart.
func read(n *xhtml.Node) seen {
	class := strings.Fields(attr(n, "class"))
	m := seen{
		id: attr(n, "id"), lang: attr(n, "lang"), dir: attr(n, "dir"),
		own: slices.Contains(class, "own"), kept: slices.Contains(class, "kept"),
		links: map[string]string{},
	}
	for d := range n.Descendants() {
		if d.Data == "path" {
			m.drawn = attr(d, "d") // the last is the code
		}
		if d.Data == "audio" {
			m.plays = attr(d, "src")
		}
		if attr(d, "download") == channeltest.Table.Name {
			m.file = attr(d, "href")
		}
		switch class := strings.Fields(attr(d, "class")); {
		case slices.Contains(class, "text"):
			m.text = inner(d)
		case slices.Contains(class, "button"):
			label := inner(d)
			m.buttons = append(m.buttons, label)
			m.values = append(m.values, attr(d, "value"))
			if d.Data == "a" {
				m.links[label] = attr(d, "href")
			}
		}
	}
	return m
}

// attr is an attribute of an element.
func attr(n *xhtml.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// inner is the text in an element, with a line end for each line break.
func inner(n *xhtml.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		switch {
		case d.Type == xhtml.TextNode:
			b.WriteString(d.Data)
		case d.Data == "br":
			b.WriteString("\n")
		case d.Data == "p" && b.Len() > 0:
			b.WriteString("\n\n")
		}
	}
	return b.String()
}

// backward is a list from its end.
func backward(list []seen) []seen {
	list = slices.Clone(list)
	slices.Reverse(list)
	return list
}

// byID is the text of an element, "" when there is none of that id.
func byID(t *testing.T, page, id string) string {
	t.Helper()
	root, err := xhtml.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		if attr(n, "id") == id {
			return inner(n)
		}
	}
	return ""
}
