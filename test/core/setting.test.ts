import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSetting } from '../../server/core/ports/read/setting.ts';
import { settingWords } from '../../server/core/ports/read/settingName.ts';
import { filledIn, showPorts } from '../harness/networkPorts.ts';

/** `role host:port` for each. */
function check(line: string, expected: string, confidence?: string): void {
  test(line, () => {
    const cut = line.indexOf('=');
    const text = line.slice(cut + 1);
    const ports = readSetting(line.slice(0, cut), filledIn(text));
    assert.equal(ports.map(port => `${port.role} ${showPorts(text, [port])}`).join(', '), expected);
    if (confidence !== undefined) assert.equal(ports[0]?.confidence, confidence);
  });
}

check('PORT=3000', 'listen ?:3000', 'likely');
check('HTTP_PORT=8080', 'listen ?:8080');
check('serverPort=8080', 'listen ?:8080');
check('server.port=8080', 'listen ?:8080');
check('STATUS_PORT=10080', 'listen ?:10080');
check('LWM2M_SECURITY_BIND_PORT=5686', 'listen ?:5686');
check('OLEFY_BINDPORT=10055', 'listen ?:10055');
check('SMTPPORT=465', 'connect ?:465');
check('REDIS_SENTINELS=sentinel:26379', 'connect sentinel:26379');
check('PORT_RANGE=3000-3010', 'listen ?:3000-3010');
check('PORTS=80, 443', 'listen ?:80, listen ?:443');
check('PORTS=["9003","9004"]', 'listen ?:9003, listen ?:9004');
check('PORTS=8080:80/tcp', 'publish ?:8080, target ?:80');
check('PORT=53/udp', 'listen ?:53');
check('PORT=127.0.0.1:3000', 'listen 127.0.0.1:3000');
check('PORT=70000', 'listen ?:!70000', 'certain');
check('PORT_ID=70000', '');
check('PORTS=3005-3000', 'listen ?:!3005-3000');
check('PORT=0', 'listen ?:0');
check('PORT=-1', '');
check('PORT=', '');
check('PORT=auto', '');
check('PORT=/dev/ttyS0', '');
check('PORT=8080 and more', '');
check('PORT=$OTHER', 'listen ?:$OTHER=$OTHER');
check(`PORT=\${OTHER:-8080}`, 'listen ?:$OTHER=8080');
check(`PORT=\${OTHER:-auto}`, '');

check('DB_PORT=5432', 'connect ?:5432');
check('PGPORT=5432', 'connect ?:5432');
check('SMTP_PORT=587', 'connect ?:587');
check('FORWARD_DB_PORT=3306', 'publish ?:3306');
check('DB_HOST_PORT=3306', 'publish ?:3306');
check('NGINX_HOST_HTTP_PORT=80', 'publish ?:80');
check('KAFKA_JMX_PORT=9101', 'listen ?:9101');
check('KAFKA_ADVERTISED_PORT=9092', 'advertise ?:9092');
check('REDIS_PORT=tcp://10.0.0.11:6379', 'connect 10.0.0.11:6379', 'certain');
check('REDIS_PORT_6379_TCP_PROTO=tcp', '');

check('LISTEN=8080', 'listen ?:8080');
check('LISTEN=:8080', 'listen :8080');
check('BIND_ADDR=10.0.0.5:8080', 'listen 10.0.0.5:8080');
check('HTTP_ADDR=localhost:8080', 'listen localhost:8080');
check('VAULT_ADDR=0.0.0.0:8200', 'listen 0.0.0.0:8200');
check('REDIS_ADDR=localhost:6379', 'connect localhost:6379');
check('REDIS_ADDR=:6379', 'connect :6379');
check('KAFKA_ADDR=0.0.0.0:9092', 'listen 0.0.0.0:9092');
check('ELASTIC_HOSTS=a:9200,b:9200', 'connect a:9200, connect b:9200');
check('BOOTSTRAP_SERVERS=kafka:9092', 'connect kafka:9092');
check('OTEL_EXPORTER_OTLP_ENDPOINT=http://collector:4317', 'connect collector:4317');
check('METRICS_REPORTER_BOOTSTRAP_SERVERS=broker:29092', 'connect broker:29092');
check('METRICS_ENDPOINT=0.0.0.0:8000', 'listen 0.0.0.0:8000');
check('MYSQL_EXPORTER_PORT=9104', 'listen ?:9104');
check('MAC_ADDRESS=00:1b:44:11:3a:b7', '');
check('LISTEN_BACKLOG=8080', '');

check('DATABASE_URL=postgres://u:p@db:5432/x', 'connect db:5432', 'certain');
check('API=https://api:8443/x', 'connect api:8443', 'certain');
check('HEALTHCHECK_URL=http://localhost:80/', 'probe localhost:80');
check('KAFKA_LISTENERS=A://:9092,B://0.0.0.0:9093', 'listen :9092, listen 0.0.0.0:9093');
check('KAFKA_ADVERTISED_LISTENERS=A://kafka:9092', 'advertise kafka:9092');
check('SSE_MAX_LISTENERS=200', '');
check('ConnectionStrings__Default=Server=db,1433;Database=x', 'connect db:1433', 'likely');
check('WHATEVER=localhost:3000', 'connect localhost:3000');
check('WHATEVER=redis:7', '');
check('TOPIC_PROPERTIES=retention.ms:604800000;partitions:1', '');
check('WHATEVER=Host=db;Port=5432', 'connect db:5432');
check('WHATEVER=app:secret@tcp(db:3306)/app', 'connect db:3306');
check('APP_IMAGE=localhost:5000/app:1', 'registry localhost:5000');
check('APP_IMAGE=node:20', '');
check('REGISTRY=localhost:5000', 'registry localhost:5000');
check('POINTS=[{"host": "db", "port": 9042}]', 'connect ?:9042');

for (const name of [
  'TRANSPORT',
  'IMPORT',
  'EXPORT_ID',
  'SUPPORT',
  'REPORT',
  'VIEWPORT',
  'PORTAL',
  'PORTFOLIO',
  'TELEPORT',
])
  check(`${name}=8080`, '');
for (const name of [
  'SERIAL_PORT',
  'COM_PORT',
  'PORT_COUNT',
  'PORT_TIMEOUT',
  'MAX_PORTS',
  'PORT_NAME',
  'NAME_OF_PORT_STATUS',
  'TIMEOUT',
  'USER_ID',
])
  check(`${name}=8080`, '');

test('words of a name', () => {
  assert.deepEqual(settingWords('dbHostPort'), ['db', 'host', 'port']);
  assert.deepEqual(settingWords('HTTPPort'), ['http', 'port']);
  assert.deepEqual(settingWords('ConnectionStrings__A.b-c'), ['connection', 'strings', 'a', 'b', 'c']);
});
