import { scryptSync, timingSafeEqual } from 'node:crypto';

const MOST_FAILURES = 5;

export interface Account {
  readonly name: string;
  readonly salt: string;
  readonly hash: Buffer;
  failures: number;
}

export function hashOf(password: string, salt: string): Buffer {
  return scryptSync(password, salt, 32);
}

// @implements REQ-1/AC1, AC2
export function login(account: Account, password: string): 'welcome' | 'refused' | 'locked' {
  if (account.failures >= MOST_FAILURES) return 'locked';
  const isRight = timingSafeEqual(account.hash, hashOf(password, account.salt));
  account.failures = isRight ? 0 : account.failures + 1;
  return isRight ? 'welcome' : 'refused';
}

// @implements REQ-2/AC1
export function greeting({ name }: Account): string {
  return `Good to see you, ${name}`;
}
