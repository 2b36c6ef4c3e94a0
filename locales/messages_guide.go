// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// GuideButtonCost says:
//
//	What it costs
func GuideButtonCost() Text { return Text{id: "guide.button_cost"} }

// GuideButtonDoctor says:
//
//	Seeing a doctor
func GuideButtonDoctor() Text { return Text{id: "guide.button_doctor"} }

// GuideButtonDropin says:
//
//	What a drop-in is
func GuideButtonDropin() Text { return Text{id: "guide.button_dropin"} }

// GuideButtonInterpreter says:
//
//	Getting an interpreter
func GuideButtonInterpreter() Text { return Text{id: "guide.button_interpreter"} }

// GuideButtonNhs111 says:
//
//	Ringing 111
func GuideButtonNhs111() Text { return Text{id: "guide.button_nhs111"} }

// GuideButtonPhone says:
//
//	What to say on the phone
func GuideButtonPhone() Text { return Text{id: "guide.button_phone"} }

// GuideButtonRaise says:
//
//	How to help someone
func GuideButtonRaise() Text { return Text{id: "guide.button_raise"} }

// GuideButtonReception says:
//
//	A screen to show at a desk
func GuideButtonReception() Text { return Text{id: "guide.button_reception"} }

// GuideButtonTherapy says:
//
//	Talking therapy
func GuideButtonTherapy() Text { return Text{id: "guide.button_therapy"} }

// GuideButtonWhoKnows says:
//
//	Who will know?
func GuideButtonWhoKnows() Text { return Text{id: "guide.button_who_knows"} }

// GuideHead says:
//
//	Here is the short page that you asked for just now:
func GuideHead() Text { return Text{id: "guide.head"} }

// GuideIntro says:
//
//	Short pages about how things work here. Which one would you like to read?
func GuideIntro() Text { return Text{id: "guide.intro"} }

// GuidePartCost says:
//
//	Most of what you find here costs nothing. Your doctor (GP), 111, 999 and emergency care are free for everyone.
//
//	Some hospital care costs money for people who don't live here for good. Refugees and people who ask for asylum don't pay. Ask first: Will I have to pay?
//
//	Medicine from the doctor costs the same sum for each kind. Many people pay nothing, for example under 16, over 60, or on some benefits. If you have little money, ask for the form HC1.
func GuidePartCost() Text { return Text{id: "guide.part_cost"} }

// GuidePartDoctor says:
//
//	Your doctor (GP) is there for how you feel, too, not only for the body. Anyone in England can have a GP. It is free. You don't need a passport, papers or proof of address.
//
//	Ring in the morning, or ask at the desk. You can say: I would like to talk about how I feel. You don't have to tell the desk more.
//
//	You can ask for an interpreter, a longer visit, a woman or a man. You can bring someone with you.
//
//	The doctor listens, asks questions, and tells you what can help. You decide what to try.
func GuidePartDoctor() Text { return Text{id: "guide.part_doctor"} }

// GuidePartDropin says:
//
//	A drop-in is a place and a time, often every week. You can just come. You can sit, have tea and listen. You don't have to talk.
//
//	Often a Mental Health First Aider is there. That is a person from the community. They have learned to listen, and they know where to find help. They are not a doctor. They give no medicine and no tests.
//
//	What you say stays there. They tell someone else only if you or a child may come to serious harm.
//
//	You can leave at any time. Most are free. You can ring first and ask who will be there.
func GuidePartDropin() Text { return Text{id: "guide.part_dropin"} }

// GuidePartEnglish says:
//
//	<b>{{.SentenceText}}</b>
func GuidePartEnglish(sentenceText Text) Text {
	return Text{id: "guide.part_english", values: map[string]any{"SentenceText": sentenceText}}
}

// GuidePartInterpreter says:
//
//	You can have an interpreter each time you see a doctor or nurse. It is free. Ask for it when you book.
//
//	You don't have to bring family. Please don't let a child do it. You can ask for a woman or a man. If you may know the person, ask for someone from another town, or by phone.
//
//	The interpreter must keep all you say secret.
//
//	If they say no, say that the NHS has to offer it, and ask for the manager.
func GuidePartInterpreter() Text { return Text{id: "guide.part_interpreter"} }

// GuidePartNhs111 says:
//
//	111 is a phone number for help that can't wait. It is free, day and night, for every age.
//
//	1. Ring 111. First you hear a recorded voice in English.
//	2. Press 2. That is for mental health.
//	3. A person answers. Say: {{.PhraseText}} Then stay on the line. It can take some minutes.
//	4. They ask what is wrong, and tell you what happens next.
//
//	You can ring for somebody else. If you can't hear or speak, use Relay UK: 18001 111.
//
//	If a life is in danger now, ring 999.
func GuidePartNhs111(phraseText Text) Text {
	return Text{id: "guide.part_nhs111", values: map[string]any{"PhraseText": phraseText}}
}

