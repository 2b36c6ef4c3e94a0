package directory

import (
	"slices"
	"strings"
)

// Language is a language people speak.
type Language struct {
	Tag  Spoken
	ISO3 string // ISO 639-3, or the 639-2 code of a group that has no other
	Name string // in English, as services write it
	// Read is the interface language that most speakers in England read, as a
	// BCP 47 tag; "" when there is none but English. It is a first guess and
	// never more: who chooses another keeps it.
	Read    string
	aliases string // other names and codes, lower case, joined by commas
}

// Languages that the rules know by name.
const (
	English    Spoken = "en"
	SignBSL    Spoken = "bfi" // British Sign Language
	AnyKurdish Spoken = "ku"  // a listing that says "Kurdish", not which
	AnyChinese Spoken = "zh"  // a listing that says "Chinese", not which
)

// spoken is every language. A place in this list is a bit in the catalogue, so
// there may be 128 at most. Sources of the codes: ISO 639-3 and the IANA
// language subtag registry.
var spoken = []Language{
	{"en", "eng", "English", "en", ""},
	{"pl", "pol", "Polish", "pl", ""},
	{"ur", "urd", "Urdu", "ur", ""},
	{"pa", "pan", "Punjabi", "pa", "panjabi,pnb,western punjabi,eastern punjabi"},
	{"phr", "phr", "Pahari (Mirpuri)", "ur", "pahari,mirpuri,pahari / mirpuri,pahari-potwari,pothwari,potwari,pothohari"},
	{"hi", "hin", "Hindi", "hi", ""},
	{"bn", "ben", "Bengali", "bn", "bangla"},
	{"syl", "syl", "Sylheti", "bn", ""},
	{"gu", "guj", "Gujarati", "gu", ""},
	{"ta", "tam", "Tamil", "ta", ""},
	{"te", "tel", "Telugu", "te", ""},
	{"ml", "mal", "Malayalam", "ml", ""},
	{"kn", "kan", "Kannada", "kn", ""},
	{"mr", "mar", "Marathi", "mr", ""},
	{"si", "sin", "Sinhala", "si", "sinhalese"},
	{"ne", "nep", "Nepali", "ne", ""},
	{"zh", "zho", "Chinese", "zh-Hans", "chi"},
	{"yue", "yue", "Cantonese", "zh-Hant", "zh-yue"},
	{"cmn", "cmn", "Mandarin", "zh-Hans", "zh-cmn,putonghua"},
	{"hak", "hak", "Hakka", "zh-Hant", ""},
	{"fil", "fil", "Filipino (Tagalog)", "fil", "tl,tgl,tagalog,filipino,tagalog / filipino"},
	{"vi", "vie", "Vietnamese", "vi", ""},
	{"th", "tha", "Thai", "th", ""},
	{"ro", "ron", "Romanian", "ro", "rum,moldovan"},
	{"rom", "rom", "Romani", "", "romany,romanes"},
	{"rmc", "rmc", "Carpathian Romani", "sk", ""},
	{"rme", "rme", "Angloromani", "en", "romani english,poggadi chib"},
	{"sth", "sth", "Shelta (Cant)", "en", "shelta,cant,gammon"},
	{"sk", "slk", "Slovak", "sk", "slo"},
	{"cs", "ces", "Czech", "cs", "cze"},
	{"uk", "ukr", "Ukrainian", "uk", ""},
	{"ru", "rus", "Russian", "ru", ""},
	{"bg", "bul", "Bulgarian", "bg", ""},
	{"hu", "hun", "Hungarian", "hu", ""},
	{"lt", "lit", "Lithuanian", "lt", ""},
	{"lv", "lav", "Latvian", "lv", ""},
	{"et", "est", "Estonian", "et", ""},
	{"bs", "bos", "Bosnian", "bs", "serbo-croatian,sh,hbs"},
	{"hr", "hrv", "Croatian", "hr", ""},
	{"sr", "srp", "Serbian", "sr", ""},
	{"sq", "sqi", "Albanian", "sq", "alb"},
	{"el", "ell", "Greek", "el", "gre"},
	{"it", "ita", "Italian", "it", ""},
	{"de", "deu", "German", "de", "ger"},
	{"es", "spa", "Spanish", "es", ""},
	{"pt", "por", "Portuguese", "pt", ""},
	{"fr", "fra", "French", "fr", "fre"},
	{"ar", "ara", "Arabic", "ar", ""},
	{"ku", "kur", "Kurdish", "ckb", ""},
	{"ckb", "ckb", "Kurdish (Sorani)", "ckb", "sorani,central kurdish"},
	{"kmr", "kmr", "Kurdish (Kurmanji)", "kmr", "kurmanji,northern kurdish"},
	{"fa", "fas", "Farsi", "fa", "persian,per,pes"},
	{"prs", "prs", "Dari", "prs", "fa-af"},
	{"ps", "pus", "Pashto", "ps", "pashtu,pushto"},
	{"uz", "uzb", "Uzbek", "uz", ""},
	{"tr", "tur", "Turkish", "tr", ""},
	{"he", "heb", "Hebrew", "he", ""},
	{"yi", "yid", "Yiddish", "yi", ""},
	{"so", "som", "Somali", "so", ""},
	{"am", "amh", "Amharic", "am", ""},
	{"ti", "tir", "Tigrinya", "ti", "tigrigna"},
	{"om", "orm", "Oromo", "om", ""},
	{"sw", "swa", "Swahili", "sw", "kiswahili"},
	{"ln", "lin", "Lingala", "fr", ""},
	{"rw", "kin", "Kinyarwanda", "rw", ""},
	{"lg", "lug", "Luganda", "en", ""},
	{"yo", "yor", "Yoruba", "yo", ""},
	{"ig", "ibo", "Igbo", "ig", ""},
	{"ha", "hau", "Hausa", "ha", ""},
	{"sn", "sna", "Shona", "sn", ""},
	{"nd", "nde", "Ndebele", "en", ""},
	{"zu", "zul", "Zulu", "zu", ""},
	{"ak", "aka", "Twi (Akan)", "en", "twi,tw,akan,fante"},
	{"wo", "wol", "Wolof", "fr", ""},
	{"pcm", "pcm", "Nigerian Pidgin", "en", "pidgin,pidgin english"},
	{"jam", "jam", "Jamaican Patois", "en", "patois,jamaican creole"},
	{"ga", "gle", "Irish", "en", "gaelic"},
	{"cy", "cym", "Welsh", "cy", "wel"},
	{"bfi", "bfi", "British Sign Language", "", "bsl,sgn-bfi,sgn-gb"},
}

