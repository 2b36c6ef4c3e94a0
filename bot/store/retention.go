package store

import (
	"context"
	"errors"
	"fmt"
	"time"

	"signpost/bot/people"
	"signpost/bot/sessionlog"
	"signpost/directory/sqlite"
)

// SentLife is how long messages are known for /hide, at most: Telegram lets a
// bot remove them for 48 hours (core.telegram.org/bots/api#deletemessage).
const SentLife = 47 * time.Hour

// Rule says how long the rows of a table may stay.
type Rule struct {
	Table  string
	Key    string        // the columns that name a row
	Only   string        // which of its rows, as a condition; "" for all
	Since  string        // the column that the time runs from
	Keep   time.Duration // rows are removed when they are this old; 0 with Months
	Months int           // the same in whole months, for a column like 202611
	Why    string
}

// outboxRule is the one of the outbox, which is also kept before letters are read
// into memory.
var outboxRule = Rule{Table: "outbox", Key: "id", Since: "created_at", Keep: 24 * time.Hour, Why: "an answer that is a day late answers nothing, and tells whoever holds the phone"}

// Retention is how long everything is kept. Purge reads it, and so can whoever
// must say what is held and for how long. Tables that have no rule are in
// Unlimited.
var Retention = []Rule{
	{Table: "conversation", Key: "chat", Since: "updated_at", Keep: ConversationLife, Why: "to go on where somebody was; a day later they begin anew"},
	{Table: "sent_message", Key: "chat, message", Since: "sent_at", Keep: SentLife, Why: "to remove messages from a chat; doors refuse it after 48 hours"},
	outboxRule,
	{Table: "seen_update", Key: "update_id", Since: "at", Keep: 48 * time.Hour, Why: "to notice a second delivery; doors bring an update for 24 hours"},
	{Table: "forgotten", Key: "chat", Since: "at", Keep: 48 * time.Hour, Why: "so that late updates bring nothing back; doors bring an update for 24 hours"},
	{Table: "preference", Key: "chat", Since: "used_at", Keep: 180 * 24 * time.Hour, Why: "the language of those who asked us to remember it, from the last time they came"},
	{Table: "job", Key: "id", Only: "done = 0", Since: "due", Keep: 48 * time.Hour, Why: "a reminder that could not be carried out for two days is of no use any more"},
	{Table: "job", Key: "id", Only: "done = 1", Since: "due", Keep: 40 * 24 * time.Hour, Why: "its key alone, so that it is not done again; no chat, no contents"},
	{Table: "person_door", Key: "door", Only: "passing = 1", Since: "used_at", Keep: StaffIdle, Why: "a browser that knows who wears a hat; anybody may sit before it later"},
	{Table: "person_door", Key: "door", Only: "passing = 0", Since: "used_at", Keep: year, Why: "how to reach those who look after listings, from the last time they came"},
	{Table: "door_code", Key: "person", Since: "made_at", Keep: people.DoorLife, Why: "to come in by a second door"},
	{Table: "invitation", Key: "id", Only: "state <> 'accepted'", Since: "made_at", Keep: people.InvitationLife, Why: "a way to a hat that nobody went"},
	{Table: "invitation", Key: "id", Only: "state = 'accepted'", Since: "used_at", Keep: usedInvitationLife, Why: "who came in by whom; no label, no code"},
	{Table: "person", Key: "id", Only: nobody, Since: "since", Keep: 24 * time.Hour, Why: "somebody who has no way in or no hat any more; their hats go with them"},
	{Table: "proposal", Key: "n", Only: "state = 'waiting'", Since: "day", Keep: year, Why: "a change that waits for a second person"},
	{Table: "proposal", Key: "n", Only: "state <> 'waiting'", Since: "decided_at", Keep: decidedLife, Why: "so that a group can look what became of it"},
	{Table: "report_waiting", Key: "report", Since: "month", Months: 3, Why: "somebody who wants to hear what became of their report; gone as soon as it is settled"},
	{Table: "report", Key: "id", Since: "month", Months: 12, Why: "what somebody said is wrong with a listing, until it is settled; nothing of them"},
	{Table: "away", Key: "grp", Since: "until", Keep: 60 * 24 * time.Hour, Why: "a group that is not asked; an open question counts its days from when they came back"},
	{Table: "delivered", Key: "about", Only: closed, Since: "at", Keep: 40 * 24 * time.Hour, Why: "when a letter arrived, if no open question counts its days from there"},
	{Table: "voice_file", Key: "bot, recording", Since: "since", Keep: year, Why: "what a door calls a sound that it has already; it can be given to it again"},
	{Table: "record", Key: "n", Since: "day", Keep: year, Why: "who changed what, by hat, group and day; nothing of members"},
	{Table: "pending_change", Key: "n", Since: "created_at", Keep: 30 * 24 * time.Hour, Why: "a change of the directory that is still to be made, and after a month says nothing about now"},
	{Table: "tally", Key: "month, kind, need, district, language, community, way, time, outcome, door, poster", Since: "month", Months: 36, Why: "the evidence: three years, about nobody"},
	{Table: "standing", Key: "month, grp, language", Since: "month", Months: 36, Why: "how the listings of each group stood: three years, about listings"},
	{Table: "session_log", Key: "id", Since: "month", Months: 36, Why: "that sessions were held, and how many visits there were: three years, about nobody; a whole month goes at once, so that what is summed up stays true"},
	{Table: "log_author", Key: "log, version", Since: "day", Keep: year, Why: "who entered a log, so that they can correct it and see what they did"},
	{Table: "log_history", Key: "log, version", Since: "day", Keep: 60 * 24 * time.Hour, Why: "what a log was before it was corrected or taken back, for longer than it can be"},
	{Table: "log_draft", Key: "n", Since: "updated", Keep: sessionlog.DraftFor * 24 * time.Hour, Why: "what somebody has begun to enter, while the session can still be logged"},
	{Table: "log_reminded", Key: "service, schedule, original", Since: "day", Keep: 40 * 24 * time.Hour, Why: "that the first aiders of a session were reminded, so that nobody is twice; longer than a session can be logged"},
	{Table: "word", Key: "id", Only: "seen_at IS NULL", Since: "sent_at", Keep: 7 * 24 * time.Hour, Why: "that somebody is worried; a week later they have found somebody to talk to, or were told to"},
	{Table: "word", Key: "id", Only: "seen_at IS NOT NULL", Since: "seen_at", Keep: 24 * time.Hour, Why: "so that whoever sent it sees that it was seen"},
	{Table: "access_check", Key: "id", Since: "month", Months: 36, Why: "how services receive enquiries: three years, about services"},
	{Table: "dropped", Key: "day, door, reason", Since: "day", Keep: 14 * 24 * time.Hour, Why: "for the operator, like a log; about nobody"},
}

