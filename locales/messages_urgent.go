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

// UrgentIntro says:
//
//	Thank you for writing. You are not alone, and you can get help now. I am a machine and nobody reads this, so please ring or text a person:
func UrgentIntro() Text { return Text{id: "urgent.intro"} }

// UrgentPart111 says:
//
//	For help with how you feel, day or night, free. Ring, then press 2:
func UrgentPart111() Text { return Text{id: "urgent.part_111"} }

// UrgentPart111Language says:
//
//	(in English; an interpreter is free)
func UrgentPart111Language() Text { return Text{id: "urgent.part_111_language"} }

// UrgentPart999 says:
//
//	(in English; if you can't speak, press 55 on a mobile)
func UrgentPart999() Text { return Text{id: "urgent.part_999"} }

// UrgentPartAbuse says:
//
//	If someone at home hurts or scares you:
func UrgentPartAbuse() Text { return Text{id: "urgent.part_abuse"} }

// UrgentPartChildline says:
//
//	If you are under 19:
func UrgentPartChildline() Text { return Text{id: "urgent.part_childline"} }

// UrgentPartDanger says:
//
//	In danger now, or you have taken something:
func UrgentPartDanger() Text { return Text{id: "urgent.part_danger"} }

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

// UrgentPartSamaritans says:
//
//	Someone who listens, day or night, free:
func UrgentPartSamaritans() Text { return Text{id: "urgent.part_samaritans"} }

// UrgentPartShout says:
//
//	By text message, day or night. Send {{.Word}} to:
func UrgentPartShout(word string) Text {
	return Text{id: "urgent.part_shout", values: map[string]any{"Word": word}}
}
