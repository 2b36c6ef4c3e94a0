-- Where a door has the sound of a recording already, so that it need not be
-- uploaded again. Each bot has its own.
CREATE TABLE voice_file (
	bot       TEXT NOT NULL,    -- the bot's number
	recording TEXT NOT NULL,    -- the id of the recording; random
	since     INTEGER NOT NULL, -- the day
	sealed    BLOB NOT NULL,    -- the door's name of the file
	PRIMARY KEY (bot, recording)
) STRICT, WITHOUT ROWID;
CREATE INDEX voice_file_recording ON voice_file (recording);
