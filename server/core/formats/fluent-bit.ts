import { interpolate } from '../ports/read/interpolate.ts';
import { INI } from '../syntax/keyValue/dialects.ts';
import { readKeyValue } from '../syntax/keyValue.ts';
import type { Tree } from '../syntax/tree.ts';
import { readYaml } from '../syntax/yaml/readYaml.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

/** Fluent Bit, in its own sections or in YAML. Inputs and the service listen, outputs dial. */
export const fluentBit: Format = defineTreeFormat({
  id: 'fluent-bit',
  title: 'Fluent Bit',
  documentation: 'https://docs.fluentbit.io/manual/administration/configuring-fluent-bit',
  files: ['{fluent-bit,fluentbit,td-agent-bit}{,-,_,.}*.{conf,yml,yaml}', '**/{fluent-bit,fluentbit}/**/*.conf'],
  languages: [],
  content: {
    files: ['*.conf'],
    test: text => /^\[(?:INPUT|OUTPUT|SERVICE|FILTER|PARSER|MULTILINE_PARSER|PLUGINS)\]/m.test(text),
  },
  syntax: readFluentBit,
  anyCase: true,
  fill: text => interpolate(text, 'backslash'),
  places: [
    at('**.{input,inputs.*,service}.port', port('listen')),
    at('**.{input,inputs.*,service}.http_port', port('listen', TCP)),
    at('**.{output,outputs.*}.port', port('connect')),
  ],
});

function readFluentBit(text: string): Tree {
  return /^\[\w+\]/m.test(text) ? readKeyValue(text, SECTIONS) : readYaml(text);
}

/** `[INPUT]`, and below it `Port 24224`. */
const SECTIONS = { ...INI, separators: '', blankSeparates: 'always', continuation: 'none', inline: '' } as const;
