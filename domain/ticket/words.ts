import { z } from 'zod';

export const urgency = z.enum(['low', 'normal', 'high', 'critical']);
export const priority = z.enum(['low', 'normal', 'high', 'urgent']);
export const channel = z.enum(['portal', 'technician', 'mail', 'scan', 'api']);
export const visibility = z.enum(['public', 'internal']);
export const imageKind = z.enum(['problem', 'before', 'after']);
export const ticketStatus = z.enum([
  'New',
  'Open',
  'Pending',
  'Resolved',
  'Closed',
  'Rejected',
  'Cancelled',
  'Merged',
]);

export type Urgency = z.infer<typeof urgency>;
export type Priority = z.infer<typeof priority>;
export type Channel = z.infer<typeof channel>;
export type Visibility = z.infer<typeof visibility>;
export type ImageKind = z.infer<typeof imageKind>;
export type TicketStatus = z.infer<typeof ticketStatus>;

export const title = z.string().trim().min(3).max(200);
export const description = z.string().trim().max(20_000);
export const commentBody = z.string().trim().min(1).max(20_000);
export const reason = z.string().trim().min(1).max(2_000);
export const note = z.string().trim().max(2_000);
export const minutes = z.int().min(1).max(1_440);
export const score = z.int().min(1).max(5);
export const tag = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} _-]{0,39}$/u);
export const checklistText = z.string().trim().min(1).max(300);
/** An instant as RFC 3339 in UTC. */
export const instant = z.iso.datetime();
