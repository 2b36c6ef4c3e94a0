package runner

import "signpost/bot/channel"

// Urgent implements channel.Alert: it hears what Receive would answer with the card,
// which needs no lane and no file.
func (r *Runner) Urgent(in channel.Inbound) bool {
	in = r.onTime(in)
	_, urgent := r.Book.Hear(r.scene(in), r.event(in))
	return urgent
}

var _ channel.Alert = (*Runner)(nil)
