import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asPort } from '../../registry/port.ts';
import { explainPort, markdownPage, textPage } from '../../server/core/analysis.ts';
import { REGISTRY } from '../harness/registry.ts';

/** What the page of a port that popular pages have wrong must say, and must not, in Markdown and as text. */
function check(number: number, says: readonly RegExp[], never: readonly RegExp[]): void {
  test(`the page of ${number}`, () => {
    const port = asPort(number);
    assert.ok(port !== undefined);
    const plain = markdownPage(REGISTRY, port).replace(/\*\*|\\/g, '');
    for (const page of [plain, textPage(REGISTRY, port)]) {
      for (const words of says) assert.match(page, words);
      for (const words of never) assert.doesNotMatch(page, words);
    }
  });
}

const NO_SIGN = /Registered; no sign of use found in \d+ named sources \(\d{4}-\d\d-\d\d\): \[?Wireshark/;

check(
  641,
  [
    /^Port 641 is registered to repcmd for tcp and udp\. No program is known to use it\./m,
    /registrant: Scott Dale/,
    /Often confused with its neighbour 642, which is registered to esro-emsdp/,
    /Replicase, an earlier name of the company that became Support\.com and SupportSoft/,
    /whole range 600-1023 .* says nothing of 641/,
    NO_SIGN,
    /653\/tcp\+udp repscmd/,
  ],
  [/641 is registered to esro/i, /Nexus/, /printer/i],
);
check(
  642,
  [/^Port 642 is registered to esro-emsdp \(ESRO-EMSDP V1\.3\)/m, /registrant: Mohsen Banan/, /RFC 2524/, /259/],
  [/(?:642 is|udp:) registered to repcmd/],
);
check(
  1640,
  [
    /^Port 1640 is registered to cert-responder for tcp and udp/m,
    /registrant: Tom Markson/,
    /asks another for its public-key certificate\. It is not OCSP/,
    /Sun Microsystems as his employer; no RFC/,
    /Sun SunScreen SKIP \(udp\)/,
    /Apple macOS Server \(tcp\).*SCEP/,
    /Autodesk .*\(claimed, no primary source found\)/,
    NO_SIGN,
  ],
  [/Osmosys/i, /used by Autodesk/],
);
check(
  1642,
  [
    /^Port 1642 is registered to isis-am for tcp and udp/m,
    /Not the routing protocol IS-IS/,
    /Isis Distributed Systems/,
    /What "am" stands for is not documented/,
    /1643\/tcp\+udp isis-ambc/,
    /2043\/tcp\+udp isis-bcast/,
    NO_SIGN,
  ],
  [/registrant: /],
);
check(
  3640,
  [
    /^Port 3640 is registered to netplay-port1/m,
    /No program is known to use it/,
    /no document on either was found/,
    /3641\/tcp\+udp netplay-port2/,
    NO_SIGN,
  ],
  [/registrant: /],
);

test('the Autodesk claim on 1640 is a claim and no use', () => {
  const port = asPort(1640);
  assert.ok(port !== undefined);
  const { uses, claims } = explainPort(REGISTRY, port);
  assert.ok(uses.every(({ software }) => !/autodesk/i.test(software)));
  assert.deepEqual(
    claims.map(({ software, note }) => `${software}: ${note}`),
    ['Autodesk Data Management Server: claimed, no primary source found'],
  );
});
