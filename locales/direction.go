package locales

import (
	"regexp"
	"strings"

	"golang.org/x/text/unicode/bidi"
)

// Marks of direction (Unicode annex 9). Telegram removes the embeddings
// U+202A-U+202E from messages and leaves these.
const (
	fsi = "\u2068" // first strong isolate
	pdi = "\u2069" // pop directional isolate
	rlm = "\u200f" // right-to-left mark
)

// isolate keeps words apart from the direction around them, line by line, since
// the end of a line ends an isolate.
func isolate(s string) string {
	if s == "" {
		return ""
	}
	if !strings.Contains(s, "\n") {
		return fsi + s + pdi
	}
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		if line != "" {
			lines[i] = fsi + line + pdi
		}
	}
	return strings.Join(lines, "\n")
}

// needsIsolate reports whether a value would be, or would put, the words around
// it in the wrong order: digits and left-to-right letters in a right-to-left
// language, right-to-left letters in the others.
func needsIsolate(s string, rtl bool) bool {
	for _, r := range s {
		switch strength(r) {
		case bidi.R, bidi.AL, bidi.AN:
			if !rtl {
				return true
			}
		case bidi.L, bidi.EN:
			if rtl {
				return true
			}
		}
	}
	return false
}

func strength(r rune) bidi.Class {
	p, _ := bidi.LookupRune(r)
	return p.Class()
}

// leftRun is a run of Latin words and numbers: "NHS 111", "24/7", "0800 1111",
// "6:30". A comma or a full stop with a space behind it ends a run.
var leftRun = regexp.MustCompile(`[+*#]?[\p{Latin}0-9]+(?:[ .'’/&:@_–-][+*#]?[\p{Latin}0-9]+)*`)

// isolateRuns keeps the runs of a right-to-left text apart, so that the groups
// of "116 123" can't change places. A text with marks of its own is left alone.
func isolateRuns(s string) string {
	if strings.ContainsAny(s, "\u2066\u2067\u2068") {
		return s
	}
	return leftRun.ReplaceAllString(s, fsi+"$0"+pdi)
}

// beforeCommand finds the "/" of a command whose name is a value: left outside
// the isolate, it would end up on the other side and Telegram would not know the
// command.
var beforeCommand = regexp.MustCompile(`(^|[\s>])/\x{2068}`)

// startLines puts a mark in front of each line that has no letter of its own
// outside isolates, such as a picture and a number: without it the line would
// stand on the left of a right-to-left message.
func startLines(s string) string {
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		if strings.Contains(line, "/"+fsi) { // seldom, and the expression is slow
			line = beforeCommand.ReplaceAllString(line, "$1"+fsi+"/")
		}
		if line != "" && !hasDirection(line) {
			line = rlm + line
		}
		lines[i] = line
	}
	return strings.Join(lines, "\n")
}

// hasDirection reports whether a line has a letter outside isolates and tags.
func hasDirection(line string) bool {
	depth := 0
	for _, r := range Plain(line) {
		switch {
		case r >= 0x2066 && r <= 0x2068:
			depth++
		case r == 0x2069:
			depth--
		case depth == 0:
			switch strength(r) {
			case bidi.L, bidi.R, bidi.AL:
				return true
			}
		}
	}
	return false
}
