import { codeTree } from '../syntax/codeTree.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { codeSetting } from './values/codeSetting.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';
import { fromEnvironment } from './variables/fromEnvironment.ts';

/** Configuration of Elixir programs, above all endpoints of Phoenix. */
export const elixirConfig: Format = defineTreeFormat({
  id: 'elixir-config',
  title: 'Elixir configuration',
  documentation: 'https://hexdocs.pm/phoenix/Phoenix.Endpoint.html#module-runtime-configuration',
  files: ['{config,dev,prod,test,runtime,releases,staging}.exs', '**/config/*.exs'],
  languages: [],
  content: {
    files: ['*.exs'],
    test: text => text.includes('import Config') || text.includes('use Mix.Config'),
  },
  syntax: codeTree('elixir'),
  places: [
    at('config.url.port', port('advertise', TCP)),
    at('config.{http,https}.port', port('listen', TCP)),
    at('**.{stacktrace_depth,pool_size,timeout,queue_target,queue_interval,ip}', nothing()),
  ],
  rest: codeSetting(),
  facts: fromEnvironment(),
});
