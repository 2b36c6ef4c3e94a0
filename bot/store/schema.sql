CREATE TABLE access_check (
	id          TEXT NOT NULL PRIMARY KEY, -- random
	service     TEXT NOT NULL,
	day         TEXT NOT NULL,
	month       INTEGER NOT NULL, -- 202611
	language    TEXT NOT NULL,
	interpreter TEXT NOT NULL,
	wait        TEXT NOT NULL,
	reached     TEXT NOT NULL,
	reply       TEXT NOT NULL,
	replied     TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX access_check_month ON access_check (month);

CREATE INDEX access_check_service ON access_check (service);

CREATE TABLE away (
	grp   TEXT NOT NULL PRIMARY KEY,
	until INTEGER NOT NULL -- the day
) STRICT, WITHOUT ROWID;

CREATE TABLE certificate (
	person TEXT NOT NULL PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
	sealed BLOB NOT NULL -- the month
) STRICT, WITHOUT ROWID;

CREATE TABLE conversation (
	chat       BLOB NOT NULL PRIMARY KEY,
	updated_at INTEGER NOT NULL,
	sealed     BLOB NOT NULL
) STRICT;

CREATE TABLE delivered (
	about TEXT NOT NULL PRIMARY KEY, -- "question.<service>"; says nothing of a person
	at    INTEGER NOT NULL           -- the quarter hour
) STRICT, WITHOUT ROWID;

CREATE TABLE door_code (
	person  TEXT NOT NULL PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
	code    BLOB NOT NULL UNIQUE, -- keyed hash
	made_at INTEGER NOT NULL      -- the second
) STRICT, WITHOUT ROWID;

CREATE TABLE dropped (
	day    INTEGER NOT NULL,
	door   TEXT NOT NULL,
	reason TEXT NOT NULL,
	n      INTEGER NOT NULL,
	PRIMARY KEY (day, door, reason)
) STRICT, WITHOUT ROWID;

CREATE TABLE forgotten (
	chat BLOB NOT NULL PRIMARY KEY,
	at   INTEGER NOT NULL -- the second
) STRICT, WITHOUT ROWID;

CREATE TABLE hat (
	person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
	role   TEXT NOT NULL,
	grp    TEXT NOT NULL,    -- '' for a role without a group
	since  INTEGER NOT NULL, -- the day
	sealed BLOB NOT NULL,    -- what whoever invited them calls them
	PRIMARY KEY (person, role, grp)
) STRICT, WITHOUT ROWID;

CREATE INDEX hat_grp ON hat (grp, role);

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

CREATE INDEX invitation_grp ON invitation (grp);

CREATE INDEX invitation_person ON invitation (person) WHERE person IS NOT NULL;

CREATE TABLE job (
	id     INTEGER PRIMARY KEY AUTOINCREMENT,
	key    BLOB NOT NULL UNIQUE, -- keyed hash
	chat   BLOB,                 -- NULL when it belongs to no chat
	due    INTEGER NOT NULL,
	kind   TEXT NOT NULL,
	done   INTEGER NOT NULL,
	sealed BLOB
) STRICT;

CREATE INDEX job_chat ON job (chat) WHERE chat IS NOT NULL;

CREATE INDEX job_due ON job (due) WHERE done = 0;

CREATE TABLE log_author (
	log     TEXT NOT NULL REFERENCES session_log (id) ON DELETE CASCADE,
	version INTEGER NOT NULL, -- 1, and the newest
	person  TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
	role    TEXT NOT NULL,
	day     INTEGER NOT NULL,
	PRIMARY KEY (log, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX log_author_person ON log_author (person);

CREATE TABLE log_draft (
	n        INTEGER PRIMARY KEY, -- their order
	person   TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
	service  TEXT NOT NULL,
	schedule TEXT NOT NULL,
	original TEXT NOT NULL,
	grp      TEXT NOT NULL,
	updated  INTEGER NOT NULL, -- the quarter hour
	sealed   BLOB NOT NULL,
	UNIQUE (person, service, schedule, original)
) STRICT;

CREATE TABLE log_history (
	log     TEXT NOT NULL,
	version INTEGER NOT NULL,
	person  TEXT REFERENCES person (id) ON DELETE SET NULL, -- who wrote this version
	day     INTEGER NOT NULL, -- since when it is no longer what counts
	sealed  BLOB NOT NULL,
	PRIMARY KEY (log, version)
) STRICT, WITHOUT ROWID;

CREATE INDEX log_history_person ON log_history (person) WHERE person IS NOT NULL;

CREATE TABLE log_reminded (
	service  TEXT NOT NULL,
	schedule TEXT NOT NULL,
	original TEXT NOT NULL,
	times    INTEGER NOT NULL,
	day      INTEGER NOT NULL, -- of the reminder
	PRIMARY KEY (service, schedule, original)
) STRICT, WITHOUT ROWID;

CREATE TABLE meta (
	name  TEXT NOT NULL PRIMARY KEY,
	value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

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
, about BLOB) STRICT;

CREATE INDEX outbox_chat ON outbox (chat, urgent, id);

CREATE INDEX outbox_next ON outbox (urgent, id, due, chat);

CREATE TABLE pending_change (
	n          INTEGER PRIMARY KEY AUTOINCREMENT,
	key        BLOB NOT NULL UNIQUE, -- keyed hash
	chat       BLOB NOT NULL,
	created_at INTEGER NOT NULL,
	sealed     BLOB NOT NULL
) STRICT;

CREATE INDEX pending_change_chat ON pending_change (chat);

CREATE TABLE person (
	id     TEXT NOT NULL PRIMARY KEY, -- random
	since  INTEGER NOT NULL,          -- the day
	sealed BLOB NOT NULL              -- the language they are told things in
) STRICT, WITHOUT ROWID;

CREATE TABLE person_door (
	door    BLOB NOT NULL PRIMARY KEY, -- keyed hash of the door and their id there
	person  TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
	kind    TEXT NOT NULL,             -- "telegram", "web"
	passing INTEGER NOT NULL,          -- a browser's, which ends soon after it was last used
	used_at INTEGER NOT NULL,          -- the quarter hour when passing, else the day
	sealed  BLOB NOT NULL              -- the door and the id, to write to them
) STRICT, WITHOUT ROWID;

CREATE INDEX person_door_person ON person_door (person);

CREATE TABLE preference (
	chat    BLOB NOT NULL PRIMARY KEY,
	used_at INTEGER NOT NULL, -- the day
	sealed  BLOB NOT NULL
) STRICT, WITHOUT ROWID;

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

CREATE TABLE question (
	service   TEXT NOT NULL PRIMARY KEY,
	grp       TEXT NOT NULL,
	confirmed TEXT NOT NULL, -- the day; '' for never
	stage     INTEGER NOT NULL
, since INTEGER NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID;

CREATE INDEX question_grp ON question (grp);

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

CREATE INDEX record_day ON record (day);

CREATE INDEX record_grp ON record (grp);

CREATE INDEX record_service ON record (service);

CREATE TABLE report (
	id      TEXT NOT NULL PRIMARY KEY, -- random
	service TEXT NOT NULL,
	grp     TEXT NOT NULL,
	wrong   TEXT NOT NULL,
	day     TEXT NOT NULL,    -- '' for what is told without a day
	month   INTEGER NOT NULL  -- 202611
) STRICT, WITHOUT ROWID;

CREATE INDEX report_grp ON report (grp);

CREATE INDEX report_service ON report (service);

CREATE TABLE report_waiting (
	report TEXT NOT NULL PRIMARY KEY REFERENCES report (id) ON DELETE CASCADE,
	chat   BLOB NOT NULL,
	month  INTEGER NOT NULL,
	sealed BLOB NOT NULL -- the chat and its language
) STRICT, WITHOUT ROWID;

CREATE INDEX report_waiting_chat ON report_waiting (chat);

CREATE TABLE seen_update (
	update_id BLOB NOT NULL PRIMARY KEY, -- keyed hash of door and update
	at        INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sent_message (
	chat    BLOB NOT NULL,
	message BLOB NOT NULL, -- keyed hash of the message's id
	sent_at INTEGER NOT NULL,
	sealed  BLOB NOT NULL,
	PRIMARY KEY (chat, message)
) STRICT, WITHOUT ROWID;

CREATE TABLE session_log (
	n        INTEGER PRIMARY KEY,
	id       TEXT NOT NULL UNIQUE, -- random
	version  INTEGER NOT NULL,
	service  TEXT NOT NULL,
	schedule TEXT NOT NULL,
	original TEXT NOT NULL,    -- the start that the rule gives
	grp      TEXT NOT NULL,
	began    INTEGER NOT NULL, -- as it was held, in milliseconds
	day      TEXT NOT NULL,    -- of the session
	month    INTEGER NOT NULL, -- 202611
	phone    INTEGER NOT NULL,
	held     TEXT NOT NULL,
	visits_min   INTEGER, visits_max   INTEGER, -- NULL for what nobody said
	first_min    INTEGER, first_max    INTEGER,
	answered_min INTEGER, answered_max INTEGER,
	missed_min   INTEGER, missed_max   INTEGER,
	languages TEXT NOT NULL,
	needs     TEXT NOT NULL,
	pointed   TEXT NOT NULL,
	second   TEXT NOT NULL,    -- why there are two of one session
	entered  TEXT NOT NULL,    -- the day
	changed  TEXT NOT NULL,    -- the day of this version
	paper    INTEGER NOT NULL,
	sealed   BLOB NOT NULL     -- the remark about room and materials
) STRICT;

CREATE INDEX session_log_day ON session_log (day);

CREATE UNIQUE INDEX session_log_first ON session_log (service, schedule, original) WHERE second = '';

CREATE INDEX session_log_grp ON session_log (grp, day);

CREATE INDEX session_log_month ON session_log (month);

CREATE INDEX session_log_occurrence ON session_log (service, schedule, original);

CREATE INDEX session_log_schedule ON session_log (schedule, began);

CREATE TABLE signpost_schema (
				set_name TEXT NOT NULL PRIMARY KEY,
				version  INTEGER NOT NULL
			) STRICT;

CREATE TABLE sqlite_sequence(name,seq);

CREATE TABLE standing (
	month    INTEGER NOT NULL, -- 202611
	grp      TEXT NOT NULL,    -- '' for listings of none
	language TEXT NOT NULL,    -- '' for all together
	live     INTEGER NOT NULL,
	checked  INTEGER NOT NULL,
	stale    INTEGER NOT NULL,
	paused   INTEGER NOT NULL,
	ended    INTEGER NOT NULL,
	PRIMARY KEY (month, grp, language)
) STRICT, WITHOUT ROWID;

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

CREATE TABLE voice_file (
	bot       TEXT NOT NULL,    -- the bot's number
	recording TEXT NOT NULL,    -- the id of the recording; random
	since     INTEGER NOT NULL, -- the day
	sealed    BLOB NOT NULL,    -- the door's name of the file
	PRIMARY KEY (bot, recording)
) STRICT, WITHOUT ROWID;

CREATE INDEX voice_file_recording ON voice_file (recording);

CREATE TABLE word (
	id      TEXT NOT NULL PRIMARY KEY, -- random
	grp     TEXT NOT NULL,    -- '' for one that goes outside the group
	whom    TEXT NOT NULL,
	sent_at INTEGER NOT NULL, -- the quarter hour
	seen_at INTEGER,          -- the quarter hour; NULL until it is seen
	seen_by TEXT NOT NULL,    -- the role as which it was seen; '' until it is
	late    INTEGER NOT NULL,
	sealed  BLOB NOT NULL
) STRICT, WITHOUT ROWID;
