import assert from 'node:assert/strict';
import { test } from 'node:test';
import { showAddress } from '../../server/core/ports/address.ts';
import {
  type CommandPort,
  readArguments,
  readCommandLine,
  readOptions,
} from '../../server/core/ports/read/commandLine.ts';
import type { PortValue } from '../../server/core/ports/value.ts';
import { verbatim } from '../../server/core/text/mapped.ts';
import { spanOf } from '../../server/core/text/span.ts';

function show({ role, value, protocols, host, binding, owner }: CommandPort): string {
  const isBound = binding && (binding.span || binding.address.kind === 'ip');
  return [
    `${role} ${showValue(value)}${protocols ? `/${protocols.join('+')}` : ''}`,
    ...(host === undefined ? [] : [`at ${host}`]),
    ...(isBound ? [`on ${showAddress(binding.address)}`] : []),
    ...(owner ? [`in ${owner.name}`] : []),
  ].join(' ');
}

function showValue(value: PortValue): string {
  if (value.kind === 'variable') return `$${value.name}${value.fallback ? `:${showValue(value.fallback)}` : ''}`;
  if (value.kind === 'invalid') return `!${value.text}`;
  if (value.kind === 'name') return value.name;
  const { first, last } = value.range;
  return first === last ? `${first}` : `${first}-${last}`;
}

/** Every port of a command line; an editable one must read back from its span. */
function check(line: string, ...ports: readonly string[]): void {
  test(line, () => {
    const found = readCommandLine(verbatim(line, spanOf(0, line.length)));
    assert.deepEqual(found.map(show), ports);
    for (const { span, editable, value } of found) {
      if (editable) assert.ok(showValue(value).endsWith(line.slice(span.start, span.end)));
    }
  });
}

