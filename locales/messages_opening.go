// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// OpeningAllDay says:
//
//	Open day and night
func OpeningAllDay() Text { return Text{id: "opening.all_day"} }

// OpeningClosed says:
//
//	Closed now
func OpeningClosed() Text { return Text{id: "opening.closed"} }

// OpeningOpen says:
//
//	Open now
func OpeningOpen() Text { return Text{id: "opening.open"} }

// OpeningOpenUntil says:
//
//	Open now, until {{.EndTime}}
func OpeningOpenUntil(endTime Time) Text {
	return Text{id: "opening.open_until", values: map[string]any{"EndTime": endTime}}
}

// OpeningOpens says:
//
//	Closed now. It opens {{.NextDay}} at {{.NextTime}}.
func OpeningOpens(nextDay Day, nextTime Time) Text {
	return Text{id: "opening.opens", values: map[string]any{"NextDay": nextDay, "NextTime": nextTime}}
}

// OpeningOpensToday says:
//
//	Closed now. It opens today at {{.NextTime}}.
func OpeningOpensToday(nextTime Time) Text {
	return Text{id: "opening.opens_today", values: map[string]any{"NextTime": nextTime}}
}

// OpeningUnknown says:
//
//	We are not sure if it is open. Ring first.
func OpeningUnknown() Text { return Text{id: "opening.unknown"} }
