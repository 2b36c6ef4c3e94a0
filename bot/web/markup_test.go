package web

import (
	"regexp"
	"strings"
	"testing"

	xhtml "golang.org/x/net/html"
)

func TestMarkup(t *testing.T) {
	const origin = "http://localhost:8080"
	for _, c := range []struct {
		name, in string
		rtl      bool
		want     string
	}{
		{"words", "Hello &amp; welcome, 5 &lt; 6", false, "<p>Hello &amp; welcome, 5 &lt; 6</p>"},
		{"an entity that was meant as text", "&amp;lt;b&amp;gt;", false, "<p>&amp;lt;b&amp;gt;</p>"},
		{"tags of the subset", "<b>a</b> <i>b</i> <u>c</u>", false, "<p><b>a</b> <i>b</i> <u>c</u></p>"},
		{"line ends", "one\ntwo", false, "<p>one<br>two</p>"},
		{"empty lines", "\n\none\n\n\ntwo\n", false, "<p>one</p><p>two</p>"},
		{"an empty line in a tag", "<b>one\n\ntwo</b>", false, "<p><b>one</b></p><p><b>two</b></p>"},
		{"a line end between tags", "<b>one</b>\n<i>two</i>", false, "<p><b>one</b><br><i>two</i></p>"},
		{"a link", `<a href="https://example.org/?a=1&amp;b=2">x</a>`, false, `<p><a href="https://example.org/?a=1&amp;b=2" rel="noreferrer noopener">x</a></p>`},
		{"a number", `<a href="tel:+441632960123">01632 960123</a>`, true, `<p><a href="tel:+441632960123" dir="ltr" rel="noreferrer noopener">01632 960123</a></p>`},
		{"our own page", `<a href="http://localhost:8080/go/x">x</a>`, false, `<p><a href="http://localhost:8080/go/x" rel="noreferrer noopener">x</a></p>`},
		{"a number in words, right to left", "فون 01632 960123 پر", true, `<p>فون <bdi dir="ltr">01632 960123</bdi> پر</p>`},
		{"a number in words, left to right", "ring 01632 960123", false, "<p>ring 01632 960123</p>"},
		{"no http elsewhere", `<a href="http://example.org/">x</a>`, false, "<p>x</p>"},
		{"an address that only begins like ours", `<a href="http://localhost:8080.evil.example/">x</a>`, false, "<p>x</p>"},
		{"no script address", `<a href="javascript:alert(1)">x</a>`, false, "<p>x</p>"},
		{"no script address, hidden", "<a href=\" java\tscript:alert(1)\">x</a>", false, "<p>x</p>"},
		{"no data address", `<a href="data:text/html,x">x</a>`, false, "<p>x</p>"},
		{"no name and password", `<a href="https://bank.example@evil.example/">x</a>`, false, "<p>x</p>"},
		{"no attributes", `<b onclick="x()" style="y">a</b>`, false, "<p><b>a</b></p>"},
		{"a quote in an address", `<a href='https://example.org/"onclick="x'>a</a>`, false, `<p><a href="https://example.org/&#34;onclick=&#34;x" rel="noreferrer noopener">a</a></p>`},
		{"no script", "a<script>alert(1)</script>b", false, "<p>ab</p>"},
		{"no style", "a<style>p{}</style>b", false, "<p>ab</p>"},
		{"no picture", `a<img src="https://example.org/x.png">b`, false, "<p>ab</p>"},
		{"other tags leave their words", "<h1>a</h1><div>b</div>", false, "<p>ab</p>"},
		{"a tag left open", "<b>a", false, "<p><b>a</b></p>"},
		{"tags that cross", "<b>a<i>b</b>c</i>", false, "<p><b>a<i>b</i></b>c</p>"},
		{"an end without a start", "a</b></p></article>b", false, "<p>ab</p>"},
		{"a link in a link", `<a href="https://a.example/">x<a href="https://b.example/">y</a></a>`, false, `<p><a href="https://a.example/" rel="noreferrer noopener">xy</a></p>`},
		{"another language", `To <b><span lang="en">Tea</span></b> jest`, false, `<p>To <b><span lang="en">Tea</span></b> jest</p>`},
		{"another direction", `یہ <span lang="en">Tea</span> ہے`, true, `<p>یہ <span lang="en" dir="ltr">Tea</span> ہے</p>`},
		{"another direction the other way", `this is <span lang="ur">چائے</span>`, false, `<p>this is <span lang="ur" dir="rtl">چائے</span></p>`},
		{"a language we don't ship", `this is <span lang="so">Shaah</span>`, false, `<p>this is <span lang="so">Shaah</span></p>`},
		{"no language", `a <span lang='x"y'>b</span> <span style="x">c</span> <span lang="en" onclick="x()">d</span>`, false, `<p>a b c <span lang="en">d</span></p>`},
		{"a paragraph in another language", "<span lang=\"en\">Ring\n<b>999</b>\n\nor</span>\n\nيا", true, `<p lang="en" dir="ltr">Ring<br><b>999</b></p><p lang="en" dir="ltr">or</p><p>يا</p>`},
		{"lines in another language", "• <span lang=\"en\">a</span>\n• <span lang=\"en\">b</span>, 5", false, `<p lang="en">• a<br>• b, 5</p>`},
		{"several other languages", `<span lang="en">a</span> <span lang="ur">ب</span>`, false, `<p><span lang="en">a</span> <span lang="ur" dir="rtl">ب</span></p>`},
		{"one language in another", `<span lang="en">a <span lang="ur">ب</span></span>`, false, `<p lang="en"><span lang="en">a <span lang="ur" dir="rtl">ب</span></span></p>`},
		{"nothing", " \n ", false, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := string(markup(c.in, c.rtl, origin)); got != c.want {
				t.Errorf("markup(%q)\n got %s\nwant %s", c.in, got, c.want)
			}
		})
	}
}

