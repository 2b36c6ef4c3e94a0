package listen

import (
	"strings"
	"testing"
)

// BenchmarkHear measures one short message.
func BenchmarkHear(b *testing.B) {
	for _, m := range []struct{ name, text string }{
		{"short", "need someone who speaks polish in bolsover, cant sleep"},
		{"urdu", "مجھے نیند نہیں آتی اور دل بہت گھبراتا ہے"},
		{"roman", "mujhe neend nahi aati aur dil bohat ghabrata hai, koi urdu bolne wala chahiye"},
		{"chinese", "我成晚都瞓唔着，想搵個識講廣東話嘅人傾下"},
		{"longest", strings.Repeat("i want to die but khudkushi nahi karni 我想死 و بدي موت ", 40)},
	} {
		b.Run(m.name, func(b *testing.B) {
			for b.Loop() {
				Hear(m.text)
			}
		})
	}
}
