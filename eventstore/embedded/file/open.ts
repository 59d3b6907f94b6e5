import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { SCHEMA } from '../store/schema.ts';

export function openJournalFile(file: string): DatabaseSync {
  const fresh = !existsSync(file);
  const db = new DatabaseSync(file);
  db.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 4000;',
  );
  if (fresh) db.exec(SCHEMA);
  return db;
}
