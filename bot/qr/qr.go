// Package qr draws a text as a QR code: as a picture, as a drawing in a page, and
// in the signs of a terminal. It is the only room that knows how.
package qr

import (
	"fmt"
	"strings"

	"github.com/skip2/go-qrcode"
)

// pixels is how wide each module of a picture is: sharp on a telephone, and on a
// poster too.
const pixels = 12

// code computes the code. Medium is what survives a thumb and a folded corner.
func code(text string) (*qrcode.QRCode, error) {
	q, err := qrcode.New(text, qrcode.Medium)
	if err != nil {
		return nil, fmt.Errorf("making a QR code of %d bytes: %w", len(text), err)
	}
	return q, nil
}

// PNG is the code as a picture, black on white, some 500 pixels wide. The error is one
// of a text that is empty or too long.
func PNG(text string) ([]byte, error) {
	q, err := code(text)
	if err != nil {
		return nil, err
	}
	b, err := q.PNG(-pixels) // below zero: of each module
	if err != nil {
		return nil, fmt.Errorf("drawing a QR code: %w", err)
	}
	return b, nil
}

// SVG is the code as a drawing in a page of HTML, black on white whatever the
// page's colours are. Who can't see it has the caption: it is hidden from them.
func SVG(text string) (string, error) {
	q, err := code(text)
	if err != nil {
		return "", err
	}
	rows := q.Bitmap()
	var path strings.Builder
	for y, row := range rows {
		for x := 0; x < len(row); x++ {
			from := x
			for x < len(row) && row[x] {
				x++
			}
			if x > from {
				fmt.Fprintf(&path, "M%d %dh%dv1h-%dz", from, y, x-from, x-from)
			}
		}
	}
	return fmt.Sprintf(`<svg class="qr" viewBox="0 0 %[1]d %[1]d" width="280" height="280" shape-rendering="crispEdges" aria-hidden="true">`+
		`<path fill="#fff" d="M0 0h%[1]dv%[1]dH0z"/><path fill="#000" d="%[2]s"/></svg>`, len(rows), path.String()), nil
}

// Blocks is the code in lines of block signs, for a terminal with light signs on
// a dark ground.
func Blocks(text string) (string, error) {
	q, err := code(text)
	if err != nil {
		return "", err
	}
	return q.ToSmallString(false), nil
}
