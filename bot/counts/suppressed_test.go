package counts

import "testing"

// The rule of the county's figures, and that a bar gives nothing of a hidden one.
func TestSuppress(t *testing.T) {
	for n, want := range map[int]string{
		0: "0", 1: "*", 7: "*", 8: "10", 9: "10", 12: "10", 13: "15", 17: "15", 18: "20", 1002: "1000",
	} {
		if got := Suppress(n).String(); got != want {
			t.Errorf("%d is shown as %s, want %s", n, got, want)
		}
	}
	for n := range 8 {
		if got := Suppress(n).Shown(); got != 0 {
			t.Errorf("a bar for %d would be %d long: nothing of a hidden number may be seen", n, got)
		}
	}
}
