import { readMapping } from '../../ports/read/mapping.ts';
import type { Reader } from '../tree/place.ts';
import { codeSetting } from '../values/codeSetting.ts';
import { command } from '../values/command.ts';
import { mapping } from '../values/mapping.ts';

/** A literal of Nix: a container's `ports`, a script, a configuration file of the service around it, or a setting. */
export function nixText(): Reader {
  const script = command();
  const published = mapping();
  const other = codeSetting();
  return {
    what: `${other.what}; command lines, published ports`,
    read(node, at) {
      if (node.kind !== 'scalar') return;
      const { keys } = at;
      const text = at.text(node);
      const isPublished = keys.includes('ports') && text.text.includes(':') && readMapping(text).faults.length === 0;
      if (isPublished) published.read(node, at);
      else if (keys.some(key => SCRIPTS.test(key))) script.read(node, at);
      else if (text.text.includes('\n')) at.embed(fileOf(keys), text);
      else other.read(node, at);
    },
  };
}

const SCRIPTS =
  /^(?:script|shellHook|enterShell|enterTest|exec|Exec\w+|(?:pre|post)(?:Start|Stop|Setup|Build|Install)|\w+Phase|\w+Script|writeShellScript\w*|runCommand\w*|extraFlags|extraOptions|cmd|command|text|process|processes)$/;

/** The file that a text of several lines becomes, as the options around it say. */
function fileOf(keys: readonly string[]): string {
  const named = keys.findLast(key => /^[\w-]+\.[a-z]{2,5}$/.test(key));
  if (named !== undefined) return named;
  const [, file = 'extra.conf'] = SERVICES.find(([service]) => keys.includes(service)) ?? [];
  return file;
}

const SERVICES: readonly (readonly [string, string])[] = [
  ['nginx', 'nginx.conf'],
  ['caddy', 'Caddyfile'],
  ['haproxy', 'haproxy.cfg'],
  ['httpd', 'httpd.conf'],
  ['openssh', 'sshd_config'],
  ['unbound', 'unbound.conf'],
  ['nftables', 'nftables.conf'],
  ['firewall', 'rules.sh'],
  ['environment', 'x.env'],
];
