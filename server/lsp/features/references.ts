import type { Feature } from './feature.ts';

export const references: Feature = {
  serve() {},
};
