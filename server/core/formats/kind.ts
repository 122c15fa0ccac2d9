import { maskTemplate } from '../syntax/maskTemplate.ts';
import { readYaml } from '../syntax/yaml/readYaml.ts';
import type { Format } from './format.ts';
import { fillGoTemplate } from './helm/fillGoTemplate.ts';
import { placesInText } from './kind/placesInText.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { file } from './values/file.ts';
import { image } from './values/image.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

/** Clusters of kind, Kubernetes in Docker. */
export const kind: Format = defineTreeFormat({
  id: 'kind',
  title: 'kind',
  documentation: 'https://kind.sigs.k8s.io/docs/user/configuration/',
  files: ['kind{-,_,.}{config,cluster}*.{yaml,yml}', 'kind.{yaml,yml}'],
  languages: [],
  content: { files: ['*.{yaml,yml}', '*.{yaml,yml}.*'], isSure: true, test: looksLikeKind },
  syntax: readYaml,
  mask: maskTemplate,
  fill: fillGoTemplate,
  places: [
    at(
      'nodes.*.extraPortMappings.*.containerPort',
      port('target', { protocols: ['tcp'], protocolKey: 'protocol', isSide: true }),
    ),
    at(
      'nodes.*.extraPortMappings.*.hostPort',
      port('publish', { protocols: ['tcp'], protocolKey: 'protocol', addressKey: 'listenAddress', isSide: true }),
    ),
    at('networking.apiServerPort', port('publish', TCP)),
    at(
      '**.kubeadmConfigPatches',
      file(() => 'kubeadm.yaml'),
    ),
    at(
      '**.kubeadmConfigPatchesJSON6902.*.patch',
      file(() => 'patch.yaml'),
    ),
    at('**.{containerdConfigPatches,containerdConfigPatchesJSON6902}', placesInText('registry')),
    at('**.image', image()),
  ],
  scope: ({ keys }) => ({ namespace: { kind: keys.at(-1) === 'containerPort' ? 'node' : 'host' } }),
});

function looksLikeKind(text: string): boolean {
  return text.includes('kind.') && /^apiVersion:\s*["']?kind\.(?:x-k8s|sigs\.k8s)\.io\//m.test(text);
}
