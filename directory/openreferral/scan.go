package openreferral

import (
	"bufio"
	"errors"
	"fmt"
	"io"
)

// record is the bytes of one service as they stand in the file.
type record struct {
	raw  []byte
	line int    // of the first byte, counted from 1
	path string // "contents[14]", "[14]", or "" when the record is the file or a line of it
}

// maxRecord is the most one record may take. Real feeds hold pictures of 145,000
// characters in descriptions, so it is generous.
const maxRecord = 16 << 20

// scanner finds the records in a file without holding more than one of them. It
// looks only at brackets and quotation marks; what stands between them is
// parse's business.
type scanner struct {
	r    *bufio.Reader
	line int
	kept []byte // the bytes gone over since keep was called
}

// scan calls yield for every record of a list, of a paged list of ORUK
// ("contents", in 1.0 "content"), of lines of JSON, or for the one record the
// file is. It stops when yield returns false.
func scan(r io.Reader, yield func(record) bool) error {
	s := &scanner{r: bufio.NewReaderSize(r, 64<<10), line: 1}
	if b, err := s.r.Peek(3); err == nil && string(b) == "\ufeff" {
		_, _ = s.r.Discard(3)
	}
	for first := true; ; first = false {
		c, err := s.peek()
		switch {
		case errors.Is(err, io.EOF) && first:
			return s.fail("the file is empty")
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
		var more bool
		switch {
		case c == '[' && first:
			more, err = s.list("", yield)
		case c == '{':
			more, err = s.object(first, yield)
		case first:
			return s.fail("this is not a list of services in JSON")
		default:
			return s.fail("something stands after the end of the list")
		}
		if err != nil || !more {
			return err
		}
		if c == '[' {
			first = false
			if _, err := s.peek(); err == nil {
				return s.fail("something stands after the end of the list")
			}
		}
	}
}

func (s *scanner) fail(text string) error { return &Fault{Line: s.line, Text: text} }

// read goes over one byte and keeps it.
func (s *scanner) read() (byte, error) {
	c, err := s.r.ReadByte()
	if err != nil {
		return 0, err
	}
	if c == '\n' {
		s.line++
	}
	if len(s.kept) >= maxRecord {
		return 0, s.fail(fmt.Sprintf("a record is larger than %d MB", maxRecord>>20))
	}
	s.kept = append(s.kept, c)
	return c, nil
}

// peek goes over white space and looks at what follows.
func (s *scanner) peek() (byte, error) {
	for {
		b, err := s.r.Peek(1)
		if err != nil {
			return 0, err
		}
		if !isSpace(b[0]) {
			return b[0], nil
		}
		if _, err := s.read(); err != nil {
			return 0, err
		}
	}
}

// must is peek where the file may not end.
func (s *scanner) must() (byte, error) {
	c, err := s.peek()
	if errors.Is(err, io.EOF) {
		return 0, s.fail("the file ends in the middle of a record")
	}
	return c, err
}

// value goes over one value and leaves it in kept.
func (s *scanner) value() error {
	if _, err := s.must(); err != nil {
		return err
	}
	for depth := 0; ; {
		b, err := s.r.Peek(1)
		if errors.Is(err, io.EOF) {
			return s.fail("the file ends in the middle of a record")
		}
		if err != nil {
			return err
		}
		if depth == 0 && (b[0] == ',' || b[0] == ']' || b[0] == '}' || isSpace(b[0])) {
			return nil
		}
		c, err := s.read()
		if err != nil {
			return err
		}
		switch c {
		case '{', '[':
			depth++
		case '}', ']':
			depth--
		case '"':
			if err := s.text(); err != nil {
				return err
			}
		}
		if depth == 0 && (c == '}' || c == ']' || c == '"') {
			return nil
		}
	}
}

// text goes over the rest of a string.
func (s *scanner) text() error {
	line := s.line
	for {
		c, err := s.read()
		if err == nil && c == '\\' {
			_, err = s.read()
		}
		if errors.Is(err, io.EOF) {
			return &Fault{Line: line, Text: "the file ends inside quotation marks"}
		}
		if err != nil || c == '"' {
			return err
		}
	}
}

// list yields the records of the list that begins here.
func (s *scanner) list(name string, yield func(record) bool) (more bool, err error) {
	if _, err := s.read(); err != nil {
		return false, err
	}
	for i := 0; ; i++ {
		c, err := s.must()
		if err != nil {
			return false, err
		}
		if c == ']' && i == 0 {
			_, err := s.read()
			return true, err
		}
		s.kept = s.kept[:0]
		rec := record{line: s.line, path: fmt.Sprintf("%s[%d]", name, i)}
		if c != '{' {
			return false, &Fault{rec.line, rec.path, "a service, which is an object, should stand here"}
		}
		if err := s.value(); err != nil {
			return false, err
		}
		rec.raw = s.kept
		if !yield(rec) {
			return false, nil
		}
		if c, err = s.must(); err != nil {
			return false, err
		}
		if c != ',' && c != ']' {
			return false, s.fail("a comma or ] should stand after " + rec.path)
		}
		if _, err := s.read(); err != nil || c == ']' {
			return err == nil, err
		}
	}
}

// object goes over an object at the top: a paged list, or a record by itself.
func (s *scanner) object(first bool, yield func(record) bool) (more bool, err error) {
	s.kept = s.kept[:0]
	rec := record{line: s.line}
	if _, err := s.read(); err != nil {
		return false, err
	}
	paged := false
	for {
		c, err := s.must()
		if err != nil {
			return false, err
		}
		switch {
		case c == '}':
			if _, err := s.read(); err != nil || paged {
				return err == nil, err
			}
			rec.raw = s.kept
			return yield(rec), nil
		case c == ',':
			if _, err := s.read(); err != nil {
				return false, err
			}
			continue
		case c != '"':
			return false, s.fail("a member's name in quotation marks should stand here")
		}
		name, err := s.member()
		if err != nil {
			return false, err
		}
		if c, err = s.must(); err != nil {
			return false, err
		}
		if first && c == '[' && (name == "contents" || name == "content") {
			paged = true
			if more, err := s.list(name, yield); err != nil || !more {
				return false, err
			}
			s.kept = s.kept[:0]
			continue
		}
		if err := s.value(); err != nil {
			return false, err
		}
	}
}

// member goes over a name and its colon.
func (s *scanner) member() (string, error) {
	from := len(s.kept)
	if _, err := s.read(); err != nil {
		return "", err
	}
	if err := s.text(); err != nil {
		return "", err
	}
	name := string(s.kept[from+1 : len(s.kept)-1])
	c, err := s.must()
	if err != nil {
		return "", err
	}
	if c != ':' {
		return "", s.fail("a colon should stand after the name " + short(name))
	}
	_, err = s.read()
	return name, err
}
