import type { Role } from '#lib/contract.ts';

export const roles: readonly Role[] = ['requester', 'technician', 'auditor', 'admin'];
