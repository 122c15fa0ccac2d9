export { compose } from './compose.ts';
export { dockerfile } from './dockerfile.ts';
