import type { User } from '#domain/user/user.ts';
import type { UserEvent } from '#domain/user/events.ts';
import type { UserCommandName } from '#domain/permissions.ts';
import type { Command } from '../command.ts';
import { changeUserRole } from './changeUserRole.ts';
import { correctUserDetails } from './correctUserDetails.ts';
import { deactivateUser } from './deactivateUser.ts';
import { givePassword } from './givePassword.ts';
import { reactivateUser } from './reactivateUser.ts';
import { registerUser } from './registerUser.ts';

export const userCommands = {
  registerUser,
  correctUserDetails,
  changeUserRole,
  deactivateUser,
  reactivateUser,
  givePassword,
} as const satisfies Record<UserCommandName, Command<User, UserEvent>>;
