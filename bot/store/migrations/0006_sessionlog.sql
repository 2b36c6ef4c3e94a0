-- What first aiders note of sessions. Nothing here can point at a person who came:
-- there is no name, no need that could harm somebody, no urgent help. Lists of ids
-- are words with a space between them.

-- One row a log, as it is now. What is in clear is what is summed up, of a session
-- whose time is on every poster. It stays for three years, and names nobody.
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
CREATE UNIQUE INDEX session_log_first ON session_log (service, schedule, original) WHERE second = '';
CREATE INDEX session_log_occurrence ON session_log (service, schedule, original);
CREATE INDEX session_log_grp ON session_log (grp, day);
CREATE INDEX session_log_day ON session_log (day);
CREATE INDEX session_log_schedule ON session_log (schedule, began);
CREATE INDEX session_log_month ON session_log (month);

-- Who entered a log, and who wrote it as it is now. It goes long before the log.
CREATE TABLE log_author (
	log     TEXT NOT NULL REFERENCES session_log (id) ON DELETE CASCADE,
	version INTEGER NOT NULL, -- 1, and the newest
	person  TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
	role    TEXT NOT NULL,
	day     INTEGER NOT NULL,
	PRIMARY KEY (log, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX log_author_person ON log_author (person);

-- What a log was before it was corrected, and what was taken back.
CREATE TABLE log_history (
	log     TEXT NOT NULL,
	version INTEGER NOT NULL,
	person  TEXT REFERENCES person (id) ON DELETE SET NULL, -- who wrote this version
	day     INTEGER NOT NULL, -- since when it is no longer what counts
	sealed  BLOB NOT NULL,
	PRIMARY KEY (log, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX log_history_person ON log_history (person) WHERE person IS NOT NULL;

-- What somebody has begun to enter.
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

-- For which sessions the first aiders were reminded to log them, and how often.
CREATE TABLE log_reminded (
	service  TEXT NOT NULL,
	schedule TEXT NOT NULL,
	original TEXT NOT NULL,
	times    INTEGER NOT NULL,
	day      INTEGER NOT NULL, -- of the reminder
	PRIMARY KEY (service, schedule, original)
) STRICT, WITHOUT ROWID;

-- That somebody is worried and wants to talk. Who sent it is sealed, and not even
-- their random id can be read.
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

-- How a service received an enquiry. Neither whom it was for nor who made it.
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
CREATE INDEX access_check_service ON access_check (service);
CREATE INDEX access_check_month ON access_check (month);

-- Until when a first aider's certificate is valid.
CREATE TABLE certificate (
	person TEXT NOT NULL PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
	sealed BLOB NOT NULL -- the month
) STRICT, WITHOUT ROWID;