check(
  "docker run -d --name web -p 127.0.0.1:8080:80 -e PORT=80 --restart always nginx:1.25 nginx -g 'daemon off;'",
  'publish 8080/tcp on 127.0.0.1 in web',
  'target 80/tcp in web',
  'listen 80/tcp in web',
);
check('docker run -dp 3000:3000 app', 'publish 3000/tcp in app', 'target 3000/tcp in app');
check(
  'docker run -itp 80:80/udp --rm -v /a:/b localhost:5000/img:1.2',
  'registry 5000/tcp',
  'publish 80/udp in img',
  'target 80/udp in img',
);
check(
  'docker run -p 5432:5432 postgres -c port=5433',
  'publish 5432/tcp in postgres',
  'target 5432/tcp in postgres',
  'listen 5433/tcp in postgres',
);
check('docker run -p=8080-8090:80 --network host x', 'publish 8080-8090/tcp in x', 'target 80/tcp in x');
check('docker run --publish published=8080,target=80 x', 'publish 8080/tcp in x', 'target 80/tcp in x');
check(
  'docker service create --publish published=8080,target=80,protocol=udp,mode=host nginx',
  'publish 8080/udp in nginx',
  'target 80/udp in nginx',
);
check("exec 3<>/dev/tcp/127.0.0.1/8080; echo -e 'GET /health HTTP/1.1' >&3", 'connect 8080/tcp at 127.0.0.1');
check("bash -c '< /dev/udp/dns/53'", 'connect 53/udp at dns');
check('echo x > /dev/tcp/db/5432.log');
check("echo 'db.stats().ok' | mongosh localhost:27017/test --quiet", 'connect 27017/tcp at localhost');
check(
  `mongosh --eval "try { rs.status() } catch { rs.initiate({_id: 'rs0', members: [{_id: 0, host: 'mongo:27017'}]}) }"`,
  'connect 27017 at mongo',
);
check(`node -e "fetch('http://localhost:3000/health', {timeout:2000})"`, 'connect 3000/tcp at localhost');
check(`node --eval "require('http').get({host: 'localhost', port: 3001, timeout: 2000})"`, 'connect 3001/tcp');
check(`node -e "fetch('http://localhost:' + (process.env.PORT || 3002))"`, 'connect 3002/tcp');
check(`python3 -c "import socket; socket.create_connection(('db', 5432), 10)"`, 'connect 5432/tcp at db');
check(`python -c "get('http://localhost:%s' % os.environ.get('PORT', 8000))"`, 'connect 8000/tcp');
check(`ruby -rnet/http -e "Net::HTTP.get(URI('http://localhost:3003/up'))"`, 'connect 3003/tcp at localhost');
check('php -r "fsockopen(\'localhost\', 9000);"', 'connect 9000/tcp at localhost');
check('node -e "setTimeout(f, 5000)"');
check('mongosh -u root -p 1234 admin');
check('docker compose -p 80 up');
check('mkdir -p 80 && cp -p 1 2; ssh-keygen -p 22');
check('python -m http.server 8000', 'listen 8000/tcp');
check('python3.11 -m http.server -b 127.0.0.1 8000', 'listen 8000/tcp on 127.0.0.1');
check('python -u manage.py runserver 0.0.0.0:8000', 'listen 8000/tcp on 0.0.0.0');
check('./manage.py runserver 8001', 'listen 8001/tcp on 127.0.0.1');
check('uvicorn app:app $FLAGS --port 8001', 'listen 8001/tcp');
check('uvicorn app.main:app --host 0.0.0.0 --port ${PORT:-8000} --workers 4', 'listen $PORT:8000/tcp on 0.0.0.0');
check('gunicorn -w 4 -b 0.0.0.0:$PORT app:app', 'listen $PORT/tcp on 0.0.0.0');
check('gunicorn --bind=:8000 app', 'listen 8000/tcp');
check('exec gunicorn --bind :8000 --bind [::]:8001 app', 'listen 8000/tcp', 'listen 8001/tcp on [::]');
check(
  'kubectl -n x port-forward svc/web 8080:80 9000 :443',
  'forward 8080/tcp on 127.0.0.1',
  'connect 80/tcp',
  'forward 9000/tcp on 127.0.0.1',
  'connect 443/tcp',
);
check(
  'ssh -p 2222 -L 8080:db:5432 -L 127.0.0.1:9000:[::1]:80 -D 1080 user@host',
  'connect 2222/tcp at host',
  'forward 8080/tcp on 127.0.0.1',
  'connect 5432/tcp at db',
  'forward 9000/tcp on 127.0.0.1',
  'connect 80/tcp at ::1',
  'forward 1080/tcp on 127.0.0.1',
);
check('ssh -N -R 80:localhost:3000 h', 'forward 80/tcp on 127.0.0.1', 'connect 3000/tcp at localhost');
check('curl -fsS http://localhost:8080/health || exit 1', 'connect 8080/tcp at localhost');
check('wget -qO- http://127.0.0.1:$PORT/ ', 'connect $PORT/tcp at 127.0.0.1');
check('nc -z localhost 5432', 'connect 5432/tcp at localhost');
check('nc -l -p 8080', 'listen 8080/tcp');
check('nc -lvp 4444', 'listen 4444/tcp');
check('socat TCP-LISTEN:8080,fork,reuseaddr TCP:db:5432', 'listen 8080/tcp', 'connect 5432/tcp at db');
check('psql -h db -p 5433 -U me', 'connect 5433/tcp at db');
check('pg_isready -p 5432 || exit 1', 'connect 5432/tcp');
check('mysql -h127.0.0.1 -P3307 -uroot -psecret', 'connect 3307/tcp at 127.0.0.1');
check('redis-cli -p 6380 ping', 'connect 6380/tcp');
check('sqlcmd -S db,1433 -U sa', 'connect 1433/tcp at db');
check('php -S 0.0.0.0:8000 -t public', 'listen 8000/tcp on 0.0.0.0');
check('php artisan serve --host=0.0.0.0 --port=8080', 'listen 8080/tcp on 0.0.0.0');
check('bundle exec rails s -p 3000 -b 0.0.0.0', 'listen 3000/tcp on 0.0.0.0');
check("rm -f tmp/pids/server.pid && bundle exec rails server -p 3000 -b '0.0.0.0'", 'listen 3000/tcp on 0.0.0.0');
check('flask run -h 0.0.0.0 -p 5001', 'listen 5001/tcp on 0.0.0.0');
check('flask --app hello run --port 5002', 'listen 5002/tcp on 127.0.0.1');
check('next dev -p 3001', 'listen 3001/tcp');
check('npx next start -p $PORT', 'listen $PORT/tcp');
check('cross-env PORT=4000 NODE_ENV=production node server.js', 'listen 4000/tcp');
check('yarn start --port 3000', 'listen 3000/tcp');
check('npm run dev -- --port 3000 --host 0.0.0.0', 'listen 3000/tcp on 0.0.0.0');
check('concurrently "vite --port 5173" "PORT=3001 node api.js"', 'listen 5173/tcp', 'listen 3001/tcp');
check('ng serve --host 0.0.0.0 --port 4200', 'listen 4200/tcp on 0.0.0.0');
check(
  'dotnet run --urls "http://*:5000;https://*:5001"',
  'listen 5000/tcp on all interfaces',
  'listen 5001/tcp on all interfaces',
);
check(
  'java -Dserver.port=8081 -agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=*:5005 -jar app.jar --server.port=8082',
  'listen 8081/tcp',
  'listen 5005/tcp on all interfaces',
  'listen 8082/tcp',
);
check('node --inspect=0.0.0.0:9229 --max-old-space-size=4096 server.js', 'listen 9229/tcp on 0.0.0.0');
check('node --inspect 9229', 'listen 9229/tcp');
check('dlv debug --listen=:2345 --headless', 'listen 2345/tcp');
check(
  'python -m debugpy --listen 0.0.0.0:5678 -m uvicorn main:app --port 8000',
  'listen 5678/tcp on 0.0.0.0',
  'listen 8000/tcp on 127.0.0.1',
);
check('gdbserver :1234 ./a.out', 'listen 1234/tcp');
check('wait-for-it.sh db:5432 -t 30 -- node server.js --port 3000', 'connect 5432/tcp at db', 'listen 3000/tcp');
check(
  'dockerize -wait tcp://db:5432 -wait http://web:80 -timeout 20s node app --port 81',
  'connect 5432/tcp at db',
  'connect 80/tcp at web',
  'listen 81/tcp',
);
check('wait-on tcp:3000 http-get://localhost:8000/x && foo', 'connect 3000/tcp', 'connect 8000/tcp at localhost');
check('lsof -i :3000', 'label 3000/tcp');
check('lsof -ti:3001 | xargs kill', 'label 3001/tcp');
check('kill-port 3000', 'label 3000/tcp');
check('fuser -k 3000/tcp', 'label 3000/tcp');
check('redis-server --port 6380 --bind 0.0.0.0', 'listen 6380/tcp on 0.0.0.0');
check('redis-server /etc/redis.conf --requirepass x');
check('postgres -p 5433', 'listen 5433/tcp');
check('prometheus --web.listen-address=:9091 --storage.tsdb.retention=15', 'listen 9091/tcp');
check('docker run prom/prometheus --web.listen-address=:9091', 'listen 9091/tcp in prometheus');
check(
  'etcd --listen-client-urls http://0.0.0.0:2379 --advertise-client-urls http://etcd:2379',
  'listen 2379/tcp on 0.0.0.0',
  'advertise 2379/tcp at etcd',
);
check('minio server /data --address ":9000" --console-address ":9001"', 'listen 9000/tcp', 'listen 9001/tcp');
check(
  'traefik --entrypoints.web.address=:80 --entrypoints.udp.address=:53/udp --api.insecure=true',
  'listen 80/tcp',
  'listen 53/udp',
);
check('sh -c "uvicorn a:b --port ${PORT:-8080}"', 'listen $PORT:8080/tcp on 127.0.0.1');
check("bash -lc 'exec gunicorn -b :$PORT app'", 'listen $PORT/tcp');
check('tini -- node server --port 99999', 'listen !99999/tcp');
check('gosu postgres postgres -p 5433', 'listen 5433/tcp');
check("timeout 30 bash -c 'until nc -z db 5432; do sleep 1; done'", 'connect 5432/tcp at db');
check('mongod --port 27018 --bind_ip_all', 'listen 27018/tcp');
check('kafka-topics.sh --bootstrap-server kafka:9092 --list', 'connect 9092 at kafka');
check('grpc_health_probe -addr=:50051', 'connect 50051/tcp');
check('cmd /c next dev -p 3002', 'listen 3002/tcp');
check('start-server-and-test dev http://localhost:3000 cy:run', 'connect 3000/tcp at localhost');
check('ngrok http 3000', 'connect 3000/tcp');
check('vite --host --port 3000', 'listen 3000/tcp');
check('serve -s build -l 3000', 'listen 3000/tcp');
check('http-server -p 8081 ./dist', 'listen 8081/tcp');
check('hugo server -D -p 1314 --bind 0.0.0.0', 'listen 1314/tcp on 0.0.0.0');
check('caddy reverse-proxy --from :8080 --to localhost:9000', 'listen 8080/tcp', 'connect 9000/tcp at localhost');
check('cloudflared tunnel --url http://localhost:3000', 'connect 3000/tcp at localhost');
check('chrome --remote-debugging-port=9222', 'listen 9222');
check('app --timeout 5000 --max-age 3600 --size 8080 file.ts:10:5 12:30 redis:7');
check('echo "hello http://localhost:80"');
check('echo "_APP_DB_PORT=3306" >> $GITHUB_ENV', 'connect 3306/tcp');
check('echo "PORT=is 80"');
check('for port in 8080 8081; do true; done', 'listen 8080', 'listen 8081');
check('for item in 8080 8081; do true; done');
check('docker run $ARGS -p 80:81 nginx', 'publish 80/tcp in nginx', 'target 81/tcp in nginx');
check('--remote-debugging-port=9222 --http-port 80', 'listen 9222', 'listen 80/tcp');
check("sed -i 's|DB_PORT=.*|DB_PORT=3307|' .env", 'connect 3307/tcp');
check("sed -i 's/a/b/' f; sed s,80,81,g f");
check("sed 's/^port.*/port = 5433/' f", 'listen 5433');
check('helm install x --set service.port=80,service.targetPort=9000', 'listen 80/tcp', 'connect 9000/tcp');
check('curl --retry-delay 5 web:9200/health', 'connect 9200/tcp at web');
check('ipfs config Addresses.API /ip4/127.0.0.1/tcp/5002', 'connect 5002/tcp at 127.0.0.1');
check('sshpass -p secret ssh -p 2226 u@h', 'connect 2226/tcp at h');
check('ansible-playbook -i hosts site.yml -e "ansible_port=2225 http_port=81"', 'listen 2225/tcp', 'listen 81/tcp');
check('kubectl create configmap c --from-literal=N8N_PORT=5678', 'listen 5678/tcp');
check('dnsmasq -p 5353', 'listen 5353/udp');
check('dig @127.0.0.1 -p 5353 x', 'connect 5353/udp');
check('ufw allow 8080/tcp && ufw deny from any to any port 5432', 'allow 8080/tcp', 'deny 5432');
check('env PORT=9 sh -c \'x --port "$PORT"\'', 'listen 9/tcp', 'listen $PORT/tcp');
check('supervisord -c /etc/x.conf');
check('app -port 8080 -addr :9090 --db-port 5432 --db-host db', 'listen 8080', 'listen 9090', 'connect 5432/tcp');
check('app --host db --port 5432', 'connect 5432 at db');
check('start -p 80');
check('PORT=8080 HOST=x', 'listen 8080');
check('docker exec -it db psql -p 5433', 'connect 5433/tcp');
check('mongosh mongodb://a:27017,b:27018/x', 'connect 27017/tcp at a', 'connect 27018/tcp at b');
check('java -Dserver.port=$PORT -jar x.jar', 'listen $PORT/tcp');
check('solr -f -p 8983', 'listen 8983/tcp');
check(
  'qemu-system-x86_64 -nic user,hostfwd=tcp:0.0.0.0:2222-:22,hostfwd=udp::53-:53',
  'publish 2222/tcp',
  'target 22/tcp',
  'publish 53/udp',
  'target 53/udp',
);
check('busybox httpd -f -p 8080', 'listen 8080/tcp');
check('rsync -e "ssh -p 2222" a b', 'connect 2222/tcp');
check('scp -P 2222 a h:b', 'connect 2222/tcp');
check('mosquitto_sub -h broker -p 1883 -t x', 'connect 1883/tcp at broker');
check('openssl s_client -connect example.com:443', 'connect 443/tcp at example.com');
check('dockerd -H tcp://0.0.0.0:2375 -H unix:///var/run/docker.sock', 'listen 2375/tcp on 0.0.0.0');
check('docker -H tcp://h:2375 ps', 'connect 2375/tcp at h');
check('chmod 4000 x; chown 1000:1000 y; git clone git@h:22/x');
check('curl -H "Origin: http://localhost:3000" -X POST https://api:8443/x', 'connect 8443/tcp at api');
check('curl -m 5000 -d 80 host');
check('docker run --rm -v "$PWD":/src -w /src node:20 npm run dev -- --port 3000', 'listen 3000/tcp in node');
check('docker compose run -p 8080:80 web', 'publish 8080/tcp in web', 'target 80/tcp in web');
check('mysqld --port=3307 --bind-address=0.0.0.0', 'listen 3307/tcp on 0.0.0.0');
check('wait-for-it.sh -h db -p 5432 -- psql', 'connect 5432/tcp at db');
check(
  './server --http-port 8080 --grpc-addr=:50051 --metrics-listen-address 127.0.0.1:9090',
  'listen 8080/tcp',
  'listen 50051/tcp',
  'listen 9090/tcp on 127.0.0.1',
);
check('tail -f log | nc -u host 514', 'connect 514/udp at host');
check('yarn workspace web next dev -p 3005', 'listen 3005/tcp');
check('yarn install && yarn build');
check('helm upgrade x y --set service.port=8080 -p 80', 'listen 8080/tcp');
check('jupyter lab --ip=0.0.0.0 --port=8888', 'listen 8888/tcp on 0.0.0.0');
check('node -r dotenv/config server.js --inspect=9230', 'listen 9230/tcp');
check('pm2-runtime start app.js --port 3000', 'listen 3000/tcp');
check('supervisorctl -s http://localhost:9001 status', 'connect 9001/tcp at localhost');
check('python app.py 8080');
check('deno run --allow-net=:8000 x.ts', 'allow 8000/tcp');
check('nc -vzu host 514', 'connect 514/udp at host');
check('docker service update --publish-add 8080:80 web', 'publish 8080/tcp in web', 'target 80/tcp in web');
check(
  'kubectl create service nodeport n --tcp=5678:8080 --node-port=30080',
  'forward 5678/tcp on 127.0.0.1',
  'connect 8080/tcp',
  'listen 30080/tcp',
);
check('kubectl port-forward pod/x 8443:https', 'forward 8443/tcp on 127.0.0.1');
check('ssh -o Port=2200 -J jump:2223 h', 'connect 2200/tcp at h', 'connect 2223/tcp at jump');
check('curl --resolve a.com:443:127.0.0.1 --connect-to ::localhost:8443 x', 'connect 443/tcp', 'connect 8443/tcp');
check('wget -q --spider localhost:8080/health', 'connect 8080/tcp at localhost');
check('http :8000/api', 'connect 8000/tcp');
check('nc -lk 0.0.0.0 8080', 'listen 8080/tcp');
check('psql "host=h port=5433 dbname=x"', 'connect 5433/tcp at h');
check('redis-cli -u redis://r:6381/0', 'connect 6381/tcp at r');
check('java -Dhttp.proxyHost=p -Dhttp.proxyPort=3128 A', 'connect 3128/tcp');
check('java -jar selenium.jar -port 4444', 'listen 4444/tcp');
check("./gradlew bootRun --args='--server.port=8086'", 'listen 8086');
check('mvn spring-boot:run -Dspring-boot.run.arguments=--server.port=8085', 'listen 8085');
check('nmap -p 80,443,8000-8100 host', 'connect 80/tcp', 'connect 443/tcp', 'connect 8000-8100/tcp');
check('lsof -i:3000,3001 -t', 'label 3000/tcp', 'label 3001/tcp');
check("tcpdump -i any 'tcp port 80 or port 443'; tcpdump -n port 53", 'label 80', 'label 443', 'label 53');
check('docker push localhost:5000/x:1.2', 'registry 5000/tcp');
check('docker build -t localhost:5000/a:2024 --build-arg PORT=8080 .', 'registry 5000/tcp', 'listen 8080/tcp');
check('gcloud compute firewall-rules create x --allow tcp:80,tcp:8000-8080', 'allow 80/tcp', 'allow 8000-8080/tcp');
check('stunnel -d 443 -r localhost:80', 'listen 443/tcp', 'connect 80/tcp at localhost');
check('websockify --web x 6080 localhost:5901', 'listen 6080/tcp', 'connect 5901/tcp at localhost');
check('iperf3 -c host -p 5201', 'connect 5201/tcp at host');
check(': "${PORT:=8080}"', 'listen $PORT:8080');
check('echo "xdebug.remote_port = 9000" >> x.ini; echo "took = 9000"', 'connect 9000/tcp');
check('sudo ./zerotier-one -p9999 d', 'listen 9999/tcp');
check('$SUDO docker run -p 8080:80 nginx', 'publish 8080/tcp in nginx', 'target 80/tcp in nginx');
check('$DOCKER run -p 8080:80 nginx', 'publish 8080/tcp in nginx', 'target 80/tcp in nginx');
check('A="$NS ./zerotier-cli -p9996 -D$(pwd)"', 'listen 9996/tcp');
check('sqlplus me/pw@//db.local:1521/ORCL @x.sql', 'connect 1521/tcp at db.local');
check('export A="./zerotier-cli -p9996"', 'listen 9996/tcp');
check('run "docker run -d -p 53:5353/udp bind"', 'publish 53/udp in bind', 'target 5353/udp in bind');
check('say "it took 8080 -ish"; $X -p 8080');
check('CMD="docker run -p 8080:80 nginx"', 'publish 8080/tcp in nginx', 'target 80/tcp in nginx');
check('./run.sh -p 8080:80', 'publish 8080/tcp', 'target 80/tcp');
check('netsh advfirewall firewall add rule dir=in action=block protocol=UDP localport=53', 'deny 53/udp');
check('netstat -an | grep 8080; date +%H:%M; ulimit -n 65535; kill -9 8080; X=$((PORT + 1000))');
check('docker run --link db:5432 --ulimit nofile=65535:65535 img:2024; docker build -t app:8080 .');
check('tsc file.ts:10:5; [ "$x" -gt 8080 ] && [[ $PORT == 8080 ]]; head -n 80 x');
check("awk '{print $8080}' x; sed 's/80/8080/' x; chown -R 8080:8080 /data; sleep 3000; exit 80");

