package main

import (
	"fmt"
	"io"
	"text/tabwriter"
)

// report is what is printed: lines while it is measured, and a table at the end.
type report struct {
	to   io.Writer
	rows [][3]string
}

func newReport(to io.Writer) *report { return &report{to: to} }

func (r *report) say(format string, a ...any) { fmt.Fprintf(r.to, format+"\n", a...) }

// row is one figure, and what it was to be.
func (r *report) row(what, got, wanted string) { r.rows = append(r.rows, [3]string{what, got, wanted}) }

func (r *report) table() {
	w := tabwriter.NewWriter(r.to, 0, 0, 3, ' ', 0)
	fmt.Fprintln(w, "\nwhat\tmeasured\tto be reached")
	for _, row := range r.rows {
		fmt.Fprintf(w, "%s\t%s\t%s\n", row[0], row[1], row[2])
	}
	_ = w.Flush()
}
