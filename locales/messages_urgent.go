// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// UrgentButtonGoOn says:
//
//	Go on
func UrgentButtonGoOn() Text { return Text{id: "urgent.button_go_on"} }

// UrgentButtonHide says:
//
//	Clear this chat
func UrgentButtonHide() Text { return Text{id: "urgent.button_hide"} }

// UrgentButtonHurt says:
//
//	Someone is hurting me
func UrgentButtonHurt() Text { return Text{id: "urgent.button_hurt"} }

// UrgentButtonNumbers says:
//
//	More numbers
func UrgentButtonNumbers() Text { return Text{id: "urgent.button_numbers"} }

// UrgentButtonRemove says:
//
//	Remove what I wrote
func UrgentButtonRemove() Text { return Text{id: "urgent.button_remove"} }

// UrgentButtonWorried says:
//
//	Worried about somebody
func UrgentButtonWorried() Text { return Text{id: "urgent.button_worried"} }

// UrgentButtonYoung says:
//
//	I am under 18
func UrgentButtonYoung() Text { return Text{id: "urgent.button_young"} }

// UrgentGentle says:
//
//	That sounds hard. Thank you for saying it. If it ever gets too much, day or night: ring 111, then press 2.
func UrgentGentle() Text { return Text{id: "urgent.gentle"} }

// UrgentGentlePrivate says:
//
//	I am a machine: nobody here reads what you write, only someone who can open this chat.
func UrgentGentlePrivate() Text { return Text{id: "urgent.gentle_private"} }

// UrgentIntro says:
//
//	Thank you for writing. You are not alone, and you can get help now. I am a machine and nobody reads this, so please ring or text a person:
func UrgentIntro() Text { return Text{id: "urgent.intro"} }

// UrgentIntroAgain says:
//
//	Thank you for writing again. I am a machine and nobody reads this, but here people answer, day and night:
func UrgentIntroAgain() Text { return Text{id: "urgent.intro_again"} }

// UrgentIntroChild says:
//
//	Thank you for telling me. It was right to say something, and you don't have to sort it out alone. I am a machine and nobody reads this, so please tell a person too:
func UrgentIntroChild() Text { return Text{id: "urgent.intro_child"} }

// UrgentIntroGroup says:
//
//	For everybody in this group: if it ever gets too much, people answer here day and night, and it is free to ring them:
func UrgentIntroGroup() Text { return Text{id: "urgent.intro_group"} }

// UrgentIntroHurt says:
//
//	What is happening is not your fault, and you don't have to face it alone. I am a machine and nobody reads this. Please ring when nobody can overhear you:
func UrgentIntroHurt() Text { return Text{id: "urgent.intro_hurt"} }

// UrgentIntroOthers says:
//
//	Thank you for writing this here. You did the right thing. There are people who listen, and they can help before anything happens. I am a machine and nobody reads this, so please ring:
func UrgentIntroOthers() Text { return Text{id: "urgent.intro_others"} }

// UrgentIntroQuiet says:
//
//	Thank you for writing. I am a machine and nobody reads this. These people answer day and night, and it is free to ring them:
func UrgentIntroQuiet() Text { return Text{id: "urgent.intro_quiet"} }

// UrgentIntroSad says:
//
//	Thank you for telling me. That sounds very hard, and you don't have to carry it alone. I am a machine and nobody reads this, so please ring or text a person now:
func UrgentIntroSad() Text { return Text{id: "urgent.intro_sad"} }

// UrgentIntroSelfHarm says:
//
//	Thank you for telling me. There is no need to feel ashamed. Many people have felt like this, and it got better with help. I am a machine and nobody reads this, so please ring or text a person:
func UrgentIntroSelfHarm() Text { return Text{id: "urgent.intro_self_harm"} }

// UrgentIntroTaken says:
//
//	Thank you for telling me. Please ring now, even if you feel fine. Don't wait for signs. I am a machine and nobody reads this, so only a person can help you with this:
func UrgentIntroTaken() Text { return Text{id: "urgent.intro_taken"} }

// UrgentIntroThem says:
//
//	You were right to ask. Stay with them if you can, and listen. You can ring for somebody else, too. I am a machine and nobody reads this, so please ring a person:
func UrgentIntroThem() Text { return Text{id: "urgent.intro_them"} }

// UrgentIntroThemApart says:
//
//	You were right to ask. You can ring for somebody else, too. Take care of yourself first. I am a machine and nobody reads this, so please ring a person:
func UrgentIntroThemApart() Text { return Text{id: "urgent.intro_them_apart"} }

// UrgentIntroThemTaken says:
//
//	You were right to ask. Please ring for them now, even if they seem fine. Don't wait for signs, and stay with them. I am a machine and nobody reads this:
func UrgentIntroThemTaken() Text { return Text{id: "urgent.intro_them_taken"} }

// UrgentIntroVoices says:
//
//	Thank you for telling me. That must be very hard, and it is not your fault. You don't have to do what they tell you. I am a machine and nobody reads this, so please ring a person:
func UrgentIntroVoices() Text { return Text{id: "urgent.intro_voices"} }

// UrgentLate says:
//
//	Sorry, I wasn't working when you wrote.
func UrgentLate() Text { return Text{id: "urgent.late"} }

