/** 'DYBK': marks a SQLite file as a Daybook journal. */
export const APPLICATION_ID = 0x4459424b;
export const FORMAT_VERSION = 1;

/** `position` is dense from 1. Both indexes lead with the stream, so that new streams are written side by side. */
export const SCHEMA = `
  CREATE TABLE streams (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE events (
    position INTEGER PRIMARY KEY,
    stream INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    id BLOB NOT NULL,
    checksum INTEGER NOT NULL,
    frame BLOB NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX events_by_revision ON events (stream, revision);
  CREATE INDEX events_by_id ON events (stream, id);
`;
