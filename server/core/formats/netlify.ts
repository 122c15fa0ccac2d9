import { readToml } from '../syntax/toml.ts';
import { ciValues } from './ci/ciValues.ts';
import type { Format } from './format.ts';
import { onHost } from './tree/onHost.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { environment } from './values/environment.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

/** Netlify: the development server, and what it forwards to. */
export const netlify: Format = defineTreeFormat({
  id: 'netlify',
  title: 'Netlify',
  documentation: 'https://docs.netlify.com/build/configure-builds/file-based-configuration/#netlify-dev',
  files: ['netlify.toml'],
  languages: [],
  content: {
    files: ['*.toml'],
    test: text =>
      text.includes('[build]') &&
      /^\s{0,20}\[\[?(?:redirects|context|dev|headers|plugins|build\.environment)/m.test(text),
  },
  syntax: readToml,
  scope: onHost,
  places: [
    at('dev.{port,functionsPort,staticServerPort}', port('listen', TCP)),
    at('dev.targetPort', port('connect', TCP)),
    at('**.environment', environment()),
  ],
  rest: ciValues(),
});
