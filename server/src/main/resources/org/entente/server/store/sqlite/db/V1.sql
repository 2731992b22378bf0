-- The one record that orders the exchange.
CREATE TABLE commit_record (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  position INTEGER NOT NULL,
  epoch INTEGER NOT NULL,
  classes INTEGER NOT NULL
) STRICT;
INSERT INTO commit_record VALUES (1, 0, 0, 0);

-- Types, collections, owners and readers, each by a small number.
CREATE TABLE name (
  code INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

-- Ids that were pushed or referred to. An id is 16 bytes of UUID and the code of its type.
CREATE TABLE object (
  oid INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE
) STRICT;

-- Accepted versions. stamp: id and version; at: the position from which it counts; deleted: the one from which it does
-- not, or 0.
CREATE TABLE version (
  vid INTEGER PRIMARY KEY,
  oid INTEGER NOT NULL,
  stamp BLOB NOT NULL,
  owner INTEGER NOT NULL,
  shadow INTEGER NOT NULL,
  at INTEGER NOT NULL,
  deleted INTEGER NOT NULL,
  hash BLOB NOT NULL,
  facts BLOB NOT NULL
) STRICT;
CREATE INDEX version_oid ON version (oid);

-- The producers' bytes, apart, so that what the rules read stays narrow.
CREATE TABLE content (
  vid INTEGER PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE placement (
  vid INTEGER NOT NULL,
  collection INTEGER NOT NULL,
  origin BLOB NOT NULL,
  PRIMARY KEY (vid, collection)
) STRICT, WITHOUT ROWID;

CREATE TABLE edge (
  vid INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  target INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  known INTEGER NOT NULL,
  PRIMARY KEY (vid, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX edge_target ON edge (target);

CREATE TABLE class (
  cid INTEGER PRIMARY KEY,
  hash BLOB NOT NULL UNIQUE,
  form TEXT NOT NULL
) STRICT;

-- Collections that have had rows, and how many.
CREATE TABLE collection (
  code INTEGER PRIMARY KEY,
  rows INTEGER NOT NULL
) STRICT;

-- The feed. stamp: as in version, so that a page needs no other table but that of the bytes; since: the position from which the row is as it is, or 0 when that is its own.
CREATE TABLE row (
  collection INTEGER NOT NULL,
  position INTEGER NOT NULL,
  n INTEGER NOT NULL,
  oid INTEGER NOT NULL,
  vid INTEGER NOT NULL,
  cid INTEGER NOT NULL,
  type INTEGER NOT NULL,
  head INTEGER NOT NULL,
  shared INTEGER NOT NULL,
  since INTEGER NOT NULL,
  stamp BLOB NOT NULL,
  PRIMARY KEY (collection, position)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX row_n ON row (collection, n);
CREATE INDEX row_class ON row (collection, cid, head, position);
CREATE INDEX row_type ON row (collection, type, cid, head, position);
CREATE INDEX row_object ON row (oid, collection, head);

-- What rows were before: as from since on, before until.
CREATE TABLE row_past (
  collection INTEGER NOT NULL,
  position INTEGER NOT NULL,
  since INTEGER NOT NULL,
  until INTEGER NOT NULL,
  n INTEGER NOT NULL,
  oid INTEGER NOT NULL,
  vid INTEGER NOT NULL,
  cid INTEGER NOT NULL,
  head INTEGER NOT NULL,
  shared INTEGER NOT NULL,
  gone INTEGER NOT NULL,
  PRIMARY KEY (collection, position, since)
) STRICT, WITHOUT ROWID;
CREATE INDEX row_past_object ON row_past (oid);

CREATE TABLE gain (
  gain INTEGER PRIMARY KEY,
  collection INTEGER NOT NULL,
  base INTEGER NOT NULL,
  n INTEGER NOT NULL
) STRICT;
CREATE INDEX gain_collection ON gain (collection);
CREATE TABLE gained (
  gain INTEGER NOT NULL,
  cid INTEGER NOT NULL,
  since INTEGER NOT NULL,
  PRIMARY KEY (gain, cid)
) STRICT, WITHOUT ROWID;
CREATE INDEX gained_class ON gained (cid);
CREATE TABLE gain_reader (
  gain INTEGER NOT NULL,
  reader INTEGER NOT NULL,
  PRIMARY KEY (gain, reader)
) STRICT, WITHOUT ROWID;

CREATE TABLE asked (
  credential TEXT NOT NULL,
  collection TEXT NOT NULL,
  had BLOB NOT NULL,
  low INTEGER NOT NULL,
  PRIMARY KEY (credential, collection)
) STRICT, WITHOUT ROWID;

-- Resources as from since on, before until.
CREATE TABLE resource (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  since INTEGER NOT NULL,
  until INTEGER NOT NULL,
  document TEXT NOT NULL,
  PRIMARY KEY (kind, id, since)
) STRICT, WITHOUT ROWID;

CREATE TABLE secret (
  holder TEXT NOT NULL,
  key TEXT NOT NULL,
  verifier TEXT NOT NULL,
  expires INTEGER NOT NULL,
  PRIMARY KEY (holder, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE reach (
  member TEXT NOT NULL,
  collection TEXT NOT NULL,
  since INTEGER NOT NULL,
  low INTEGER NOT NULL,
  PRIMARY KEY (member, collection, since)
) STRICT, WITHOUT ROWID;

-- done: the position at which it became complete, or 0.
CREATE TABLE status (
  id TEXT PRIMARY KEY,
  credential TEXT NOT NULL,
  root TEXT NOT NULL,
  done INTEGER NOT NULL,
  body BLOB NOT NULL
) STRICT;
CREATE INDEX status_done ON status (done) WHERE done > 0;

CREATE TABLE submission (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  meta BLOB NOT NULL
) STRICT;
CREATE TABLE submission_object (
  seq INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (seq, ordinal)
) STRICT;

CREATE TABLE checkpoint (
  name TEXT PRIMARY KEY,
  value BLOB NOT NULL
) STRICT;

CREATE TABLE audit (
  seq INTEGER PRIMARY KEY,
  position INTEGER NOT NULL,
  actor TEXT NOT NULL,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL,
  hash BLOB NOT NULL
) STRICT;
