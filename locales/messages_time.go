// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// TimeAfternoon says:
//
//	{{.Clock}} pm
func TimeAfternoon(clock string) Text {
	return Text{id: "time.afternoon", values: map[string]any{"Clock": clock}}
}

// TimeEvening says:
//
//	{{.Clock}} pm
func TimeEvening(clock string) Text {
	return Text{id: "time.evening", values: map[string]any{"Clock": clock}}
}

// TimeLate says:
//
//	{{.Clock}} pm
func TimeLate(clock string) Text {
	return Text{id: "time.late", values: map[string]any{"Clock": clock}}
}

// TimeMidday says:
//
//	{{.Clock}} pm
func TimeMidday(clock string) Text {
	return Text{id: "time.midday", values: map[string]any{"Clock": clock}}
}

// TimeMidnight says:
//
//	{{.Clock}} midnight
func TimeMidnight(clock string) Text {
	return Text{id: "time.midnight", values: map[string]any{"Clock": clock}}
}

// TimeMorning says:
//
//	{{.Clock}} am
func TimeMorning(clock string) Text {
	return Text{id: "time.morning", values: map[string]any{"Clock": clock}}
}

// TimeNight says:
//
//	{{.Clock}} am
func TimeNight(clock string) Text {
	return Text{id: "time.night", values: map[string]any{"Clock": clock}}
}

// TimeNoon says:
//
//	{{.Clock}} noon
func TimeNoon(clock string) Text {
	return Text{id: "time.noon", values: map[string]any{"Clock": clock}}
}

// TimePattern says:
//
//	h.mm
func TimePattern() Text { return Text{id: "time.pattern"} }

// TimePatternWhole says:
//
//	h
func TimePatternWhole() Text { return Text{id: "time.pattern_whole"} }

// TimeSpan says:
//
//	{{.FromTime}} to {{.ToTime}}
func TimeSpan(fromTime Time, toTime Time) Text {
	return Text{id: "time.span", values: map[string]any{"FromTime": fromTime, "ToTime": toTime}}
}
