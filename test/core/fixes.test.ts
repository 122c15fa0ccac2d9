import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openProject } from '../harness/project.ts';
import { applied } from '../harness/rulePage.ts';

/** The `ports` of a service before and after the first fix of a rule; the finding must be gone, and nothing new be there. */
function check(rule: string, image: string, before: string, after: string, from = ''): void {
  test(`${rule}: ${before}`, () => {
    const file = 'compose.yaml';
    const text = (ports: string): string => `${from}services:\n  it:\n    image: ${image}\n    ports:${ports}\n`;
    const files = { [file]: text(before) };
    const project = openProject(files);
    const all = project.findings(file);
    const finding = all.find(each => each.rule === rule);
    assert.ok(finding, project.lines(file).join('\n') || 'nothing found');
    const [fix] = finding.fixes;
    assert.equal(fix ? applied(files, fix, project.root)[file] : text(before), text(after));
    if (!fix) return;
    const left = openProject({ [file]: text(after) });
    assert.equal(left.findings(file).length, all.length - 1, left.lines(file).join('\n'));
    assert.deepEqual(left.snapshot.facts(`${left.root}/${file}`)?.syntaxErrors, []);
  });
}

const loopback = (before: string, after: string): void => check('datastore-published', 'postgres:16', before, after);

loopback('\n      - "5432:5432"', '\n      - "127.0.0.1:5432:5432"');
loopback("\n      - '5432:5432'", "\n      - '127.0.0.1:5432:5432'");
loopback('\n      - 5432:5432', '\n      - 127.0.0.1:5432:5432');
loopback(' [5432:5432]', ' [127.0.0.1:5432:5432]');
loopback(' ["0.0.0.0:5432:5432/tcp"]', ' ["127.0.0.1:5432:5432/tcp"]');
loopback(' ["[::]:5432:5432"]', ' ["127.0.0.1:5432:5432"]');
loopback(' ["203.0.113.7:5432:5432"]', ' ["127.0.0.1:5432:5432"]');
loopback(' ["${PORT:-5432}:5432"]', ' ["127.0.0.1:${PORT:-5432}:5432"]');
loopback(' ["${MAPPING:-5432:5432}"]', ' ["127.0.0.1:${MAPPING:-5432:5432}"]');
loopback(' ["${BIND:-0.0.0.0}:5432:5432"]', ' ["${BIND:-127.0.0.1}:5432:5432"]');
loopback('\n      - "5432:5432" # here', '\n      - "127.0.0.1:5432:5432" # here');
loopback(
  '\n      - target: 5432\n        published: "5432" # here\n        mode: host',
  '\n      - target: 5432\n        published: "5432"\n        host_ip: 127.0.0.1 # here\n        mode: host',
);
loopback(
  '\n      - published: 5432\n        target: 5432',
  '\n      - published: 5432\n        host_ip: 127.0.0.1\n        target: 5432',
);
loopback(
  '\r\n      - published: 5432\r\n        target: 5432\r',
  '\r\n      - published: 5432\r\n        host_ip: 127.0.0.1\r\n        target: 5432\r',
);
loopback(
  '\n      - target: 5432\n        published: ${PORT:-5432}',
  '\n      - target: 5432\n        published: ${PORT:-5432}\n        host_ip: 127.0.0.1',
);
loopback(' [{ target: 5432, published: 5432 }]', ' [{ target: 5432, published: 5432, host_ip: 127.0.0.1 }]');
loopback(
  '\n      - target: 5432\n        published: 5432\n        host_ip: 0.0.0.0',
  '\n      - target: 5432\n        published: 5432\n        host_ip: 127.0.0.1',
);

const udp = (before: string, after: string): void => check('missing-udp', 'linuxserver/wireguard', before, after);

udp(' ["51820:51820"]', ' ["51820:51820/udp"]');
udp(' [51820:51820]', ' [51820:51820/udp]');
udp(' ["51820:51820/tcp"]', ' ["51820:51820/udp"]');
udp(' ["${PORT:-51820}:51820"]', ' ["${PORT:-51820}:51820/udp"]');
udp('\n      - "51820:51820" # here', '\n      - "51820:51820/udp" # here');
udp(' [{ target: 51820, published: 51820, protocol: tcp }]', ' [{ target: 51820, published: 51820, protocol: udp }]');
udp(' [{ target: 51820, published: 51820 }]', ' [{ target: 51820, published: 51820 }]');

const dns = (before: string, after: string): void => check('missing-udp', 'pihole/pihole', before, after);

dns('\n      - "53:53"', '\n      - "53:53"\n      - "53:53/udp"');
dns('\n      - 53:53/tcp # here', '\n      - 53:53/tcp\n      - "53:53/udp" # here');
dns("\n      -   '53:53/tcp'", '\n      -   \'53:53/tcp\'\n      -   "53:53/udp"');
dns('\r\n      - "127.0.0.1:53:53"\r', '\r\n      - "127.0.0.1:53:53"\r\n      - "127.0.0.1:53:53/udp"\r');
dns(' ["53:53"]', ' ["53:53"]');

const container = (before: string, after: string): void => check('image-port-mismatch', 'postgres:16', before, after);

container(' ["127.0.0.1:5432:5433"]', ' ["127.0.0.1:5432:5432"]');
container(' ["127.0.0.1:5432:${INNER:-5433}"]', ' ["127.0.0.1:5432:${INNER:-5432}"]');
container(' [{ target: 80, published: 80, host_ip: "::1" }]', ' [{ target: 5432, published: 80, host_ip: "::1" }]');

const quoted = (before: string, after: string): void =>
  check('sexagesimal-port', 'example/app', before, after, 'version: "2"\n');

quoted(' [22:22]', ' ["22:22"]');
quoted('\n      - 2222:22 # here', '\n      - "2222:22" # here');

check('malformed-port', 'example/app', '\n      - [::1]:8117:80', '\n      - "[::1]:8117:80"');
check('malformed-port', 'example/app', '\n      - *:8117:80', '\n      - "8117:80"');
check('malformed-port', 'example/app', '\n      - *:80', '\n      - *:80');
check('malformed-port', 'example/app', '\n      - [::]:8117-8118:80-81/udp', '\n      - "[::]:8117-8118:80-81/udp"');

const swapped = (before: string, after: string): void => check('reversed-port-range', 'example/app', before, after);

swapped(' ["8010-8000:80"]', ' ["8000-8010:80"]');
swapped(' ["${RANGE:-8010-8000}:80"]', ' ["${RANGE:-8000-8010}:80"]');
swapped(' ["8000-8010:8010-8000"]', ' ["8000-8010:8000-8010"]');
