package flows_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"signpost/bot/flows/member"
	"signpost/bot/listen"
	"signpost/bot/talk"
	"signpost/directory"
	"signpost/locales"
)

// signedOff are the numbers that may be shown before anybody has signed others
// off, and no others.
var signedOff = []string{"999", "111", "116 123", "85258", "0808 2000 247", "0800 1111"}

var words = func() *locales.Words {
	w, err := locales.Load()
	if err != nil {
		panic(err)
	}
	return w
}()

func scene(language string) talk.Scene {
	return talk.Scene{
		Language: language, Door: "telegram", Message: "123456789",
		Abilities: talk.Abilities{Edits: true, Deletes: true, Popups: true},
	}
}

// plainly is what a message says, without tags and marks of direction.
func plainly(sc talk.Scene, m talk.Message) string {
	return unmarked.Replace(words.Plain(sc.Language, m.Body))
}

var unmarked = strings.NewReplacer("\u2068", "", "\u2069", "", "\u200f", "", "\u2066", "", "\u2067", "")

func danger(kinds ...listen.Kind) listen.Heard {
	return listen.Heard{Level: listen.Danger, Kinds: kinds}
}

// calls are all ways to a full card: each kind, with somebody else, two kinds
// together, and the buttons.
func calls() map[string]talk.Call {
	all := map[string]talk.Call{"button": {}, "no kind": {Heard: danger()}}
	for _, arg := range []string{"hurt", "worried", "young", "worried.sleep.Bolsover", "nonsense"} {
		all["button "+arg] = talk.Call{Arg: arg}
	}
	for i, k := range listen.Kinds() {
		all[string(k)] = talk.Call{Heard: danger(k)}
		all[string(k)+" them"] = talk.Call{Heard: danger(k, listen.ThirdPerson)}
		for _, other := range listen.Kinds()[i+1:] {
			all[string(k)+" "+string(other)] = talk.Call{Heard: danger(k, other)}
		}
	}
	return all
}

// each shows every card in every language.
func each(t *testing.T, look func(t *testing.T, sc talk.Scene, c talk.Call, m talk.Message)) {
	t.Helper()
	for _, l := range locales.Languages() {
		for name, c := range calls() {
			t.Run(l.Tag+"/"+name, func(t *testing.T) {
				sc := scene(l.Tag)
				look(t, sc, c, member.Urgent(sc, c))
			})
		}
	}
}

// press gives what a button of a message leads to, false when it is not there.
func press(sc talk.Scene, m talk.Message, label locales.Text) (talk.Message, bool) {
	for _, row := range m.Rows {
		for _, k := range row {
			c, ok := talk.ParseData(k.Data).(talk.Command)
			if ok && c.Name == talk.UrgentCommand && k.Label.Equal(label) {
				return member.Urgent(sc, talk.Call{Arg: c.Arg}), true
			}
		}
	}
	return talk.Message{}, false
}

var (
	ownLine = regexp.MustCompile(`(?m)^([0-9][0-9 ]*[0-9])(?:[ :]|$)(.*)$`)
	digits  = regexp.MustCompile(`[0-9][0-9 ]*[0-9]`)
)

// numbersOf are the numbers that stand at the beginning of a line.
func numbersOf(text string) []string {
	var found []string
	for _, m := range ownLine.FindAllStringSubmatch(text, -1) {
		found = append(found, m[1])
	}
	return found
}

func set(s []string) []string {
	s = slices.Clone(s)
	slices.Sort(s)
	return slices.Compact(s)
}

// Every card gives the same numbers, on it or behind its "more numbers": a wrong
// or a missing one can hurt somebody.
func TestNumbersOfTheCard(t *testing.T) {
	each(t, func(t *testing.T, sc talk.Scene, c talk.Call, m talk.Message) {
		text := plainly(sc, m)
		got := numbersOf(text)
		if len(got) == 0 || got[0] != "999" {
			t.Errorf("999 is not first: %v", got)
		}
		if more, ok := press(sc, m, locales.UrgentButtonNumbers()); ok {
			got = append(got, numbersOf(plainly(sc, more))...)
		}
		if d := cmp.Diff(set(signedOff), set(got)); d != "" {
			t.Errorf("other numbers (-signed off +shown):\n%s\n%s", d, text)
		}
		for _, n := range digits.FindAllString(text, -1) {
			if !slices.Contains(append([]string{"55", "18", "19"}, signedOff...), n) {
				t.Errorf("the number %q is nobody's", n)
			}
		}
	})
}

