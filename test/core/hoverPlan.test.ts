import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hoverIn } from '../harness/hover.ts';
import type { Files } from '../harness/project.ts';

const PLAN =
  '{\n  "ports": {\n    "8081": "billing API",\n    "15000-15099": { "owner": "payments", "note": "tests" },\n    "15050": { "owner": "web" },\n    "15051": {}\n  }\n}\n';

/** The line of the hover about the plan. */
function check(files: Files, expected: string | undefined): void {
  test(`${expected}: ${JSON.stringify(files)}`, () => {
    const lines = hoverIn({ 'portolan.json': PLAN, ...files })?.text.split(/ *\n/) ?? [];
    assert.ok(lines.length > 0);
    assert.equal(
      lines.find(line => line.startsWith('Planned')),
      expected,
    );
  });
}

const web = (port: string): Files => ({
  'compose.yaml': `services:\n  web:\n    image: example/web\n    ports:\n      - "${port}"\n`,
});
const link = (line: number): string => `([\`portolan.json:${line}\`](file:///project/portolan.json))`;

check(web('80‸81:80'), `Planned: billing API ${link(3)}`);
check(web('150‸00:80'), `Planned for \`payments\`: tests ${link(4)}`);
check(web('15000-150‸09:80-89'), `Planned for \`payments\`: tests ${link(4)}`);
check(web('150‸50:80'), `Planned for \`web\` ${link(5)}`);
check(web('150‸51:80'), `Planned ${link(6)}`);
check({ '.env': 'WEB_PORT=80‸81\n' }, `Planned: billing API ${link(3)}`);
check({ 'portolan.json': PLAN.replace('8081', '80‸81') }, 'Planned: billing API');

// Inside a container the number is another one.
check(web('8000:80‸81'), undefined);
check(web('80‸82:80'), undefined);
check(web('15090-151‸00:80-90'), undefined);
check({ 'app.env': 'URL=http://elsewhere.example.com:80‸81/\n' }, undefined);

test('the crowded number gets a planned neighbour', () => {
  const files = {
    ...web('80‸81:80'),
    'portolan.json': '{"ports": {"8081": "a", "8099": "b", "8098": {"owner": "db"}}}',
  };
  assert.match(hoverIn(files)?.text ?? '', /free nearby: 8099/);
});
