import type { ImageFacts } from '../entry.ts';
import { imageName } from '../imageName.ts';
import { readImage } from '../rows/imageRow.ts';
import { endOfLine, linesOf, type RegistryTable } from '../table.ts';
import { lazy, rememberedNames } from './lazy.ts';
import { lineStartsBy } from './lineStarts.ts';

/** The part of the registry that knows on what an image's container listens. */
export interface Images {
  image(image: string): ImageFacts | undefined;
  /** Whose image each is. */
  programs(): Iterable<{ readonly software: string; readonly images: readonly string[] }>;
}

/** A row is decoded when it is asked for. */
export function createImages(table: RegistryTable, urls: () => readonly string[]): Images {
  const starts = lazy(() => lineStartsBy(table.images, 0, image => [image]));
  return {
    image: rememberedNames(image => {
      const [start] = starts().get(imageName(image)) ?? [];
      if (start === undefined) return undefined;
      return readImage(table.images.slice(start, endOfLine(table.images, start)), urls());
    }),
    programs: () =>
      linesOf(table.images).map(line => {
        const [image = '', software = ''] = line.split('\t', 2);
        return { software, images: [image] };
      }),
  };
}
