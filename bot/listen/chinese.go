package listen

import (
	_ "embed"
	"strings"
)

//go:embed rules/chinese.txt
var chineseTable string

// simplified gives the Simplified form of the Traditional signs that the rules
// use, so that one rule hears both.
var simplified = readChinese(chineseTable)

// readChinese reads lines of pairs, Traditional before Simplified: 愛爱 殺杀.
func readChinese(table string) map[rune]rune {
	m := map[rune]rune{}
	for line := range strings.Lines(table) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, pair := range strings.Fields(line) {
			if r := []rune(pair); len(r) == 2 {
				m[r[0]] = r[1]
			}
		}
	}
	return m
}
