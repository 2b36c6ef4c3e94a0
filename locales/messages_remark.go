// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// RemarkAddress says:
//
//	Please leave out postcodes, streets with a number, and where people live. A good remark is: “The side door was locked.”
func RemarkAddress() Text { return Text{id: "remark.address"} }

// RemarkBirthday says:
//
//	Please leave out birthdays and ages. Write a day without its year. A good remark is: “The hall is closed on 12 June.”
func RemarkBirthday() Text { return Text{id: "remark.birthday"} }

// RemarkEmail says:
//
//	Please leave out e-mail addresses, links and @names. A good remark is: “We need a longer lead for the screen.”
func RemarkEmail() Text { return Text{id: "remark.email"} }

// RemarkEmpty says:
//
//	Nothing can be read in this remark. A good one is: “The heating was off.”
func RemarkEmpty() Text { return Text{id: "remark.empty"} }

// RemarkLong says:
//
//	This remark is too long: it can have 200 letters and spaces. A good one is: “The heating was off.”
func RemarkLong() Text { return Text{id: "remark.long"} }

// RemarkName says:
//
//	Please leave out names. Something in this may be one. If it is not, use other words. A good remark is: “The heating was off.”
func RemarkName() Text { return Text{id: "remark.name"} }

// RemarkPerson says:
//
//	Please leave out what is about one person. A remark is about the room and the things in it. For example: “We had too few chairs.”
func RemarkPerson() Text { return Text{id: "remark.person"} }

// RemarkPhone says:
//
//	Please leave out phone numbers. A good remark is: “The phone in the hall was not working.”
func RemarkPhone() Text { return Text{id: "remark.phone"} }

// RemarkScript says:
//
//	We can’t look for names in these letters. Please use another language, such as English. A good remark is: “The heating was off.”
func RemarkScript() Text { return Text{id: "remark.script"} }
