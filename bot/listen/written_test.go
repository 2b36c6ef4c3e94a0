package listen

import "testing"

func TestWritten(t *testing.T) {
	for text, want := range map[string]string{
		"":                   "",
		"12345 🙂":            "",
		"ok":                 "",
		"مجھے نیند نہیں آتی": "ur",
		"أريد أن أموت":       "ar",
		"می‌خواهم بمیرم":     "fa",
		"ئەمەوێ بمرم، زۆر ماندووم":        "ckb",
		"ਮੈਨੂੰ ਨੀਂਦ ਨਹੀਂ ਆਉਂਦੀ":           "pa",
		"मुझे नींद नहीं आती":              "hi",
		"আমার ঘুম আসে না":                 "bn",
		"મને ઊંઘ નથી આવતી":                "gu",
		"я не хочу жити, їй-богу":         "uk",
		"я больше не могу ждать, это всё": "ru",
		"我睡不著，想說說話":                       "zh-Hant",
		"我睡不着，想说说话":                       "zh-Hans",
	} {
		if got := Hear(text).Written; got != want {
			t.Errorf("%q is written in %q, want %q", text, got, want)
		}
	}
}
