import { refuses, renames } from '../harness/rename.ts';

const POD = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
      - name: web
        image: me/web
        ports:
        - {name: http, containerPort: 8080}
        - {name: admin, containerPort: 9000}
        livenessProbe: {httpGet: {port: http}}
        readinessProbe: {httpGet: {port: 8080}}
`;
const service = (port: string): string => `apiVersion: v1
kind: Service
metadata: {name: api}
spec:
  selector: {app: web}
  ports:
  - ${port}
`;
const ingress = (port: string): string => `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: site}
spec:
  defaultBackend: {service: {name: api, port: ${port}}}
`;
const at = (text: string, mark: string): string => text.replace(mark, `${mark}‸`);

renames(
  'a container port: what names it stays as it is',
  '8181',
  { 'web.yaml': at(POD, 'containerPort: 80'), 'svc.yaml': service('{port: 80, targetPort: http}') },
  { 'web.yaml': POD.replaceAll('8080', '8181') },
);
renames(
  'a target by number',
  '8181',
  { 'web.yaml': POD, 'svc.yaml': at(service('{port: 80, targetPort: 8080}'), 'targetPort: 80') },
  { 'web.yaml': POD.replaceAll('8080', '8181'), 'svc.yaml': service('{port: 80, targetPort: 8181}') },
);
renames(
  'a Service and its Ingress',
  '81',
  {
    'web.yaml': POD,
    'svc.yaml': at(service('{port: 80, targetPort: http}'), 'port: 80'),
    'ingress.yaml': ingress('{number: 80}'),
  },
  { 'svc.yaml': service('{port: 81, targetPort: http}'), 'ingress.yaml': ingress('{number: 81}') },
);
renames(
  'a Service without a target, whose number is that of its pods',
  '8181',
  {
    'web.yaml': at(POD, 'containerPort: 80'),
    'svc.yaml': service('{port: 8080}'),
    'ingress.yaml': ingress('{number: 8080}'),
  },
  {
    'web.yaml': POD.replaceAll('8080', '8181'),
    'svc.yaml': service('{port: 8181}'),
    'ingress.yaml': ingress('{number: 8181}'),
  },
);
renames(
  'a name, from where it is used',
  'www',
  { 'web.yaml': POD, 'svc.yaml': at(service('{port: 80, targetPort: http}'), 'targetPort: ht') },
  {
    'web.yaml': POD.replaceAll('http}', 'www}').replace('name: http', 'name: www'),
    'svc.yaml': service('{port: 80, targetPort: www}'),
  },
);
renames(
  'a name, from where it is defined',
  'www',
  { 'web.yaml': at(POD, 'name: http'), 'svc.yaml': service('{port: 80, targetPort: http}') },
  {
    'web.yaml': POD.replaceAll('http}', 'www}').replace('name: http', 'name: www'),
    'svc.yaml': service('{port: 80, targetPort: www}'),
  },
);
renames(
  'the name of a port of a Service',
  'shop-site',
  { 'svc.yaml': at(service('{port: 80, name: site}'), 'name: si'), 'ingress.yaml': ingress('{name: site}') },
  {
    'svc.yaml': service('{port: 80, name: shop-site}'),
    'ingress.yaml': ingress('{name: shop-site}'),
  },
);

const NOT_IN_PODS =
  'is no name of a port: up to 15 of a-z, 0-9 and -, with a letter, and no - at an end or beside another';
for (const name of ['Http', '8080', 'http--x', '-http', 'a-name-that-is-long', ''])
  refuses(`the name ${name}`, name, { 'web.yaml': at(POD, 'name: http') }, `\`${name}\` ${NOT_IN_PODS}`);
refuses(
  'a name that is taken',
  'admin',
  { 'web.yaml': at(POD, 'name: http') },
  '`admin` is the name of a port in web.yaml:14: choose another',
);
refuses(
  'a name of nobody',
  'www',
  { 'svc.yaml': at(service('{port: 80, targetPort: http}'), 'targetPort: ht') },
  'Nothing tells which port this name stands for',
);
refuses(
  'a number that another port of the pod has',
  '9000',
  { 'web.yaml': at(POD, 'containerPort: 80') },
  '9000 is taken already by `web` in web.yaml:14: choose another port',
);
refuses(
  'the port of an image that is known',
  '5433',
  { 'db.yaml': at(POD.replace('me/web', 'postgres:16').replaceAll('8080', '5432'), 'containerPort: 54') },
  'The program in `postgres` listens on 5432 by itself: change it in its own configuration. What is published on the host can be renamed',
);
refuses(
  'a container port of an image of others, which a Service sends to',
  '5433',
  {
    'web.yaml': at(POD.replace('me/web', 'postgres:17').replace('8080}', '5432}'), 'containerPort: 54'),
    'svc.yaml': service('{port: 80, targetPort: 5432}'),
  },
  'The program in `postgres` listens on 5432 by itself: change it in its own configuration. What is published on the host can be renamed',
);