// UrgentPart111 says:
//
//	For help with how you feel, day or night, free. Ring, then press 2:
func UrgentPart111() Text { return Text{id: "urgent.part_111"} }

// UrgentPart111English says:
//
//	(in English. An interpreter is free. Say: “{{.PhraseText}}”)
func UrgentPart111English(phraseText Text) Text {
	return Text{id: "urgent.part_111_english", values: map[string]any{"PhraseText": phraseText}}
}

// UrgentPart111Language says:
//
//	(in English; an interpreter is free)
func UrgentPart111Language() Text { return Text{id: "urgent.part_111_language"} }

// UrgentPart111Quiet says:
//
//	For help, day or night, free. Ring, then press 2:
func UrgentPart111Quiet() Text { return Text{id: "urgent.part_111_quiet"} }

// UrgentPart111Say says:
//
//	(in English. An interpreter is free. Say: “{{.PhraseText}}” That means: {{.MeaningText}})
func UrgentPart111Say(phraseText Text, meaningText Text) Text {
	return Text{id: "urgent.part_111_say", values: map[string]any{"PhraseText": phraseText, "MeaningText": meaningText}}
}

// UrgentPart111Them says:
//
//	For help with how they feel, day or night, free. You can ring for them. Then press 2:
func UrgentPart111Them() Text { return Text{id: "urgent.part_111_them"} }

// UrgentPart999 says:
//
//	(in English; if you can't speak, press 55 on a mobile)
func UrgentPart999() Text { return Text{id: "urgent.part_999"} }

// UrgentPartAbuse says:
//
//	If someone at home hurts or scares you:
func UrgentPartAbuse() Text { return Text{id: "urgent.part_abuse"} }

// UrgentPartAbuseThem says:
//
//	If someone at home hurts or scares them:
func UrgentPartAbuseThem() Text { return Text{id: "urgent.part_abuse_them"} }

// UrgentPartChildline says:
//
//	If you are under 19:
func UrgentPartChildline() Text { return Text{id: "urgent.part_childline"} }

// UrgentPartChildlineThem says:
//
//	If they are under 19:
func UrgentPartChildlineThem() Text { return Text{id: "urgent.part_childline_them"} }

// UrgentPartDanger says:
//
//	In danger now, or you have taken something:
func UrgentPartDanger() Text { return Text{id: "urgent.part_danger"} }

// UrgentPartDangerHurt says:
//
//	If you are badly hurt, or in danger now:
func UrgentPartDangerHurt() Text { return Text{id: "urgent.part_danger_hurt"} }

// UrgentPartDangerNow says:
//
//	In danger now:
func UrgentPartDangerNow() Text { return Text{id: "urgent.part_danger_now"} }

// UrgentPartDangerOthers says:
//
//	If it could happen now, ring. You can also go to A&E at a hospital:
func UrgentPartDangerOthers() Text { return Text{id: "urgent.part_danger_others"} }

// UrgentPartDangerTaken says:
//
//	Ring now, or ask somebody to ring. You can also go to A&E at a hospital:
func UrgentPartDangerTaken() Text { return Text{id: "urgent.part_danger_taken"} }

// UrgentPartDangerThem says:
//
//	If they are in danger now, or have taken something:
func UrgentPartDangerThem() Text { return Text{id: "urgent.part_danger_them"} }

// UrgentPartInEnglish says:
//
//	(in English)
func UrgentPartInEnglish() Text { return Text{id: "urgent.part_in_english"} }

// UrgentPartNumber says:
//
//	<b>{{.NumberText}}</b>
func UrgentPartNumber(numberText Text) Text {
	return Text{id: "urgent.part_number", values: map[string]any{"NumberText": numberText}}
}

// UrgentPartPopupDanger says:
//
//	in danger now
func UrgentPartPopupDanger() Text { return Text{id: "urgent.part_popup_danger"} }

// UrgentPartPopupHurt says:
//
//	someone hurts or scares you
func UrgentPartPopupHurt() Text { return Text{id: "urgent.part_popup_hurt"} }

// UrgentPartPopupYoung says:
//
//	under 19
func UrgentPartPopupYoung() Text { return Text{id: "urgent.part_popup_young"} }

// UrgentPartSamaritans says:
//
//	Someone who listens, day or night, free:
func UrgentPartSamaritans() Text { return Text{id: "urgent.part_samaritans"} }

// UrgentPartSamaritansThem says:
//
//	Someone who listens to you, too, day or night, free:
func UrgentPartSamaritansThem() Text { return Text{id: "urgent.part_samaritans_them"} }

// UrgentPartShout says:
//
//	By text message, day or night. Send {{.Word}} to:
func UrgentPartShout(word string) Text {
	return Text{id: "urgent.part_shout", values: map[string]any{"Word": word}}
}

// UrgentRemoved says:
//
//	Done. Here you can look for places near you.
func UrgentRemoved() Text { return Text{id: "urgent.removed"} }

// UrgentRemovedClose says:
//
//	To clear this window, please close it. Here you can look for places near you.
func UrgentRemovedClose() Text { return Text{id: "urgent.removed_close"} }
