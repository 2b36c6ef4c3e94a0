-- Why a listing must not be taken for certain now. Not part of its versions.
CREATE TABLE doubt (
	service_key INTEGER NOT NULL REFERENCES service (key),
	doubt       TEXT NOT NULL,               -- number_changing, being_checked, unanswered, hidden
	since       INTEGER NOT NULL,
	PRIMARY KEY (service_key, doubt)
) STRICT, WITHOUT ROWID;

-- Changes that were carried out, so that none is done twice.
CREATE TABLE applied (
	key     TEXT NOT NULL PRIMARY KEY,
	version INTEGER NOT NULL,                -- of the service afterwards; 0 for an organisation
	at      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX applied_at ON applied (at);
