package openreferral

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"iter"
	"reflect"

	"signpost/directory"
)

// Import reads services one at a time, so a file may be larger than the memory.
// It takes a JSON array of services, a page of an ORUK list ("contents"; in 1.0
// "content"), a service to a line (NDJSON), or a single service.
//
// The sequence ends after the first error. A *Fault says that the file is
// refused: whoever stores the services does so in one transaction and takes it
// back. Values that are doubtful are corrected or set aside one by one and are
// listed in the report, which is complete when the sequence has ended.
func Import(r io.Reader, source Source) (iter.Seq2[*directory.Service, error], *Report) {
	im := &importing{source: source, report: &Report{}, seen: map[directory.ID][sha256.Size]byte{}}
	return func(yield func(*directory.Service, error) bool) {
		stopped := false
		var fault error
		err := scan(r, func(rec record) bool {
			var s *directory.Service
			if s, fault = im.record(rec); fault != nil {
				return false
			}
			if s == nil {
				im.report.Doubles++
				return true
			}
			im.report.Services++
			stopped = !yield(s, nil)
			return !stopped
		})
		if err = errors.Join(fault, err); err != nil && !stopped {
			if f := new(*Fault); !errors.As(err, f) {
				err = fmt.Errorf("reading services: %w", err)
			}
			yield(nil, err)
		}
	}, im.report
}

// importing is the reading of one file.
type importing struct {
	source Source
	report *Report
	seen   map[directory.ID][sha256.Size]byte // what stood under an id
	strict error                              // the first warning, when warnings are faults
}

func (im *importing) warn(w Warning) {
	im.report.Doubtful++
	if len(im.report.Warnings) < maxWarnings {
		im.report.Warnings = append(im.report.Warnings, w)
	}
	if im.source.Strict && im.strict == nil {
		im.strict = &Fault{w.Line, w.Field, w.Text}
	}
}

// record reads one service; nil for one that repeats another word for word.
func (im *importing) record(rec record) (*directory.Service, error) {
	rd := &reading{rec: rec, warn: im.warn}
	var err error
	if rd.root, err = parse(rec.raw); err != nil {
		var s *syntaxError
		errors.As(err, &s)
		return nil, rd.fault(s.at, "", s.text)
	}
	if n, _ := rd.root.member("id"); n != nil {
		rd.id = short(n.text)
	}
	var w service
	if err := rd.fill(rd.root, reflect.ValueOf(&w).Elem(), ""); err != nil {
		return nil, err
	}
	for _, must := range []struct{ field, value string }{{"id", w.ID}, {"name", w.Name}} {
		if seen, _ := line(must.value, maxName); seen == "" {
			return nil, rd.fault(rd.root.at, must.field, "a service must have one")
		}
	}
	a := &arrival{reading: rd, source: im.source, kept: rest{}}
	s := a.service(&w)
	if im.strict != nil {
		return nil, im.strict
	}
	if s = im.once(rd, s, rec); s != nil && len(a.kept) > 0 {
		s.Extra = a.extra()
	}
	return s, im.strict
}

// once keeps two services of one id apart, which real feeds have, and leaves out
// a service that comes twice.
func (im *importing) once(rd *reading, s *directory.Service, rec record) *directory.Service {
	sum := sha256.Sum256(rec.raw)
	for n := 0; ; n++ {
		before, taken := im.seen[s.ID]
		switch {
		case !taken:
			im.seen[s.ID] = sum
			return s
		case before == sum:
			return nil
		case n == 0:
			rd.doubt("id", "another service has the same id; this one was given an id of its own")
		}
		s.ID = directory.NewID(im.source.Name, fmt.Sprintf("%s/%s/%d", s.Origin.SourceID, s.Name, n))
	}
}