// Languages is every spoken language, English first.
func Languages() []Language { return slices.Clone(spoken) }

// LanguageOf is the language with that tag; ok is false when there is none.
func LanguageOf(tag Spoken) (l Language, ok bool) {
	if i := slices.IndexFunc(spoken, func(l Language) bool { return l.Tag == tag }); i >= 0 {
		return spoken[i], true
	}
	return Language{}, false
}

// Valid reports whether l is the tag of one of Languages.
func (l Spoken) Valid() bool {
	_, ok := LanguageOf(l)
	return ok
}

// Meets reports whether people who speak l answer a wish for wished. A service
// that says "Kurdish" or "Chinese" without saying which answers a wish for one
// of them, as a question to ask; the reason then names what it said.
func (l Spoken) Meets(wished Spoken) bool {
	return l != "" && wished != "" && (l == wished || group(l) == wished || group(wished) == l)
}

// group is the word people use for several languages that they do not tell
// apart in a listing; "" for a language that stands for itself.
func group(l Spoken) Spoken {
	switch l {
	case "ckb", "kmr":
		return AnyKurdish
	case "yue", "cmn", "hak":
		return AnyChinese
	}
	return ""
}

// ParseSpoken reads a language as feeds give it: a tag, an ISO 639 code, an
// English name ("Punjabi", "Tagalog"), with or without a region ("pt-BR"). ok is
// false when we do not know it.
func ParseSpoken(text string) (tag Spoken, ok bool) {
	want := strings.ToLower(strings.TrimSpace(strings.ReplaceAll(text, "_", "-")))
	for want != "" {
		for _, l := range spoken {
			if want == string(l.Tag) || want == l.ISO3 || want == strings.ToLower(l.Name) ||
				slices.Contains(strings.Split(l.aliases, ","), want) {
				return l.Tag, true
			}
		}
		cut := strings.LastIndexByte(want, '-') // without its region, then without its script
		if cut < 0 {
			break
		}
		want = want[:cut]
	}
	return "", false
}
