// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// WidenedAccess says:
//
//	We are not sure these have all you need to get in or take part. Ring first.
func WidenedAccess() Text { return Text{id: "widened.access"} }

// WidenedCommunity says:
//
//	Nothing from that community fits yet. These are for everyone.
func WidenedCommunity() Text { return Text{id: "widened.community"} }

// WidenedDistance says:
//
//	Nothing close to you. These are further away, by phone or online.
func WidenedDistance() Text { return Text{id: "widened.distance"} }

// WidenedGender says:
//
//	Nothing that is only for women, or only for men. You can ask these for a woman or a man.
func WidenedGender() Text { return Text{id: "widened.gender"} }

// WidenedLanguage says:
//
//	We found nobody who speaks that language. Ask these if they can get an interpreter.
func WidenedLanguage() Text { return Text{id: "widened.language"} }

// WidenedNeed says:
//
//	Nothing for just that. These listen to people about anything.
func WidenedNeed() Text { return Text{id: "widened.need"} }

// WidenedTime says:
//
//	Nothing at the times you asked for. These are at other times.
func WidenedTime() Text { return Text{id: "widened.time"} }

// WidenedWay says:
//
//	Nothing in the way you asked for. These help in another way.
func WidenedWay() Text { return Text{id: "widened.way"} }
