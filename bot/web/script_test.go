package web

import (
	"strings"

	"signpost/bot/channel"
)

// script is a desk's answers: a menu, results with five services, a card. The
// town is invented and its numbers are of the ranges that nobody has.
func script(in channel.Inbound) []channel.Letter {
	urdu := strings.HasPrefix(in.Language, "ur")
	switch {
	case in.Text == "many":
		return append(results(false, ""), card(false))
	case in.Data == "find":
		return results(urdu, in.Tapped)
	case in.Data == "1scard.1":
		return []channel.Letter{card(urdu)}
	case in.Data == "numbers":
		return []channel.Letter{{Language: "en", Popup: "Helpline: 0808 157 0001\nFree & open all night", Callback: in.Callback}}
	case in.Data == "menu":
		l := menu(urdu)
		l.Edit = in.Tapped
		return []channel.Letter{l}
	case in.Text != "" && !strings.HasPrefix(in.Text, "/start"):
		return []channel.Letter{{Language: "en", HTML: "I did not find that. Please press a button.", Rows: rows("Back", "menu")}}
	}
	return []channel.Letter{menu(urdu)}
}

// rows makes rows of one button each, from labels and data in turn.
func rows(pairs ...string) [][]channel.Button {
	var out [][]channel.Button
	for i := 0; i < len(pairs); i += 2 {
		out = append(out, []channel.Button{{Label: pairs[i], Data: pairs[i+1]}})
	}
	return out
}

func menu(urdu bool) channel.Letter {
	if urdu {
		return channel.Letter{
			Language: "ur", RTL: true,
			HTML: "<b>السلام علیکم۔</b> یہ ایک کمپیوٹر ہے، کوئی انسان یہ پیغام نہیں پڑھتا۔\n\nہم آپ کا نام نہیں پوچھتے۔ خطرے کی صورت میں \u2068999\u2069 پر فون کریں۔ آپ کیا کرنا چاہیں گے؟",
			Rows: [][]channel.Button{
				{{Label: "مدد تلاش کریں", Data: "find"}},
				{{Label: "یہ کیسے کام کرتا ہے", Data: "how"}},
				{{Label: "زبان · Language", Data: "language"}, {Label: "فوری مدد", Data: "urgent"}},
			},
		}
	}
	return channel.Letter{
		Language: "en",
		HTML:     "<b>Hello.</b> I am a computer, and nobody reads what you write here.\n\nWe do not ask your name. If somebody is in danger, ring <b>999</b>. What would you like to do?",
		Rows: [][]channel.Button{
			{{Label: "Find somebody to talk to", Data: "find"}},
			{{Label: "How things work", Data: "how"}},
			{{Label: "Language · زبان", Data: "language"}, {Label: "Urgent help", Data: "numbers"}},
		},
	}
}

func results(urdu bool, edit string) []channel.Letter {
	if urdu {
		return []channel.Letter{{
			Language: "ur", RTL: true, Edit: edit,
			HTML: "<b>آپ کے لیے 5 جگہیں ملیں۔</b>\n\n<b>1. \u2068Tea and Talk\u2069</b>\nاردو بولتے ہیں؛ جمعرات شام \u20686\u2069 بجے\n\n<b>2. \u2068Harbour Hall Women's Circle\u2069</b>\nپنجابی بولتے ہیں؛ فون پر بات ہو سکتی ہے\n\n<b>3. \u2068Northside Listening Line\u2069</b>\nفون: \u206801632 960123\u2069",
			Rows: [][]channel.Button{
				{{Label: "1. Tea and Talk", Data: "1scard.1"}},
				{{Label: "2. Harbour Hall Women's Circle", Data: "1scard.2"}},
				{{Label: "3. Northside Listening Line", Data: "1scard.3"}},
				{{Label: "واپس", Data: "menu"}, {Label: "فوری مدد", Data: "numbers"}},
			},
		}}
	}
	return []channel.Letter{{
		Language: "en", Edit: edit,
		HTML: "<b>5 places that fit.</b> The first is nearest.\n\n<b>1. Tea and Talk</b>\nspeaks Urdu; in Exampleton; Thursday 6 pm\n\n<b>2. Harbour Hall Women's Circle</b>\nspeaks Punjabi; women only; Monday 10 am\n\n<b>3. Northside Listening Line</b>\nby phone, nobody sees you; every day\n\n<b>4. Exampleton Talking Rooms</b>\nask your doctor; an interpreter is free\n\n<b>5. Riverside Carers' Café</b>\nfor people who look after somebody; Tuesday 2 pm",
		Rows: [][]channel.Button{
			{{Label: "1. Tea and Talk", Data: "1scard.1"}},
			{{Label: "2. Harbour Hall Women's Circle", Data: "1scard.2"}},
			{{Label: "3. Northside Listening Line", Data: "1scard.3"}},
			{{Label: "4. Exampleton Talking Rooms", Data: "1scard.4"}},
			{{Label: "5. Riverside Carers' Café", Data: "1scard.5"}},
			{{Label: "Back", Data: "menu"}, {Label: "Urgent help", Data: "numbers"}},
		},
	}}
}

func card(urdu bool) channel.Letter {
	l := channel.Letter{
		Language: "en", Keep: true,
		HTML: "<b>Tea and Talk</b>\nA quiet hour with tea. Somebody who speaks Urdu listens.\n\nNext: Thursday 6 June, 6 pm to 8 pm, in 4 days\nRing: <a href=\"tel:+441632960123\">01632 960123</a>\nWhere: Harbour Hall, 1 Example Road, Exampleton\nCost: free\n\n<i>Checked by the group on 20 May 2030</i>",
		Rows: [][]channel.Button{
			{{Label: "Map", URL: mapAt(53.2351, -1.4216)}, {Label: "Next times", Data: "times"}},
			{{Label: "Something is wrong", Data: "wrong"}},
			{{Label: "Back", Data: "menu"}, {Label: "Urgent help", Data: "numbers"}},
		},
	}
	if urdu {
		l.Language, l.RTL = "ur", true
		l.HTML = "<b>\u2068Tea and Talk\u2069</b>\nچائے کے ساتھ ایک پرسکون گھنٹہ۔ اردو بولنے والے آپ کی بات سنتے ہیں۔\n\nاگلی بار: جمعرات \u20686\u2069 جون، شام \u20686\u2069 بجے، \u20684\u2069 دن بعد\nفون: <a href=\"tel:+441632960123\">\u206801632 960123\u2069</a>\nپتہ: \u2068Harbour Hall, 1 Example Road, Exampleton\u2069\nمفت ہے\n\n<i>گروپ نے \u206820\u2069 مئی \u20682030\u2069 کو دیکھا</i>"
		l.Rows = [][]channel.Button{
			{{Label: "نقشہ", URL: mapAt(53.2351, -1.4216)}, {Label: "اگلے اوقات", Data: "times"}},
			{{Label: "کچھ غلط ہے", Data: "wrong"}},
			{{Label: "واپس", Data: "menu"}, {Label: "فوری مدد", Data: "numbers"}},
		}
	}
	return l
}
