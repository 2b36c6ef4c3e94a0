-- Who wears a hat, and what keeps the listings true. A person is a random id
-- that says nothing; what leads to them, and what others call them, is sealed.
-- Of members there is nothing here, but for the chat of somebody who waits to
-- hear what became of their report. Listings, groups and roles are in clear:
-- they are no secret, and name nobody.

-- People who wear a hat, or have used an invitation to one.
CREATE TABLE person (
	id     TEXT NOT NULL PRIMARY KEY, -- random
	since  INTEGER NOT NULL,          -- the day
	sealed BLOB NOT NULL              -- the language they are told things in
) STRICT, WITHOUT ROWID;

-- By which doors they come.
CREATE TABLE person_door (
	door    BLOB NOT NULL PRIMARY KEY, -- keyed hash of the door and their id there
	person  TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
	kind    TEXT NOT NULL,             -- "telegram", "web"
	passing INTEGER NOT NULL,          -- a browser's, which ends soon after it was last used
	used_at INTEGER NOT NULL,          -- the quarter hour when passing, else the day
	sealed  BLOB NOT NULL              -- the door and the id, to write to them
) STRICT, WITHOUT ROWID;
CREATE INDEX person_door_person ON person_door (person);

-- What they may do, in which group.
CREATE TABLE hat (
	person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
	role   TEXT NOT NULL,
	grp    TEXT NOT NULL,    -- '' for a role without a group
	since  INTEGER NOT NULL, -- the day
	sealed BLOB NOT NULL,    -- what whoever invited them calls them
	PRIMARY KEY (person, role, grp)
) STRICT, WITHOUT ROWID;
CREATE INDEX hat_grp ON hat (grp, role);

-- Codes that lead to another door of the same person, at most one each.
CREATE TABLE door_code (
	person  TEXT NOT NULL PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
	code    BLOB NOT NULL UNIQUE, -- keyed hash
	made_at INTEGER NOT NULL      -- the second
) STRICT, WITHOUT ROWID;

-- Invitations to a hat. One that is revoked is gone.
CREATE TABLE invitation (
	id      TEXT NOT NULL PRIMARY KEY, -- random
	code    BLOB NOT NULL UNIQUE,      -- keyed hash
	role    TEXT NOT NULL,
	grp     TEXT NOT NULL,
	made_by TEXT NOT NULL,             -- a person's id; '' for the command line
	state   TEXT NOT NULL,
	person  TEXT REFERENCES person (id) ON DELETE CASCADE, -- who used it
	made_at INTEGER NOT NULL,          -- the quarter hour
	used_at INTEGER,                   -- the day when the hat was put on
	sealed  BLOB NOT NULL              -- what they are called; the digits that both sides compare
) STRICT, WITHOUT ROWID;
CREATE INDEX invitation_person ON invitation (person) WHERE person IS NOT NULL;
CREATE INDEX invitation_grp ON invitation (grp);

-- Changes that wait for a second person.
CREATE TABLE proposal (
	n          INTEGER PRIMARY KEY AUTOINCREMENT, -- their order
	id         TEXT NOT NULL UNIQUE,
	service    TEXT NOT NULL,
	grp        TEXT NOT NULL,
	made_by    TEXT NOT NULL,    -- a person's id
	role       TEXT NOT NULL,
	day        INTEGER NOT NULL,
	state      TEXT NOT NULL,
	reason     TEXT NOT NULL,    -- why it was sent back, one of a few words
	decided_at INTEGER,          -- the day
	sealed     BLOB NOT NULL     -- the change, and what the listing was called
) STRICT;
CREATE INDEX proposal_service ON proposal (service);
CREATE INDEX proposal_state ON proposal (state, grp);

-- What members say is wrong with a listing, until it is settled. Rows have no
-- order of their own, so that one without a day can't be dated by its neighbours.
CREATE TABLE report (
	id      TEXT NOT NULL PRIMARY KEY, -- random
	service TEXT NOT NULL,
	grp     TEXT NOT NULL,
	wrong   TEXT NOT NULL,
	day     TEXT NOT NULL,    -- '' for what is told without a day
	month   INTEGER NOT NULL  -- 202611
) STRICT, WITHOUT ROWID;
CREATE INDEX report_service ON report (service);
CREATE INDEX report_grp ON report (grp);

-- Who wants to hear what became of a report: gone as soon as it is settled.
CREATE TABLE report_waiting (
	report TEXT NOT NULL PRIMARY KEY REFERENCES report (id) ON DELETE CASCADE,
	chat   BLOB NOT NULL,
	month  INTEGER NOT NULL,
	sealed BLOB NOT NULL -- the chat and its language
) STRICT, WITHOUT ROWID;
CREATE INDEX report_waiting_chat ON report_waiting (chat);

-- "Is this still right?": how each listing stands that was asked after.
CREATE TABLE question (
	service   TEXT NOT NULL PRIMARY KEY,
	grp       TEXT NOT NULL,
	confirmed TEXT NOT NULL, -- the day; '' for never
	stage     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX question_grp ON question (grp);

-- Groups that are not asked until a day.
CREATE TABLE away (
	grp   TEXT NOT NULL PRIMARY KEY,
	until INTEGER NOT NULL -- the day
) STRICT, WITHOUT ROWID;

-- What was delivered, and when first: days are counted from there.
CREATE TABLE delivered (
	about TEXT NOT NULL PRIMARY KEY, -- "question.<service>"; says nothing of a person
	at    INTEGER NOT NULL           -- the quarter hour
) STRICT, WITHOUT ROWID;

-- Who changed what, by hat, group and day. Nothing of members.
CREATE TABLE record (
	n       INTEGER PRIMARY KEY AUTOINCREMENT,
	day     INTEGER NOT NULL,
	role    TEXT NOT NULL,
	grp     TEXT NOT NULL,
	person  TEXT NOT NULL, -- an id; '' for the program
	what    TEXT NOT NULL,
	service TEXT NOT NULL,
	field   TEXT NOT NULL,
	sealed  BLOB NOT NULL  -- before and after: it may be a number that somebody took back
) STRICT;
CREATE INDEX record_grp ON record (grp);
CREATE INDEX record_service ON record (service);
CREATE INDEX record_day ON record (day);

-- Changes of the directory that were asked for and not yet made: the two are in
-- different files.
CREATE TABLE pending_change (
	n          INTEGER PRIMARY KEY AUTOINCREMENT,
	key        BLOB NOT NULL UNIQUE, -- keyed hash
	chat       BLOB NOT NULL,
	created_at INTEGER NOT NULL,
	sealed     BLOB NOT NULL
) STRICT;
CREATE INDEX pending_change_chat ON pending_change (chat);

-- What a letter is noted under when it was delivered, sealed; NULL for nothing.
ALTER TABLE outbox ADD COLUMN about BLOB;
