package sessionlog

import (
	"strings"
	"testing"
)

func TestWhatIsKnownByItsShape(t *testing.T) {
	for text, want := range map[string]Refusal{
		"": RefusedEmpty, " \u200b ...": RefusedEmpty, strings.Repeat("a b ", 60): RefusedLong,
		"Write to amina@example.org": RefusedEmail, "see www.example.org/x": RefusedEmail, "amina at gmail dot com": RefusedEmail,
		"Ask @amina_k": RefusedEmail, "insta: amina": RefusedEmail,
		"Ring 07700 900123": RefusedPhone, "0 7 7 0 0 9 0 0 1 2 3": RefusedPhone, "٠٧٧٠٠٩٠٠١٢٣": RefusedPhone,
		"O77OO 9OO l23": RefusedPhone, "call 960 123": RefusedPhone, "零七七零零九零零一二三": RefusedPhone, "07.70/09-00 (123)": RefusedPhone,
		"0️⃣7️⃣7️⃣0️⃣0️⃣9️⃣0️⃣0️⃣1️⃣2️⃣3️⃣": RefusedPhone, "07:70 10:00 11:00 12:00 13:00 14:00": RefusedPhone,
		"12/06/1985": RefusedBirthday, "1985-06-12": RefusedBirthday, "born in May": RefusedBirthday, "34 years old": RefusedBirthday,
		"१२/०६/१९८५": RefusedBirthday, "一九八五年六月": RefusedBirthday, "34歲": RefusedBirthday, "34 سال کی": RefusedBirthday,
		"at s40 1aa": RefusedAddress, "12 Mill Street": RefusedAddress, "12 Mill View": RefusedAddress, "ul. Długa 5": RefusedAddress,
		"flat 3": RefusedAddress, "中山路23號": RefusedAddress, "گلی نمبر 5": RefusedAddress, "lives in the next street": RefusedAddress,
		"The heating was off from 10.00 to 12.30.": "", "Doors @ 10am": "", "10 chairs in place": "", "We need 20 cups by 12/6.": "",
		"2 buses on the road": "", "The hall is free 10-12, 14-16 and 18-20.": "", "Room 2 is cold, 15 °C.": "",
	} {
		clean, got := Remark(text)
		if got != want || (got == "") != (clean != "") {
			t.Errorf("%q: %q, %q; want %q", text, clean, got, want)
		}
	}
}
