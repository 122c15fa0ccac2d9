import { maskTemplate } from '../syntax/maskTemplate.ts';
import { readYaml } from '../syntax/yaml/readYaml.ts';
import type { Format } from './format.ts';
import { fillGoTemplate } from './helm/fillGoTemplate.ts';
import { isPatchValue, patchValue } from './kustomize/patchValue.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { command } from './values/command.ts';
import { environment } from './values/environment.ts';
import { hostPort } from './values/hostPort.ts';
import { image } from './values/image.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

/** Skaffold: ports that it forwards, and what it builds and deploys. */
export const skaffold: Format = defineTreeFormat({
  id: 'skaffold',
  title: 'Skaffold',
  documentation: 'https://skaffold.dev/docs/references/yaml/',
  files: ['skaffold.{yaml,yml}', 'skaffold{-,_,.}*.{yaml,yml}'],
  languages: [],
  content: { files: ['*.{yaml,yml}'], isSure: true, test: text => /^apiVersion:\s*["']?skaffold\//m.test(text) },
  syntax: readYaml,
  mask: maskTemplate,
  fill: fillGoTemplate,
  places: [
    at('**.portForward.*.port', port('connect', TCP)),
    at('**.portForward.*.localPort', port('forward', TCP)),
    at('**.insecureRegistries', hostPort('registry', TCP)),
    at('**.{image,defaultRepo}', image()),
    at('**.{env,buildArgs}', environment()),
    at('**.{command,args,buildCommand}', command()),
    at('**.value', patchValue(), isPatchValue),
  ],
});
