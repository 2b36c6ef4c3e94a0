package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// answering answers lines of JSON with lines of JSON.
type answering struct {
	what    string // what a line is: "question"
	longest int    // in bytes
	// one answers a line, and says whether it could. The error is that nothing more
	// can be answered.
	one func(line []byte, number int) (answer any, ok bool, err error)
}

// all answers each line of in as soon as it has come, empty ones apart. What can't
// be answered stops nobody else; it is reported at the end.
func (a answering) all(w *world, in io.Reader) error {
	lines := bufio.NewScanner(in)
	lines.Buffer(make([]byte, 0, 64<<10), a.longest)
	out := json.NewEncoder(w.out)
	out.SetEscapeHTML(false)
	number, asked, failures := 0, 0, 0
	for lines.Scan() {
		number++
		if len(bytes.TrimSpace(lines.Bytes())) == 0 {
			continue
		}
		asked++
		answer, ok, err := a.one(lines.Bytes(), number)
		if err != nil {
			return err
		}
		if !ok {
			failures++
		}
		if err := out.Encode(answer); err != nil {
			return fmt.Errorf("writing an answer: %w", err)
		}
	}
	if err := lines.Err(); err != nil {
		if errors.Is(err, bufio.ErrTooLong) {
			return fmt.Errorf("line %d is longer than %d bytes, which no %s is", number+1, a.longest, a.what)
		}
		return fmt.Errorf("reading the %ss: %w", a.what, err)
	}
	if failures > 0 {
		w.say("signpost: %d of %d %ss could not be answered; \"error\" says why", failures, asked, a.what)
		return errReported
	}
	return nil
}
