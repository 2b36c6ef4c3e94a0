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

// onPage is the part of the choices that stands on a page.
func onPage(c []Choice, page, size int) []Choice {
	if size <= 0 || len(c) <= size {
		return c
	}
	from := min(max(page, 0), (len(c)-1)/size) * size
	return c[from:min(from+size, len(c))]
}

// pager is the row that turns pages, when there is more than one.
func pager(n, page, size int) [][]Button {
	if size <= 0 || n <= size {
		return nil
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
	return [][]Button{row}
}

// pageOf reads the option of a pager.
func pageOf(option string) (int, bool) {
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
