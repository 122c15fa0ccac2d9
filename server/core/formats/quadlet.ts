import { readImage } from '../ports/image.ts';
import { SYSTEMD } from '../syntax/keyValue/dialects.ts';
import { readKeyValue } from '../syntax/keyValue.ts';
import { optional } from '../text/optional.ts';
import { fillTemplate } from './directives/fillTemplate.ts';
import type { Format } from './format.ts';
import { unitContainer } from './quadlet/unitContainer.ts';
import { unitCommand } from './systemd/commandLine.ts';
import { unitEnvironment } from './systemd/unitEnvironment.ts';
import type { At, Scope } from './tree/place.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { image } from './values/image.ts';
import { mapping } from './values/mapping.ts';
import { nothing } from './values/nothing.ts';
import { options } from './values/options.ts';
import { port } from './values/port.ts';
import { unitAssignments } from './variables/assignments.ts';
import { fromEnvironment } from './variables/fromEnvironment.ts';

/** Podman's containers, pods and Kubernetes files as units of systemd. */
export const quadlet: Format = defineTreeFormat({
  id: 'quadlet',
  title: 'Podman Quadlet',
  documentation: 'https://docs.podman.io/en/latest/markdown/podman-systemd.unit.5.html',
  files: [
    '*.{container,pod,kube}',
    '*.{container,pod,kube}.{j2,in,tmpl,template,example}',
    '**/*.{container,pod}.d/*.conf',
  ],
  languages: ['quadlet'],
  content: { files: ['*.', '*.{conf,txt,j2}'], test: text => /^\[(?:Container|Pod|Kube)\][ \t\r]*$/m.test(text) },
  syntax: text => readKeyValue(text, SYSTEMD),
  fill: fillTemplate,
  scope: containerOf,
  places: [
    at('*.PublishPort', mapping({ program: 'Podman' })),
    at('*.ExposeHostPort', port('expose')),
    at('*.{Environment,Label,Annotation}', unitEnvironment()),
    at('Container.{HealthCmd,HealthStartupCmd}', unitCommand('probe')),
    at('Container.{Exec,PodmanArgs}', options()),
    at('Container.Image', image()),
    at('Service.Exec*', unitCommand()),
    at('{Unit,Install}.*', nothing()),
  ],
  facts: (tree, source, text) => ({
    ...fromEnvironment(unitAssignments)(tree, source, text),
    ...(source.path.endsWith('.container') && { startedContainers: [unitContainer(tree, source.text)] }),
  }),
});

function containerOf(at: At): Scope {
  const name = at.sibling('ContainerName', 'PodName')?.text;
  const image = at.sibling('Image')?.text;
  const known = image === undefined || image.includes('%') ? undefined : readImage(image).name;
  // Podman names a container after its unit, which the text does not tell; its image does as well for people.
  const owner = name ?? known;
  if (owner === undefined || owner.includes('%')) return { namespace: { kind: 'unknown' } };
  return {
    namespace: name === undefined ? { kind: 'unknown' } : { kind: 'container', id: name },
    owner: { kind: 'service', name: owner, ...optional('image', known) },
  };
}
