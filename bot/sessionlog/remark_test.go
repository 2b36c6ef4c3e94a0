package sessionlog

import (
	"strings"
	"testing"

	"signpost/locales"
)

func TestWhatIsKnownByItsShape(t *testing.T) {
	for text, want := range map[string]Refusal{
		"": RefusedEmpty, " \u200b ...": RefusedEmpty, strings.Repeat("a b ", 60): RefusedLong,
		"Write to amina@example.org": RefusedEmail, "see www.example.org/x": RefusedEmail, "amina at gmail dot com": RefusedEmail,
		"Ask @amina_k": RefusedEmail, "insta: amina": RefusedEmail,
		"Ring 07700 900123": RefusedPhone, "0 7 7 0 0 9 0 0 1 2 3": RefusedPhone, "٠٧٧٠٠٩٠٠١٢٣": RefusedPhone,
		"O77OO 9OO l23": RefusedPhone, "call 960 123": RefusedPhone, "零七七零零九零零一二三": RefusedPhone, "07.70/09-00 (123)": RefusedPhone,
		"0️⃣7️⃣7️⃣0️⃣0️⃣9️⃣0️⃣0️⃣1️⃣2️⃣3️⃣": RefusedPhone, "07:70 10:00 11:00 12:00 13:00 14:00": RefusedPhone,
		"12/06/1985": RefusedBirthday, "1985-06-12": RefusedBirthday, "born in May": RefusedBirthday, "34 years old": RefusedBirthday,
		"१२/०६/१९८५": RefusedBirthday, "一九八五年六月": RefusedBirthday, "34歲": RefusedBirthday, "34 سال کی": RefusedBirthday,
		"at s40 1aa": RefusedAddress, "12 Mill Street": RefusedAddress, "12 Mill View": RefusedAddress, "ul. Długa 5": RefusedAddress,
		"flat 3": RefusedAddress, "中山路23號": RefusedAddress, "گلی نمبر 5": RefusedAddress, "lives in the next street": RefusedAddress,
		"The heating was off from 10.00 to 12.30.": "", "Doors @ 10am": "", "10 chairs in place": "", "We need 20 cups by 12/6.": "",
		"2 buses on the road": "", "The hall is free 10-12, 14-16 and 18-20.": "", "Room 2 is cold, 15 °C.": "",
	} {
		clean, got := Remark(text)
		if got != want || (got == "") != (clean != "") {
			t.Errorf("%q: %q, %q; want %q", text, clean, got, want)
		}
	}
}

// What passes passes again as it is, nothing gets longer, and nothing panics.
func FuzzRemark(f *testing.F) {
	for _, s := range []string{
		"The heating was off.", "  a\u200bb  c ", "\xff\xfe", "A h m e d", "४५ कमरा", "張凳太硬", "🇦🇭🇲🇪🇩", "e\u0301\u0301\u0301", "Room 2, 10.30-12.00", "ﷺ", "Ⅷ",
		"\u202eabc", "a\u200d", "陳", "阿", "’s", "$$$", "İ", "ß", "ǅ",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		clean, refused := Remark(text)
		if len(clean) > len(text) {
			t.Errorf("%q became longer: %q", text, clean)
		}
		if (refused == "") != (clean != "") {
			t.Errorf("%q: %q and %q", text, clean, refused)
		}
		if refused == "" {
			if again, r := Remark(clean); again != clean || r != "" {
				t.Errorf("%q was kept as %q, and again %q, %q", text, clean, again, r)
			}
		}
	})
}

// Every kind has a sentence in every language, and the example in it may be kept.
func TestTheExamplesMayBeKept(t *testing.T) {
	for _, r := range Refusals {
		for _, l := range []string{"en", "pl", "pa", "ur", "zh-Hant"} {
			said := sentenceOf(t, r, l)
			from := strings.IndexAny(said, "“„「")
			to := strings.LastIndexAny(said, "”」")
			if from < 0 || to < from {
				t.Errorf("%s: no example in %q", l, said)
				continue
			}
			if _, got := Remark(said[from:to]); got != "" {
				t.Errorf("%s: the example for %s is refused as %s: %s", l, r, got, said[from:to])
			}
		}
	}
}

// sentenceOf is what the bot says to a refusal.
func sentenceOf(t *testing.T, r Refusal, language string) string {
	t.Helper()
	text, ok := map[Refusal]locales.Text{
		RefusedEmpty: locales.RemarkEmpty(), RefusedLong: locales.RemarkLong(), RefusedEmail: locales.RemarkEmail(),
		RefusedPhone: locales.RemarkPhone(), RefusedBirthday: locales.RemarkBirthday(), RefusedAddress: locales.RemarkAddress(),
		RefusedScript: locales.RemarkScript(), RefusedName: locales.RemarkName(), RefusedPerson: locales.RemarkPerson(),
	}[r]
	if !ok {
		t.Fatalf("no sentence for %s", r)
	}
	words, err := locales.Load()
	if err != nil {
		t.Fatal(err)
	}
	return words.Plain(language, text)
}

// A remark is looked through while somebody waits: also one that is all unknown
// words, and one that is far too long.
func BenchmarkRemark(b *testing.B) {
	for name, text := range map[string]string{
		"everyday": "The heating was off and we moved to the library.",
		"strange":  strings.Repeat("the qwertzuiop was asdfghjklyx ", 6),
		"long":     strings.Repeat("A.h.m.e.d 07700 ", 10_000),
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				Remark(text)
			}
		})
	}
}