// GuidePartRaise says:
//
//	You worry about someone. It is good that you want to help. Choose a calm time, when nobody else is near.
//
//	Say what you see: You don't seem yourself. How are you? Then listen. You don't have to solve it. Don't blame, and don't argue.
//
//	Ask: Shall we look for someone you can talk to? You can ring for them, or go with them.
//
//	If you think they may harm themselves, ask them calmly. To ask does not make it worse. Stay with them. Ring 111, then press 2. In danger now: 999.
//
//	Look after yourself, too. There is help for people who care for someone.
func GuidePartRaise() Text { return Text{id: "guide.part_raise"} }

// GuidePartSame says:
//
//	It says:
func GuidePartSame() Text { return Text{id: "guide.part_same"} }

// GuidePartSay111 says:
//
//	{{.LanguageText}} interpreter, please.
func GuidePartSay111(languageText Text) Text {
	return Text{id: "guide.part_say_111", values: map[string]any{"LanguageText": languageText}}
}

// GuidePartSay111Any says:
//
//	Interpreter, please.
func GuidePartSay111Any() Text { return Text{id: "guide.part_say_111_any"} }

// GuidePartSayCome says:
//
//	I would like to come. When is the next time?
func GuidePartSayCome() Text { return Text{id: "guide.part_say_come"} }

// GuidePartSayCost says:
//
//	Does it cost anything?
func GuidePartSayCost() Text { return Text{id: "guide.part_say_cost"} }

// GuidePartSayFree says:
//
//	It is free in the NHS. Please don't ask my family to do it.
func GuidePartSayFree() Text { return Text{id: "guide.part_say_free"} }

// GuidePartSayInterpreter says:
//
//	Hello. I need an interpreter, please. I speak {{.LanguageText}}.
func GuidePartSayInterpreter(languageText Text) Text {
	return Text{id: "guide.part_say_interpreter", values: map[string]any{"LanguageText": languageText}}
}

// GuidePartSayInterpreterAny says:
//
//	Hello. I need an interpreter, please.
func GuidePartSayInterpreterAny() Text { return Text{id: "guide.part_say_interpreter_any"} }

// GuidePartSayPrivate says:
//
//	I would like to talk in private.
func GuidePartSayPrivate() Text { return Text{id: "guide.part_say_private"} }

// GuidePartSaySlow says:
//
//	Please speak slowly. English is not my first language.
func GuidePartSaySlow() Text { return Text{id: "guide.part_say_slow"} }

// GuidePartSayTalk says:
//
//	I don't feel well in my mind. I would like to talk to someone.
func GuidePartSayTalk() Text { return Text{id: "guide.part_say_talk"} }

// GuidePartSayWho says:
//
//	Who will be there?
func GuidePartSayWho() Text { return Text{id: "guide.part_say_who"} }

// GuidePartSayWoman says:
//
//	Can I talk to a woman, please?
func GuidePartSayWoman() Text { return Text{id: "guide.part_say_woman"} }

// GuidePartTherapy says:
//
//	This is how it works when you talk to a trained person, often once a week. It is called talking therapy.
//
//	You talk by phone, by video or face to face. It helps with worry, low mood, panic, bad memories and sleep. It is free on the NHS. You can ask for it yourself. You don't have to see a doctor first.
//
//	1. You ring, or fill in a form.
//	2. After some days they ring you and ask how you feel.
//	3. They tell you what they can offer and how long you may wait. It can be some weeks.
//
//	You can ask for an interpreter. That is free, too. You can ask for a man or a woman.
func GuidePartTherapy() Text { return Text{id: "guide.part_therapy"} }

// GuidePartWhoKnows says:
//
//	What you tell a doctor, nurse or helper is private.
//
//	<b>Family:</b> they are told nothing, unless you say yes.
//	<b>Work:</b> they are told nothing.
//	<b>Home Office:</b> doctors don't report that you came for help.
//	<b>Children:</b> to ask for help is no reason to take children away. If a child may be badly hurt, helpers must tell the people who keep children safe.
//
//	If you or someone else may come to serious harm, they may have to tell someone. They try to tell you first.
//
//	You can always ask: Who will you tell?
func GuidePartWhoKnows() Text { return Text{id: "guide.part_who_knows"} }

// GuidePhone says:
//
//	What to say on the phone. You can read it out. They are used to it, and you can take your time.
func GuidePhone() Text { return Text{id: "guide.phone"} }

// GuideReception says:
//
//	You can show this screen to the person at the desk:
func GuideReception() Text { return Text{id: "guide.reception"} }
