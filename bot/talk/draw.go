package talk

import (
	"fmt"
	"strings"
)

// Draw prints a flow as a Mermaid flowchart: questions are rounded, runs are
// boxes. It is for the people who run the service.
func Draw(f Flow) string {
	var b strings.Builder
	fmt.Fprintf(&b, "flowchart TD\n")
	for i, s := range f.Steps {
		name := stepName(s)
		if _, ok := s.(Ask); ok {
			fmt.Fprintf(&b, "  %s(%s)\n", name, name)
		} else {
			fmt.Fprintf(&b, "  %s[%s]\n", name, name)
		}
		for _, to := range ways(f, i) {
			if to == End {
				to = "done((end))"
			}
			fmt.Fprintf(&b, "  %s --> %s\n", name, to)
		}
	}
	return b.String()
}
