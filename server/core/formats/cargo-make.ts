import { interpolate } from '../ports/read/interpolate.ts';
import { readToml } from '../syntax/toml.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { command } from './values/command.ts';
import { environment } from './values/environment.ts';
import { nothing } from './values/nothing.ts';

/** Tasks of cargo-make. */
export const cargoMake: Format = defineTreeFormat({
  id: 'cargo-make',
  title: 'cargo-make',
  documentation: 'https://sagiegurari.github.io/cargo-make/',
  files: ['Makefile.toml', 'Makefile.*.toml', '*.Makefile.toml'],
  languages: [],
  syntax: readToml,
  fill: text => interpolate(text, 'backslash'),
  places: [
    at('**.env', environment()),
    at('tasks.**.script', command({ isLines: true })),
    at('tasks.**.{description,category,dependencies,install_crate}', nothing()),
  ],
});