// Beside each number stands the language it answers in, and at 111 what to say.
func TestEachNumberSaysItsLanguage(t *testing.T) {
	each(t, func(t *testing.T, sc talk.Scene, c talk.Call, m talk.Message) {
		text := plainly(sc, m)
		english := map[string]bool{}
		for _, l := range locales.Languages() {
			in := strings.Trim(words.Plain(l.Tag, locales.UrgentPartInEnglish()), "()（）")
			english[in] = true
		}
		for _, line := range ownLine.FindAllString(text, -1) {
			said := false
			for in := range english {
				said = said || strings.Contains(line, in)
			}
			if !said {
				t.Errorf("%q does not say its language", line)
			}
		}
		if sc.Language != locales.Source && !strings.Contains(text, "interpreter, please.") {
			t.Errorf("nothing to say at 111:\n%s", text)
		}
	})
}

func TestTheInterpreterToAskFor(t *testing.T) {
	for _, c := range []struct {
		menu  string
		heard listen.Heard
		want  string
	}{
		{"pa", danger(listen.Suicide), "“Punjabi interpreter, please.”"},
		{"ur", danger(listen.Suicide), "“Urdu interpreter, please.”"},
		{"pl", danger(listen.Abuse), "„Polish interpreter, please.”"},
		{"en", listen.Heard{Level: listen.Danger, Written: "ur"}, "“Urdu interpreter, please.”"},
		{"en", listen.Heard{Level: listen.Danger, Written: "bn"}, "“Bengali interpreter, please.”"},
		{"en", listen.Heard{Level: listen.Danger, Written: "en", Language: "pl"}, "“Polish interpreter, please.”"},
		{"ur", listen.Heard{Level: listen.Danger, Written: "en"}, "“Urdu interpreter, please.”"},
		{"en", danger(listen.Suicide), "111 (in English; an interpreter is free)"},
	} {
		sc := scene(c.menu)
		if text := plainly(sc, member.Urgent(sc, talk.Call{Heard: c.heard})); !strings.Contains(text, c.want) {
			t.Errorf("%s %+v lacks %s:\n%s", c.menu, c.heard, c.want, text)
		}
	}
}

// Who is frightened reads little: sixty words and then a number. Chinese is
// counted in signs.
func TestFewWordsBeforeTheFirstNumber(t *testing.T) {
	each(t, func(t *testing.T, sc talk.Scene, c talk.Call, m talk.Message) {
		before, _, _ := strings.Cut(plainly(sc, m), "999")
		if n := len(strings.Fields(before)); n > 60 {
			t.Errorf("%d words before the first number: %s", n, before)
		}
		if n := utf8.RuneCountInString(before); n > 120 && sc.Language == "zh-Hant" {
			t.Errorf("%d signs before the first number: %s", n, before)
		}
		if n := utf8.RuneCountInString(plainly(sc, m)); n > 4096 {
			t.Errorf("%d signs", n)
		}
	})
}

// loud are the words that must not stand where somebody dangerous may look on.
var loud = map[string]*regexp.Regexp{
	"en":      regexp.MustCompile(`(?i)abus|violen|hurt|harm|scare|hit|husband|wife|partner|marri|rape|sex|assault|force|famil|at home|helpline|police|victim|threat|refuge|honou?r|worried`),
	"pl":      regexp.MustCompile(`(?i)przemoc|krzywd|zastrasz|gwałt|mąż|żon|małżeń|zmusz|bije|bici|w domu|rodzin|policj|ofiar|seks|martwi`),
	"pa":      regexp.MustCompile(`ਹਿੰਸਾ|ਜ਼ੁਲਮ|ਕੁੱਟ|ਮਾਰੇ|ਮਾਰਦ|ਡਰਾ|ਦੁੱਖ ਦੇ|ਘਰ ਵਿੱਚ|ਪਤੀ|ਵਿਆਹ|ਜ਼ਬਰਦਸਤੀ|ਪੁਲਿਸ|ਫ਼ਿਕਰ`),
	"ur":      regexp.MustCompile(`تشدد|ظلم|مارتا|مارے|ڈرا|تکلیف دے|گھر میں|شوہر|شادی|زبردستی|پولیس|زیادتی|فکر`),
	"zh-Hant": regexp.MustCompile(`虐|暴力|傷害|害怕|家中|家人|丈夫|結婚|強迫|警察|性侵|擔心`),
}

