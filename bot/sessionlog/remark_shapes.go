package sessionlog

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// plainForm is a text in small letters, with the digits of every script as 0 to 9
// and without signs that nobody sees.
func plainForm(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Cf, r), unicode.Is(unicode.Me, r), r >= 0xFE00 && r <= 0xFE0F:
			return -1
		case r >= 0x2776 && r <= 0x277E: // digits in black circles
			return '1' + r - 0x2776
		case r > 0x7F && unicode.IsDigit(r):
			return '0' + digitOf(r)
		case unicode.Is(unicode.Pd, r), r == '−', r == '⁃':
			return '-'
		}
		return unicode.ToLower(r)
	}, norm.NFKC.String(s))
}

// digitOf is the value of a decimal digit of any script: they stand in tens.
func digitOf(r rune) rune {
	n := rune(0)
	for n < 9 && unicode.IsDigit(r-n-1) {
		n++
	}
	return n
}

const ends = `(com|co|org|net|uk|info|io|eu|pl|gov|edu|ac|app|online|site|link|me|pk|cn|hk|ro|ua|ru|sk|cz|lt|lv|ph|vn|tr|ir|bd)`

var (
	// At a time, "@ 10" or "@10am", is no address.
	atTime = regexp.MustCompile(`@\s?\d{1,2}([:.]\d\d)?\s?([ap]m)?(\s|[,;.!?)-]|$)`)
	mail   = regexp.MustCompile(`@|:/|www\.|[\pL\d]\.` + ends + `([^\pL\d]|$)|\s\.\s?(com|org|net|uk)\b|` +
		`\b(dot|kropka|punkt|bodka)\s(com|co|org|net|uk|pl|info)\b|[\[({<]\s?(at|dot|małpa|kropka)\s?[\])}>]|` +
		`\b(gmail|hotmail|yahoo|icloud|protonmail|googlemail|btinternet)\b|\b(outlook|live|msn)\s?(\.|dot)|` +
		`\b(insta|instagram|ig|snap|snapchat|facebook|fb|tiktok|twitter|telegram|whatsapp|skype|viber|wechat|zalo|imo)\s?(id|name|user|username)?\s?[:=]|` +
		`微信\s?[号號:]|line\sid\b|https?\b`)
)

// mailLike reports an e-mail address, a link or an @name.
func mailLike(plain string) bool {
	return mail.MatchString(atTime.ReplaceAllString(plain, " "))
}

var (
	clock = regexp.MustCompile(`\b([01]?\d|2[0-4])[:.][0-5]\d\b`)
	// Noughts and ones are written as letters too.
	digitish = regexp.MustCompile(`\b[oil\d]*\d[oil\d]*\b`)
	phone    = regexp.MustCompile(`\d([\s.()/+_*~:|·•-]{0,3},?\d){6,}`)
	// A number of six digits is a local one when a word says so.
	local = regexp.MustCompile(`(\b(ring|rang|call|called|phone|tel|telephone|mob|mobile|text|number|whatsapp|nr|numer|telefon|dzwoni\pL*|zadzwo\pL*|telefón|tālr|номер|тел|телефон|sđt|gọi)|` +
		`فون|نمبر|رقم|هاتف|تلفن|ਫੋਨ|ਨੰਬਰ|फोन|नंबर|ফোন|নম্বর|ફોન|નંબર|電話|电话|致電)[^\d]{0,12}\d([\s.-]?\d){5}`)
	chineseDigits = regexp.MustCompile(`([零〇一二三四五六七八九]\s?){7}`)
)

// mostTimes is how many times of day a remark may name. Who hides a telephone
// number in them needs more.
const mostTimes = 4

// phoneLike reports a telephone number. Times of day are none.
func phoneLike(plain string) bool {
	plain = digitish.ReplaceAllStringFunc(plain, func(s string) string {
		return strings.NewReplacer("o", "0", "i", "1", "l", "1").Replace(s)
	})
	times := 0
	plain = clock.ReplaceAllStringFunc(plain, func(s string) string {
		if times++; times > mostTimes {
			return s
		}
		return "t"
	})
	return times > mostTimes || phone.MatchString(plain) || local.MatchString(plain) || chineseDigits.MatchString(plain)
}

