import assert from 'node:assert/strict';
import { test } from 'node:test';
import { portRows } from '../../server/core/analysis.ts';
import { openProject } from '../harness/project.ts';

/** The public JSON of a file's ports; each row as `line:col-line:col text start end protocol role namespace owner confidence`. */
function check(name: string, file: string, text: string, rows: readonly string[]): void {
  test(name, () => {
    const facts = openProject({ [file]: text }).snapshot.facts(`/project/${file}`);
    assert.ok(facts);
    const found = portRows(facts).map(row =>
      [
        `${row.line}:${row.col}-${row.endLine}:${row.endCol}`,
        JSON.stringify(row.text),
        ...[row.start, row.end, row.protocol, row.role, row.namespace, row.owner, row.confidence],
      ].join(' '),
    );
    assert.deepEqual(found, rows);
  });
}

check(
  'both sides of a mapping, counted from 1 in UTF-16 units',
  'compose.yaml',
  'services:\n  web:\n    image: "😀"\n    ports: ["😀", "127.0.0.1:8000-8010:80/udp"]\n',
  [
    '4:30-4:39 "8000-8010" 8000 8010 udp publish host web certain',
    '4:40-4:42 "80" 80 80 udp target container:web web certain',
  ],
);

check(
  'defaults, bare variables and numbers that no port has',
  'compose.yaml',
  'services:\r\n  web:\r\n    ports:\r\n      - "${A:-8080}:80"\r\n      - "${B}:81"\r\n      - "70000:82"\r\n',
  [
    '4:15-4:19 "8080" 8080 8080 tcp publish host web certain',
    '4:21-4:23 "80" 80 80 tcp target container:web web certain',
    '5:10-5:14 "${B}"   tcp publish host web certain',
    '5:15-5:17 "81" 81 81 tcp target container:web web certain',
    '6:10-6:15 "70000" 70000 70000 tcp publish host web certain',
    '6:16-6:18 "82" 82 82 tcp target container:web web certain',
  ],
);

check('a stage of a Dockerfile', 'Dockerfile', 'FROM node:22 AS run\nEXPOSE 3000 9229/tcp\n', [
  '2:8-2:12 "3000" 3000 3000 tcp expose container:run run certain',
  '2:13-2:17 "9229" 9229 9229 tcp expose container:run run certain',
]);

check('nothing', 'compose.yaml', '', []);
