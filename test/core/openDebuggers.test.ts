import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDebuggers } from '../../server/core/rules/exposure/openDebuggers.ts';

/** The ports that a text opens for debuggers. */
function check(text: string, ...ports: readonly number[]): void {
  test(text, () => {
    assert.deepEqual(
      openDebuggers(text).map(({ port }) => port),
      ports,
    );
  });
}

check('node --inspect=0.0.0.0:9230 app.js', 9230);
check('node --inspect-brk=0.0.0.0 app.js', 9229);
check('NODE_OPTIONS=--inspect=[::]:9229', 9229);
check('["node", "--inspect=0.0.0.0:9229"]', 9229);
check('node --inspect app.js');
check('node --inspect=9229 app.js');
check('node --inspect=127.0.0.1:9229 app.js');
check('node --inspect=0.0.0.0.example app.js');
check('-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=*:5005', 5005);
check('-Xrunjdwp:transport=dt_socket,address=0.0.0.0:8787,server=y', 8787);
check('-agentlib:jdwp=transport=dt_socket,server=n,address=*:5005');
check('-agentlib:jdwp=transport=dt_socket,server=y,address=5005');
check('-agentlib:jdwp=transport=dt_socket,server=y,address=localhost:5005');
check('JPDA_ADDRESS=*:8000', 8000);
check('JPDA_ADDRESS=8000');
check('python -m debugpy --wait-for-client --listen 0.0.0.0:5678 app.py', 5678);
check('python -m debugpy --listen 5678 app.py');
check('python -m debugpy --connect 0.0.0.0:5678 app.py');
check('dlv exec ./app --headless --listen=:2345', 2345);
check('dlv debug -l 127.0.0.1:2345');
check('gdbserver --once :1234 ./app', 1234);
check('gdbserver localhost:1234 ./app');
check('rdbg --open --host 0.0.0.0 --port 12345 app.rb', 12345);
check('rdbg --open --port 12345 app.rb');
check('chrome --remote-debugging-port=9222 --remote-debugging-address=0.0.0.0', 9222);
check('chrome --remote-debugging-address=0.0.0.0 --remote-debugging-port=9223', 9223);
check('chrome --remote-debugging-port=9222');
check('java -Dcom.sun.management.jmxremote.port=9010 -Dcom.sun.management.jmxremote.authenticate=false', 9010);
check('java -Dcom.sun.management.jmxremote.port=9010');
check('KAFKA_JMX_PORT=9101', 9101);
check('JMX_PORT=9101\nKAFKA_JMX_OPTS=-Dcom.sun.management.jmxremote.authenticate=true');
check('JMX_PORT=9101');
check('server -pprof-addr=:6060', 6060);
check('server --pprof.address 0.0.0.0:6061', 6061);
check('server -pprof-addr=localhost:6060');
check('celery inspect ping');