var (
	dates = regexp.MustCompile(`\b(\d{1,2})\s?(?:/\s?(\d{1,2})\s?/|\.\s?(\d{1,2})\s?\.|-(\d{1,2})-|\s(\d{1,2})\s)\s?(\d{4}|\d{2})\b`)
	years = regexp.MustCompile(`\b(1[89]|20)\d\d\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}|(1[89]|20)\d\d年\s?\d{1,2}月|[一二][九八零〇][零〇一二三四五六七八九]{2}年`)
	born  = regexp.MustCompile(`\b(born|d\.?o\.?b|birth\s?date|date of birth|birthdate|urodzon[aye]|urodził\pL*|urodziny|születet\pL*|născut\pL*|nascut\pL*|` +
		`narozen\pL*|narodil\pL*|naroden\pL*|gimė|gimus\pL*|gimim\pL*|dzimu\pL*|dzimšan\pL*|родил\pL*|рожден\pL*|народив\pL*|народил\pL*|народж\pL*|` +
		`ipinanganak|kaarawan|sinh năm|ngày sinh|doğum|janam|paidaish|paida hu\pL*)\b|` +
		`پیدائش|پیدا ہو|تاریخ تولد|متولد|لەدایک|مواليد|تاريخ الميلاد|ولدت|ਜਨਮ|ਜੰਮ(ਿਆ|ੀ)|जन्म|জন্ম|જન્મ|பிறந்த|出生|生日|生於|生于`)
	aged = regexp.MustCompile(`\b\d{1,3}[\s-]?(years?|yrs?|yr|months?)[\s-]?old|years?[\s-]old\b|\b\d{1,2}\s?y\.?/?o\b|` +
		`\b(aged|age|wiek|vek|věk|vârsta|varsta|возраст\pL*|вік\pL*|amžius|vecums|edad|umur|umr|umar)\s?(of|is|to|:|-|lat)?\s?\d{1,3}\b|` +
		`\bin (his|her|their) (early |mid |late |mid-)?(\d0s|teens|twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)|` +
		`\bma \d{1,2} lat|\b\d{1,3}[\s-]?(letni\pL*|ročn\pL*|let[ýá]\b|річн\pL*|летн\pL*)|\bm[áa] \d{1,2} (rok|let)|\bare \d{1,2} (de )?ani|` +
		`(ему|ей|йому|їй|jam|jai|viņam|viņai) \d{1,2}\b|\d{1,3}\s?(歲|岁|tuổi|taong gulang|taon gulang)|\d{1,2} (sal|saal|saal) (ki|ka|di|da)\b|` +
		`\d{1,3} سال (کی|کا|کے عمر)|\d{1,3} ساله|(عمر|سن|تەمەن)\pL{0,3} \d|\d{1,3} (سنة|عاما|عام) من العمر|` +
		`\d{1,3} ਸਾਲ(ਾਂ)? (ਦਾ|ਦੀ)|\d{1,3} (साल|वर्ष) (का|की)|\d{1,3} વર્ષ(નો|ની)|ਉਮਰ|उम्र|आयु|ઉંમર|বয়স|வயது|年齡|年龄`)
)

// birthLike reports a whole date with its year, a word of birth, or an age. The
// days of a remark need no year, so nothing is lost where it is no birthday.
func birthLike(plain string) bool {
	if years.MatchString(plain) || born.MatchString(plain) || aged.MatchString(plain) {
		return true
	}
	for _, m := range dates.FindAllStringSubmatch(plain, -1) {
		a, _ := strconv.Atoi(m[1])
		b, _ := strconv.Atoi(m[2] + m[3] + m[4] + m[5])
		if min(a, b) >= 1 && min(a, b) <= 12 && max(a, b) <= 31 {
			return true
		}
	}
	return false
}

