import type { Feature } from './feature.ts';

export const rename: Feature = {
  serve() {},
};
