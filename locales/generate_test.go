package locales_test

import (
	"bytes"
	"flag"
	"fmt"
	"go/format"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"github.com/nicksnyder/go-i18n/v2/i18n"
)

var update = flag.Bool("update", false, "rewrite the generated messages_*.go")

const generatedMark = "// Code generated from en.toml by go generate; DO NOT EDIT.\n"

// TestGenerated promises that there is one function for each message of
// en.toml. It needs no word of the generated files itself, so -update works
// when they are missing or wrong.
func TestGenerated(t *testing.T) {
	rooms := map[string][]*i18n.Message{}
	for _, m := range messagesOf(t, "en") {
		room, _, _ := strings.Cut(m.ID, ".")
		rooms[room] = append(rooms[room], m)
	}
	want := map[string]string{}
	for room, ms := range rooms {
		want["messages_"+room+".go"] = generate(t, ms)
	}
	old, err := filepath.Glob("messages_*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range old {
		if _, ok := want[name]; ok {
			continue
		}
		if !*update {
			t.Errorf("%s: en.toml has no such room any more; run go generate ./locales", name)
		} else if err := os.Remove(name); err != nil {
			t.Fatal(err)
		}
	}
	for name, text := range want {
		if *update {
			if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		got, err := os.ReadFile(name)
		if err != nil {
			t.Errorf("%s is missing; run go generate ./locales", name)
			continue
		}
		if d := cmp.Diff(text, string(got)); d != "" {
			t.Errorf("%s is stale; run go generate ./locales (-want +got):\n%s", name, d)
		}
	}
}

// generate writes the functions of one room, in the order of their ids.
func generate(t *testing.T, ms []*i18n.Message) string {
	t.Helper()
	slices.SortFunc(ms, func(a, b *i18n.Message) int { return strings.Compare(a.ID, b.ID) })
	var b bytes.Buffer
	b.WriteString(generatedMark + "\npackage locales\n")
	for _, m := range ms {
		writeFunction(&b, m)
	}
	out, err := format.Source(b.Bytes())
	if err != nil {
		t.Fatalf("generated code of %s does not parse: %v\n%s", ms[0].ID, err, b.String())
	}
	return string(out)
}

func writeFunction(b *bytes.Buffer, m *i18n.Message) {
	name := functionName(m.ID)
	fmt.Fprintf(b, "\n// %s says:\n//\n", name)
	for _, f := range formsOf(m) {
		text := strings.TrimRight(f.text, "\n")
		if f.name != "other" {
			text = f.name + ": " + text
		}
		for line := range strings.Lines(text) {
			fmt.Fprintf(b, "//\t%s\n", strings.TrimRight(line, "\n"))
		}
	}
	places := placeholders(m)
	var params, values []string
	for _, p := range places {
		arg := parameterName(p)
		params = append(params, arg+" "+kindOf(p))
		values = append(values, fmt.Sprintf("%q: %s", p, arg))
	}
	if len(values) == 0 {
		fmt.Fprintf(b, "func %s() Text { return Text{id: %q} }\n", name, m.ID)
		return
	}
	fmt.Fprintf(b, "func %s(%s) Text {\nreturn Text{id: %q, values: map[string]any{%s}}\n}\n",
		name, strings.Join(params, ", "), m.ID, strings.Join(values, ", "))
}

// functionName makes FindAskWhere of find.ask_where.
func functionName(id string) string {
	var b strings.Builder
	for word := range strings.FieldsFuncSeq(id, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}) {
		b.WriteString(strings.ToUpper(word[:1]) + word[1:])
	}
	return b.String()
}

// parameterName makes townText of TownText and url of URL.
func parameterName(place string) string {
	runes := []rune(place)
	for i := range runes {
		if i > 0 && i+1 < len(runes) && unicode.IsLower(runes[i+1]) {
			break
		}
		runes[i] = unicode.ToLower(runes[i])
	}
	name := string(runes)
	if token.IsKeyword(name) || name == "string" || name == "int" {
		name += "Value"
	}
	return name
}

// kindOf is the Go type that a placeholder's last word asks for.
func kindOf(place string) string {
	for suffix, kind := range map[string]string{
		"Text": "Text", "Count": "int", "Day": "Day", "Time": "Time", "Own": "Own",
	} {
		if strings.HasSuffix(place, suffix) {
			return kind
		}
	}
	return "string"
}
