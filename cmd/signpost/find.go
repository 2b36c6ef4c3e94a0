package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"signpost/directory"
)

// find answers questions to the directory, one a line.
type find struct {
	Data string `help:"Folder whose directory is asked (data); when there is none, the one this program ships." default:"data" from:"SIGNPOST_DATA" placeholder:"FOLDER"`
	Town bool   `help:"Ask the invented town."`
	File string `arg:"" optional:"" help:"File of questions; the standard input when there is none."`
}

// Help says what a question and an answer look like.
func (find) Help() string {
	return `A question has any of these members:

  {"id": "1", "needs": ["anxiety"], "place": "Chesterfield",
   "communities": ["polish"], "outside_community": false, "language": "pl",
   "way": "in_person", "women_only": false, "age": 34, "bsl": false,
   "at": "2030-06-02T14:05:00+01:00"}

The answer, on one line, has the same id:

  {"id": "1", "place": "Chesterfield", "widened": ["distance"],
   "matches": [{"service": "...", "source_id": "...", "name": "...",
     "kind": "drop-in", "group": "local-community",
     "reasons": ["need:anxiety", "community:polish"],
     "next": "2030-06-06T18:00:00+01:00", "open": "closed",
     "distance_km": 1.2}]}

A place is what people type: a town, a district, a postcode or its first half.
What it was read as is in the answer. A name that may mean several places is
the first of them; a postcode district that crosses districts is in all.
A line that can't be answered gives {"id": ..., "error": "..."}, the others are
answered all the same, and the exit code is 1.`
}

// maxQuestion is how long a line may be, in bytes.
const maxQuestion = 1 << 20

// Run answers until the questions end.
func (f *find) Run(w *world) (err error) {
	in := w.input()
	if f.File != "" {
		file, err := os.Open(f.File)
		if err != nil {
			return fmt.Errorf("the questions in %s can't be read (%w)", f.File, cause(err))
		}
		defer file.Close()
		in = file
	}
	dir, err := f.directory(w)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, dir.closing()) }()
	places, err := dir.Places(w.ctx)
	if err != nil {
		return err
	}
	a := asking{dir: dir, places: places, now: time.Now}
	return a.all(w, in)
}

func (f *find) directory(w *world) (reading, error) {
	if f.Town {
		return shipped(w.ctx, town, time.Now())
	}
	return folder(f.Data).read(w.ctx, derbyshire, time.Now())
}

// asking answers questions from one directory.
type asking struct {
	dir    reading
	places *directory.Gazetteer
	now    func() time.Time
}

// all answers each line of in with a line.
func (a asking) all(w *world, in io.Reader) error {
	return answering{what: "question", longest: maxQuestion, one: func(line []byte, number int) (any, bool, error) {
		answer, err := a.one(w, line, number)
		return answer, answer.Error == "", err
	}}.all(w, in)
}

// one answers a line. The error is that the directory can't be read.
func (a asking) one(w *world, line []byte, number int) (answer, error) {
	q, err := readQuestion(line)
	if err != nil {
		return answer{ID: q.ID, Error: fmt.Sprintf("line %d: %v", number, err)}, nil
	}
	query, err := q.query(a.places, a.now())
	if err != nil {
		return answer{ID: q.ID, Error: fmt.Sprintf("line %d: %v", number, err), Ignored: q.ignored}, nil
	}
	found, err := a.dir.Find(w.ctx, query)
	if err != nil {
		return answer{}, err
	}
	out := answerTo(query, found)
	out.ID, out.Ignored = q.ID, q.ignored
	return out, nil
}
