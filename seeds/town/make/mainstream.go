package main

import (
	"time"

	"signpost/directory"
)

// mainstream are the services for everybody.
func mainstream() []*directory.Service {
	const main = directory.Mainstream
	trust := by("Lathe Valley Health Trust", false)
	clinic := at("Harrowbeck Clinic", "5 Station Road", "Harrowbeck", "QH1 5EE", directory.StepFree, directory.HearingLoop)
	return []*directory.Service{
		service("talking-therapies", main, "talking-therapy", "Lathe Valley Talking Therapies",
			"Free talking therapy for worry, low mood, stress and panic, in person, by phone or online.",
			trust, needs(directory.Anxiety, directory.LowMood, directory.Stress, directory.Sleep), interpreter,
			ways(directory.InPerson, directory.ByPhone, directory.Online),
			getIn("Ring, or fill in the form on the website; your doctor can ask too.", directory.SelfReferral, directory.GPReferral),
			free, ages(16, 0), clinic, everywhere, phone("0808 157 0010", ""), web("https://therapies.example.org"),
			opens(clock(9, 0), clock(17, 0)),
			says("pl", "name", "Terapia rozmową Lathe Valley"), says("ur", "name", "لیتھ ویلی ٹاکنگ تھراپی"),
			says("ur", "description", "پریشانی، اداسی اور ذہنی دباؤ کے لیے مفت گفتگو والی تھراپی۔")),
		service("mental-health-team", main, "nhs-mental-health", "Community mental health team",
			"Longer support for adults who are very unwell.",
			trust, needs(directory.Psychosis, directory.LowMood, directory.Trauma), interpreter, ways(directory.InPerson, directory.HomeVisit),
			getIn("Your doctor asks for it.", directory.GPReferral, directory.ProfessionalReferral), free, ages(18, 0), everywhere,
			phone("01632 960201", "for people who are already seen there"), opens(clock(9, 0), clock(17, 0))),
		service("bereavement-rooms", main, "bereavement", "Bereavement rooms",
			"Counselling for adults after somebody has died.",
			by("Harrowbeck Hospice", false), needs(directory.Bereavement), ways(directory.InPerson, directory.ByPhone),
			getIn("By appointment; ring to make one.", directory.Appointment), free, ages(18, 0), clinic, everywhere,
			phone("01632 960202", ""), opens(clock(10, 0), clock(16, 0))),
		service("safe-house", main, "domestic-abuse", "Harrowbeck women's safe line",
			"Advice and a safe place for women and their children who are being hurt at home.",
			by("Harrowbeck Women's Aid", false), needs(directory.DomesticAbuse), only(directory.Women), interpreter,
			ways(directory.ByPhone), getIn("Ring at any time.", directory.SelfReferral), free, everywhere,
			phone("0808 157 0020", ""), meets(when{days: allWeek, from: 0, to: 1440, opening: true}),
			func(s *directory.Service) { s.Confidential = true }),
		service("sexual-violence", main, "sexual-violence", "Willow counselling",
			"Counselling for anybody who has been sexually assaulted or abused.",
			by("Willow", false), needs(directory.SexualViolence, directory.Trauma), ways(directory.ByPhone, directory.Online),
			getIn("Ring; no one else has to ask for you.", directory.SelfReferral), free, everywhere, phone("01632 960203", ""),
			opens(clock(9, 30), clock(16, 30))),
		service("young-people", main, "young-people", "Under one roof",
			"A place after school for people of 11 to 25 to talk, with a counsellor on Wednesdays.",
			by("Harrowbeck Youth Trust", false), needs(directory.YoungPeople, directory.Anxiety, directory.SelfHarm, directory.LGBTQ),
			ways(directory.InPerson, directory.ByText), getIn("Just come, or write.", directory.DropIn, directory.SelfReferral),
			free, ages(11, 25), at("The Roof", "17 Weaver Street", "Harrowbeck", "QH1 2BA"), area("harrowbeck", "upper-lathe"),
			text("07700 900210", ""), web("https://roof.example.org"),
			meets(when{days: days(time.Monday, time.Wednesday, time.Friday), from: clock(15, 30), to: clock(18, 0)})),
		service("older-people", main, "older-people", "Silver hours",
			"Company, gentle exercise and a minibus for people over 65.",
			by("Harrowbeck Age Concern Group", false), needs(directory.OlderPeople, directory.Loneliness, directory.Memory),
			ways(directory.InPerson), getIn("Ring first for the minibus.", directory.RingFirst), ages(65, 0),
			func(s *directory.Service) { s.Cost.Note = "£2 for tea and the minibus" },
			at("Lathe Bridge Hall", "2 Bridge Street", "Lathe Bridge", "QH3 7GG", directory.StepFree, directory.HearingLoop),
			area("upper-lathe", "harrowbeck"), phone("01632 960204", ""),
			meets(when{days: days(time.Tuesday, time.Thursday), from: clock(10, 30), to: clock(12, 30)})),
		service("carers", main, "carers", "Harrowbeck carers",
			"Advice and a monthly meeting for people who look after somebody.",
			by("Harrowbeck Carers", false), needs(directory.Carers, directory.Stress, directory.Memory), ways(directory.ByPhone, directory.InPerson),
			getIn("Ring, or just come on the day.", directory.SelfReferral, directory.DropIn), free, clinic, everywhere,
			phone("01632 960205", ""),
			meets(when{freq: directory.Monthly, days: []directory.DayRule{{Day: time.Wednesday, Nth: 2}}, from: clock(14, 0), to: clock(16, 0)}),
			opens(clock(10, 0), clock(15, 0))),
		service("money-advice", main, "advice", "Harrowbeck advice",
			"Help with money, housing, work and papers.",
			by("Harrowbeck Advice", false), needs(directory.Money, directory.Housing, directory.Work, directory.Asylum), interpreter,
			ways(directory.InPerson, directory.ByPhone), getIn("By appointment; ring to make one.", directory.Appointment, directory.RingFirst), free,
			at("Town Hall", "Market Place", "Harrowbeck", "QH1 1AB", directory.StepFree), everywhere, phone("01632 960206", ""),
			opens(clock(9, 0), clock(16, 0)), closed("2030-06-03", "2030-06-03", "staff training")),
		service("drugs-alcohol", main, "substance-misuse", "Turn the page",
			"Free, confidential help with alcohol or drugs.",
			by("Turn the page", false), needs(directory.AlcoholDrugs, directory.Gambling), ways(directory.ByPhone, directory.InPerson),
			getIn("Ring yourself.", directory.SelfReferral), free, ages(18, 0), everywhere, phone("01632 960207", ""), opens(clock(9, 0), clock(19, 0))),
		service("perinatal", main, "nhs-mental-health", "Mothers' mental health team",
			"Support in pregnancy and for two years after a birth.",
			trust, needs(directory.Perinatal), ways(directory.InPerson, directory.HomeVisit),
			getIn("Ask your midwife, health visitor or doctor.", directory.ProfessionalReferral, directory.GPReferral), free, everywhere,
			phone("01632 960208", "")),
	}
}