const year = 365 * 24 * time.Hour

// closed is true of what no open question needs.
const closed = `about NOT IN (SELECT 'question.' || service FROM question WHERE stage > 0)`

// Unlimited are the tables whose rows stay, and why.
var Unlimited = map[string]string{
	"meta":            "which key file belongs to the data",
	"hat":             "who may do what, for as long as they may; it goes with the person",
	"certificate":     "until when a first aider's certificate is valid; it goes with the hat and with the person",
	"question":        "when a group last said that a listing is right; of listings, not of people",
	"signpost_schema": "which release wrote the file",
}

// purgeStep bounds how many rows are removed in one piece of work, so that
// nobody who saves waits for a large purge.
const purgeStep = 500

// scrubStep is how many pages of the file are scrubbed in one piece of work: some
// 5 ms.
const scrubStep = 200

// Purge removes what was kept long enough, by Retention, and then scrubs the file
// and empties the log, so that what was deleted since the last time is in no file,
// nor any copy of it that SQLite made when it moved rows about. Call it now
// and then, a few times an hour. It fails with sqlite.ErrBusy when the log
// could not be emptied because somebody went on reading; the rows are gone
// then, and the next call tries again.
func (s *Store) Purge(ctx context.Context, now time.Time) error {
	for _, r := range Retention {
		if err := s.purge(ctx, r, now); err != nil {
			return fmt.Errorf("purging %s: %w", r.Table, err)
		}
	}
	if err := s.scrub(ctx); err != nil {
		return err
	}
	return errors.Join(s.w.empty(ctx), s.tidyLedger(ctx, now))
}

func (s *Store) scrub(ctx context.Context) error {
	for next := int64(1); next != 0; {
		err := s.w.do(ctx, func(tx *tx) (err error) {
			next, err = sqlite.Scrub(context.Background(), tx.conn, next, scrubStep)
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (s *Store) purge(ctx context.Context, r Rule, now time.Time) error {
	query, before := r.query(), r.before(now)
	for {
		var n int64
		err := s.w.do(ctx, func(tx *tx) error {
			res, err := tx.exec(query, before, purgeStep)
			if err != nil {
				return err
			}
			if n, err = res.RowsAffected(); err != nil || n == 0 {
				return err
			}
			switch r.Table {
			case "outbox":
				tx.after = append(tx.after, s.doubt)
				return dropped(tx, now, "", Stale, n)
			case "person":
				return s.orphans(tx)
			}
			return nil
		})
		if err != nil {
			return err
		}
		if n < purgeStep {
			return nil
		}
	}
}

// query removes at most $2 rows whose column is at most $1.
func (r Rule) query() string {
	only := ""
	if r.Only != "" {
		only = " AND " + r.Only
	}
	return fmt.Sprintf(`DELETE FROM %s WHERE (%s) IN (SELECT %s FROM %s WHERE %s <= $1%s LIMIT +$2)`,
		r.Table, r.Key, r.Key, r.Table, r.Since, only)
}

// before is the last value of the column that is removed.
func (r Rule) before(now time.Time) int64 {
	if r.Months == 0 {
		return now.Add(-r.Keep).UnixMilli()
	}
	first := time.Date(now.In(london).Year(), now.In(london).Month(), 1, 0, 0, 0, 0, time.UTC)
	return int64(month(first.AddDate(0, -r.Months, 0).Add(12 * time.Hour)))
}
