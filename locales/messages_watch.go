// Code generated from en.toml by go generate; DO NOT EDIT.

package locales

// WatchCutOff says:
//
//	I could not send anything for a while, from {{.FromText}} to {{.UntilText}}. It works again. What waited is on its way now.
func WatchCutOff(fromText Text, untilText Text) Text {
	return Text{id: "watch.cut_off", values: map[string]any{"FromText": fromText, "UntilText": untilText}}
}

// WatchFull says:
//
//	The disk I keep things on is nearly full. {{.FreeText}} is left. Please tell whoever looks after the computer today. When it is full, I can't save anything.
func WatchFull(freeText Text) Text {
	return Text{id: "watch.full", values: map[string]any{"FreeText": freeText}}
}

// WatchFullOver says:
//
//	There is room on the disk again. Thank you.
func WatchFullOver() Text { return Text{id: "watch.full_over"} }

// WatchLate says:
//
//	Something that I do by myself is more than a day late. Please tell whoever looks after the computer.
func WatchLate() Text { return Text{id: "watch.late"} }

// WatchLateOver says:
//
//	What was late is done now.
func WatchLateOver() Text { return Text{id: "watch.late_over"} }

// WatchStopped says:
//
//	I was switched off for a while, from {{.FromText}} to {{.UntilText}}. I am back. People who wrote to me then may have to write again.
func WatchStopped(fromText Text, untilText Text) Text {
	return Text{id: "watch.stopped", values: map[string]any{"FromText": fromText, "UntilText": untilText}}
}

// WatchUncopied says:
//
//	The nightly copy of the data failed twice. Please tell whoever looks after the computer.
func WatchUncopied() Text { return Text{id: "watch.uncopied"} }

// WatchUncopiedOver says:
//
//	The nightly copy of the data works again.
func WatchUncopiedOver() Text { return Text{id: "watch.uncopied_over"} }
