import assert from 'node:assert/strict';
import { test } from 'node:test';
import { schemeDefault, schemeProtocols } from '../../server/core/ports/read/schemeDefaults.ts';
import { readUrls } from '../../server/core/ports/read/url.ts';
import { filledIn, showPorts } from '../harness/networkPorts.ts';

function check(text: string, expected: string, about = ''): void {
  test(text, () => {
    const ports = readUrls(filledIn(text));
    assert.equal(showPorts(text, ports), expected);
    if (about !== '') assert.equal(`${ports[0]?.scheme}/${ports[0]?.protocols?.join('+')}`, about);
  });
}

check('http://localhost:8080', 'localhost:8080', 'http/tcp');
check('see http://localhost:8080.', 'localhost:8080');
check('(http://localhost:8080)', 'localhost:8080');
check('<url>http://api:8080</url>', 'api:8080');
check('"http://a:1","http://b:2"', 'a:1 b:2');
check('http://a:1,http://b:2', 'a:1 b:2');
check('http://localhost', '');
check('http://localhost:/x', '');
check('HTTPS://api:8443/x?y=http://b:81', 'api:8443 b:81', 'https/tcp');
check('http://user:8081@api:8080/x', 'api:8080');
check('redis://:8081@cache:6379/0', 'cache:6379', 'redis/tcp');
check('http://[::1]:8080/', '::1:8080');
check('http://[fe80::1%25eth0]:8080/', 'fe80::1%25eth0:8080');
check('http://[::1]/', '');
check('http://::1:80/', '');
check('http://api:70000/', 'api:!70000');
check('http://api:0/', 'api:0');
check('tcp://*:5555-5560', '*:5555-5560');
check('http://api:1.2/', '');
check('http://api:8080abc/', '');

check('postgresql://h1:5432,h2:5433/db', 'h1:5432 h2:5433', 'postgresql/tcp');
check('mongodb://u:1234@h1,h2:27018/?x=1', 'h2:27018');
check('mongodb://u:p,1:2@h1:27017/', 'h1:27017');
check('amqp://a:1@h1:5672,a:2@h2:5673', 'h1:5672 h2:5673');
check('mongodb+srv://h:27017/', 'h:27017', 'mongodb+srv/tcp');

check('jdbc:postgresql://h:5432,h2:5433/db', 'h:5432 h2:5433', 'postgresql/tcp');
check('jdbc:mariadb:loadbalance://h:3306,h2:3307/x', 'h:3306 h2:3307', 'mariadb/tcp');
check('jdbc:sqlserver://h\\inst:1433;databaseName=x', 'h:1433', 'sqlserver/tcp');
check('jdbc:jtds:sqlserver://h:1433/x', 'h:1433', 'sqlserver/tcp');
check('jdbc:h2:tcp://localhost:9092/~/t', 'localhost:9092', 'h2/tcp');
check('jdbc:hive2://h:10000', 'h:10000', 'hive2/tcp');
check('jdbc:oracle:thin:@tcps://h:2484/x', 'h:2484');

check('PLAINTEXT://:9092,SASL_SSL://h:9093', ':9092 h:9093', 'plaintext/tcp');
check('udp://[::1]:53', '::1:53', 'udp/udp');
check('stun:h:3478', 'h:3478', 'stun/udp');
check('stun:h:3478,stun:h2:3479', 'h:3478 h2:3479');
check('turn:h:3478?transport=tcp', 'h:3478', 'turn/tcp');
check('sips:u@h:5061', 'h:5061', 'sips/tcp');
check('sip:u:5000@h:5060;transport=udp', 'h:5060', 'sip/udp');
check('return: 8080', '');
check('ssh://git@h:2222/x', 'h:2222', 'ssh/tcp');
check('git@github.com:2222/x', '');

check('http://$HOST:8080', '?:8080');
check(`http://\${HOST:-localhost}:\${PORT:-8080}/x`, 'localhost:$PORT=8080');
check('http://api:$PORT/x', 'api:$PORT=$PORT');
check('http://api:8080$PREFIX', 'api:8080');
check(`http://api:80\${SUFFIX}`, `api:$SUFFIX=80\${SUFFIX}`);
check(`\${SCHEME}://api:8080`, 'api:8080', 'undefined/undefined');
check('http://{{ .Values.host }}:8080/', '{{ .Values.host }}:8080');
check('http://api:{{ .Values.port }}/', '');
check('postgres://<user>:<password>@<host>:5432/<db>', '<host>:5432');

check('docker://node:20', '');
check('docker-image://alpine:3', '');
check('oci://registry:5000/app', 'registry:5000');
check('unix:///run/x:80', '');
check('file://c:80/x', '');
check('12:30', '');
check('clickhouse://default:db:9440/x', 'db:9440');

test('defaults and transports of schemes', () => {
  assert.deepEqual(['https', 'rediss', 'turns', 'nope'].map(schemeDefault), [443, 6379, 5349, undefined]);
  assert.deepEqual(schemeProtocols('syslog+tls'), ['udp']);
  assert.deepEqual(schemeProtocols('nope'), undefined);
});
