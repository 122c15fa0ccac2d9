import { maskTemplate } from '../syntax/maskTemplate.ts';
import type { Format } from './format.ts';
import { fillGoTemplate } from './helm/fillGoTemplate.ts';
import { kubernetesFile } from './kubernetes/kubernetesFile.ts';
import { kubernetesScope } from './kubernetes/object.ts';
import { kubernetesPlaces } from './kubernetes/places.ts';
import { readManifest } from './kubernetes/readManifest.ts';
import { settingOrFile } from './kubernetes/settingOrFile.ts';
import { isPatchValue, patchValue } from './kustomize/patchValue.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { environment } from './values/environment.ts';
import { file } from './values/file.ts';
import { image } from './values/image.ts';

/** Kustomizations, and patches in files of their own (RFC 6902). */
export const kustomize: Format = defineTreeFormat({
  id: 'kustomize',
  title: 'Kustomize',
  documentation: 'https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/',
  files: ['kustomization.{yaml,yml}', 'kustomization'],
  languages: [],
  content: { files: ['*.{yaml,yml,json}'], isSure: true, test: looksLikeKustomize },
  syntax: readManifest,
  mask: maskTemplate,
  fill: fillGoTemplate,
  scope: kubernetesScope,
  rest: settingOrFile(),
  places: [
    at(
      '**.patches.*.patch',
      file(() => 'patch.yaml'),
    ),
    at(
      '**.patchesJson6902.*.patch',
      file(() => 'patch.yaml'),
    ),
    at(
      '**.patchesStrategicMerge',
      file(() => 'patch.yaml'),
    ),
    at('**.{configMapGenerator,secretGenerator}.*.literals', environment()),
    at('**.images.*.{name,newName}', image()),
    at('**.value', patchValue(), isPatchValue),
    ...kubernetesPlaces(),
  ],
  facts: kubernetesFile,
});

function looksLikeKustomize(text: string): boolean {
  if (text.includes('kustomize.config.k8s.io/')) return true;
  return text.includes('path') && PATCH.test(text) && /["']?path["']?:[ \t]*["']?\//.test(text);
}

/** A list whose first item begins with its operation or its path. */
const PATCH =
  /^\uFEFF?(?:[ \t]*(?:#[^\n]*|---[ \t]*)?\r?\n)*[ \t]*(?:-|\[\s{0,99}\{)\s{0,99}["']?(?:op["']?:\s{0,9}["']?(?:add|replace|remove|test|move|copy)\b|path["']?:\s{0,9}["']?\/)/;
