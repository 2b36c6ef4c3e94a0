package qr

import (
	"bytes"
	"image/png"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/skip2/go-qrcode"
)

const link = "https://t.me/example_bot?start=i00000000000000000000000008"

// modules is the code by itself.
func modules(t *testing.T) [][]bool {
	t.Helper()
	q, err := qrcode.New(link, qrcode.Medium)
	if err != nil {
		t.Fatal(err)
	}
	return q.Bitmap()
}

// The picture shows each module where it belongs, with a white margin, which
// cameras need.
func TestPNG(t *testing.T) {
	b, err := PNG(link)
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(b))
	want := modules(t)
	if err != nil || img.Bounds().Dx() != pixels*len(want) {
		t.Fatalf("a picture of %v, %v", img.Bounds(), err)
	}
	for y, row := range want {
		for x, black := range row {
			r, _, _, _ := img.At(x*pixels+pixels/2, y*pixels+pixels/2).RGBA()
			if (r == 0) != black {
				t.Fatalf("the module %d, %d is not as it should be", x, y)
			}
		}
	}
	if r, _, _, _ := img.At(0, 0).RGBA(); r == 0 {
		t.Error("there is no margin")
	}
}

// The drawing has each black module, and no other.
func TestSVG(t *testing.T) {
	s, err := SVG(link)
	if err != nil {
		t.Fatal(err)
	}
	want := modules(t)
	got := make([][]bool, len(want))
	for i := range got {
		got[i] = make([]bool, len(want))
	}
	for _, m := range regexp.MustCompile(`M(\d+) (\d+)h(\d+)v1`).FindAllStringSubmatch(s, -1) {
		x, _ := strconv.Atoi(m[1])
		y, _ := strconv.Atoi(m[2])
		n, _ := strconv.Atoi(m[3])
		for i := range n {
			got[y][x+i] = true
		}
	}
	for y := range want {
		for x := range want[y] {
			if got[y][x] != want[y][x] {
				t.Fatalf("the module %d, %d is %v", x, y, got[y][x])
			}
		}
	}
	if strings.Contains(s, "style") || strings.Contains(s, link) {
		t.Errorf("the drawing holds a style, which the page forbids, or the text: %s", s)
	}
}

// In a terminal each line is as wide as the others.
func TestBlocks(t *testing.T) {
	s, err := Blocks(link)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimRight(s, "\n"), "\n")
	if want := (len(modules(t)) + 1) / 2; len(lines) != want {
		t.Errorf("%d lines, want %d", len(lines), want)
	}
	for _, l := range lines {
		if len([]rune(l)) != len(modules(t)) {
			t.Errorf("a line of %d signs", len([]rune(l)))
		}
	}
}

// What can't be drawn is an error that does not repeat it.
func TestTooLong(t *testing.T) {
	for _, text := range []string{"", strings.Repeat("secret", 1000)} {
		for name, err := range map[string]error{
			"PNG":    func() error { _, err := PNG(text); return err }(),
			"SVG":    func() error { _, err := SVG(text); return err }(),
			"Blocks": func() error { _, err := Blocks(text); return err }(),
		} {
			if err == nil || strings.Contains(err.Error(), "secret") {
				t.Errorf("%s of %d bytes: %v", name, len(text), err)
			}
		}
	}
}
