import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asPort, isWide, type Port } from '../../registry/port.ts';
import { explainPort, markdownPage, textPage } from '../../server/core/analysis.ts';
import { REGISTRY } from '../harness/registry.ts';

/** What must be true of each page, by its text; the answer is what is wrong with it. */
type Law = (page: string, port: Port) => string | undefined;

const PORTS: readonly Port[] = Array.from({ length: 65536 }, (_, number) => asPort(number)).filter(
  port => port !== undefined,
);

/** Every number that somebody uses, and of the others some: fewer, the more they are like their neighbours. */
const TELLING: readonly Port[] = PORTS.filter(port => {
  if (REGISTRY.used(port).some(({ ports }) => !isWide(ports))) return true;
  const isRegistered = REGISTRY.assigned(port).some(({ service }) => service !== undefined);
  return port % (isRegistered ? 4 : 32) === 0;
});

const CONTROL = /[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/;
const LINK = /\]\((https:\/\/|http:\/\/)[^\s()<>`]+\)/g;

/** But for IANA's own word for 203, 205, 207 and 208. A search for a plain text takes a tenth of the time. */
const saysUnused = (page: string): boolean => page.includes('nused') && /\b(?<!AppleTalk )unused\b/i.test(page);

const common: Law = (page, port) => {
  if (!page.includes(`Port ${port}`)) return 'no title';
  if (saysUnused(page)) return 'says "unused"';
  if (CONTROL.test(page)) return 'a control character';
  if (/undefined|\[object|NaN|null/.test(page)) return 'a value that is none';
  if (/ \.(?:\s|$)| {2}\(|,[,.]|(?:^|\s)\(\)/.test(page.replaceAll('\n  - ', '\n'))) return 'an empty place';
  if (!page.includes('An assignment is no endorsement')) return 'no word of caution';
  if (!page.includes('See who listens on it')) return 'nothing on listening';
  if (!page.includes('What its range means')) return 'nothing on the range';
  return undefined;
};

const markdown: Law = (page, port) => {
  const links = page.match(LINK)?.length ?? 0;
  const opened = page.split('](').length - 1;
  if (links !== opened) return `${opened} links, ${links} of them well-formed`;
  if (!page.startsWith(`# Port ${port}\n\nPort ${port}`)) return 'no answer at the top';
  if (!page.includes('\n## Registration\n\n- ')) return 'no registration';
  if (!page.includes('\n## References\n\n- [')) return 'no references';
  if (/\n\n\n|[ \t]\n/.test(page)) return 'blanks at the end of a line';
  return common(page, port);
};

const text: Law = (page, port) => {
  const marks = new Set([...page.matchAll(/ \[(\d+)\]/g)].map(([, number]) => number));
  const references = new Set([...page.matchAll(/^\[(\d+)\] https?:\/\/\S+$/gm)].map(([, number]) => number));
  if ([...marks].sort().join() !== [...references].sort().join()) return 'a mark without a reference';
  if (/\]\(|\*\*/.test(page)) return 'Markdown';
  return common(page, port);
};

const json: Law = (page, port) => {
  if (!page.startsWith(`{"port":${port},`)) return 'no number';
  if (page.includes('"entries":[]') || page.includes('"evidence":[]'))
    return 'no registration, or a use without evidence';
  if (page.includes('undefined') || page.includes('[object')) return 'a value that is none';
  if (page.includes('\\u00')) return 'a control character';
  return saysUnused(page) ? 'says "unused"' : undefined;
};

function hold(law: Law, ports: readonly Port[], page: (port: Port) => string): void {
  const broken = ports.flatMap(port => {
    const fault = law(page(port), port);
    return fault === undefined ? [] : [`${port}: ${fault}`];
  });
  assert.deepEqual(broken.slice(0, 20), []);
}

/** Each page is rendered once, every second in the one form, and the others in the other. */
const every = (step: number, from = 0): readonly Port[] => TELLING.filter((_, index) => index % step === from);

test('pages in JSON', () => hold(json, TELLING, port => JSON.stringify(explainPort(REGISTRY, port))));
test('pages in Markdown', () => hold(markdown, every(2), port => markdownPage(REGISTRY, port)));
test('pages as text', () => hold(text, every(2, 1), port => textPage(REGISTRY, port)));
test('pages of one transport', () => {
  hold(common, every(15), port => textPage(REGISTRY, port, 'udp'));
  hold(common, every(101), port => textPage(REGISTRY, port, 'sctp'));
});
test('every number has an answer of the registry', () => {
  assert.deepEqual(
    PORTS.filter(port => REGISTRY.assigned(port).length === 0),
    [],
  );
});
