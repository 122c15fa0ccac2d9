import { codeTree } from '../syntax/codeTree.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { argumentsOf } from './values/argumentsOf.ts';
import { codeSetting } from './values/codeSetting.ts';
import { command } from './values/command.ts';
import { nothing } from './values/nothing.ts';

/** Pipelines of Jenkins. */
export const jenkinsfile: Format = defineTreeFormat({
  id: 'jenkinsfile',
  title: 'Jenkinsfile',
  documentation: 'https://www.jenkins.io/doc/book/pipeline/syntax/',
  files: ['Jenkinsfile', 'Jenkinsfile{.,-,_}*', '*{.,-,_}Jenkinsfile', '*.jenkinsfile'],
  languages: ['jenkinsfile'],
  content: { files: ['*.groovy'], test: text => /^[ \t]*(?:pipeline|node)\b[^\n{]{0,80}\{/m.test(text) },
  comment: '//',
  syntax: codeTree('groovy'),
  dotted: true,
  places: [
    at('**.{sh,bat,powershell,pwsh}.{0,script}', command()),
    at('**.{withRun,inside,args}.0', argumentsOf('docker create')),
    at('**.{echo,error,timeout,retry,cron,pollSCM,buildDiscarder,sleep,description,label}.**', nothing()),
  ],
  rest: codeSetting(),
});
