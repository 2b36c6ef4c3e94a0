package listen

import (
	"strings"
	"testing"
)

// TestShapes: one sentence in the shapes people give it, and what only looks
// like it.
func TestShapes(t *testing.T) {
	for _, c := range []struct{ what, text string }{
		{"plain", "I want to die"},
		{"loud", "I WANT TO DIE!!!"},
		{"nobody sees the joiner", "I w\u200bant to d\u200die"},
		{"a soft hyphen", "I want to d\u00adie"},
		{"full width", "Ｉ ｗａｎｔ ｔｏ ｄｉｅ"},
		{"mathematical letters", "𝐈 𝐰𝐚𝐧𝐭 𝐭𝐨 𝐝𝐢𝐞"},
		{"small capitals", "i wᴀɴᴛ ᴛᴏ ᴅɪᴇ"},
		{"letters in circles", "ⓘ ⓦⓐⓝⓣ ⓣⓞ ⓓⓘⓔ"},
		{"accents", "Í wänt tó dïé"},
		{"a dotless i", "I want to dıe"},
		{"Cyrillic look-alikes", "I wаnt tо diе"},
		{"drawn out", "I waaant to dieeeee"},
		{"digits", "1 w4nt t0 d13"},
		{"signs", "I w@nt to d!e"},
		{"stars", "I want to d*e"},
		{"spelled out", "i w a n t t o d i e"},
		{"spelled out in words", "w a n t  t o  d i e"},
		{"with dots", "w.a.n.t. t.o. d.i.e"},
		{"with hyphens", "want-to-die"},
		{"with underscores", "i_want_to_die"},
		{"run together", "iwanttodie"},
		{"run together and drawn out", "iwanttodieeee"},
		{"two for to", "i want 2 die"},
		{"over lines", "I want\nto\ndie"},
		{"a picture in the middle", "I want 🙂 to die"},
		{"at the end of a long message", strings.Repeat("It was a hard week. ", 400) + "I want to die"},
		{"at the beginning of a long message", "I want to die. " + strings.Repeat("It was a hard week. ", 400)},
	} {
		if got := Hear(c.text).Level; got != Danger {
			t.Errorf("%s: %.60q is heard as %q", c.what, c.text, got)
		}
	}
	for _, text := range []string{"I want to diet", "I want to dine", "", "   ", "\x00", "\xff\xfe", "***", "🙂🙂🙂", "a b c d e f g", "1234567890"} {
		if got := Hear(text).Level; got == Danger {
			t.Errorf("%q is heard as %q", text, got)
		}
	}
}

// TestTogether: words without spaces between them, and words in pieces, in any
// script, by ear and with endings of their own.
func TestTogether(t *testing.T) {
	for _, text := range []string{
		"iwanttokillmyself",
		"নিজেকেশেষকরেদিতেইচ্ছাকরছে",
		"শাশুড়িচুলধরেমারে",
		"મરીજવુંસારુંઆનાકરતાં",
		"خلاصقررتأنهيكلشي",
		"думаюосамоубийстве",
		"kocambenidovuyor",
		"mereminliminxist",
		"mainumarnahai",
		"મા રે મ રી જ વું છે",
		"ম রে যা ব আ মি",
	} {
		if got := Hear(text).Level; got == None {
			t.Errorf("%q is not heard", text)
		}
	}
	e := newEar(rulesOf())
	for _, text := range []string{
		"alhamdulillah", "mapagdarasal", "rendszeresen", "prisipažinti", "wohngemeinschaft", "Chesterfield",
		"one of us is up all day", "gp or pcn or nhs", "je ne le lui ai pas dit", "no ya no me da", "mi ne am nu da",
	} {
		tokens := tokenise(text)
		if got := e.runTogether(tokens); len(got) != len(tokens) {
			t.Errorf("%q is cut or joined: %q", text, plainWords(got))
		}
	}
}

// TestSigns: a sign is any letter, or none, in any script; and what is only rude is
// no danger.
func TestSigns(t *testing.T) {
	for _, text := range []string{
		"I want to k*ll my*elf",
		"I want to k**l myself",
		"मुझे मर*ा है",
		"पति मुझे मा₹ता है",
		"আমি আত্মহ*্যা করব",
		"આપ*ાત કરવાનું મન થાય છે",
		"بیر لە خۆک*شتن ئەکەمەوە",
		"хочу по*ончить с собой",
		"gha#wala ma#ta hai mujhe",
		"ch*ę się za#ić",
	} {
		if got := Hear(text).Level; got != Danger {
			t.Errorf("%q is heard as %q", text, got)
		}
	}
	for _, text := range []string{
		"what a sh*t day", "d*mn bus was late again", "my b*tch boss", "£50 a week", "50%off", "we k*lled it at football",
		"my f*cking landlord wont fix the heating", "C# course", "email me at ali@mail.com", "k*rwa znowu autobus",
	} {
		if got := Hear(text).Level; got == Danger {
			t.Errorf("%q is heard as %q", text, got)
		}
	}
}

