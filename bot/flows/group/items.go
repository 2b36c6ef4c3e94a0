package group

import (
	"signpost/directory"
	"signpost/locales"
)

// item is one thing of a listing that is changed in one go. Most are a field;
// some fields are two things to those who keep them, such as a place and what its
// door says.
type item string

// The items that are no field of their own name.
const (
	itemVenue    item = "venue"
	itemDoor     item = "door"
	itemBuilding item = "building"
	itemAge      item = "age"
	itemReach    item = "reach" // of a new listing: by telephone or at an address
	undoItem          = "undo"  // begins the item of a change that is taken back
)

// items are all of them, in the order in which they are offered: what people ask
// first stands first.
var items = []item{
	item(directory.FieldName), item(directory.FieldDescription),
	item(directory.FieldPhones), item(directory.FieldPlaces),
	item(directory.FieldGetIn), item(directory.FieldLanguages),
	item(directory.FieldCommunities), item(directory.FieldNeeds),
	item(directory.FieldCost), item(directory.FieldWays),
	item(directory.FieldAlert), item(directory.FieldTranslations),
	item(directory.FieldHowToReach), item(directory.FieldEligibility),
	item(directory.FieldGender), itemAge,
	itemVenue, itemDoor,
	item(directory.FieldAccess), itemBuilding,
	item(directory.FieldEmail), item(directory.FieldWebsite),
	item(directory.FieldContacts), item(directory.FieldHours),
	item(directory.FieldAreas), item(directory.FieldConfidential),
}

// required are what a new listing must say, in the order in which it is asked.
var required = []item{
	item(directory.FieldName), item(directory.FieldDescription), item(directory.FieldWays), itemReach,
	item(directory.FieldGetIn), item(directory.FieldLanguages), item(directory.FieldNeeds),
}

// ticked are the items that are boxes to tick; each has a question of its name.
var tickedItems = []item{
	item(directory.FieldGetIn), item(directory.FieldLanguages), item(directory.FieldCommunities),
	item(directory.FieldNeeds), item(directory.FieldWays), item(directory.FieldAccess), itemBuilding,
	item(directory.FieldAreas),
}

// name words an item.
func (i item) name() locales.Text { return locales.NameOfField(string(i)) }

// text is how an item that is typed is asked for, and within which limits.
type text struct {
	ask   func() locales.Text
	least int  // letters
	most  int  // letters
	empty bool // may be left empty
}

// texts are the items that are typed and stand as they are typed.
var texts = map[item]text{
	item(directory.FieldName):        {locales.EditAskName, 3, 80, false},
	item(directory.FieldDescription): {locales.EditAskDescription, 10, 220, false},
	item(directory.FieldAlert):       {locales.EditAskAlert, 3, 160, true},
	item(directory.FieldHowToReach):  {locales.EditAskHowToReach, 3, 300, true},
	item(directory.FieldEligibility): {locales.EditAskEligibility, 3, 200, true},
	item(directory.FieldHours):       {locales.EditAskHours, 3, 200, true},
	item(directory.FieldEmail):       {locales.EditAskEmail, 3, 120, true},
	item(directory.FieldWebsite):     {locales.EditAskWebsite, 3, 200, true},
	item(directory.FieldPlaces):      {locales.EditAskPlaces, 6, 160, false},
	itemVenue:                        {locales.EditAskVenue, 2, 80, true},
	itemDoor:                         {locales.EditAskDoor, 3, 160, true},
	item(directory.FieldPhones):      {locales.EditAskPhones, 3, 40, false},
	item(directory.FieldContacts):    {locales.EditAskContacts, 2, 120, false},
}

// translated is how a translation is typed: as long as English, and a little more.
var translated = text{least: 1, most: 400, empty: true}

// limits are those of an item that is typed.
func limits(i item) text {
	if t, ok := texts[i]; ok {
		return t
	}
	return translated
}
