package web

import (
	"bytes"
	"errors"
	"html/template"
	"net/http"
	"net/url"
	"strings"
	"time"

	"signpost/bot/channel"
	"signpost/bot/talk"
)

// voicePath begins the address of a recording: the service and the language, and
// nothing of who listens. Nobody's cookie is looked at there.
const voicePath = "/voice/"

// player plays a recording when the person asks for it: nothing is fetched before.
func player(v talk.Voice) template.HTML {
	address := voicePath + url.PathEscape(v.Of) + "/" + url.PathEscape(v.Language)
	return template.HTML(`<audio controls preload="none" src="` + template.HTMLEscapeString(address) + `"></audio>`)
}

// playVoice answers with the sound of a recording.
func (s *Site) playVoice(w http.ResponseWriter, r *http.Request, rest string) {
	service, language, _ := strings.Cut(rest, "/")
	if s.o.Recordings == nil || len(rest) > 64 || !urlSafe(service) || !urlSafe(language) {
		s.problem(w, r, http.StatusNotFound, say.Missing)
		return
	}
	_, audio, err := s.o.Recordings.Sound(r.Context(), service, language)
	switch {
	case errors.Is(err, channel.ErrNoRecording):
		s.problem(w, r, http.StatusNotFound, say.Missing)
	case err != nil:
		s.trouble(w, r, err)
	default:
		w.Header().Set("Content-Type", "audio/ogg; codecs=opus")
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(audio))
	}
}
