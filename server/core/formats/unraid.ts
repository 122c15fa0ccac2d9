import { readKeyed } from '../ports/read/setting.ts';
import { readXml } from '../syntax/xml.ts';
import type { Format } from './format.ts';
import { type At, at, type Reader } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { addressForm } from './values/addressForm.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';
import { scalars } from './values/scalars.ts';

/** Templates of Unraid's Docker manager: a `Config` of type Port maps `Target` in the container to its text on the host. */
export const unraid: Format = defineTreeFormat({
  id: 'unraid',
  title: 'Unraid template',
  documentation:
    'https://docs.unraid.net/unraid-os/using-unraid-to/run-docker-containers/managing-and-customizing-containers/',
  files: [],
  languages: [],
  content: { files: ['*.xml'], test: text => text.includes('<Container') && text.includes('<Repository>') },
  syntax: readXml,
  places: [
    at('Container.WebUI', webUi()),
    at('Container.Config.@Target', port('target', { protocolKey: '@Mode', isSide: true }), isPort),
    at('Container.Config.{@Default,#text}', port('publish', { protocolKey: '@Mode', isSide: true }), isPort),
    at('Container.Config.{@Default,#text}', named(), isVariable),
    at('Container.Networking.Publish.Port.HostPort', port('publish', { protocolKey: 'Protocol', isSide: true })),
    at('Container.Networking.Publish.Port.ContainerPort', port('target', { protocolKey: 'Protocol', isSide: true })),
    at('Container.Environment.Variable.Value', named()),
    at('Container.**', nothing(), (_, node) => node.kind === 'scalar'),
  ],
});

function isPort(place: At): boolean {
  return place.sibling('@Type')?.text === 'Port';
}

function isVariable(place: At): boolean {
  return place.sibling('@Type')?.text === 'Variable';
}

/** A variable by its own name, which is the target. */
function named(): Reader {
  return {
    what: 'environment variable, by the words of its name',
    read(node, place) {
      const name = place.sibling('@Target', 'Name')?.text ?? '';
      for (const scalar of scalars(node))
        for (const found of readKeyed([name], place.text(scalar), place.words)) place.add(found, scalar.inner);
    },
  };
}

/** `http://[IP]:[PORT:8080]/`: the container's port, for which Unraid puts the host's. */
function webUi(): Reader {
  return addressForm({
    what: 'port of the container',
    role: 'connect',
    pattern: /\[PORT:(?<port>\d{1,5})\]/dgi,
    protocols: ['tcp'],
  });
}
