import { readYaml } from '../syntax/yaml/readYaml.ts';
import { ciValues } from './ci/ciValues.ts';
import { containerScope } from './ci/containerScope.ts';
import { fillVariables } from './ci/fillVariables.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { command } from './values/command.ts';
import { environment } from './values/environment.ts';
import { image } from './values/image.ts';
import { mapping } from './values/mapping.ts';

/** Drone, and Woodpecker, which came out of it. */
export const drone: Format = defineTreeFormat({
  id: 'drone',
  title: 'Drone and Woodpecker',
  documentation: 'https://woodpecker-ci.org/docs/usage/services',
  files: ['{.drone,.drone.*,.woodpecker,.woodpecker.*}.{yml,yaml}', '.woodpecker/**/*.{yml,yaml}'],
  languages: [],
  content: {
    files: ['*.{yml,yaml}'],
    test: text =>
      (text.includes('kind: pipeline') && text.includes('steps:')) ||
      (/^(?:steps|pipeline):/m.test(text) && text.includes(' commands:') && text.includes(' image:')),
  },
  syntax: readYaml,
  fill: fillVariables,
  places: [
    at('services.*.ports', mapping()),
    at('{services,steps,pipeline}.*.image', image()),
    at('services.*.{command,entrypoint}', command()),
    at('**.environment', environment()),
  ],
  rest: ciValues(),
  scope: containerScope(new Set(['services'])),
});
