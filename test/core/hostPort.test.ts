import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readHostPorts } from '../../server/core/ports/read/hostPort.ts';
import { filledIn, showPorts } from '../harness/networkPorts.ts';

function check(text: string, expected: string): void {
  test(text, () => assert.equal(showPorts(text, readHostPorts(filledIn(text))), expected));
}

check('kafka:9092', 'kafka:9092');
check('kafka:9092,kafka-2:9093', 'kafka:9092 kafka-2:9093');
check('a:1; b:2 c:3', 'a:1 b:2 c:3');
check('["a:9200", "b:9201"]', 'a:9200 b:9201');
check(':8080', ':8080');
check('*:80', '*:80');
check('0.0.0.0:8080', '0.0.0.0:8080');
check('[::1]:8080', '::1:8080');
check('[::1]:8080,[fe80::2%eth0]:8081', '::1:8080 fe80::2%eth0:8081');
check('1@c-1:9093,2@c-2:9093', 'c-1:9093 c-2:9093');
check('zk:2181,zk-2:2181/chroot', 'zk:2181 zk-2:2181');
check('10.0.0.1:53/udp', '10.0.0.1:53');
check('api:8000-8010', 'api:8000-8010');
check('api:70000', 'api:!70000');
check('redis:6379,ssl=false,password=a:1b', 'redis:6379');
check('$HOST:8080', '?:8080');
check(`\${HOST:-api}:\${PORT:-8080}`, 'api:$PORT=8080');
check('api', '');
check('', '');

// What looks alike and is none.
check('12:30', '');
check('12:30:15', '');
check('src/main.ts:10:5', '');
check('main.ts:10', '');
check('01:23:45:67:89:ab', '');
check('fe80::1', '');
check('::1', '');
check('1000:1000', '');
check('sha256:1234', '');
check('c:\\data', '');
check('git@github.com:22/x', '');
check('python:3.11', '');
check('api:http', '');
check('PLAINTEXT:PLAINTEXT', '');
