import type { Feature } from './feature.ts';

export const portMap: Feature = {
  serve() {},
};