// TestTwoScripts: a message that changes its script in the middle.
func TestTwoScripts(t *testing.T) {
	for _, text := range []string{
		"khud کو khtm کرنا ہے abhi",
		"main ਆਤਮ hatya ਕਰ leni ਆ aaj",
		"main मरना चाहती hu bas",
		"mare મરી javu છે plz",
		"main khudkushi کرنا چاہتا hun",
		"mujhe مرنا ہے",
		"ami মরতে chai",
	} {
		if got := Hear(text).Level; got != Danger {
			t.Errorf("%q is heard as %q", text, got)
		}
	}
	for _, text := range []string{
		"gp से appointment चाहिए", "universal credit का form नहीं समझ आता", "mere बेटे ka birthday है", "mujhe کام chahiye",
		"ghar ka کرایہ bohat ہے", "amar ছেলের school er form",
	} {
		if got := Hear(text).Level; got == Danger {
			t.Errorf("%q is heard as %q", text, got)
		}
	}
}

// TestShortened: messages that have lost their vowels; one such word makes none.
func TestShortened(t *testing.T) {
	for _, text := range []string{
		"i wnt t kll myslf", "mr hsbnd hts m evry nght", "я хч умрть сгдн", "me qro mtr hy", "mjhe mrna h bs", "main khdkshi krn lga hn",
	} {
		if got := Hear(text).Level; got == None {
			t.Errorf("%q is not heard", text)
		}
	}
	for _, text := range []string{
		"hw r u, cn u hlp me wth hsng frm pls", "thx 4 ur hlp tht ws grt", "nhs or gp or pcn form", "cn i gt sm hlp wth my frms",
	} {
		if got := Hear(text).Level; got == Danger {
			t.Errorf("%q is heard as %q", text, got)
		}
	}
}

// TestSounds: spellings by ear that are one word.
func TestSounds(t *testing.T) {
	for _, same := range [][]string{
		{"khudkushi", "khudkushee", "khudkushy", "khudkushiii"},
		{"main", "mein", "mai", "mei"},
		{"hoon", "hun", "hu", "hoo"},
		{"zindagi", "zindagee"},
		{"chahta", "chaahta", "chata"},
		{"maut", "mout", "maot"},
		{"qatl", "katl"},
		{"phansi", "fansi", "faansi"},
		{"bohat", "buhat"},
		{"3ayez", "aayez"},
		{"7ayati", "hayati"},
	} {
		want := sounds(drawnOut(same[0])[0])
		for _, w := range same[1:] {
			if got := sounds(drawnOut(w)[0]); got != want {
				t.Errorf("%s sounds like %s, and %s like %s", same[0], want, w, got)
			}
		}
	}
	for _, pair := range [][2]string{{"marna", "karna"}, {"jeena", "jana"}, {"nahi", "naya"}} {
		if sounds(pair[0]) == sounds(pair[1]) {
			t.Errorf("%s and %s sound alike", pair[0], pair[1])
		}
	}
}

// TestDenied: a denial is answered gently and never with nothing; not wanting to
// live is none.
func TestDenied(t *testing.T) {
	for text, want := range map[string]Level{
		"I don't want to die":                              Gentle,
		"I am not suicidal":                                Gentle,
		"I don't want to live":                             Danger,
		"I can't say that I don't want to die":             Gentle,
		"I don't want to be here anymore, want to die":     Danger,
		"I never sleep. I want to die":                     Danger,
		"I can't take it anymore I want to die":            Danger,
		"I don't know what to do but I want to die":        Danger,
		"he did it in 2009 and I want to die":              Danger,
		"my brother did it in 2009, I want to kill myself": Danger,
		"I do not want to wake up":                         Danger,
	} {
		got := Hear(text).Level
		if got != want && !(want == Gentle && got == Danger) {
			t.Errorf("%q is heard as %q, want %q", text, got, want)
		}
	}
}

// TestEveryPlane: no letter of any alphabet stops it, and no length.
func TestEveryPlane(t *testing.T) {
	var b strings.Builder
	for r := rune(0); r <= 0x10FFFF; r += 17 {
		b.WriteRune(r)
		if b.Len() > 400 {
			Hear(b.String())
			b.Reset()
		}
	}
	if got := Hear(strings.Repeat("🙂 а b ا 死 ", 20_000) + " I want to die").Level; got != Danger {
		t.Errorf("a hundred thousand signs and then danger: %q", got)
	}
}

// TestSecondVoice may raise nothing to the gentle line, and does nothing else:
// what it hears has no kind.
func TestSecondVoice(t *testing.T) {
	raised := 0
	rules := newEar(rulesOf())
	for i, e := range Examples() {
		if i%4 != 0 {
			continue // a quarter of all is enough
		}
		h := Hear(e.Text)
		switch alone := rules.byRules(e.Text); {
		case h.Level == alone:
		case alone == None && h.Level == Gentle && len(h.Kinds) == 0:
			raised++
		default:
			t.Errorf("%q: the rules hear %q, both %q %v", e.Text, alone, h.Level, h.Kinds)
		}
	}
	t.Logf("%d messages were heard by the second voice alone", raised)
}
