-- What the bot keeps. No column holds a name, a number, a chat's own id or a
-- word that somebody typed. A chat is a keyed hash of 16 bytes, another one in
-- each table, so that tables cannot be joined; what must be read again is a
-- sealed box, tied to its row. Times are milliseconds since 1970 UTC; those
-- beside a chat are rounded down (see coarse in store.go). How long a row may
-- stay is in retention.go.

-- One row: which key file belongs to these data.
CREATE TABLE meta (
	name  TEXT NOT NULL PRIMARY KEY,
	value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Updates that were answered, to notice a second delivery.
CREATE TABLE seen_update (
	update_id BLOB NOT NULL PRIMARY KEY, -- keyed hash of door and update
	at        INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Where each chat stands.
CREATE TABLE conversation (
	chat       BLOB NOT NULL PRIMARY KEY,
	updated_at INTEGER NOT NULL,
	sealed     BLOB NOT NULL
) STRICT;

-- The language of those who asked us to remember it.
CREATE TABLE preference (
	chat    BLOB NOT NULL PRIMARY KEY,
	used_at INTEGER NOT NULL, -- the day
	sealed  BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Letters that wait to be sent. AUTOINCREMENT, because an id must not come
-- back while the letter that had it may still be on its way.
CREATE TABLE outbox (
	id         INTEGER PRIMARY KEY AUTOINCREMENT,
	chat       BLOB NOT NULL,
	created_at INTEGER NOT NULL,
	due        INTEGER NOT NULL,
	urgent     INTEGER NOT NULL,
	edit       BLOB,             -- keyed hash of the message that it edits
	last       INTEGER NOT NULL, -- the last word to somebody who is forgotten
	tries      INTEGER NOT NULL,
	sealed     BLOB NOT NULL
) STRICT;
CREATE INDEX outbox_chat ON outbox (chat, urgent, id);
CREATE INDEX outbox_next ON outbox (urgent, id, due, chat);

-- Messages that can still be removed from a chat, for /hide.
CREATE TABLE sent_message (
	chat    BLOB NOT NULL,
	message BLOB NOT NULL, -- keyed hash of the message's id
	sent_at INTEGER NOT NULL,
	sealed  BLOB NOT NULL,
	PRIMARY KEY (chat, message)
) STRICT, WITHOUT ROWID;

-- What is due at a time. A done job stays for a while as its key, without chat
-- and contents, so that it is not done again.
CREATE TABLE job (
	id     INTEGER PRIMARY KEY AUTOINCREMENT,
	key    BLOB NOT NULL UNIQUE, -- keyed hash
	chat   BLOB,                 -- NULL when it belongs to no chat
	due    INTEGER NOT NULL,
	kind   TEXT NOT NULL,
	done   INTEGER NOT NULL,
	sealed BLOB
) STRICT;
CREATE INDEX job_due ON job (due) WHERE done = 0;
CREATE INDEX job_chat ON job (chat) WHERE chat IS NOT NULL;

-- How often each thing happened in a month, and nothing of whom.
CREATE TABLE tally (
	month     INTEGER NOT NULL, -- 202611, by the clock of Europe/London
	kind      TEXT NOT NULL,
	need      TEXT NOT NULL,
	district  TEXT NOT NULL,
	language  TEXT NOT NULL,
	community TEXT NOT NULL,
	way       TEXT NOT NULL,
	time      TEXT NOT NULL,
	outcome   TEXT NOT NULL,
	door      TEXT NOT NULL,
	poster    TEXT NOT NULL,
	n         INTEGER NOT NULL,
	PRIMARY KEY (month, kind, need, district, language, community, way, time, outcome, door, poster)
) STRICT, WITHOUT ROWID;

-- When chats were forgotten, so that updates from before bring nothing back.
CREATE TABLE forgotten (
	chat BLOB NOT NULL PRIMARY KEY,
	at   INTEGER NOT NULL -- the second
) STRICT, WITHOUT ROWID;

-- Letters that never arrived, by day and reason: what an operator looks at.
CREATE TABLE dropped (
	day    INTEGER NOT NULL,
	door   TEXT NOT NULL,
	reason TEXT NOT NULL,
	n      INTEGER NOT NULL,
	PRIMARY KEY (day, door, reason)
) STRICT, WITHOUT ROWID;
