import { codeTree } from '../syntax/codeTree.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { codeArguments } from './values/codeArguments.ts';
import { codeSetting } from './values/codeSetting.ts';
import { command } from './values/command.ts';
import { each } from './values/each.ts';
import { file } from './values/file.ts';
import { forward } from './values/forward.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';

/** What Tilt builds, runs and forwards while one develops. */
export const tilt: Format = defineTreeFormat({
  id: 'tilt',
  title: 'Tiltfile',
  documentation: 'https://docs.tilt.dev/api.html#api.port_forward',
  files: ['Tiltfile', 'Tiltfile.*', '*.Tiltfile', '*.tiltfile', '*.tilt'],
  languages: ['tiltfile'],
  syntax: codeTree('python'),
  places: [
    at('**.{port_forwards,port_forward}', each(forward())),
    at('**.port_forward.{0,1}', port('forward', TCP)),
    at('**.port_forward.{local_port,container_port}', port('forward', TCP)),
    at('**.{cmd,serve_cmd,update_cmd,entrypoint,cmd_bat,serve_cmd_bat,args}', codeArguments()),
    at('**.{local,sh}.0', command()),
    at('**.local_resource.1', command()),
    at(
      '**.blob.0',
      file(() => 'manifest.yaml'),
    ),
  ],
  rest: codeSetting(),
});
