import { hash, verify } from '@node-rs/argon2';

/** argon2id as OWASP advises: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** Hashing saturates cores: a flood of sign-ins must leave some for everybody else. */
const AT_ONCE = 2;

let running = 0;
const waiting: (() => void)[] = [];

async function limited<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

export const hashPassword = (password: string): Promise<string> =>
  limited(() => hash(password, COST));

let dummy: Promise<string> | null = null;

/** Takes as long for an unknown account (null) as for a known one, and is false then. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  dummy ??= hashPassword('an account that does not exist');
  const against = stored ?? (await dummy);
  const matches = await limited(() => verify(against, password));
  return matches && stored !== null;
}