var watched = []listen.Kind{
	listen.InDanger, listen.Abuse, listen.ForcedMarriage, listen.SexualViolence, listen.Exploitation, listen.Child,
}

// Somebody may look over the shoulder of who writes about abuse: nothing on the
// card or its buttons says so, in any language, whatever else was heard. The
// numbers that would say so are one tap away, in a box that leaves no trace.
func TestTheQuietCard(t *testing.T) {
	each(t, func(t *testing.T, sc talk.Scene, c talk.Call, m talk.Message) {
		quiet := slices.ContainsFunc(watched, c.Heard.Has)
		text := plainly(sc, m)
		for _, row := range m.Rows {
			for _, k := range row {
				text += "\n" + words.Plain(sc.Language, k.Label)
			}
		}
		_, more := press(sc, m, locales.UrgentButtonNumbers())
		_, remove := press(sc, m, locales.UrgentButtonRemove())
		if more != quiet || remove != quiet || m.Quiet != quiet {
			t.Fatalf("quiet %v; it looks so %v, more numbers %v, remove %v", quiet, m.Quiet, more, remove)
		}
		if !quiet {
			return
		}
		for _, l := range []string{sc.Language, locales.Source} {
			if word := loud[l].FindString(text); word != "" {
				t.Errorf("the card says %q:\n%s", word, text)
			}
		}
		// While such a card stands in the chat, what follows is as quiet.
		sc.Card = m.Card
		after := plainly(sc, member.Urgent(sc, talk.Call{Heard: danger(listen.Suicide)}))
		if word := loud[locales.Source].FindString(after); word != "" || strings.Contains(after, "0808 2000 247") {
			t.Errorf("the card after it says %q:\n%s", word, after)
		}
	})
}

func TestMoreNumbersFitAPopup(t *testing.T) {
	for _, l := range locales.Languages() {
		sc := scene(l.Tag)
		m := member.Urgent(sc, talk.Call{Arg: "numbers"})
		text := words.Plain(l.Tag, m.Body)
		if n := len(utf16.Encode([]rune(text))); !m.Popup || n > 200 {
			t.Errorf("%s: a pop-up (%v) of %d signs:\n%s", l.Tag, m.Popup, n, text)
		}
		if want, got := []string{"0808 2000 247", "0800 1111", "999"}, numbersOf(unmarked.Replace(text)); !slices.Equal(want, got) {
			t.Errorf("%s: %v", l.Tag, got)
		}
		if locales.IsDraft(l.Tag) && !strings.Contains(text, "someone hurts or scares you") {
			t.Errorf("%s: a draft without English:\n%s", l.Tag, text)
		}
		if m.Card != "" {
			t.Error("a pop-up counts as a card")
		}
	}
}

func TestRemoveWhatIWrote(t *testing.T) {
	for _, c := range []struct {
		arg     string
		deletes bool
		want    []string
		says    locales.Text
	}{
		{"remove.123456789", true, []string{"123456789"}, locales.UrgentRemoved()},
		{"remove", true, []string{}, locales.UrgentRemoved()},
		{"remove.5", false, []string{"5"}, locales.UrgentRemovedClose()},
	} {
		sc := scene("en")
		sc.Abilities.Deletes = c.deletes
		m := member.Urgent(sc, talk.Call{Arg: c.arg})
		if d := cmp.Diff(c.want, m.Remove); d != "" || !m.Body.Equal(c.says) || !m.Fresh || m.Card != "" {
			t.Errorf("%s: %s %v", c.arg, d, m.Body)
		}
	}
}

