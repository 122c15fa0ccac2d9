import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asPort } from '../../registry/port.ts';
import { unauthorizedUse } from '../../server/core/features/cautions.ts';
import { REGISTRY } from '../harness/registry.ts';

/** Does IANA's note of unregistered use speak of this port? */
function check(number: number, isNoted: boolean): void {
  test(`${number} ${isNoted ? 'is noted' : 'is not noted'}`, () => {
    const port = asPort(number);
    assert.ok(port !== undefined);
    assert.equal(unauthorizedUse(port, REGISTRY.assigned(port)).length, isNoted ? 1 : 0);
  });
}

// A note on a range names the ports that it is about.
check(6003, true);
check(6000, false);
check(27018, true);
check(27019, true);
check(27020, false);
check(796, true);
check(788, false);
check(33436, true);
check(33534, true);
check(33535, false);

// 7012's names its neighbour; those of 79 and 4444 name an RFC and a program, and that of 8010 says only "yes".
check(7011, true);
check(7012, false);
check(79, true);
check(4444, true);
check(8010, true);
check(5432, false);
