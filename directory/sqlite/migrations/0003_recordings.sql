-- Listings in their groups' own voices. Not part of their versions. The sound
-- comes last, so that the rest is read without it.
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
