import { homedir } from 'node:os';
import { join } from 'node:path';

/** Editors for tests and demonstrations: too big to fetch twice, and no business of the lockfile. */
export const CACHE: string = process.env.PORTOLAN_CACHE ?? join(homedir(), '.cache', 'portolan');
