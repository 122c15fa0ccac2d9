import { readXml } from '../syntax/xml.ts';
import type { Format } from './format.ts';
import { type At, at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { command } from './values/command.ts';
import { connection } from './values/connection.ts';
import { nothing } from './values/nothing.ts';
import { options } from './values/options.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

const isNamed =
  (pattern: RegExp) =>
  (at: At): boolean =>
    pattern.test(at.sibling('@name')?.text ?? '');

const isDocker = (at: At): boolean => at.keys.includes('DockerPortBindingImpl');

/** Run configurations and connections of the editors of JetBrains, as they are shared in repositories. */
export const jetbrains: Format = defineTreeFormat({
  id: 'jetbrains',
  title: 'JetBrains run configurations',
  documentation: 'https://www.jetbrains.com/help/idea/run-debug-configuration.html#share-configurations',
  files: ['**/.idea/**/*.xml', '*.run.xml', '**/{runConfigurations,.run}/*.xml', '*.iml'],
  languages: [],
  content: {
    files: ['*.xml'],
    test: text => text.includes('ProjectRunConfigurationManager') || text.includes('<project version="4"'),
  },
  syntax: readXml,
  places: [
    at('**.option.@value', port('publish', TCP), at => isDocker(at) && isNamed(/^hostPort$/)(at)),
    at('**.option.@value', port('target', TCP), at => isDocker(at) && isNamed(/^containerPort$/)(at)),
    at('**.option.@value', options(), isNamed(/(?:PARAMETERS|ARGUMENTS|ARGS|OPTIONS|_PARAMS)$/i)),
    at('**.option.@value', command(), isNamed(/^SCRIPT_TEXT$/)),
    at('**.{arguments,node-options,program-params,parameters,params}.@value', options()),
    at('**.configuration.{@PROGRAM_PARAMS,@ARGS}', options()),
    at('**.configuration.@uri', connection()),
    at('**.{fileTransfer,sshConfig,ssh}.@port', port('connect', { protocols: ['tcp'], addressKey: '@host' })),
    at('**.{codeStyle,code_scheme,inspection_tool,history,CodeStyleSettings}', nothing()),
  ],
});
