-- How the listings of each group stood at the beginning of a month, by language:
-- the evidence of whether groups keep the directory true. Listings are counted
-- here, never people, and each number is a state: they are not added up.
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
