import type { Feature } from './feature.ts';

export const inlayHints: Feature = {
  serve() {},
};
