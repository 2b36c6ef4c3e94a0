package runner

import (
	"signpost/bot/channel"
	"signpost/bot/talk"
)

// event makes of what a door brought what the engine knows.
func (r *Runner) event(in channel.Inbound) talk.Event {
	switch {
	case in.Data != "":
		return talk.ParseData(in.Data)
	case in.Location != nil:
		return talk.Shared{Lat: in.Location.Lat, Lon: in.Location.Lon}
	case in.Text != "":
		if c, ok := talk.ParseCommand(in.Text); ok {
			return c
		}
		return talk.Said{Text: in.Text, Heard: r.Hear(in.Text)}
	case in.Media != "":
		return talk.Sent{Media: string(in.Media), File: in.File, Seconds: in.Seconds}
	default:
		return talk.Resumed{}
	}
}
