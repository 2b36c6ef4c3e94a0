package telegram

import (
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// What Telegram refuses in texts and keyboards, written apart from the door.

var (
	oneTag    = regexp.MustCompile(`^<(/?)([a-z-]+)( href="[^"<>]*")?>`)
	oneEntity = regexp.MustCompile(`^&(lt|gt|amp|quot|#[0-9]+|#x[0-9a-fA-F]+);`)
)

// checkHTML is what a text shows, or what Telegram can't parse in it. Offsets
// are bytes.
func checkHTML(s string) (string, error) {
	var shown strings.Builder
	var open []string
	for at := 0; at < len(s); {
		switch rest := s[at:]; {
		case rest[0] == '<':
			m := oneTag.FindStringSubmatch(rest)
			if m == nil || !slices.Contains([]string{"a", "b", "i", "u"}, m[2]) || (m[2] == "a" && m[1] == "") != (m[3] != "") {
				return "", fmt.Errorf("Unsupported start tag at byte offset %d", at)
			}
			if m[1] == "" {
				open = append(open, m[2])
			} else if len(open) == 0 || open[len(open)-1] != m[2] {
				return "", fmt.Errorf("Unexpected end tag at byte offset %d", at)
			} else {
				open = open[:len(open)-1]
			}
			at += len(m[0])
		case rest[0] == '&' && oneEntity.MatchString(rest):
			m := oneEntity.FindString(rest)
			shown.WriteString(html.UnescapeString(m))
			at += len(m)
		default:
			r, n := utf8.DecodeRuneInString(rest)
			shown.WriteRune(r)
			at += n
		}
	}
	if len(open) > 0 {
		return "", errors.New("Can't find end tag")
	}
	return strings.TrimSpace(shown.String()), nil
}

// checkText holds a text against the limits.
func checkText(raw, shown string) error {
	switch n := utf8.RuneCountInString(shown); {
	case !utf8.ValidString(raw):
		return errors.New("strings must be encoded in UTF-8")
	case strings.Trim(shown, " \n\u200b\u200e\u200f\u2066\u2067\u2068\u2069") == "":
		return errors.New("message text is empty")
	case n > 4096 || len(raw) > 32768:
		return errors.New("message is too long")
	}
	return nil
}

// checkKeys reads an InlineKeyboardMarkup.
func checkKeys(markup string) ([][]key, error) {
	if markup == "" {
		return nil, nil
	}
	var keyboard struct {
		Rows [][]key `json:"inline_keyboard"`
	}
	dec := json.NewDecoder(strings.NewReader(markup))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&keyboard); err != nil {
		return nil, errors.New("object expected as reply markup")
	}
	n := 0
	for _, row := range keyboard.Rows {
		if n += len(row); len(row) > 8 || len(row) == 0 {
			return nil, fmt.Errorf("a row of %d buttons", len(row))
		}
		for _, k := range row {
			switch {
			case strings.TrimSpace(k.Text) == "":
				return nil, errors.New("a button without a label would vanish")
			case (k.Data == "") == (k.URL == ""):
				return nil, errors.New("Text buttons are unallowed in the inline keyboard")
			case len(k.Data) > 64:
				return nil, errors.New("BUTTON_DATA_INVALID")
			case k.URL != "" && !strings.HasPrefix(k.URL, "http://") && !strings.HasPrefix(k.URL, "https://") && !strings.HasPrefix(k.URL, "tg://"):
				return nil, errors.New("BUTTON_URL_INVALID")
			}
		}
	}
	if n > 100 {
		return nil, errors.New("reply markup is too long")
	}
	return keyboard.Rows, nil
}
