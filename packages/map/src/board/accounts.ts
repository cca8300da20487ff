import { accountArea } from './account-area.js';
import { accountTarget } from './account-target.js';

/** What there is to say of an area, and of a target in it: with the readers, for there is nothing to say before figures. */
export const ACCOUNTS = { area: accountArea, target: accountTarget } as const;

export type Accounts = typeof ACCOUNTS;
