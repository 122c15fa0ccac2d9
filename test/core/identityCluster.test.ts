import { test } from 'node:test';
import { checkSamePort } from '../harness/samePort.ts';

const check = (name: string, files: Readonly<Record<string, string>>): void =>
  void test(name, () => checkSamePort(files));

const deployment = (port: string, probe = 'http', more = ''): string => `apiVersion: apps/v1
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
        - name: http
          containerPort: ${port}
        livenessProbe: {httpGet: {port: ${probe}}}
${more}`;

const service = (ports: string): string => `apiVersion: v1
kind: Service
metadata: {name: api}
spec:
  selector: {app: web}
  ports:
${ports}`;

const ingress = (port: string): string => `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: {name: site}
spec:
  rules:
  - http:
      paths:
      - path: /
        backend:
          service:
            name: api
            port: ${port}
`;

check('a container port: probes and targets, by name', {
  'web.yaml': deployment('⟦80‸80⟧', '⟦http⟧'),
  'svc.yaml': service('  - port: 80\n    targetPort: ⟦http⟧\n'),
  'ingress.yaml': ingress('{number: 80}'),
});

check('and by number, from the target', {
  'web.yaml': deployment('⟦8080⟧', '⟦8080⟧'),
  'svc.yaml': service('  - port: 80\n    targetPort: ⟦80‸80⟧\n'),
});

check('the name itself', {
  'web.yaml': deployment('⟦8080⟧', '⟦http⟧').replace('name: http', 'name: ht‸tp'),
});

check('a Service: its Ingress and who dials it', {
  'svc.yaml': service('  - name: www\n    port: ⟦8‸0⟧\n    targetPort: 8080\n'),
  'ingress.yaml': ingress('{number: ⟦80⟧}'),
  'named.yaml': ingress('{name: ⟦www⟧}'),
  'web.yaml': deployment('8080', '8080', '        env:\n        - {name: API, value: "http://api:⟦80⟧/x"}\n'),
});

check('a Service without a target has the port of its pods', {
  'web.yaml': deployment('⟦80‸80⟧', '⟦8080⟧'),
  'svc.yaml': service('  - port: ⟦8080⟧\n'),
  'ingress.yaml': ingress('{number: 8080}'),
});

check('localhost in a pod is the pod', {
  'web.yaml': deployment(
    '⟦80‸80⟧',
    '⟦8080⟧',
    '        env:\n        - {name: SELF, value: "http://localhost:⟦8080⟧"}\n',
  ),
});

check('another folder is another application', {
  'a/web.yaml': deployment('⟦80‸80⟧', '⟦8080⟧'),
  'a/svc.yaml': service('  - port: 80\n    targetPort: ⟦8080⟧\n'),
  'b/web.yaml': deployment('8080', '8080'),
  'b/svc.yaml': service('  - port: 80\n    targetPort: 8080\n'),
});
check('the same application for several clusters: one of them is meant', {
  'east/svc.yaml': service('  - port: ⟦?‖80⟧\n    targetPort: http\n'),
  'west/svc.yaml': service('  - port: ⟦?‖80⟧\n    targetPort: http\n'),
  'edge/ingress.yaml': ingress('{number: ⟦80‸⟧}'),
});