test('the exec form starts no shell', () => {
  const text = 'sh|-c|exec gunicorn -b :8000|80';
  const words = [...text.matchAll(/[^|]+/g)].map(word =>
    verbatim(text, spanOf(word.index, word.index + word[0].length)),
  );
  assert.deepEqual(readArguments(words).map(show), ['listen 8000/tcp']);
  assert.deepEqual(readArguments([]), []);
});

test('a setting may hold the arguments of a program', () => {
  const options = (name: string, value: string): readonly string[] =>
    readOptions(name, verbatim(value, spanOf(0, value.length))).map(show);
  assert.deepEqual(options('JAVA_OPTS', '-Xmx1g -agentlib:jdwp=server=y,address=*:5005'), [
    'listen 5005 on all interfaces',
  ]);
  assert.deepEqual(options('JAVA_OPT', '-agentlib:jdwp=server=y,address=5005'), ['listen 5005']);
  const agent = '-javaagent:/opt/jmx_prometheus_javaagent-1.0.jar=';
  assert.deepEqual(options('EXTRA_ARGS', `${agent}1234:/opt/exporter.yml`), ['listen 1234']);
  assert.deepEqual(options('EXTRA_ARGS', `${agent}127.0.0.1:1234:/x.yml`), ['listen 1234 on 127.0.0.1']);
  assert.deepEqual(options('NODE_OPTIONS', '--inspect=9229'), ['listen 9229']);
  assert.deepEqual(options('JAVA_HOME', 'x --port 9229'), []);
  assert.deepEqual(options('MONITORING', '--listen-addr=127.0.0.1:9229'), ['listen 9229 on 127.0.0.1']);
});

test('a hostile line costs neither stack nor patience', () => {
  for (const part of ['sh -c "', 'sudo ', '-p ', '-- ', 'a=1 ', 'http://', ':1', 'hostfwd=tcp:', '1,']) {
    const line = part.repeat(20_000);
    readCommandLine(verbatim(line, spanOf(0, line.length)));
  }
});