// FuzzMarkup: whatever a letter holds, only our tags come out, each closed, and
// nothing that a browser would run.
func FuzzMarkup(f *testing.F) {
	for _, s := range []string{
		"<b>a\n\n<i>b</b>c", `<a href="tel:1">x<a href="javascript:y">z`, "<script><b>x</script>", "<a href='https://x/'><p>\n\n</a>",
		"<textarea><b>", "<svg><a href=https://x/>", "a\x00b<!-- <b> -->", `<span lang="en">a<b>b\n\n</span>c`, `<span lang='"><script>'>x`, "<b><span lang=ur>a</b>1</span>", "&lt;script&gt;", "<plaintext>x",
	} {
		f.Add(s, true)
		f.Add(s, false)
	}
	start := regexp.MustCompile(`^((p|span)( lang="[A-Za-z0-9-]+"( dir="(ltr|rtl)")?)?|b|i|u|br|bdi dir="ltr"|a href="(https://|tel:|sms:|mailto:)[^"<>]*"( dir="ltr")? rel="noreferrer noopener")$`)
	f.Fuzz(func(t *testing.T, s string, rtl bool) {
		out := string(markup(s, rtl, ""))
		var open []string
		z := xhtml.NewTokenizer(strings.NewReader(out))
		for {
			switch z.Next() {
			case xhtml.ErrorToken:
				if len(open) > 0 {
					t.Errorf("left open: %v in %s", open, out)
				}
				return
			case xhtml.StartTagToken:
				raw := strings.Trim(string(z.Raw()), "<>")
				if !start.MatchString(raw) && !start.MatchString(strings.ToLower(raw)) {
					t.Errorf("tag <%s> in %s", raw, out)
				}
				if name, _ := z.TagName(); string(name) != "br" {
					open = append(open, string(name))
				}
			case xhtml.EndTagToken:
				name, _ := z.TagName()
				if len(open) == 0 || open[len(open)-1] != string(name) {
					t.Fatalf("</%s> closes %v in %s", name, open, out)
				}
				open = open[:len(open)-1]
			case xhtml.CommentToken, xhtml.DoctypeToken, xhtml.SelfClosingTagToken:
				t.Errorf("%s in %s", z.Raw(), out)
			}
		}
	})
}

func TestAddress(t *testing.T) {
	for in, want := range map[string]string{
		"https://example.org/a":    "https://example.org/a",
		"tel:+441632960123":        "tel:+441632960123",
		"sms:07700900123":          "sms:07700900123",
		"mailto:group@example.org": "mailto:group@example.org",
		"https://":                 "",
		"//example.org/":           "",
		"/leave":                   "",
		"ftp://example.org/":       "",
		"vbscript:x":               "",
		"intent://x#Intent;end":    "",
	} {
		if got, _ := address(in, "http://localhost:8080"); got != want {
			t.Errorf("address(%q) = %q, want %q", in, got, want)
		}
	}
}
