import { refuses, renames } from '../harness/rename.ts';

const WEB = `services:
  web:
    build: .
    ports: ["8080:3000"]
`;
const at = (text: string, number: string): string => text.replace(number, `${number}‸`);

renames(
  'the published side, with what sets it and what dials it',
  '8181',
  {
    'compose.yaml': at(WEB, '8080'),
    'package.json': '{"scripts": {"open": "open http://localhost:8080"}}',
  },
  {
    'compose.yaml': WEB.replace('8080', '8181'),
    'package.json': '{"scripts": {"open": "open http://localhost:8181"}}',
  },
);
renames(
  'a client that cannot ask gets what is certain',
  '8181',
  {
    'compose.yaml': at(WEB, '8080'),
    'compose.override.yaml': 'services:\n  web:\n    ports: ["8080:3001"]\n',
    'package.json': '{"scripts": {"open": "open http://localhost:8080"}}',
  },
  {
    'compose.yaml': WEB.replace('8080', '8181'),
    'compose.override.yaml': 'services:\n  web:\n    ports: ["8181:3001"]\n',
  },
  false,
);
renames(
  'a variable is edited where it is set, and in a fallback that says the same',
  '9090',
  {
    'compose.yaml': 'services:\n  web:\n    build: .\n    ports: ["${P:-8080‸}:3000", "${Q:-8080}:3001"]\n',
    '.env': 'P=8080\nQ=7070\n',
  },
  {
    'compose.yaml': 'services:\n  web:\n    build: .\n    ports: ["${P:-9090}:3000", "${Q:-8080}:3001"]\n',
    '.env': 'P=9090\nQ=7070\n',
  },
);
renames(
  'what sets the number of one of two rivals leaves the other alone',
  '9091',
  {
    'compose.yaml':
      'services:\n  web:\n    build: .\n    ports: ["${P}:3000"]\n  b:\n    build: b\n    ports: ["9090:80"]\n',
    '.env': 'P=90‸90\n',
  },
  {
    '.env': 'P=9091\n',
  },
  false,
);
renames(
  'one variable for both sides: all that it is a port of',
  '9090',
  {
    'compose.yaml':
      'services:\n  web:\n    build: .\n    environment: [PORT]\n    ports: ["${PORT}:${PORT}"]\n  a:\n    build: a\n    environment: {URL: "http://web:8080/"}\n',
    '.env': 'PORT=80‸80\n',
  },
  {
    'compose.yaml':
      'services:\n  web:\n    build: .\n    environment: [PORT]\n    ports: ["${PORT}:${PORT}"]\n  a:\n    build: a\n    environment: {URL: "http://web:9090/"}\n',
    '.env': 'PORT=9090\n',
  },
);
renames(
  'the container side, with its Dockerfile',
  '4000',
  { 'compose.yaml': at(WEB, '3000'), Dockerfile: 'FROM node\nENV PORT=3000\nEXPOSE ${PORT}\n' },
  { 'compose.yaml': WEB.replace('3000', '4000'), Dockerfile: 'FROM node\nENV PORT=4000\nEXPOSE ${PORT}\n' },
);
renames(
  'a range',
  '8100-8102',
  { 'compose.yaml': at('services:\n  a:\n    build: .\n    ports: ["8000-8002:3000-3002"]\n', '8000') },
  { 'compose.yaml': 'services:\n  a:\n    build: .\n    ports: ["8100-8102:3000-3002"]\n' },
);
renames(
  'the port plan',
  '8181',
  { 'compose.yaml': WEB, 'portolan.json': '{"ports": {"80‸80": "web"}}' },
  { 'compose.yaml': WEB.replace('8080', '8181'), 'portolan.json': '{"ports": {"8181": "web"}}' },
);
renames('the same number changes nothing', '8080', { 'compose.yaml': at(WEB, '8080') }, {});

const foreign = (image: string, port: number): string =>
  `The program in \`${image}\` listens on ${port} by itself: change it in its own configuration. What is published on the host can be renamed`;
const POSTGRES = 'services:\n  db:\n    image: postgres:16\n    ports: ["5433:5432"]\n';