// What leads, and what its card says first.
func TestWhatLeads(t *testing.T) {
	const third = listen.ThirdPerson
	for _, c := range []struct {
		kinds  []listen.Kind
		begins locales.Text
		second string // the number after 999
	}{
		{nil, locales.UrgentIntro(), "111"},
		{[]listen.Kind{listen.Overdose}, locales.UrgentIntroTaken(), "111"},
		{[]listen.Kind{listen.Suicide, listen.Overdose}, locales.UrgentIntroTaken(), "111"},
		{[]listen.Kind{listen.Abuse, listen.Overdose}, locales.UrgentIntroTaken(), "111"},
		{[]listen.Kind{listen.Suicide}, locales.UrgentIntroSad(), "111"},
		{[]listen.Kind{listen.Passive}, locales.UrgentIntroSad(), "111"},
		{[]listen.Kind{listen.Passive, listen.SelfHarm}, locales.UrgentIntroSelfHarm(), "111"},
		{[]listen.Kind{listen.HarmToOthers}, locales.UrgentIntroOthers(), "111"},
		{[]listen.Kind{listen.Voices}, locales.UrgentIntroVoices(), "111"},
		{[]listen.Kind{listen.Child}, locales.UrgentIntroChild(), "0800 1111"},
		{[]listen.Kind{listen.Child, listen.Abuse}, locales.UrgentIntroChild(), "0800 1111"},
		{[]listen.Kind{listen.Abuse}, locales.UrgentIntroQuiet(), "111"},
		{[]listen.Kind{listen.ForcedMarriage}, locales.UrgentIntroQuiet(), "111"},
		{[]listen.Kind{listen.SexualViolence}, locales.UrgentIntroQuiet(), "111"},
		{[]listen.Kind{listen.Exploitation}, locales.UrgentIntroQuiet(), "111"},
		{[]listen.Kind{listen.InDanger, listen.Suicide}, locales.UrgentIntroQuiet(), "111"},
		{[]listen.Kind{third}, locales.UrgentIntroThem(), "111"},
		{[]listen.Kind{third, listen.Suicide}, locales.UrgentIntroThem(), "111"},
		{[]listen.Kind{third, listen.Overdose}, locales.UrgentIntroThemTaken(), "111"},
		{[]listen.Kind{third, listen.Abuse}, locales.UrgentIntroThemApart(), "111"},
		{[]listen.Kind{third, listen.Suicide, listen.Child}, locales.UrgentIntroThemApart(), "0800 1111"},
		{[]listen.Kind{third, listen.HarmToOthers}, locales.UrgentIntroThemApart(), "111"},
	} {
		sc := scene("en")
		text := plainly(sc, member.Urgent(sc, talk.Call{Heard: danger(c.kinds...)}))
		if want := words.Plain("en", c.begins); !strings.HasPrefix(text, want) {
			t.Errorf("%v begins %.60q, want %.60q", c.kinds, text, want)
		}
		if got := numbersOf(text); got[1] != c.second {
			t.Errorf("%v: the numbers are %v", c.kinds, got)
		}
	}
}

// Only the answer to a repeat is short, and it still has the three numbers and
// all the buttons. Another danger gets its own card, in full.
func TestARepeatIsShort(t *testing.T) {
	each(t, func(t *testing.T, sc talk.Scene, c talk.Call, full talk.Message) {
		sc.Card = full.Card
		again := member.Urgent(sc, c)
		if c.Heard.Level != listen.Danger { // a button always shows the card in full
			if plainly(sc, again) != plainly(sc, full) {
				t.Error("a button shows less the second time")
			}
			return
		}
		text := plainly(sc, again)
		if got := set(numbersOf(text)); !slices.Equal(got, set([]string{"999", "111", "116 123"})) {
			t.Errorf("the short card has %v:\n%s", got, text)
		}
		if d := cmp.Diff(full.Rows, again.Rows); d != "" {
			t.Errorf("other buttons:\n%s", d)
		}
		if again.Card != full.Card || !again.Fresh {
			t.Errorf("%q after %q", again.Card, full.Card)
		}
		sc.Card = "another"
		if plainly(sc, member.Urgent(sc, c)) != plainly(sc, full) {
			t.Error("after another card it is not shown in full")
		}
	})
}

