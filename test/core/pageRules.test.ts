import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RankedUse } from '../../registry/build/parseUse.ts';
import { asPort } from '../../registry/port.ts';
import type { Registry } from '../../registry/registry.ts';
import { markdownPage, textPage } from '../../server/core/analysis.ts';
import { REGISTRY } from '../harness/registry.ts';
import { smallRegistry } from '../harness/smallRegistry.ts';

/** What the pages of a number must say, and must not. */
function check(
  name: string,
  registry: Registry,
  number: number,
  says: RegExp,
  never: RegExp,
  page = markdownPage,
): void {
  test(name, () => {
    const port = asPort(number);
    assert.ok(port !== undefined);
    const shown = page(registry, port);
    assert.match(shown, says);
    assert.doesNotMatch(shown, never);
  });
}

const usesAs = (change: Partial<RankedUse>): Registry =>
  smallRegistry(sources => ({ ...sources, uses: sources.uses.map(use => ({ ...use, ...change })) }));

check('a broker is no data store', usesAs({ category: 'messaging' }), 6379, /a message broker/i, /a data store/i);
check(
  'what is no default says nothing of security',
  usesAs({ standing: 'common' }),
  6379,
  /Also common/,
  /## Security/,
);
check('two packagers are no maker', usesAs({ confidence: 'medium' }), 6379, /as packagers and cat/, /makers' word/);
check('one catalogue is no doubt', usesAs({ confidence: 'low' }), 6379, /\*\*Weakly sourced\*\*/, /\*\*Doubtful\*\*/);
check(
  'a doubt is shown',
  usesAs({ confidence: 'low', doubt: 'sources differ' }),
  6379,
  /\*\*Doubtful\*\*[\s\S]*sources differ/,
  /Weakly sourced/,
);

// The real tables.
check('a long note in a terminal', REGISTRY, 80, /should not be used for discovery[^\n]{60,140} …\n/, /XUL/, textPage);
check('a long note in an editor', REGISTRY, 80, /XUL/, / …\n/);
check('a draft that revises a document', REGISTRY, 25, /\(a revision of RFC 5321\)/, /undefined/);
check('two services, each by its own sign', REGISTRY, 514, /shell \(tcp\): seen in[\s\S]*syslog \(udp\): seen in/, /—/);
check('games have no purpose in common', REGISTRY, 25565, /Minecraft/, /For the same purpose/);
check('a crowded number leaves other ports alone', REGISTRY, 8080, /programs of public coll/, /of the same software/);
check('what is plainly in use', REGISTRY, 443, /clients expect https here/, /Better not/);
check('FreeBSD gives out a wide range', REGISTRY, 27015, /but nothing stops a program\. FreeBSD/, /- FreeBSD/);
check('systems give it to outgoing connections', REGISTRY, 51820, /- Linux[^\n]*FreeBSD/, /program\. FreeBSD/);
