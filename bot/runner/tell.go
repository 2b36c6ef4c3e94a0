package runner

import (
	"context"
	"fmt"

	"signpost/bot/channel"
	"signpost/bot/talk"
)

// notices puts what is told to others into the language of each of them.
func (r *Runner) notices(ctx context.Context, tell []talk.Tell) ([]Post, error) {
	var out []Post
	for _, t := range tell {
		to, err := r.Store.Addresses(ctx, Whom{Hat: t.To, But: t.But, One: t.One, Reporters: t.Reporters, Wrongs: t.Wrongs})
		if err != nil {
			return nil, fmt.Errorf("looking whom to tell: %w", err)
		}
		for _, a := range to {
			in := channel.Inbound{Chat: a.Chat, Language: a.Language}
			l := r.letter(a.Language, in, talk.Message{Body: t.Body, Rows: talk.Keys(t.Rows), Fresh: true})
			p := r.posts([]channel.Letter{l})[0]
			p.About = t.About
			out = append(out, p)
		}
	}
	return out, nil
}
