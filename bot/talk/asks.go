package talk

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"signpost/locales"
)

// The common questions are values with a Step method, so that a flow says what
// it asks and not how asking works. No flow writes them again.

// Choice is one of the things to choose from.
type Choice struct {
	ID    string
	Label locales.Text
}

// Words gives the question; a flow may word it by the answers so far.
type Words func(context.Context, Scene, Answers) (locales.Text, error)

// Choices gives what there is to choose from.
type Choices func(context.Context, Scene, Answers) ([]Choice, error)

// Say is a question that is always worded the same.
func Say(t func() locales.Text) Words {
	return func(context.Context, Scene, Answers) (locales.Text, error) { return t(), nil }
}

// Always is a list that is always the same.
func Always(c ...Choice) Choices {
	return func(context.Context, Scene, Answers) ([]Choice, error) { return c, nil }
}

const (
	skipOption = "skip"
	doneOption = "done"
	pagePrefix = "page:"
)

// InRows puts n buttons beside each other; 1 when n is 0.
func InRows(n int, b ...Button) [][]Button {
	var rows [][]Button
	for row := range slices.Chunk(b, max(n, 1)) {
		rows = append(rows, row)
	}
	return rows
}

// Page is the part of a list that stands on a screen: from From up to To. Turn is the
// row that turns the pages, none when there is one page.
type Page struct {
	From, To int
	Turn     [][]Button
}

// Paged is a page of a list of n, of so many on a page; size 0 is all of them. The
// first page is 0. What was there when somebody turned to a page may have gone since:
// then it is the last one.
func Paged(n, page, size int) Page {
	if size <= 0 || n <= size {
		return Page{To: n}
	}
	last := (n - 1) / size
	page = min(max(page, 0), last)
	var row []Button
	if page > 0 {
		row = append(row, Option(pagePrefix+strconv.Itoa(page-1), locales.ButtonEarlier()))
	}
	if page < last {
		row = append(row, Option(pagePrefix+strconv.Itoa(page+1), locales.ButtonMore()))
	}
	return Page{page * size, min(page*size+size, n), [][]Button{row}}
}

// Turned reads the option of a button that turns pages: to which one.
func Turned(option string) (page int, ok bool) {
	rest, ok := strings.CutPrefix(option, pagePrefix)
	if !ok {
		return 0, false
	}
	n, err := strconv.Atoi(rest)
	return n, err == nil && n >= 0
}

func has(choices []Choice, id string) bool {
	return slices.ContainsFunc(choices, func(c Choice) bool { return c.ID == id })
}
