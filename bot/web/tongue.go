package web

import (
	"html/template"
	"strings"
	"unicode"

	"signpost/locales"
)

// marked says of the English paragraphs of a letter that they are English. Such
// a letter is in a language of another script; what stands in it in Latin
// letters alone is a text that is also said in English, such as the urgent card
// of a translation that nobody has checked, or what a place wrote about itself.
// Without the mark a screen reader reads it out with the sounds of the wrong
// language, and in Urdu it would run up against the wrong margin.
// https://www.w3.org/TR/WCAG22/#language-of-parts
//
// The body is what markup wrote: paragraphs and nothing around them.
func marked(body template.HTML) template.HTML {
	const open = "<p>"
	parts := strings.Split(string(body), open)
	for i := 1; i < len(parts); i++ {
		if latin(parts[i]) {
			parts[i] = `<p lang="en" dir="ltr">` + parts[i]
		} else {
			parts[i] = open + parts[i]
		}
	}
	return template.HTML(strings.Join(parts, ""))
}

// latin reports markup with letters, all of them Latin; tags don't count.
func latin(markup string) bool {
	some, tag := false, false
	for _, r := range markup {
		switch r {
		case '<', '>':
			tag = r == '<'
			continue
		}
		if tag {
			continue
		}
		if unicode.IsLetter(r) || unicode.IsMark(r) {
			if !unicode.In(r, unicode.Latin, unicode.Inherited) {
				return false
			}
			some = true
		}
	}
	return some
}

// tongue is the language of a label that is the name of a language in itself, as
// on the buttons to choose one; "" for all others.
func tongue(label string) string {
	for _, l := range locales.Languages() {
		if l.Own == label {
			return l.Tag
		}
	}
	return ""
}
