// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// FieldAccess says:
//
//	steps, signing, children
func FieldAccess() Text { return Text{id: "field.access"} }

// FieldAge says:
//
//	age
func FieldAge() Text { return Text{id: "field.age"} }

// FieldAlert says:
//
//	notice on top
func FieldAlert() Text { return Text{id: "field.alert"} }

// FieldAreas says:
//
//	where people live
func FieldAreas() Text { return Text{id: "field.areas"} }

// FieldAssured says:
//
//	still right
func FieldAssured() Text { return Text{id: "field.assured"} }

// FieldBuilding says:
//
//	steps in the building
func FieldBuilding() Text { return Text{id: "field.building"} }

// FieldCommunities says:
//
//	which community
func FieldCommunities() Text { return Text{id: "field.communities"} }

// FieldConfidential says:
//
//	private address
func FieldConfidential() Text { return Text{id: "field.confidential"} }

// FieldContacts says:
//
//	who answers
func FieldContacts() Text { return Text{id: "field.contacts"} }

// FieldCost says:
//
//	cost
func FieldCost() Text { return Text{id: "field.cost"} }

// FieldDescription says:
//
//	what it is
func FieldDescription() Text { return Text{id: "field.description"} }

// FieldDoor says:
//
//	how to find the door
func FieldDoor() Text { return Text{id: "field.door"} }

// FieldEligibility says:
//
//	who it is for
func FieldEligibility() Text { return Text{id: "field.eligibility"} }

// FieldEmail says:
//
//	email
func FieldEmail() Text { return Text{id: "field.email"} }

// FieldExceptions says:
//
//	dates that change
func FieldExceptions() Text { return Text{id: "field.exceptions"} }

// FieldGender says:
//
//	women or men
func FieldGender() Text { return Text{id: "field.gender"} }

// FieldGetIn says:
//
//	how to get in
func FieldGetIn() Text { return Text{id: "field.get_in"} }

// FieldHours says:
//
//	times in your words
func FieldHours() Text { return Text{id: "field.hours"} }

// FieldHowToReach says:
//
//	what you say about it
func FieldHowToReach() Text { return Text{id: "field.how_to_reach"} }

// FieldInterpreter says:
//
//	interpreter
func FieldInterpreter() Text { return Text{id: "field.interpreter"} }

// FieldLanguages says:
//
//	languages spoken
func FieldLanguages() Text { return Text{id: "field.languages"} }

// FieldMaxAge says:
//
//	oldest age
func FieldMaxAge() Text { return Text{id: "field.max_age"} }

// FieldMinAge says:
//
//	youngest age
func FieldMinAge() Text { return Text{id: "field.min_age"} }

// FieldName says:
//
//	name
func FieldName() Text { return Text{id: "field.name"} }

// FieldNeeds says:
//
//	what it helps with
func FieldNeeds() Text { return Text{id: "field.needs"} }

// FieldPhones says:
//
//	phone numbers
func FieldPhones() Text { return Text{id: "field.phones"} }

// FieldPlaces says:
//
//	address
func FieldPlaces() Text { return Text{id: "field.places"} }

// FieldSchedules says:
//
//	times
func FieldSchedules() Text { return Text{id: "field.schedules"} }

// FieldStatus says:
//
//	running or not
func FieldStatus() Text { return Text{id: "field.status"} }

// FieldTranslations says:
//
//	in other languages
func FieldTranslations() Text { return Text{id: "field.translations"} }

// FieldVenue says:
//
//	name of the building
func FieldVenue() Text { return Text{id: "field.venue"} }

// FieldWays says:
//
//	in person or by phone
func FieldWays() Text { return Text{id: "field.ways"} }

// FieldWebsite says:
//
//	website
func FieldWebsite() Text { return Text{id: "field.website"} }
