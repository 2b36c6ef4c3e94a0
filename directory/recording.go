package directory

import (
	"bytes"
	"errors"
	"slices"
)

// Limits of a Recording.
const (
	MaxSpoken = 60      // seconds
	MaxAudio  = 1 << 20 // bytes; a minute of speech as it comes has a quarter of it
)

// Voice says that a group has said in a language what a listing is. It is what
// one needs to know without hearing it: see Recording.
type Voice struct {
	ID       string // names the recording; what is recorded anew has another
	Language string // BCP 47
	Seconds  int
	Of       string // the hash of the English words it was made from: see VoiceHash
	On       Date
}

// Recording is a listing in the group's own voice: its name, when and where it is,
// who is welcome. Like a doubt it is kept beside the listing: it is in no version
// of it, and in no file of exchange.
type Recording struct {
	Voice
	Audio []byte // Opus in an Ogg container
}

// ErrRecording means that a recording is not one: empty, too long or too large, or
// no sound that we know.
var ErrRecording = errors.New("this is no recording that can be kept")

// oggMark is how a file of the Ogg container begins: RFC 3533, section 6.
var oggMark = []byte("OggS")

// Check reports ErrRecording for what is not to be kept.
func (r *Recording) Check() error {
	if r.ID == "" || r.Language == "" || r.Seconds < 1 || r.Seconds > MaxSpoken ||
		len(r.Audio) > MaxAudio || !bytes.HasPrefix(r.Audio, oggMark) {
		return ErrRecording
	}
	return nil
}

// VoiceHash is what Voice.Of holds: it changes when the English name or
// description of a listing does.
func (s *Service) VoiceHash() string { return SourceHash(s.Name + "\n" + s.Description) }

// OldVoice reports a recording made from other English words than the listing has
// now.
func (s *Service) OldVoice(v Voice) bool { return v.Of != s.VoiceHash() }

// VoiceIn gives the recording in the first of the languages in which there is one,
// false for none.
func (s *Service) VoiceIn(languages ...string) (Voice, bool) {
	for _, l := range languages {
		if i := slices.IndexFunc(s.Voices, func(v Voice) bool { return v.Language == l }); i >= 0 {
			return s.Voices[i], true
		}
	}
	return Voice{}, false
}
