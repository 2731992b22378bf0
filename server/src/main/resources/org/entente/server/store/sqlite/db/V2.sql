-- Rows that stood at or below low keep their place in a gain.
ALTER TABLE gain ADD COLUMN low INTEGER NOT NULL DEFAULT -1;

-- What readers that have polled have lost since: low is the lowest position that they have asked from since then.
CREATE TABLE lack (
  credential TEXT NOT NULL,
  collection TEXT NOT NULL,
  low INTEGER NOT NULL,
  classes BLOB NOT NULL,
  PRIMARY KEY (credential, collection, low)
) STRICT, WITHOUT ROWID;
ALTER TABLE asked DROP COLUMN had;
ALTER TABLE asked DROP COLUMN low;
