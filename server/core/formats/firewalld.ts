import { readXml } from '../syntax/xml.ts';
import { fillTemplate } from './directives/fillTemplate.ts';
import { ruleText } from './firewall/rule.ts';
import type { Format } from './format.ts';
import { type At, at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { port } from './values/port.ts';

const BESIDE = { protocolKey: '@protocol' } as const;

/** Zones, services, policies and direct rules of firewalld. */
export const firewalld: Format = defineTreeFormat({
  id: 'firewalld',
  title: 'firewalld',
  documentation: 'https://firewalld.org/documentation/zone/options.html',
  files: [
    '**/firewalld/*.xml',
    '**/firewalld/{zones,services,policies,helpers,ipsets}/*.xml',
    '**/{zones,services,policies}/*firewalld*.xml',
  ],
  languages: [],
  content: {
    files: ['*.{xml,xml.*}'],
    test: text =>
      (/<(?:service|zone|policy|helper)[\s>]/.test(text) && /<(?:port|source-port)\s[^>]{0,300}protocol=/.test(text)) ||
      /<direct>[\s\S]{0,500}<(?:rule|chain|passthrough) /.test(text),
  },
  syntax: readXml,
  fill: fillTemplate,
  places: [
    at('**.{port,source-port}.@port', port('deny', BESIDE), isDenied),
    at('**.{port,source-port}.@port', port('allow', BESIDE)),
    at('**.forward-port.@port', port('allow', BESIDE)),
    at('**.forward-port.@to-port', port('forward', BESIDE)),
    at('direct.{rule,passthrough}.#text', ruleText()),
  ],
  rest: 'nothing',
});

/** What the rich rule around does: `<drop/>`, `<reject/>`. */
function isDenied(at: At): boolean {
  if (!at.keys.includes('rule')) return false;
  return at.parents.some(parent => at.holds(parent, 'drop') || at.holds(parent, 'reject'));
}
