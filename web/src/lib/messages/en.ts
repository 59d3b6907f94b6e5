import { common } from './en/common.ts';
import { errors } from './en/errors.ts';
import { faults } from './en/faults.ts';
import { history } from './en/history.ts';
import { home } from './en/home.ts';
import { keys, palette } from './en/keys.ts';
import { queue } from './en/queue.ts';
import { categories, people, profile, records, rooms } from './en/records.ts';
import { report } from './en/report.ts';
import { session } from './en/session.ts';
import { shell } from './en/shell.ts';
import { ticket } from './en/ticket.ts';
import { actions, conflict, requesterPage, ticketPage } from './en/ticketPage.ts';
import { time } from './en/time.ts';

export const en = {
  actions,
  categories,
  common,
  conflict,
  errors,
  faults,
  history,
  home,
  keys,
  palette,
  people,
  profile,
  queue,
  records,
  report,
  requesterPage,
  rooms,
  session,
  shell,
  ticket,
  ticketPage,
  time,
};
