package locales_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
	"github.com/nicksnyder/go-i18n/v2/i18n"
)

// messagesOf reads the file of a language as translators wrote it, sorted by id.
func messagesOf(t *testing.T, language string) []*i18n.Message {
	t.Helper()
	data, err := os.ReadFile(language + ".toml")
	if err != nil {
		t.Fatal(err)
	}
	ms, err := i18n.ParseMessageBytes(data, toml.Unmarshal)
	if err != nil {
		t.Fatalf("%s.toml: %v", language, err)
	}
	slices.SortFunc(ms, func(a, b *i18n.Message) int { return strings.Compare(a.ID, b.ID) })
	return ms
}

// form is one plural form of a message.
type form struct{ name, text string }

// formsOf lists the forms a message has, in the order of CLDR.
func formsOf(m *i18n.Message) []form {
	var fs []form
	for _, f := range []form{
		{"zero", m.Zero},
		{"one", m.One},
		{"two", m.Two},
		{"few", m.Few},
		{"many", m.Many},
		{"other", m.Other},
	} {
		if f.text != "" {
			fs = append(fs, f)
		}
	}
	return fs
}

var placeholder = regexp.MustCompile(`\{\{\.([A-Z][A-Za-z0-9]*)\}\}`)

// placeholders lists the values a message names, in the order in which the
// form "other" and then the others name them.
func placeholders(m *i18n.Message) []string {
	var names []string
	texts := []string{m.Other}
	for _, f := range formsOf(m) {
		texts = append(texts, f.text)
	}
	for _, text := range texts {
		for _, found := range placeholder.FindAllStringSubmatch(text, -1) {
			if !slices.Contains(names, found[1]) {
				names = append(names, found[1])
			}
		}
	}
	return names
}
