import { fillPlaceholders, MUSTACHE } from '../ports/read/placeholders.ts';
import { readYaml } from '../syntax/yaml/readYaml.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { command } from './values/command.ts';
import { environment } from './values/environment.ts';
import { file } from './values/file.ts';
import { image } from './values/image.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

/** Development environments of OpenShift Dev Spaces, Eclipse Che and odo. */
export const devfile: Format = defineTreeFormat({
  id: 'devfile',
  title: 'Devfile',
  documentation: 'https://devfile.io/docs/2.3.0/devfile-schema',
  files: ['{.,}devfile.{yaml,yml}', '{.,}devfile{-,_,.}*.{yaml,yml}'],
  languages: [],
  content: { files: ['*.{yaml,yml}'], test: looksLikeDevfile },
  syntax: readYaml,
  fill: text => fillPlaceholders(text, MUSTACHE),
  places: [
    at('components.*.{container,kubernetes,openshift,image}.endpoints.*.targetPort', port('expose', TCP)),
    at('components.*.endpoints.*.port', port('expose', TCP)),
    at(
      'components.*.{kubernetes,openshift}.inlined',
      file(() => 'manifest.yaml'),
    ),
    at('**.container.env', environment()),
    at('**.env', environment()),
    at('**.container.{command,args}', command()),
    at('commands.*.exec.commandLine', command()),
    at('**.image', image()),
  ],
});

/** Container structure tests have a `schemaVersion` too. */
function looksLikeDevfile(text: string): boolean {
  return /^schemaVersion:\s*["']?2\.\d/m.test(text) && /^(?:components|commands|parent|metadata):/m.test(text);
}
