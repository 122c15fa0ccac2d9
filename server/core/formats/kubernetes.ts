import { maskTemplate } from '../syntax/maskTemplate.ts';
import type { Format } from './format.ts';
import { fillGoTemplate } from './helm/fillGoTemplate.ts';
import { kubernetesFile } from './kubernetes/kubernetesFile.ts';
import { kubernetesScope } from './kubernetes/object.ts';
import { kubernetesPlaces } from './kubernetes/places.ts';
import { readManifest } from './kubernetes/readManifest.ts';
import { refusesZero } from './kubernetes/refusesZero.ts';
import { settingOrFile } from './kubernetes/settingOrFile.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';

/** Objects of Kubernetes and of its operators: single, several in one file, lists, JSON; also in templates. */
export const kubernetes: Format = defineTreeFormat({
  id: 'kubernetes',
  title: 'Kubernetes',
  documentation: 'https://kubernetes.io/docs/reference/kubernetes-api/',
  files: ['*.{k8s,kube}.{yaml,yml,json}'],
  except: ['*.md.*', '*.{md,ts,js,go,py,sh,snap,html}'],
  languages: ['kubernetes'],
  content: {
    files: ['*.{yaml,yml,json}', '*.{yaml,yml,json}.*', '*.{tpl,tmpl,template,j2}'],
    isSure: true,
    test: looksLikeManifest,
  },
  leavesOut: ['values of a Secret in base64', 'rules of a PrometheusRule'],
  refusesZero,
  syntax: readManifest,
  mask: maskTemplate,
  fill: fillGoTemplate,
  scope: kubernetesScope,
  rest: settingOrFile(),
  places: kubernetesPlaces(),
  facts: kubernetesFile,
});

/** An object of some API has `apiVersion` and `kind` at its top; so do files of other tools. */
function looksLikeManifest(text: string): boolean {
  if (!text.includes('apiVersion') || !text.includes('kind') || text.includes('kustomize.config.k8s.io')) return false;
  if (/^\uFEFF?\s{0,99}[[{]\s*["{]/.test(text))
    return /"apiVersion"\s*:\s*"(?:[\w.-]{1,253}\/)?v\d/.test(text) && /"kind"\s*:\s*"/.test(text);
  const version = /^\uFEFF?(?:- )?apiVersion:[ \t]*(.*)/m.exec(text)?.[1];
  return version !== undefined && !OTHERS.test(version) && /^\uFEFF?(?:- | {1,4})?kind:/m.test(text);
}

const OTHERS = /^["']?(?:skaffold\/|kind\.(?:x-k8s|sigs\.k8s)\.io\/|k3d\.io\/)/;
