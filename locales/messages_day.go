// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// DayInDays says:
//
//	one: in {{.DaysCount}} day
//	in {{.DaysCount}} days
func DayInDays(daysCount int) Text {
	return Text{id: "day.in_days", values: map[string]any{"DaysCount": daysCount}}
}
