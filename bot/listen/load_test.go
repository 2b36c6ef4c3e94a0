package listen

import "testing"

// BenchmarkLoad measures reading all rules, once for a process.
func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		files, err := readRules(ruleFiles, "rules")
		if err != nil {
			b.Fatal(err)
		}
		if _, err := compile(files); err != nil {
			b.Fatal(err)
		}
	}
}
