// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// NeedAlcoholDrugs says:
//
//	alcohol or drugs
func NeedAlcoholDrugs() Text { return Text{id: "need.alcohol_drugs"} }

// NeedAnger says:
//
//	anger
func NeedAnger() Text { return Text{id: "need.anger"} }

// NeedAnxiety says:
//
//	worry or fear
func NeedAnxiety() Text { return Text{id: "need.anxiety"} }

// NeedAsylum says:
//
//	asylum or papers
func NeedAsylum() Text { return Text{id: "need.asylum"} }

// NeedBereavement says:
//
//	lost someone
func NeedBereavement() Text { return Text{id: "need.bereavement"} }

// NeedBodyAches says:
//
//	body aches, doctor finds nothing
func NeedBodyAches() Text { return Text{id: "need.body_aches"} }

// NeedCarers says:
//
//	looking after someone
func NeedCarers() Text { return Text{id: "need.carers"} }

// NeedDomesticAbuse says:
//
//	being hurt or controlled at home
func NeedDomesticAbuse() Text { return Text{id: "need.domestic_abuse"} }

// NeedEating says:
//
//	trouble with eating
func NeedEating() Text { return Text{id: "need.eating"} }

// NeedFaithWorry says:
//
//	worry about faith or the evil eye
func NeedFaithWorry() Text { return Text{id: "need.faith_worry"} }

// NeedGambling says:
//
//	gambling
func NeedGambling() Text { return Text{id: "need.gambling"} }

// NeedHateCrime says:
//
//	attacked or insulted for who I am
func NeedHateCrime() Text { return Text{id: "need.hate_crime"} }

// NeedHousing says:
//
//	a place to live
func NeedHousing() Text { return Text{id: "need.housing"} }

// NeedJustTalk says:
//
//	just want to talk, not sure
func NeedJustTalk() Text { return Text{id: "need.just_talk"} }

// NeedLanguageHelp says:
//
//	help with English
func NeedLanguageHelp() Text { return Text{id: "need.language_help"} }

// NeedLgbtq says:
//
//	gay, lesbian, bi or trans
func NeedLgbtq() Text { return Text{id: "need.lgbtq"} }

// NeedLoneliness says:
//
//	feeling lonely
func NeedLoneliness() Text { return Text{id: "need.loneliness"} }

// NeedLongTermIllness says:
//
//	a long illness
func NeedLongTermIllness() Text { return Text{id: "need.long_term_illness"} }

// NeedLowMood says:
//
//	feeling very low
func NeedLowMood() Text { return Text{id: "need.low_mood"} }

// NeedMemory says:
//
//	forgetting things
func NeedMemory() Text { return Text{id: "need.memory"} }

// NeedMoney says:
//
//	money worries
func NeedMoney() Text { return Text{id: "need.money"} }

// NeedOlderPeople says:
//
//	an older person
func NeedOlderPeople() Text { return Text{id: "need.older_people"} }

// NeedPerinatal says:
//
//	pregnant or a new baby
func NeedPerinatal() Text { return Text{id: "need.perinatal"} }

// NeedPsychosis says:
//
//	hearing or seeing things
func NeedPsychosis() Text { return Text{id: "need.psychosis"} }

// NeedRelationships says:
//
//	trouble in the family
func NeedRelationships() Text { return Text{id: "need.relationships"} }

// NeedSelfHarm says:
//
//	hurting myself
func NeedSelfHarm() Text { return Text{id: "need.self_harm"} }

// NeedSexualViolence says:
//
//	forced sex or touching
func NeedSexualViolence() Text { return Text{id: "need.sexual_violence"} }

// NeedSleep says:
//
//	can't sleep
func NeedSleep() Text { return Text{id: "need.sleep"} }

// NeedStress says:
//
//	too much stress
func NeedStress() Text { return Text{id: "need.stress"} }

// NeedTrauma says:
//
//	something terrible happened
func NeedTrauma() Text { return Text{id: "need.trauma"} }

// NeedWork says:
//
//	work, or no work
func NeedWork() Text { return Text{id: "need.work"} }

// NeedYoungPeople says:
//
//	a child or young person
func NeedYoungPeople() Text { return Text{id: "need.young_people"} }
