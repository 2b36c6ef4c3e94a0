package web

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"html/template"
	"net/http"
	"path"
	"strings"
)

//go:embed assets
var files embed.FS

// pages are the templates: the conversation, and a page with one sentence.
var pages = template.Must(template.New("pages").Funcs(template.FuncMap{
	"pair": func(v view, m shown) any {
		return struct {
			V view
			M shown
		}{v, m}
	},
	"tongue": tongue,
	// Addresses of buttons have passed address, which allows tel and sms; the
	// template's own filter knows neither.
	"link": func(to string) template.URL { return template.URL(to) },
}).ParseFS(files, "assets/*.html"))

// asset is a file that the page needs.
type asset struct {
	kind string // its Content-Type
	data []byte
}

// assets are the files of the page, by the address they have. Addresses hold a
// hash of the content, so browsers may keep the files for good.
type assets struct {
	byPath             map[string]asset
	Style, Script, Dot string // addresses of the style sheet, the script, the icon
}

// loadAssets names the embedded files.
func loadAssets() assets {
	a := assets{byPath: map[string]asset{}}
	a.Style = a.add("page.css", "text/css; charset=utf-8")
	a.Script = a.add("page.js", "text/javascript; charset=utf-8")
	a.Dot = a.add("dot.svg", "image/svg+xml")
	return a
}

// add names one file. It panics when the file was not embedded.
func (a *assets) add(name, kind string) string {
	data, err := files.ReadFile("assets/" + name)
	if err != nil {
		panic("web: " + err.Error())
	}
	sum := sha256.Sum256(data)
	ext := path.Ext(name)
	address := "/static/" + strings.TrimSuffix(name, ext) + "." + hex.EncodeToString(sum[:6]) + ext
	a.byPath[address] = asset{kind, data}
	return address
}

// serve answers for a file; false when there is none of that name.
func (a *assets) serve(w http.ResponseWriter, r *http.Request) bool {
	f, ok := a.byPath[r.URL.Path]
	if !ok {
		return false
	}
	h := w.Header()
	h.Set("Content-Type", f.kind)
	h.Set("Cache-Control", "public, max-age=31536000, immutable")
	_, _ = w.Write(f.data) // a browser that went away needs no file
	return true
}
