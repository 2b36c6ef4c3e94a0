CREATE TABLE accessibility (
	service_key       INTEGER NOT NULL,
	location_position INTEGER NOT NULL,
	position          INTEGER NOT NULL,
	taxonomy_term_id  TEXT NOT NULL REFERENCES taxonomy_term (id),
	PRIMARY KEY (service_key, location_position, position),
	FOREIGN KEY (service_key, location_position) REFERENCES location (service_key, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE address (
	service_key       INTEGER NOT NULL,
	location_position INTEGER NOT NULL,
	address_1         TEXT NOT NULL,
	city              TEXT NOT NULL,
	state_province    TEXT NOT NULL,
	postal_code       TEXT NOT NULL,
	country           TEXT NOT NULL,         -- ISO 3166-1, two letters
	address_type      TEXT NOT NULL CHECK (address_type IN ('physical', 'postal', 'virtual')),
	PRIMARY KEY (service_key, location_position),
	FOREIGN KEY (service_key, location_position) REFERENCES location (service_key, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE applied (
	key     TEXT NOT NULL PRIMARY KEY,
	version INTEGER NOT NULL,                -- of the service afterwards; 0 for an organisation
	at      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX applied_at ON applied (at);

CREATE TABLE assurance (
	service_key  INTEGER NOT NULL REFERENCES service (key),
	assured_date TEXT NOT NULL,
	assurer_role TEXT NOT NULL,
	PRIMARY KEY (service_key, assured_date, assurer_role)
) STRICT, WITHOUT ROWID;

CREATE TABLE attribute (
	service_key      INTEGER NOT NULL REFERENCES service (key),
	link_type        TEXT NOT NULL,
	position         INTEGER NOT NULL,
	taxonomy_term_id TEXT NOT NULL REFERENCES taxonomy_term (id),
	admits_only      INTEGER NOT NULL,
	confirmed        INTEGER NOT NULL,
	PRIMARY KEY (service_key, link_type, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE change (
	key          INTEGER PRIMARY KEY,
	kind         TEXT NOT NULL,              -- service, organization
	id           TEXT NOT NULL,              -- of the record
	base_version INTEGER NOT NULL,           -- of the service it was made on
	source       TEXT NOT NULL,
	record       TEXT NOT NULL,              -- the record as proposed, JSON
	filed        INTEGER NOT NULL,
	state        TEXT NOT NULL               -- pending, applied, declined
) STRICT;

CREATE UNIQUE INDEX change_pending ON change (kind, id, source) WHERE state = 'pending';

CREATE TABLE contact (
	service_key INTEGER NOT NULL REFERENCES service (key),
	position    INTEGER NOT NULL,
	id          TEXT NOT NULL,
	title       TEXT NOT NULL,
	email       TEXT NOT NULL,
	PRIMARY KEY (service_key, position),
	UNIQUE (service_key, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE cost_option (
	service_key        INTEGER NOT NULL PRIMARY KEY REFERENCES service (key),
	free               INTEGER NOT NULL,
	amount_description TEXT NOT NULL
) STRICT;

CREATE TABLE district (
	position INTEGER NOT NULL PRIMARY KEY,
	id       TEXT NOT NULL UNIQUE,
	name     TEXT NOT NULL,
	ons      TEXT NOT NULL,
	towns    TEXT NOT NULL                   -- "a;b"
) STRICT;

CREATE TABLE doubt (
	service_key INTEGER NOT NULL REFERENCES service (key),
	doubt       TEXT NOT NULL,               -- number_changing, being_checked, unanswered, hidden
	since       INTEGER NOT NULL,
	PRIMARY KEY (service_key, doubt)
) STRICT, WITHOUT ROWID;

CREATE TABLE language (
	service_key INTEGER NOT NULL REFERENCES service (key),
	position    INTEGER NOT NULL,
	code        TEXT NOT NULL,
	confirmed   INTEGER NOT NULL,
	PRIMARY KEY (service_key, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE location (
	service_key   INTEGER NOT NULL REFERENCES service (key),
	position      INTEGER NOT NULL,
	id            TEXT NOT NULL,
	location_type TEXT NOT NULL CHECK (location_type IN ('physical', 'virtual')),
	name          TEXT NOT NULL,
	description   TEXT NOT NULL,             -- how to find it
	latitude      REAL NOT NULL,             -- both 0 when not known
	longitude     REAL NOT NULL,
	exact         INTEGER NOT NULL,          -- 1 when they are the door itself
	PRIMARY KEY (service_key, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE meta (
	name  TEXT NOT NULL PRIMARY KEY,
	value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE organization (
	key          INTEGER PRIMARY KEY,
	id           TEXT NOT NULL UNIQUE,
	name         TEXT NOT NULL,
	description  TEXT NOT NULL,
	email        TEXT NOT NULL,
	website      TEXT NOT NULL,
	community    INTEGER NOT NULL,
	owner        TEXT NOT NULL,              -- who may change it: a source's name or a group's id
	source       TEXT NOT NULL,
	source_id    TEXT NOT NULL,
	source_url   TEXT NOT NULL,
	source_label TEXT NOT NULL,
	source_date  TEXT NOT NULL,
	mark         TEXT NOT NULL,
	extra        TEXT,
	content_hash BLOB NOT NULL
) STRICT;

CREATE TABLE organization_identifier (
	organization_key  INTEGER NOT NULL REFERENCES organization (key),
	position          INTEGER NOT NULL,
	identifier_scheme TEXT NOT NULL,         -- prefix of org-id.guide: GB-CHC, GB-COH
	identifier_type   TEXT NOT NULL,
	identifier        TEXT NOT NULL,
	PRIMARY KEY (organization_key, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE outcode (
	position  INTEGER NOT NULL PRIMARY KEY,
	outcode   TEXT NOT NULL UNIQUE,
	main_town TEXT NOT NULL,
	districts TEXT NOT NULL,                 -- ids of districts, "a;b"
	extent    TEXT NOT NULL,
	latitude  REAL NOT NULL,                 -- both 0 when it has no centre
	longitude REAL NOT NULL,
	notes     TEXT NOT NULL
) STRICT;

CREATE TABLE phone (
	service_key INTEGER NOT NULL REFERENCES service (key),
	position    INTEGER NOT NULL,
	id          TEXT NOT NULL,
	contact_id  TEXT,                        -- none for the service's own line
	number      TEXT NOT NULL,               -- as the provider writes it
	description TEXT NOT NULL,
	takes_text  INTEGER NOT NULL,
	mark        TEXT NOT NULL,
	PRIMARY KEY (service_key, position),
	FOREIGN KEY (service_key, contact_id) REFERENCES contact (service_key, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE recording (
	service_key INTEGER NOT NULL REFERENCES service (key),
	language    TEXT NOT NULL,               -- BCP 47
	id          TEXT NOT NULL UNIQUE,        -- of this recording: one made anew has another
	seconds     INTEGER NOT NULL,
	made_of     TEXT NOT NULL,               -- hash of the English name and description then
	made_on     TEXT NOT NULL,               -- 2026-11-22
	audio       BLOB NOT NULL,               -- Opus in Ogg
	PRIMARY KEY (service_key, language)
) STRICT;

CREATE TABLE schedule (
	service_key            INTEGER NOT NULL REFERENCES service (key),
	position               INTEGER NOT NULL,
	id                     TEXT NOT NULL,
	service_at_location_id TEXT NOT NULL,
	freq                   TEXT NOT NULL,
	interval_count         INTEGER NOT NULL,
	byday                  TEXT NOT NULL,    -- as in RFC 5545: "MO,TU", "2MO", "-1FR"
	bymonthday             TEXT NOT NULL,    -- "1,15"
	dtstart                TEXT NOT NULL,
	valid_from             TEXT NOT NULL,
	valid_to               TEXT NOT NULL,
	opens_at               INTEGER NOT NULL, -- minutes after midnight
	closes_at              INTEGER NOT NULL,
	attending_type         TEXT NOT NULL,
	description            TEXT NOT NULL,
	drop_in                INTEGER NOT NULL, -- a session, not opening hours
	PRIMARY KEY (service_key, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE schedule_exception (
	service_key    INTEGER NOT NULL REFERENCES service (key),
	position       INTEGER NOT NULL,
	id             TEXT NOT NULL,
	schedule_id    TEXT NOT NULL,
	original_start TEXT NOT NULL,
	from_date      TEXT NOT NULL,
	to_date        TEXT NOT NULL,
	closed         INTEGER NOT NULL,
	new_start      TEXT NOT NULL,
	new_end        TEXT NOT NULL,
	new_place_id   TEXT NOT NULL,
	reason         TEXT NOT NULL,
	PRIMARY KEY (service_key, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE service (
	key                     INTEGER PRIMARY KEY,
	id                      TEXT NOT NULL UNIQUE,
	organization_key        INTEGER REFERENCES organization (key),
	name                    TEXT NOT NULL,
	description             TEXT NOT NULL,
	kind                    TEXT NOT NULL,
	provider_group          TEXT NOT NULL,
	status                  TEXT NOT NULL,
	withdrawn               INTEGER,         -- since when its source has it no more: read as inactive
	alert                   TEXT NOT NULL,
	interpretation_services INTEGER NOT NULL,
	application_process     TEXT NOT NULL,   -- how to reach it
	admits                  TEXT NOT NULL,   -- women, men, or "" for anyone
	minimum_age             INTEGER NOT NULL,
	maximum_age             INTEGER NOT NULL,
	eligibility_description TEXT NOT NULL,
	email                   TEXT NOT NULL,
	url                     TEXT NOT NULL,
	confidential            INTEGER NOT NULL,
	hours                   TEXT NOT NULL,
	owner                   TEXT NOT NULL,
	source                  TEXT NOT NULL,
	source_id               TEXT NOT NULL,
	source_url              TEXT NOT NULL,
	source_label            TEXT NOT NULL,
	source_date             TEXT NOT NULL,
	mark                    TEXT NOT NULL,
	assured_date            TEXT NOT NULL,
	assurer_role            TEXT NOT NULL,
	example                 INTEGER NOT NULL,
	version                 INTEGER NOT NULL,
	modified                INTEGER NOT NULL,
	extra                   TEXT,
	content_hash            BLOB NOT NULL
) STRICT;

CREATE INDEX service_organization ON service (organization_key);

CREATE TABLE service_area (
	service_key INTEGER NOT NULL REFERENCES service (key),
	position    INTEGER NOT NULL,
	area_id     TEXT NOT NULL,
	name        TEXT NOT NULL,
	uri         TEXT NOT NULL,
	PRIMARY KEY (service_key, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE service_at_location (
	service_key       INTEGER NOT NULL REFERENCES service (key),
	position          INTEGER NOT NULL,
	id                TEXT NOT NULL,
	location_position INTEGER NOT NULL,
	PRIMARY KEY (service_key, position),
	FOREIGN KEY (service_key, location_position) REFERENCES location (service_key, position)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE service_trigrams USING fts5 (
	name, organization, body,
	content = '', contentless_delete = 1, tokenize = "trigram"
);

CREATE TABLE service_version (
	service_key INTEGER NOT NULL REFERENCES service (key),
	version     INTEGER NOT NULL,
	replaced    INTEGER NOT NULL,
	record      TEXT NOT NULL,
	PRIMARY KEY (service_key, version)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE service_words USING fts5 (
	name, organization, body,
	content = '', contentless_delete = 1,
	tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
);

CREATE TABLE signpost_schema (
				set_name TEXT NOT NULL PRIMARY KEY,
				version  INTEGER NOT NULL
			) STRICT;

CREATE TABLE source (
	name         TEXT NOT NULL PRIMARY KEY,
	url          TEXT NOT NULL,
	publisher    TEXT NOT NULL,
	licence      TEXT NOT NULL,
	attribution  TEXT NOT NULL,
	version      TEXT NOT NULL,
	imports      INTEGER NOT NULL,           -- imports that succeeded
	last_success INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE source_record (
	source          TEXT NOT NULL REFERENCES source (name),
	kind            TEXT NOT NULL,           -- service, organization
	source_id       TEXT NOT NULL,
	id              TEXT NOT NULL,           -- ours
	content_hash    BLOB NOT NULL,
	raw             TEXT,                    -- the record, when another owns the listing; else it is the listing
	first_seen      INTEGER NOT NULL,
	last_seen       INTEGER NOT NULL,
	seen_import     INTEGER NOT NULL,        -- the source's import it was last in
	missing_since   INTEGER,
	missing_imports INTEGER NOT NULL,        -- complete imports without it, in a row
	PRIMARY KEY (source, kind, source_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE taxonomy (
	id          TEXT NOT NULL PRIMARY KEY,
	name        TEXT NOT NULL UNIQUE,
	description TEXT NOT NULL,
	version     TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE taxonomy_term (
	id          TEXT NOT NULL PRIMARY KEY,
	taxonomy_id TEXT NOT NULL REFERENCES taxonomy (id),
	parent_id   TEXT REFERENCES taxonomy_term (id),
	code        TEXT NOT NULL,               -- the word of the vocabulary: low_mood
	name        TEXT NOT NULL,               -- in English; the other languages are the program's
	description TEXT NOT NULL,
	UNIQUE (taxonomy_id, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE town (
	position  INTEGER NOT NULL PRIMARY KEY,
	name      TEXT NOT NULL,
	outcode   TEXT NOT NULL,
	districts TEXT NOT NULL,
	latitude  REAL NOT NULL,
	longitude REAL NOT NULL,
	aliases   TEXT NOT NULL                  -- "a;b"
) STRICT;

CREATE TABLE translation (
	service_key   INTEGER NOT NULL REFERENCES service (key),
	position      INTEGER NOT NULL,
	field         TEXT NOT NULL,
	language      TEXT NOT NULL,
	text          TEXT NOT NULL,
	source_hash   TEXT NOT NULL,             -- of the English it was made from
	machine       INTEGER NOT NULL,
	reviewed_on   TEXT NOT NULL,
	reviewed_role TEXT NOT NULL,
	PRIMARY KEY (service_key, position)
) STRICT, WITHOUT ROWID;
