package sessionlog

import "strings"

// eighths are the blocks that end a bar, by eighths of a place.
var eighths = []string{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"}

// Bar is n as a bar of blocks, most being width places long. What is above 0 has a
// piece at least, what is above most is as long as that, and 0 is "". For a
// counts.Suppressed n is its Shown, so that a hidden one has no bar.
func Bar(n, most, width int) string {
	if n <= 0 || most <= 0 || width <= 0 {
		return ""
	}
	parts := max(1, (16*width*min(n, most)+most)/(2*most)) // rounded to the nearest eighth
	return strings.Repeat("█", parts/8) + eighths[parts%8]
}
