export { compose } from './compose.ts';
export { dockerfile } from './dockerfile.ts';
export { dotenv } from './dotenv.ts';
export { prometheus } from './prometheus.ts';
