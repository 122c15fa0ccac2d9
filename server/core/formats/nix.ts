import { codeTree } from '../syntax/codeTree.ts';
import type { Format } from './format.ts';
import { exposedPorts } from './nix/exposedPorts.ts';
import { nixText } from './nix/nixText.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { codeArguments } from './values/codeArguments.ts';
import { each } from './values/each.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';
import { TCP, UDP } from './values/transports.ts';

const tree = defineTreeFormat({
  id: 'nix',
  title: 'Nix',
  documentation: 'https://search.nixos.org/options',
  files: ['*.nix'],
  languages: ['nix'],
  syntax: codeTree('nix'),
  dotted: true,
  places: [
    at('**.allowedTCPPorts', each(port('allow', TCP))),
    at('**.allowedUDPPorts', each(port('allow', UDP))),
    at('**.allowedTCPPortRanges.**.{from,to}', port('allow', TCP)),
    at('**.allowedUDPPortRanges.**.{from,to}', port('allow', UDP)),
    at('**.forwardPorts.**.host.port', port('publish', TCP)),
    at('**.forwardPorts.**.guest.port', port('target', TCP)),
    at('**.services.redis.**.port', port('listen', TCP)),
    at(
      '**.services.{postgresql,mysql,mongodb,memcached,rabbitmq}.{port,settings.port,settings.mysqld.port}',
      port('listen', TCP),
    ),
    at('**.{Cmd,Entrypoint,cmd,entrypoint,command,args,extraFlags,extraArgs}', codeArguments()),
    at('**.{sha256,hash,rev,version,outputHash,cargoHash,vendorHash,stateVersion}.**', nothing()),
  ],
  rest: nixText(),
});

/** NixOS configurations, and other files of Nix that set ports. */
export const nix: Format = {
  ...tree,
  read(source) {
    const facts = tree.read(source);
    return { ...facts, occurrences: [...(facts.occurrences ?? []), ...exposedPorts(source.text, facts.comments)] };
  },
};
