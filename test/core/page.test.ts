import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { asPort, asProtocol } from '../../registry/port.ts';
import { markdownPage, textPage, type WorkspacePlace } from '../../server/core/analysis.ts';
import { smallRegistry } from '../harness/smallRegistry.ts';

const registry = smallRegistry();

/** The page of `5432` or `53/udp` against `test/core/pages/`; with `UPDATE=1` that is written first. */
function check(lookup: string, format: 'md' | 'txt' = 'md', places: readonly WorkspacePlace[] = []): void {
  test(`${lookup}.${format}`, () => {
    const [number = '', transport = ''] = lookup.split('/');
    const port = asPort(Number(number));
    assert.ok(port !== undefined);
    const protocol = asProtocol(transport);
    const pageLink = (other: number): string | undefined => (places.length > 0 ? `${other}.md` : undefined);
    const page =
      format === 'md'
        ? markdownPage(registry, port, protocol, { places, pageLink })
        : textPage(registry, port, protocol);
    const file = new URL(`pages/${lookup.replace('/', '-')}.${format}`, import.meta.url);
    if (process.env.UPDATE === '1') writeFileSync(file, `${page}\n`);
    assert.equal(`${page}\n`, existsSync(file) ? readFileSync(file, 'utf8') : 'none: run with UPDATE=1\n');
  });
}

check('0');
check('24');
check('80');
check('512');
check('641');
check('642');
check('1008');
check('1640');
check('1640', 'txt');
check('1642');
check('3640');
check('3000');
check('3000', 'txt');
check('4556');
check('5000/tcp');
check('6003');
check('6379', 'md', [
  { root: '/home/me/shop', name: 'compose.yaml:9', role: 'publishes it (cache)', link: '/compose.yaml#L9' },
  { root: '/home/me/shop', name: 'a]b/.env:2', role: 'connects to it', link: undefined },
  { root: '/home/me/tools', name: 'compose.yaml:4', role: 'container port (queue)', link: '/../tools/compose.yaml#L4' },
]);
check('30000');
check('49152');
check('12346');

/** Text from a table can do no more than be read. */
function hostile(text: string, shown: string): void {
  test(`as a purpose: ${text}`, () => {
    const spoilt = smallRegistry(sources => ({
      ...sources,
      uses: sources.uses.map(use => ({ ...use, purpose: text })),
    }));
    const port = asPort(5432);
    assert.ok(port !== undefined);
    assert.ok(markdownPage(spoilt, port).includes(shown), markdownPage(spoilt, port));
  });
}

hostile('[x](http://evil.example)', '\\[x\\](http\\://evil.example)');
hostile('![x](http://evil.example)', '!\\[x\\](http\\://evil.example)');
hostile('<img src=x onerror=alert(1)>', '\\<img src=x onerror=alert(1)>');
hostile('**loud** _soft_ `code` ~~gone~~', '\\*\\*loud\\*\\* \\_soft\\_ \\`code\\` \\~\\~gone\\~\\~');
hostile('$x$ &copy; a|b c\\d', '\\$x\\$ \\&copy; a\\|b c\\\\d');
hostile('see www.evil.example', 'see www\\.evil.example');
hostile('snake_case (a, b) {c} #1 + 2 - 3 > 0 & more!', 'snake_case (a, b) {c} #1 + 2 - 3 > 0 & more!');
hostile('\u001b[31mred\u202e', '\uFFFD\\[31mred\uFFFD');
