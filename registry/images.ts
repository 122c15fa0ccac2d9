import type { ImageFacts } from './entry.ts';
import { imageName } from './imageName.ts';
import { readImage } from './imageRow.ts';
import { lazy } from './lazy.ts';
import { linesOf, type RegistryTable } from './table.ts';

/** The part of the registry that knows on what an image's container listens. */
export interface Images {
  image(image: string): ImageFacts | undefined;
}

export function createImages(table: RegistryTable, urls: () => readonly string[]): Images {
  const lines = lazy(() => new Map(linesOf(table.images).map(line => [line.slice(0, line.indexOf('\t')), line])));
  return {
    image(image) {
      const line = lines().get(imageName(image));
      return line === undefined ? undefined : readImage(line, urls());
    },
  };
}
