import { codeTree } from '../syntax/codeTree.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { argument } from './values/argument.ts';
import { codeSetting } from './values/codeSetting.ts';
import { each } from './values/each.ts';
import { nothing } from './values/nothing.ts';

/** Builds of Gradle, as far as they start servers, dial them, or publish to them. */
export const gradle: Format = defineTreeFormat({
  id: 'gradle',
  title: 'Gradle',
  documentation: 'https://docs.gradle.org/current/dsl/org.gradle.api.tasks.JavaExec.html',
  files: ['*.gradle', '*.gradle.kts'],
  languages: ['gradle', 'gradle-kotlin-dsl'],
  comment: '//',
  syntax: codeTree('groovy'),
  dotted: true,
  places: [
    at('**.{jvmArgs,args,applicationDefaultJvmArgs,jvmArguments,jvmFlags,commandLine}', each(argument())),
    at('**.{implementation,api,compile,testImplementation,classpath,compileOnly,runtimeOnly,id,version}.**', nothing()),
  ],
  rest: codeSetting(),
});