// The card comes in the language that was written and in the one in use, and in
// English where nobody has checked it yet. It offers the switch.
func TestTheLanguagesOfTheCard(t *testing.T) {
	intro := func(tag string) string { return unmarked.Replace(words.Plain(tag, locales.UrgentIntroSad())) }
	for _, c := range []struct {
		menu, written string
		want          []string
		offers        string
	}{
		{"en", "", []string{"en"}, ""},
		{"en", "en", []string{"en"}, ""},
		{"en", "ur", []string{"ur", "en"}, "ur"},
		{"en", "uk", []string{"en"}, ""},
		{"pl", "", []string{"pl", "en"}, ""},
		{"pl", "pl", []string{"pl", "en"}, ""},
		{"pl", "en", []string{"pl", "en"}, "en"},
		{"pl", "uk", []string{"pl", "en"}, ""},
		{"ur", "pa", []string{"pa", "ur", "en"}, "pa"},
		{"ur", "zh-Hant", []string{"zh-Hant", "ur", "en"}, "zh-Hant"},
	} {
		sc := scene(c.menu)
		h := danger(listen.Suicide)
		h.Written = c.written
		m := member.Urgent(sc, talk.Call{Heard: h})
		text := plainly(sc, m)
		at := -1
		for _, tag := range c.want {
			i := strings.Index(text, intro(tag))
			if i <= at {
				t.Errorf("%s in %s: %s is not where it should be:\n%s", c.written, c.menu, tag, text)
			}
			at = i
		}
		if n := strings.Count(text, "\n999 "); n != len(c.want) {
			t.Errorf("%s in %s: %d languages, want %v", c.written, c.menu, n, c.want)
		}
		if utf8.RuneCountInString(text) > 4096 {
			t.Errorf("%s in %s: too long for one message", c.written, c.menu)
		}
		offers := ""
		for _, row := range m.Rows {
			for _, k := range row {
				if e, ok := talk.ParseData(k.Data).(talk.Command); ok && e.Name == "language" && e.Arg != "" {
					offers = e.Arg
				}
			}
		}
		if offers != c.offers {
			t.Errorf("%s in %s: offers %q, want %q", c.written, c.menu, offers, c.offers)
		}
	}
}

// Buttons are few, short and within what a door takes, whatever was asked for.
func TestTheButtonsOfTheCard(t *testing.T) {
	asked := listen.Heard{
		Needs: []directory.Need{"long_term_illness", "relationships", "language_help"}, Place: "Chapel-en-le-Frith",
		Language: "zh", Community: "black_caribbean", Written: "pl",
	}
	each(t, func(t *testing.T, sc talk.Scene, c talk.Call, m talk.Message) {
		if c.Heard.Level == listen.Danger {
			h := asked
			h.Level, h.Kinds = c.Heard.Level, c.Heard.Kinds
			m = member.Urgent(sc, talk.Call{Heard: h})
		}
		seen := map[string]bool{}
		for _, row := range m.Rows {
			if len(row) > 2 || len(row) == 0 {
				t.Errorf("%d buttons in a row", len(row))
			}
			for _, k := range row {
				e, ok := talk.ParseData(k.Data).(talk.Command)
				if !ok || len(k.Data) > talk.MaxData || seen[k.Data] {
					t.Errorf("a button with the data %q", k.Data)
				}
				seen[k.Data] = true
				seen[e.Name] = true
			}
		}
		for _, name := range []string{"hide", "language"} {
			if !seen[name] {
				t.Errorf("no way to %s: %v", name, seen)
			}
		}
		if !seen["go_on"] && !seen["find"] {
			t.Error("nothing leads on")
		}
	})
}

// In a group everybody reads the answer: it is the same for all that is written.
func TestInAGroup(t *testing.T) {
	for _, l := range locales.Languages() {
		sc := scene(l.Tag)
		sc.Group = true
		var first string
		for name, c := range calls() {
			m := member.Urgent(sc, c)
			text := plainly(sc, m)
			if first == "" {
				first = text
			}
			if text != first || len(m.Rows) > 0 {
				t.Errorf("%s/%s says something else in a group: %s", l.Tag, name, text)
			}
		}
		if got := set(numbersOf(first)); !slices.Equal(got, set([]string{"999", "111", "116 123"})) {
			t.Errorf("%s: a group reads %v", l.Tag, got)
		}
	}
}

// No card blames, asks what must be answered, or names a way to die.
func TestWhatNoCardSays(t *testing.T) {
	never := regexp.MustCompile(`(?i)\?|？|؟|suicid|kill|commit|tablet|pill|overdos|risk|victim|samobój|خودکش|ਖ਼ੁਦਕੁਸ਼|自殺`)
	each(t, func(t *testing.T, sc talk.Scene, c talk.Call, m talk.Message) {
		text := plainly(sc, m)
		if word := never.FindString(strings.ReplaceAll(text, "tabletek", "")); word != "" {
			t.Errorf("it says %q:\n%s", word, text)
		}
		if strings.Contains(fmt.Sprintf("%v", m.Rows), "(value)") && c.Heard.Written == "" {
			t.Error("a button holds a value that was not put there by us")
		}
	})
}