refuses('no port', '1', { 'compose.yaml': 'services:\n  ‸web:\n    build: .\n' }, 'There is no port here');
refuses('a container of another maker', '1234', { 'compose.yaml': at(POSTGRES, '5432') }, foreign('postgres:16', 5432));
refuses(
  'and who dials it',
  '1234',
  { 'compose.yaml': `${POSTGRES}  a:\n    build: .\n    environment: {DB: "postgres://db:54‸32/x"}\n` },
  foreign('postgres:16', 5432),
);
refuses(
  'port 0',
  '1',
  { 'compose.yaml': 'services:\n  a:\n    build: .\n    ports: ["0‸:80"]\n' },
  'Port 0 lets the system choose: write a number here to fix one',
);
refuses(
  'a variable of nobody',
  '1',
  { 'compose.yaml': 'services:\n  a:\n    build: .\n    ports: ["${NOBODY‸}:80"]\n' },
  '`NOBODY` is set in no file of the workspace: change it where it is set',
);
refuses(
  'a fallback that is overruled',
  '1',
  { 'compose.yaml': 'services:\n  a:\n    build: .\n    ports: ["${P:-8080‸}:80"]\n', '.env': '\nP=9000\n' },
  '8080 is not used: .env:2 sets `P` to 9000. Rename it there',
);
refuses(
  'escapes',
  '8181',
  { 'compose.yaml': 'services:\n  a:\n    build: .\n    ports: ["80\\u0038\\x30‸:80"]\n' },
  '8080 is written in a way that cannot be edited in compose.yaml:4: write it as plain digits first',
);
refuses(
  'what is no port',
  '1',
  { 'compose.yaml': at(WEB.replace('8080', '80800'), '80800') },
  'This is no port yet: correct it where it stands',
);
refuses('too high', '70000', { 'compose.yaml': at(WEB, '8080') }, '70000 is no port: numbers run from 1 to 65535');
refuses(
  'zero',
  '0',
  { 'compose.yaml': at(WEB, '8080') },
  'Port 0 lets the system choose: give a number from 1 to 65535',
);
refuses('words', 'http', { 'compose.yaml': at(WEB, '8080') }, '`http` is no port: write a number from 1 to 65535');
refuses('a range for one', '1-3', { 'compose.yaml': at(WEB, '8080') }, '8080 is one port, and 1-3 are 3: give one');
refuses(
  'another length',
  '9000-9005',
  { 'compose.yaml': 'services:\n  a:\n    build: .\n    ports: ["8000-8002‸:3000-3002"]\n' },
  '8000-8002 are 3 ports: give as many, such as 9000-9002',
);
refuses(
  'backwards',
  '9002-9000',
  { 'compose.yaml': 'services:\n  a:\n    build: .\n    ports: ["8000-8002‸:3000-3002"]\n' },
  'The range runs backwards: did you mean 9000-9002?',
);
refuses(
  'taken on the host',
  '9090',
  { 'compose.yaml': `${at(WEB, '8080')}  api:\n    build: api\n    ports: ["9090:80"]\n` },
  '9090 is taken already by `api` in compose.yaml:7: choose another port',
);
refuses(
  'taken in the container',
  '9229',
  { 'compose.yaml': 'services:\n  web:\n    build: .\n    ports: ["8080:3000‸", "9229:9229"]\n' },
  '9229 is taken already by `web` in compose.yaml:4: choose another port',
);
refuses(
  'a number that is not read as one',
  '22',
  { 'compose.yaml': 'services:\n  web:\n    build: .\n    ports:\n      - 2222:3000‸\n' },
  'compose.yaml would say something else then: quote what stands there first, or choose another',
);
refuses(
  'one of a range',
  '22',
  { 'compose.yaml': 'services:\n  web:\n    build: .\n    ports: ["8000-8005:8000-8005", "8003‸:8003"]\n' },
  '8003 and the range in compose.yaml:4 have numbers in common: change them there, one by one',
);
refuses(
  'who only likely dials the program of another maker',
  '9191',
  {
    'compose.yaml':
      'services:\n  prom:\n    image: prom/prometheus\n    ports: ["9091:9090"]\n  grafana:\n    build: grafana\n',
    'grafana/datasources/all.yml': 'apiVersion: 1\ndatasources:\n  - name: P\n    url: http://prom:90‸90\n',
  },
  'The program in `prom/prometheus` listens on 9090 by itself: change it in its own configuration. What is published on the host can be renamed',
);
