import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asPort, type Port } from '../../registry/port.ts';
import { markdownPage, textPage } from '../../server/core/analysis.ts';
import { REGISTRY } from '../harness/registry.ts';

/** What must be true of each page, by its text; the answer is what is wrong with it. */
type Law = (page: string, port: Port) => string | undefined;

function pages(step: number): readonly Port[] {
  return Array.from({ length: 65536 }, (_, number) => asPort(number)).filter(
    (port): port is Port => port !== undefined && port % step === 0,
  );
}

const CONTROL = /[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/;
const LINK = /\]\((https:\/\/|http:\/\/)[^\s()<>`]+\)/g;

const common: Law = (page, port) => {
  if (!page.includes(`Port ${port}`)) return 'no title';
  // IANA's own word for 203, 205, 207 and 208.
  if (/\b(?<!AppleTalk )unused\b/i.test(page)) return 'says "unused"';
  if (CONTROL.test(page)) return 'a control character';
  if (/undefined|\[object|NaN|null/.test(page)) return 'a value that is none';
  if (/ \.(?:\s|$)| {2}\(|,,|(?:^|\s)\(\)/.test(page.replaceAll('\n  - ', '\n'))) return 'an empty place';
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

function hold(law: Law, step: number, page: (port: Port) => string): void {
  const broken = pages(step).flatMap(port => {
    const fault = law(page(port), port);
    return fault === undefined ? [] : [`${port}: ${fault}`];
  });
  assert.deepEqual(broken.slice(0, 20), []);
}

test('every page in Markdown', () => hold(markdown, 1, port => markdownPage(REGISTRY, port)));
test('pages as text', () => hold(text, 9, port => textPage(REGISTRY, port)));
test('pages of one transport', () => {
  hold(common, 15, port => textPage(REGISTRY, port, 'udp'));
  hold(common, 101, port => textPage(REGISTRY, port, 'sctp'));
});
