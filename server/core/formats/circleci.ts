import { readYaml } from '../syntax/yaml/readYaml.ts';
import { concat, type Mapped, opaque, originOf, slice, UNKNOWN } from '../text/mapped.ts';
import { ciValues } from './ci/ciValues.ts';
import { fillVariables } from './ci/fillVariables.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { command } from './values/command.ts';
import { environment } from './values/environment.ts';
import { image } from './values/image.ts';

/** CircleCI: jobs, and the orbs that they share. Containers of a job reach each other at localhost. */
export const circleci: Format = defineTreeFormat({
  id: 'circleci',
  title: 'CircleCI',
  documentation: 'https://circleci.com/docs/configuration-reference/#docker',
  files: ['.circleci/**/*.{yml,yaml}'],
  languages: ['circleci'],
  content: {
    files: ['*.{yml,yaml}'],
    test: text => /^version: ["']?2/m.test(text) && /^(?:jobs|workflows|orbs):/m.test(text),
  },
  syntax: readYaml,
  fill: fillParameters,
  places: [
    at('**.docker.*.{command,entrypoint}', command()),
    at('**.docker.*.image', image()),
    at('**.environment', environment()),
  ],
  rest: ciValues(),
});

/** `<< parameters.port >>` becomes what nobody knows; a here-document (`<<EOF`) stays. */
function fillParameters(mapped: Mapped): Mapped {
  const { text } = mapped;
  if (!text.includes('<<')) return fillVariables(mapped);
  const parts: Mapped[] = [];
  let kept = 0;
  for (const { 0: all, 1: name = '', index } of text.matchAll(PARAMETER)) {
    const { span } = originOf(mapped, index, index + all.length);
    parts.push(slice(mapped, kept, index), opaque(UNKNOWN, span, [{ name, span, from: 'unknown' }]));
    kept = index + all.length;
  }
  return fillVariables(concat([...parts, slice(mapped, kept, text.length)], mapped.span));
}

const PARAMETER = /<<\s{0,9}((?:pipeline|parameters|matrix)\.[\w.-]{1,100})\s{0,9}>>/g;
