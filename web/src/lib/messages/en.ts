import { batches } from './en/batches.ts';
import { board, due, exporting, roomContents } from './en/boards.ts';
import { common } from './en/common.ts';
import { equipment } from './en/equipment.ts';
import { equipmentActions, equipmentPage } from './en/equipmentPage.ts';
import { errors } from './en/errors.ts';
import { faults } from './en/faults.ts';
import { history } from './en/history.ts';
import { home } from './en/home.ts';
import { imports } from './en/imports.ts';
import { keys, palette } from './en/keys.ts';
import { lending } from './en/lending.ts';
import { labels } from './en/labels.ts';
import { offline } from './en/offline.ts';
import { projections } from './en/projections.ts';
import { queue } from './en/queue.ts';
import { categories, people, profile, records, rooms } from './en/records.ts';
import { report } from './en/report.ts';
import { scan } from './en/scan.ts';
import { session } from './en/session.ts';
import { settings } from './en/settings.ts';
import { shell } from './en/shell.ts';
import { stocktake } from './en/stocktake.ts';
import { ticket } from './en/ticket.ts';
import { actions, conflict, requesterPage, ticketPage } from './en/ticketPage.ts';
import { time } from './en/time.ts';

export const en = {
  actions,
  batches,
  board,
  categories,
  common,
  conflict,
  due,
  equipment,
  equipmentActions,
  equipmentPage,
  errors,
  exporting,
  faults,
  history,
  home,
  imports,
  keys,
  labels,
  lending,
  offline,
  palette,
  people,
  profile,
  projections,
  queue,
  records,
  report,
  requesterPage,
  roomContents,
  rooms,
  scan,
  session,
  settings,
  shell,
  stocktake,
  ticket,
  ticketPage,
  time,
};
