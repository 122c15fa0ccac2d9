import type { Feature } from './feature.ts';

export const listening: Feature = {
  serve() {},
};
