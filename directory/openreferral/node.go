package openreferral

import (
	"encoding/json"
	"strconv"
	"unicode/utf8"
)

// kind is what a JSON value is.
type kind byte

const (
	kindNull kind = iota
	kindBool
	kindNumber
	kindString
	kindArray
	kindObject
)

// said is the kind as a person would name it.
func (k kind) said() string {
	return [...]string{"nothing", "true or false", "a number", "text", "a list", "an object"}[k]
}

// node is a JSON value that remembers where it stood, so that a fault found
// while its meaning is read can name the line.
type node struct {
	kind  kind
	at    int    // offset of its first byte in the record
	raw   []byte // the value as it stands
	text  string // of a string, unescaped; of a number or bool, as written
	keys  []string
	items []node // of an array; of an object, one for each key
}

// maxDepth is far beyond any schema (an attribute's term in a location is ten
// deep) and keeps a hostile file from using the stack up.
const maxDepth = 64

// syntaxError is what parse returns: an offset into the record and a sentence.
type syntaxError struct {
	at   int
	text string
}

func (e *syntaxError) Error() string { return e.text }

// parse reads one JSON value that fills b but for white space (RFC 8259).
func parse(b []byte) (node, error) {
	p := parser{b: b}
	n, err := p.value(0)
	if err != nil {
		return node{}, err
	}
	if p.space(); p.at < len(p.b) {
		return node{}, p.fail("something stands after the end of the value")
	}
	return n, nil
}

type parser struct {
	b  []byte
	at int
}

func (p *parser) fail(text string) error { return &syntaxError{p.at, text} }

func (p *parser) space() {
	for p.at < len(p.b) && isSpace(p.b[p.at]) {
		p.at++
	}
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\r' || c == '\t' }

// peek is the next byte that is not white space, 0 at the end.
func (p *parser) peek() byte {
	p.space()
	if p.at == len(p.b) {
		return 0
	}
	return p.b[p.at]
}

func (p *parser) value(depth int) (node, error) {
	if depth > maxDepth {
		return node{}, p.fail("it is nested too deeply")
	}
	c := p.peek()
	n := node{at: p.at}
	var err error
	switch {
	case c == '{':
		err = p.object(&n, depth)
	case c == '[':
		err = p.array(&n, depth)
	case c == '"':
		n.kind = kindString
		n.text, err = p.text()
	case c == '-' || c >= '0' && c <= '9':
		n.kind = kindNumber
		n.text, err = p.number()
	default:
		err = p.word(&n)
	}
	if err != nil {
		return node{}, err
	}
	n.raw = p.b[n.at:p.at]
	return n, nil
}

func (p *parser) object(n *node, depth int) error {
	n.kind = kindObject
	p.at++
	if p.peek() == '}' {
		p.at++
		return nil
	}
	n.keys, n.items = make([]string, 0, 8), make([]node, 0, 8)
	for {
		if p.peek() != '"' {
			return p.fail("a member's name in quotation marks should stand here")
		}
		key, err := p.text()
		if err != nil {
			return err
		}
		if p.peek() != ':' {
			return p.fail("a colon should stand after the name " + strconv.Quote(short(key)))
		}
		p.at++
		v, err := p.value(depth + 1)
		if err != nil {
			return err
		}
		n.keys, n.items = append(n.keys, key), append(n.items, v)
		if done, err := p.next('}'); done || err != nil {
			return err
		}
	}
}

func (p *parser) array(n *node, depth int) error {
	n.kind = kindArray
	p.at++
	if p.peek() == ']' {
		p.at++
		return nil
	}
	for {
		v, err := p.value(depth + 1)
		if err != nil {
			return err
		}
		n.items = append(n.items, v)
		if done, err := p.next(']'); done || err != nil {
			return err
		}
	}
}

// next goes over a comma, or over the closing bracket and says so.
func (p *parser) next(end byte) (done bool, err error) {
	switch p.peek() {
	case ',':
		p.at++
		return false, nil
	case end:
		p.at++
		return true, nil
	case 0:
		return false, p.fail("the file ends in the middle of a record")
	}
	return false, p.fail("a comma or " + string(rune(end)) + " should stand here")
}

func (p *parser) word(n *node) error {
	for _, w := range []struct {
		text string
		kind kind
	}{{"true", kindBool}, {"false", kindBool}, {"null", kindNull}} {
		if end := p.at + len(w.text); end <= len(p.b) && string(p.b[p.at:end]) == w.text {
			n.kind, n.text = w.kind, w.text
			p.at = end
			return nil
		}
	}
	if p.at >= len(p.b) {
		return p.fail("the file ends in the middle of a record")
	}
	return p.fail("this is not JSON")
}

func (p *parser) number() (string, error) {
	from := p.at
	for p.at < len(p.b) && (p.b[p.at] >= '0' && p.b[p.at] <= '9' || p.b[p.at] == '-' ||
		p.b[p.at] == '+' || p.b[p.at] == '.' || p.b[p.at] == 'e' || p.b[p.at] == 'E') {
		p.at++
	}
	if !json.Valid(p.b[from:p.at]) {
		p.at = from
		return "", p.fail("this is not a number")
	}
	return string(p.b[from:p.at]), nil
}

func (p *parser) text() (string, error) {
	from, plain := p.at, true
	for p.at++; p.at < len(p.b); p.at++ {
		switch c := p.b[p.at]; {
		case c == '"':
			p.at++
			return p.unquote(from, plain)
		case c == '\\':
			plain = false
			p.at++
		case c < ' ':
			return "", p.fail("a line break or control character stands inside quotation marks")
		case c >= utf8.RuneSelf:
			plain = false // encoding/json mends what is not UTF-8
		}
	}
	p.at = len(p.b)
	return "", p.fail("the file ends inside quotation marks")
}

func (p *parser) unquote(from int, plain bool) (string, error) {
	if plain {
		return string(p.b[from+1 : p.at-1]), nil
	}
	var s string
	if err := json.Unmarshal(p.b[from:p.at], &s); err != nil {
		p.at = from
		return "", p.fail("this text has a backslash that means nothing")
	}
	return s, nil
}

// short keeps a name that stands in a message from being a page long.
func short(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "..."
	}
	return s
}
