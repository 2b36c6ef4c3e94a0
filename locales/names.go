package locales

import (
	"strconv"
	"strings"
	"time"
)

// The names of what has a fixed id in package directory. An id without a name,
// such as one that a feed of tomorrow brings, gives the zero Text, which Join
// and JoinList leave out: a person never sees an id.

// NeedName is a need in the words people use: "can't sleep", not "insomnia".
func NeedName(id string) Text { return nameOf("need", id) }

// CommunityName is a community: "Polish".
func CommunityName(id string) Text { return nameOf("community", id) }

// SpokenName is a language that people speak: "Polish".
func SpokenName(id string) Text { return nameOf("spoken", id) }

// WayName is a way help is given: "in person".
func WayName(id string) Text { return nameOf("way", id) }

// AccessName is something that makes a service usable: "no steps".
func AccessName(id string) Text { return nameOf("access", id) }

// GenderName is whom a service admits: "women only".
func GenderName(id string) Text { return nameOf("gender", id) }

// GetInName is how one comes to a service: "just come".
func GetInName(id string) Text { return nameOf("get_in", id) }

// GroupName is who gives a service: "community group".
func GroupName(id string) Text { return nameOf("group", id) }

// StatusName is the state of a listing, for those that are not plainly active:
// "closed for now".
func StatusName(id string) Text { return nameOf("status", id) }

// OpeningName says whether a service is open: "Open now".
func OpeningName(id string) Text { return nameOf("opening", id) }

// NameOfField is one part of a listing: "phone numbers".
func NameOfField(id string) Text { return nameOf("field", id) }

// RoleName is a hat: "first aider".
func RoleName(id string) Text { return nameOf("role", id) }

// WidenedSentence says that a wish was given up: "Nothing close to you. ..."
func WidenedSentence(wish string) Text { return nameOf("widened", wish) }

// OffName is why a session is off or a place closed: "holiday", "Diwali".
func OffName(id string) Text { return nameOf("off", id) }

// EveryWeek says "every Thursday".
func EveryWeek(d time.Weekday) Text { return everyOn("week", d) }

// EveryTwoWeeks says "every other Thursday".
func EveryTwoWeeks(d time.Weekday) Text { return everyOn("two_weeks", d) }

// EveryMonth says "every first Thursday of the month", for nth from 1 to 4, or
// -1 for the last; the zero Text for any other.
func EveryMonth(nth int, d time.Weekday) Text {
	ordinal := map[int]string{1: "first", 2: "second", 3: "third", 4: "fourth", -1: "last"}[nth]
	if ordinal == "" {
		return Text{}
	}
	return everyOn(ordinal, d)
}

func everyOn(rule string, d time.Weekday) Text {
	return nameOf("every", rule+"_"+strconv.Itoa(isoWeekday(d)))
}

// nameOf finds the message of an id; spaces in an id are written as "_".
func nameOf(room, id string) Text {
	key := room + "." + strings.ReplaceAll(id, " ", "_")
	if id == "" || !known(key) {
		return Text{}
	}
	return Text{id: key}
}
