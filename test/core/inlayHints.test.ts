import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inlayHints } from '../../server/core/analysis.ts';
import { openProject } from '../harness/project.ts';
import { REGISTRY } from '../harness/registry.ts';

/** The text with its hints, as an editor shows it. */
function check(file: string, text: string, shown: string): void {
  test(`${file}: ${shown.trim().split('\n').join(' ')}`, () => {
    const { snapshot, root } = openProject({ [file]: text });
    let drawn = text;
    for (const { offset, label } of inlayHints(snapshot, REGISTRY, `${root}/${file}`, {
      start: 0,
      end: text.length,
    }).toReversed())
      drawn = `${drawn.slice(0, offset)} ${label}${drawn.slice(offset)}`;
    assert.equal(drawn, shown);
  });
}

const entry = (image: string, ports: string): string => `services:\n  a:\n    image: ${image}\n    ports: [${ports}]\n`;
/** The entry of a compose file. */
function ports(image: string, before: string, after: string): void {
  check('compose.yaml', entry(image, before), entry(image, after));
}

ports('postgres:16', '"5432:5432"', '"5432:5432 ‹PostgreSQL›"');
ports('postgres:16', '"15432:5432"', '"15432:5432 ‹PostgreSQL›"');
ports('example/app', '"8080"', '"8080 ‹http-alt›"');
ports('example/app', '"3000-3005:3000-3005"', '"3000-3005:3000-3005"');
ports('example/app', '"47999"', '"47999"');
ports('example/app', '"0:80"', '"0:80 ‹http›"');
check('.env', 'PORT=8080\n', 'PORT=8080 ‹http-alt›\n');
// Registered to blackjack, of which nobody has seen a sign.
check('.env', 'PORT=1025\n', 'PORT=1025 ‹MailCatcher›\n');
check('.env', 'DATABASE_URL=postgres://db:5432/x\n', 'DATABASE_URL=postgres://db:5432/x\n');
check('.env', 'REDIS_PORT=6379\n', 'REDIS_PORT=6379\n');
check('.env', 'REDIS_PORT=6379\nX_URL=http://x:$REDIS_PORT\n', 'REDIS_PORT=6379\nX_URL=http://x:$REDIS_PORT\n');
check('Dockerfile', 'FROM nginx\nEXPOSE 443/tcp\n', 'FROM nginx\nEXPOSE 443 ‹NGINX›/tcp\n');