var (
	postcode = regexp.MustCompile(`\b[a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2}\b`)
	// A number before a word that nothing but a street is called. The words namesNoStreet
	// must be its name: "2 buses on the road" is none.
	street = regexp.MustCompile(`\b\d{1,4}[a-d]?,?\s((?:\pL+['’]?\pL*\s){1,3})(street|road|rd|avenue|ave|lane|crescent|cres|terrace|mews|gardens|gdns)\b`)
	// One before a word that means other things too, when both have great letters.
	ways  = regexp.MustCompile(`\b\d{1,4}[a-dA-D]?,?\s(\p{Lu}\pL*['’]?\pL*\s){1,3}(St|Str|Av|Drive|Dr|Ln|Close|Court|Ct|Grove|Row|Walk|Hill|Rise|View|Way|Square|Sq|Parade|Croft|Fold|Yard|Place|Gate|Bank|Green|Mount|Vale|Park)\b`)
	house = regexp.MustCompile(`\b(flat|apartment|apt|house|house number|unit|plot|caravan|door number)\s(no\.?\s|number\s|nr\.?\s|#)?\d{1,4}[a-d]?\b|` +
		`(\b|\s)(ul|ulica|ulicy|ulici|al|aleja|os|osiedle|mieszkanie|m|strada|str|bulevardul|blocul|bl|gatvė|gatvėje|gatve|g|iela|ielā|вул|вулиця|вулиці|ул|улица|улице|просп|проспект|дом|будинок|кв|квартира|utca|calle|rue|đường|phố|barangay|brgy|kalye|sokak|cadde|gali|makan|ghar|makaan)` +
		`\.?\s((no|nr|number|namber|čp|č|số)\.?\s)?(\pL+\s){0,2}\d{1,4}[a-d]?\b|` +
		`\b\d{1,4}[a-d]?\s(rue|calle|đường|phố|iela|gatvė|kalye|ulica)\b|` +
		`(گلی|محلہ|مکان|گھر|فلیٹ|شارع|شقة|بناية|خیابان|کوچه|پلاک|شەقام|ਗਲੀ|ਮਕਾਨ|ਘਰ|ਫਲੈਟ|ਮੁਹੱਲਾ|गली|मकान|घर|फ्लैट|मोहल्ला|রোড|বাড়ি|ফ্ল্যাট|গলি|શેરી|મકાન|ઘર|ફ્લેટ|தெரு|வீடு)\s?(نمبر|رقم|ਨੰਬਰ|नंबर|নম্বর|નંબર|எண்)?\s?\d{1,4}|` +
		`[路街道巷弄邨苑村里]\s?[\d一二三四五六七八九十]{1,4}\s?[號号]|[\d一二三四五六七八九十]{1,3}\s?[樓楼]\s?[\da-z一二三四五六七八九十]{1,3}\s?室`)
	lives = regexp.MustCompile(`\b(lives?|living|lived|stays|staying) (at|in|on|near|next to|with|opposite)\b|\b(home|her|his) address\b|\b(mieszka|mieszkał[ay]?|bývá|býva|locuiește|locuieste|gyvena|dzīvo|живет|живёт|мешкає|живе|nakatira|sống ở) \pL|` +
		`(رہتا|رہتی|رہتے|يسكن|تسكن|زندگی می‌?کند|ਰਹਿੰਦਾ|ਰਹਿੰਦੀ|ਰਹਿੰਦੇ|रहता|रहती|থাকেন|રહે છે|வசிக்கிற)|\b(rehta|rehti|rehndi|rehnda|rahta|rahti)\b|住在|家住`)
)

// addressLike reports a postcode, a house in a street, or where somebody lives.
func addressLike(clean, plain string) bool {
	for _, m := range street.FindAllStringSubmatch(plain, -1) {
		if !namesNoStreet.MatchString(m[1]) {
			return true
		}
	}
	return postcode.MatchString(plain) || house.MatchString(plain) || lives.MatchString(plain) || ways.MatchString(clean)
}

// namesNoStreet are words that no street is called.
var namesNoStreet = regexp.MustCompile(`\b(the|on|in|of|to|a|an|from|at|and|by|off|along|across|down|up|per|for|our|this|that|into|people|chairs|minutes|cars|buses)\b`)
