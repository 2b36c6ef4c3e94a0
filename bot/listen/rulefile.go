package listen

import (
	"embed"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"signpost/directory"
)

//go:embed rules/*.toml
var ruleFiles embed.FS

// ruleFile is one tongue as a speaker reads it: a language in one way of
// writing. rules/README.md tells how one is written.
type ruleFile struct {
	Tag       string `toml:"tag"`        // BCP 47, with the script where it needs one: "ur-Latn"
	Name      string `toml:"name"`       // in English
	Written   string `toml:"written"`    // the interface language its writers read
	CheckedBy string `toml:"checked_by"` // the speaker who read it, "" until one has
	Sounds    bool   `toml:"sounds"`     // words are compared by how they sound: for spellings by ear
	Signs     bool   `toml:"signs"`      // written without spaces: gaps are longer

	Words map[string][]string `toml:"words"`
	// Together are short words that may stand in words written without spaces
	// between them, beside the words of the rules: iwanttodie.
	Together []string `toml:"together"`

	Around around   `toml:"around"`
	Idioms []string `toml:"idioms"` // patterns; what stands in one is not heard as danger
	Rules  []rule   `toml:"rule"`

	Needs       map[string][]string `toml:"needs"`
	Places      map[string][]string `toml:"places"`
	Languages   map[string][]string `toml:"languages"`
	Communities map[string][]string `toml:"communities"`
}

// around are the words that change what a match means.
type around struct {
	Not    []string `toml:"not"`    // denies: gentle
	Past   []string `toml:"past"`   // it is over: gentle, unless Now is near
	Now    []string `toml:"now"`    // it is not over
	Well   []string `toml:"well"`   // today is better: what stands in it is no Now
	But    []string `toml:"but"`    // begins another clause: what denies before it does not reach behind it
	News   []string `toml:"news"`   // news, study, film: a naming word is gentle
	Others []string `toml:"others"` // other people: a match near one is about them
	Me     []string `toml:"me"`     // and not when one of these is in it
	Reach  []int    `toml:"reach"`  // how many words before and behind a match Not is looked for; 3 and 2
}

// rule is one thing people say and every wording of it.
type rule struct {
	Means  string   `toml:"means"` // in plain English, for who reviews
	Kinds  []Kind   `toml:"kinds"`
	Level  Level    `toml:"level"` // crisis when empty
	Say    []string `toml:"say"`
	Unless []string `toml:"unless"` // said near, the rule is silent
	Noun   bool     `toml:"noun"`   // it only names a thing: news and study lower it
	Fixed  bool     `toml:"fixed"`  // Not and Past don't change it: it has its own
	Asks   bool     `toml:"asks"`   // it asks who will know
	Hear   []string `toml:"hear"`   // messages it must hear
	Pass   []string `toml:"pass"`   // messages that must not be heard as Level
}

// readRules reads every file of the rules, in the order of their names.
func readRules(files fs.FS, dir string) ([]ruleFile, error) {
	names, err := fs.Glob(files, path.Join(dir, "*.toml"))
	if err != nil {
		return nil, fmt.Errorf("looking for rules: %w", err)
	}
	var all []ruleFile
	for _, n := range names {
		raw, err := fs.ReadFile(files, n)
		if err != nil {
			return nil, fmt.Errorf("reading rules: %w", err)
		}
		f, err := readRuleFile(string(raw))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", n, err)
		}
		if want := strings.TrimSuffix(path.Base(n), ".toml"); f.Tag != want {
			return nil, fmt.Errorf("%s: its tag is %q, and should be %q", n, f.Tag, want)
		}
		all = append(all, f)
	}
	return all, nil
}

// readRuleFile reads one file and says what is wrong with it.
func readRuleFile(text string) (ruleFile, error) {
	var f ruleFile
	meta, err := toml.Decode(text, &f)
	if err != nil {
		return f, err
	}
	if odd := meta.Undecoded(); len(odd) > 0 {
		return f, fmt.Errorf("%q is nothing a rule file has", odd[0].String())
	}
	if f.Written == "" || f.Name == "" {
		return f, fmt.Errorf("name and written must be filled in")
	}
	if f.Around.Reach == nil {
		f.Around.Reach = []int{3, 2}
	}
	if len(f.Around.Reach) != 2 {
		return f, fmt.Errorf("around.reach is two numbers, before and behind")
	}
	for i := range f.Rules {
		if err := f.Rules[i].check(); err != nil {
			return f, fmt.Errorf("rule %d (%s): %w", i+1, f.Rules[i].Means, err)
		}
	}
	for n := range f.Needs {
		if !directory.Need(n).Valid() {
			return f, fmt.Errorf("%q is no need", n)
		}
	}
	return f, nil
}

func (r *rule) check() error {
	if r.Level == "" {
		r.Level = Danger
	}
	switch {
	case r.Level != Danger && r.Level != Gentle:
		return fmt.Errorf("level is %q or %q", Danger, Gentle)
	case r.Means == "":
		return fmt.Errorf("means must be filled in")
	case len(r.Say) == 0:
		return fmt.Errorf("say must be filled in")
	case len(r.Hear) == 0:
		return fmt.Errorf("a rule needs a message it must hear")
	case len(r.Kinds) == 0 && r.Level == Danger:
		return fmt.Errorf("a rule of level crisis needs a kind")
	}
	for _, k := range r.Kinds {
		if !slices.Contains(kinds, k) {
			return fmt.Errorf("%q is no kind", k)
		}
	}
	return nil
}
