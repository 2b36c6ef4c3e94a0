package sessionlog

import "golang.org/x/text/unicode/norm"

// chinese looks for names among Chinese signs. They have neither spaces nor great
// letters: what is left between everyday words is looked at sign by sign.
func (r *reading) chinese(clean string) Refusal {
	var person Refusal
	var run []rune
	for _, s := range norm.NFKC.String(clean) {
		switch {
		case scriptOf(s) == han:
			run = append(run, simple(s))
			continue
		case s == ' ' || s == '·' || s == '.' || s == '-' || s == '*' || s == '_' || s == '\u200c' || s == '\u200d':
			continue // a name may be hidden behind them
		}
		switch r.chineseRun(run) {
		case RefusedName:
			return RefusedName
		case RefusedPerson:
			person = RefusedPerson
		}
		run = run[:0]
	}
	if got := r.chineseRun(run); got != "" {
		return got
	}
	return person
}

// chineseRun looks at signs that stand together.
func (r *reading) chineseRun(run []rune) Refusal {
	if len(run) == 0 {
		return ""
	}
	n := len(run)
	length := make([]int, n) // of the everyday word that begins here, 0 inside of one
	for i := 0; i < n; i += length[i] {
		length[i] = r.chineseWord(run[i:])
	}
	var person Refusal
	for i := 0; i < n; i++ {
		word := string(run[i : i+max(1, length[i])])
		switch {
		case length[i] == 0:
			continue
		case r.lexicon.words[asTitle][word] != 0:
			if i > 0 && (r.open(run, length, i-1) || word != "太" && length[i-1] == 1 && r.surnames[string(run[i-1])]) {
				return RefusedName
			}
			if len([]rune(word)) > 1 {
				person = RefusedPerson
			}
		case r.lexicon.words[asRole][word] != 0:
			if i > 0 && r.open(run, length, i-1) && r.surnames[string(run[i-1])] {
				return RefusedName
			}
		case r.lexicon.words[asPerson][word] != 0:
			person = RefusedPerson
		case length[i] == 1 && r.chineseName(run, length, i):
			return RefusedName
		}
	}
	return person
}

// chineseWord is how many signs the everyday word has with which a run begins: the
// longest one, 1 when there is none.
func (r *reading) chineseWord(run []rune) int {
	for n := min(len(run), r.longest); n > 1; n-- {
		if r.lexicon.words[asWord][string(run[:n])] != 0 {
			return n
		}
	}
	return 1
}

// open reports a sign that is in no everyday word, and none itself.
func (r *reading) open(run []rune, length []int, i int) bool {
	return i >= 0 && i < len(run) && length[i] == 1 && r.lexicon.words[asWord][string(run[i])] == 0
}

// chineseName reports a name that begins at the sign i.
func (r *reading) chineseName(run []rune, length []int, i int) bool {
	s := string(run[i])
	one := func(j int) bool { return j < len(run) && length[j] == 1 }
	given := func(j int) bool { return one(j) && r.given[string(run[j])] }
	strict := func(j int) bool { return one(j) && r.strict[string(run[j])] }
	switch {
	case s == "阿" && one(i+1), s == "小" && given(i+1) && r.open(run, length, i+1), s == "老" && one(i+1) && r.surnames[string(run[i+1])]:
		return true
	case i+1 < len(run) && length[i] == 1 && r.surnames[string(run[i:i+2])]:
		return true
	case r.sure[s] && r.open(run, length, i):
		return true
	case i+1 < len(run) && r.lexicon.names[string(run[i:i+2])] && one(i) && one(i+1):
		return true
	case strict(i) && strict(i+1):
		return true
	case !r.surnames[s]:
		return false
	case given(i+1) && given(i+2):
		return true
	}
	return given(i+1) && r.open(run, length, i+1)
}
