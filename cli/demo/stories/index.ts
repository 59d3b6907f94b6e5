import type { Story } from '../story.ts';
import { access } from './access.ts';
import { accounts } from './accounts.ts';
import { classrooms } from './classrooms.ts';
import { computers } from './computers.ts';
import { copying } from './copying.ts';
import { desks } from './desks.ts';
import { mail } from './mail.ts';
import { network } from './network.ts';
import { printing } from './printing.ts';
import { software } from './software.ts';

export const stories: readonly Story[] = [
  printing,
  copying,
  computers,
  desks,
  classrooms,
  network,
  accounts,
  mail,
  software,
  access,
].flat();
