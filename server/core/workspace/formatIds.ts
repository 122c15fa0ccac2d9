import { FORMATS } from '../formats/recognise.ts';

/** The ids of all formats, as users write them in settings. */
export const FORMAT_IDS: readonly string[] = FORMATS.map(({ id }) => id);
