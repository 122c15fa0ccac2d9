import assert from 'node:assert/strict';
import { test } from 'node:test';
import { portolan } from '../harness/commandLine.ts';
import { temporaryFolder } from '../harness/temporaryFolder.ts';

/** `line:col start role`, an asterisk behind what is commented out. */
function comments(title: string, file: string, text: string, expected: readonly string[]): void {
  test(`scan --comments: ${title}`, () => {
    const cwd = temporaryFolder({ [file]: text });
    const scan = (options: string): readonly string[] =>
      portolan(`scan --format jsonl ${options}`, { cwd })
        .stdout.split('\n')
        .filter(line => line !== '')
        .map(line => JSON.parse(line))
        .map(({ line, col, text: written, role, confidence, comment }) => {
          if (comment) assert.equal(confidence, 'guess');
          assert.equal(text.split(/\r\n|[\r\n]/)[line - 1]?.slice(col - 1, col - 1 + written.length), written);
          return `${line}:${col} ${written} ${role}${comment ? ' *' : ''}`;
        });
    assert.deepEqual(scan('--comments'), expected);
    assert.deepEqual(
      scan(''),
      expected.filter(row => !row.endsWith('*')),
      'without the option they are not listed',
    );
  });
}

const COMPOSE = `services:
  web:
    image: nginx
    # Version 2 comes without.
    ports:
      - "8080:80"
      # - "8443:443"
      #- "9000:9000"
#  db:
#    image: postgres
#    ports:
#      - "5432:5432"
`;
comments('compose', 'compose.yaml', COMPOSE, [
  '6:10 8080 publish',
  '6:15 80 target',
  '7:12 8443 publish *',
  '7:17 443 target *',
  '8:11 9000 publish *',
  '8:16 9000 target *',
  '12:11 5432 publish *',
  '12:16 5432 target *',
]);
comments('line ends', 'compose.yaml', COMPOSE.slice(0, COMPOSE.indexOf('      #-')).replaceAll('\n', '\r\n'), [
  '6:10 8080 publish',
  '6:15 80 target',
  '7:12 8443 publish *',
  '7:17 443 target *',
]);
comments('dotenv', '.env', '# The port\n#PORT=8080\nDB_PORT=5432 # was DB_PORT=5433\n# A_PORT=1\n', [
  '2:7 8080 listen *',
  '3:9 5432 connect',
  '4:10 1 listen *',
]);
comments('Dockerfile', 'Dockerfile', 'FROM nginx\n# EXPOSE 8080\nEXPOSE 80\n', ['2:10 8080 expose *', '3:8 80 expose']);
comments('nginx', 'nginx.conf', 'http {\n  server {\n    # listen 8080;\n    listen 80;\n  }\n}\n', [
  '3:14 8080 listen *',
  '4:12 80 listen',
]);
comments('a file without', '.env', 'PORT=8080\n', ['1:6 8080 listen']);
comments(
  'a block of several lines',
  'server.xml',
  '<Server port="8005">\n  <Service name="Catalina">\n    <!--\n    <Connector port="8443" />\n    -->\n    <!-- <Connector port="8009" /> -->\n    <Connector port="8080" />\n  </Service>\n</Server>\n',
  ['1:15 8005 listen', '4:22 8443 listen *', '6:27 8009 listen *', '7:22 8080 listen'],
);

test('scan --comments: in text', () => {
  const cwd = temporaryFolder({ Dockerfile: 'FROM nginx\n# EXPOSE 8080\n' });
  assert.match(
    portolan('scan --comments', { cwd }).stdout,
    /^Dockerfile:2:10: 8080\/tcp expose \(.*commented out\)\n$/,
  );
});
