package forgets

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strconv"
	"strings"
	"time"

	"signpost/bot/disk"
)

// line is a note as it stands in the file.
type line struct {
	number int64
	day    string
	sealed string // in base64
}

// content is what a book holds.
type content struct {
	id     string
	pruned int64 // number of the newest note that was removed for its age
	lines  []line
}

func (c content) last() int64 {
	if len(c.lines) > 0 {
		return c.lines[len(c.lines)-1].number
	}
	return c.pruned
}

func parse(text []byte) (content, bool) {
	var c content
	lines := bufio.NewScanner(bytes.NewReader(text))
	lines.Buffer(nil, longest)
	first := true
	for lines.Scan() {
		parts := strings.Fields(lines.Text())
		switch {
		case first:
			if len(parts) != 4 || parts[0] != head || parts[1] != form {
				return c, false
			}
			n, err := strconv.ParseInt(parts[3], 10, 64)
			if err != nil || n < 0 {
				return c, false
			}
			c.id, c.pruned, first = parts[2], n, false
		default:
			l, ok := c.line(parts)
			if !ok {
				return c, false
			}
			c.lines = append(c.lines, l)
		}
	}
	return c, !first && lines.Err() == nil
}

// line reads a note, whose number must be higher than the one before.
func (c content) line(parts []string) (line, bool) {
	if len(parts) != 3 {
		return line{}, false
	}
	n, err := strconv.ParseInt(parts[0], 10, 64)
	if err != nil || n <= c.last() {
		return line{}, false
	}
	if _, err := time.Parse(time.DateOnly, parts[1]); err != nil {
		return line{}, false
	}
	if _, err := base64.StdEncoding.DecodeString(parts[2]); err != nil {
		return line{}, false
	}
	return line{n, parts[1], parts[2]}, true
}

// write writes the book whole beside its place and puts it there.
func (b *Book) write(c content, put disk.Put) error {
	var text strings.Builder
	fmt.Fprintf(&text, "%s %s %s %d\n", head, form, c.id, c.pruned)
	for _, l := range c.lines {
		fmt.Fprintf(&text, "%d %s %s\n", l.number, l.day, l.sealed)
	}
	err := disk.Whole(b.path, ".forgets-*", put, func(w io.Writer) error {
		_, err := io.WriteString(w, text.String())
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("writing the book of forgets: %w", err)
	}
	return nil
}
