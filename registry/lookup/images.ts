import type { ImageFacts } from '../entry.ts';
import { imageName } from '../imageName.ts';
import { readImage } from '../rows/imageRow.ts';
import { endOfLine, linesOf, type RegistryTable } from '../table.ts';
import { lazy, rememberedNames } from './lazy.ts';

/** The part of the registry that knows on what an image's container listens. */
export interface Images {
  image(image: string): ImageFacts | undefined;
  /** Whose image each is. */
  programs(): Iterable<{ readonly software: string; readonly images: readonly string[] }>;
}

/** The rows are asked for a few names, so the text is searched and no index of all is made. */
export function createImages(table: RegistryTable, urls: () => readonly string[]): Images {
  const text = lazy(() => `\n${table.images}`);
  return {
    image: rememberedNames(image => {
      const start = text().indexOf(`\n${imageName(image)}\t`) + 1;
      return start === 0 ? undefined : readImage(text().slice(start, endOfLine(text(), start)), urls());
    }),
    programs: () =>
      linesOf(table.images).map(line => {
        const [image = '', software = ''] = line.split('\t', 2);
        return { software, images: [image] };
      }),
  };
}
