package locales

import "strings"

// alias says which language the people behind a tag read, where the tag itself
// does not say so. Keys are lower case. The first shipped one is taken.
var alias = map[string][]string{
	"pa-pk":   {"pa-Arab", "ur"}, // Punjabi of Pakistan is written in the script of Urdu
	"pa-arab": {"pa-Arab", "ur"},
	"pnb":     {"pa-Arab", "ur"},
	"lah":     {"pa-Arab", "ur"},
	"phr":     {"ur"}, // Pahari-Pothwari has no written standard; its speakers read Urdu
	"zh":      {"zh-Hans"},
	"zh-cn":   {"zh-Hans"},
	"zh-sg":   {"zh-Hans"},
	"zh-tw":   {"zh-Hant"},
	"zh-hk":   {"zh-Hant"},
	"zh-mo":   {"zh-Hant"},
	"yue":     {"zh-Hant"},
	"zh-yue":  {"zh-Hant"},
	"hak":     {"zh-Hant"}, // Hakka of Hong Kong and of the families that came from there
	"tl":      {"fil"},
	"mo":      {"ro"},
	"ckb":     {"ckb", "ku-Arab"},
	"prs":     {"fa"}, // Dari
	"bs":      {"bs", "hr", "sr-Latn"},
	"hr":      {"hr", "bs"},
}

// Match gives the shipped language for the tag of somebody's app, as Telegram
// ("ur", "pt-br", "zh-hans") or a browser ("ur-PK") says it; "" when there is
// none. A choice the person made goes before it: that is the caller's business.
func Match(tag string) string {
	parts := strings.Split(strings.ReplaceAll(strings.TrimSpace(strings.ToLower(tag)), "_", "-"), "-")
	script := ""
	for _, p := range parts[1:] {
		if len(p) == 4 && p[0] >= 'a' {
			script = p
		}
	}
	for n := len(parts); n > 0; n-- {
		shorter := strings.Join(parts[:n], "-")
		for _, l := range languages {
			if strings.ToLower(l.Tag) == shorter && writes(l, script) {
				return l.Tag
			}
		}
		for _, other := range alias[shorter] {
			if l, ok := Find(other); ok && writes(l, script) {
				return l.Tag
			}
		}
	}
	return ""
}

// writes reports whether a language is written in the script, "" being any.
// Who set a phone to Urdu in Latin letters may not read the Arabic ones.
func writes(l Language, script string) bool {
	return script == "" || strings.ToLower(l.Script) == script
}
