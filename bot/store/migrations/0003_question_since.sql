-- When a question came to its stage, in milliseconds; 0 where none is open. One
-- that could not be delivered is passed on from there.
ALTER TABLE question ADD COLUMN since INTEGER NOT NULL DEFAULT 0;
