import { maskTemplate } from '../syntax/maskTemplate.ts';
import type { Node } from '../syntax/tree.ts';
import { basename } from '../text/path.ts';
import { defineFormat, type Format, type FormatFacts, type Source } from './format.ts';
import { chartFacts } from './helm/chartFacts.ts';
import { fillGoTemplate } from './helm/fillGoTemplate.ts';
import { withActions } from './helm/withActions.ts';
import { kindOf, kubernetesScope } from './kubernetes/object.ts';
import { kubernetesPlaces } from './kubernetes/places.ts';
import { readManifest } from './kubernetes/readManifest.ts';
import { settingOrFile } from './kubernetes/settingOrFile.ts';
import { type At, at, type Place } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { connection } from './values/connection.ts';
import { port } from './values/port.ts';

const ABOUT = {
  id: 'helm',
  title: 'Helm chart',
  documentation: 'https://helm.sh/docs/chart_template_guide/',
  files: [
    'values*.{yaml,yml}',
    '*{-,_,.}values.{yaml,yml}',
    'Chart.{yaml,yml}',
    '**/templates/NOTES.txt',
    '**/{charts,helm,chart}/*/templates/**/*.{yaml,yml,tpl}',
    '**/{charts,helm,chart}/templates/**/*.{yaml,yml,tpl}',
  ],
  except: ['helmfile*', '*.md.*', '*.{md,ts,js,go,py,sh,snap,html}'],
  languages: ['helm'],
  content: { files: ['*.{yaml,yml,tpl}', '*.{yaml,yml}.*'], isSure: true, test: looksLikeChart },
  leavesOut: ['`NOTES.txt`'],
} as const;

const isValue = (place: At, node: Node): boolean =>
  node.kind === 'scalar' && kindOf(place) === '' && !place.keys.includes('backend');

/** What charts have in common: the Service that they make, and the ports of its containers. */
const VALUES: readonly Place[] = [
  at('**.service.port', port('listen', { confidence: 'likely' }), isValue),
  at('**.service.ports.*', port('listen', { confidence: 'likely' }), isValue),
  at('**.containerPorts.*', port('expose', { confidence: 'likely' }), isValue),
];

const TEMPLATE: Format = defineTreeFormat({
  ...ABOUT,
  syntax: readManifest,
  mask: maskTemplate,
  fill: fillGoTemplate,
  scope: kubernetesScope,
  rest: settingOrFile(),
  places: [...VALUES, ...kubernetesPlaces()],
  facts: chartFacts,
});

const CHART: Format = defineTreeFormat({
  ...ABOUT,
  syntax: readManifest,
  places: [at('dependencies.*.repository', connection())],
  rest: 'nothing',
});

/** Charts: their values, and their templates, which are read as if nothing in them were conditional. */
export const helm: Format = defineFormat({ ...ABOUT, reads: TEMPLATE.reads, read });

function read(source: Source): FormatFacts {
  const name = basename(source.path).toLowerCase();
  if (name === 'notes.txt') return { comments: [], contentStart: 0 };
  if (name.startsWith('chart.')) return CHART.read(source);
  return withActions(TEMPLATE.read(source), source.text);
}

/** What only Helm gives to templates, a definition for them, or values under the names that `helm create` gives. */
function looksLikeChart(text: string): boolean {
  if (!text.includes('{{')) return looksLikeValues(text);
  if (text.includes('.Values.') || text.includes('.Release.') || text.includes('.Chart.')) return true;
  return /\{\{-?\s{0,9}(?:define|include)\s+"/.test(text) || looksLikeValues(text);
}

function looksLikeValues(text: string): boolean {
  const count = (keys: readonly string[]): number => keys.filter(key => text.includes(`\n${key}:`)).length;
  const own = count(OWN);
  return own > 0 && own + count(COMMON) >= 3 && !/^(?:apiVersion|services):/m.test(text);
}

const OWN: readonly string[] = (
  'replicaCount nameOverride fullnameOverride imagePullSecrets podAnnotations podSecurityContext autoscaling ' +
  'nodeSelector tolerations affinity'
).split(' ');

/** Other software has them too. */
const COMMON: readonly string[] = 'serviceAccount securityContext ingress resources service image'.split(' ');
