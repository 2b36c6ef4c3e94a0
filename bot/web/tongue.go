package web

import (
	"regexp"
	"strings"
	"unicode"

	xhtml "golang.org/x/net/html"

	"signpost/locales"
)

// tagLike is the tag of a language (BCP 47), as far as we look into one.
var tagLike = regexp.MustCompile(`^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}$`)

// language is how the mark of words in another language than the letter is
// written, with a direction where that is another; "" for a span that marks
// nothing. Without the mark a screen reader reads the words out with the sounds
// of the wrong language. https://www.w3.org/TR/WCAG22/#language-of-parts
func language(t xhtml.Token, rtl bool) string {
	for _, a := range t.Attr {
		if a.Key != "lang" || !tagLike.MatchString(a.Val) {
			continue
		}
		mark := `<span lang="` + a.Val + `"`
		if l, ok := locales.Find(a.Val); ok && l.RTL != rtl {
			mark += ` dir="` + direction(l.RTL) + `"`
		}
		return mark + ">"
	}
	return ""
}

// spoken is what was heard of the languages of a paragraph.
type spoken struct {
	mark string // of the language that all letters so far are in; "" is the letter's own
	some bool   // there were letters
	more bool   // there are letters of several languages
	part bool   // and a part of it is in yet another
}

// hear takes in words under a mark, and perhaps under another one within it.
// Numbers belong to any language.
func (s *spoken) hear(mark, within, words string) {
	if strings.IndexFunc(words, unicode.IsLetter) < 0 {
		return
	}
	s.more = s.more || s.some && mark != s.mark
	s.part = s.part || within != mark
	s.mark, s.some = mark, true
}

// paragraph is a paragraph with this in it. One that is in another language as a
// whole, such as the urgent card of a translation that nobody has checked, is
// marked as a whole: in Urdu it would else run up against the wrong margin.
func (s spoken) paragraph(inside string) string {
	if s.more || s.mark == "" {
		return "<p>" + inside + "</p>"
	}
	if s.part {
		return "<p" + strings.TrimPrefix(s.mark, "<span") + inside + "</p>"
	}
	inside = strings.ReplaceAll(anyMark.ReplaceAllString(inside, ""), "</span>", "")
	return "<p" + strings.TrimPrefix(s.mark, "<span") + inside + "</p>"
}

// anyMark is a mark as language writes it; text has no angles of its own here.
var anyMark = regexp.MustCompile(`<span [^<>]*>`)

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
