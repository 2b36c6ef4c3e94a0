package web

import (
	"encoding/base64"
	"html/template"

	"signpost/bot/talk"
)

// download is a link that keeps a file where the person's browser keeps files. All
// of the file is in the address, so there is no address of ours under which
// somebody else could get it, and it goes when the message goes. A browser opens no
// such address as a page, and none asks us again.
func download(f talk.File) template.HTML {
	name := template.HTMLEscapeString(f.Name)
	return template.HTML(`<p><a class="file" dir="ltr" download="` + name + `" href="data:` + template.HTMLEscapeString(f.Type) +
		`;charset=utf-8;base64,` + base64.StdEncoding.EncodeToString(f.Body) + `">` + name + `</a></p>`)
}
