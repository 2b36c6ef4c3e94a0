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

// BenchmarkWorst measures messages that were made to cost much.
func BenchmarkWorst(b *testing.B) {
	for _, m := range []struct{ name, text string }{
		{"signed", strings.Repeat("k*ll m*s*lf khu*dk*shi ", 90)},
		{"many signs", strings.Repeat("a*b*c*d*e*f*g*h ", 125)},
		{"no vowels", strings.Repeat("wnt t d khdksh mr jn ", 100)},
		{"digits", strings.Repeat("1 2 3 4 5 6 7 ", 140)},
		{"together", strings.Repeat("iwanttodietonightreallyido ", 74)},
		{"one word", strings.Repeat("iwanttodie", 200)},
		{"spaced", strings.Repeat("k i l l m y s e l f ", 100)},
		{"persian pieces", strings.Repeat("خو د مو بک شم ", 140)},
		{"two scripts", strings.Repeat("khud کو khtm کرنا ", 110)},
	} {
		b.Run(m.name, func(b *testing.B) {
			for b.Loop() {
				Hear(m.text)
			}
		})
	}
}
