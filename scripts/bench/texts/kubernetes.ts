import type { Project, Service } from '../project.ts';
import type { Random } from '../random.ts';
import { KEYS, upper } from '../words.ts';

/** A workload with its service, and for some an ingress. */
export function manifestText(
  random: Random,
  { name, image, port }: Service,
  { name: project, backends }: Project,
): string {
  const variables = [
    ...backends.map(
      backend => [`${upper(backend.name)}_ADDR`, `${backend.name}.${project}.svc:${backend.port}`] as const,
    ),
    ...random.some(KEYS, random.int(1, 5)).map(key => [key, `${random.int(1, 999)}`] as const),
  ];
  const parts = [
    `apiVersion: apps/v1
kind: ${random.pick(['Deployment', 'StatefulSet'])}
metadata:
  name: ${name}
  namespace: ${project}
  labels:
    app.kubernetes.io/name: ${name}
    app.kubernetes.io/part-of: ${project}
spec:
  replicas: ${random.int(1, 6)}
  selector:
    matchLabels:
      app.kubernetes.io/name: ${name}
  template:
    metadata:
      annotations:
        prometheus.io/scrape: "true"
        prometheus.io/port: "${port + 1}"
      labels:
        app.kubernetes.io/name: ${name}
    spec:
      securityContext:
        runAsUser: 1000
        fsGroup: 2000
      containers:
        - name: ${name}
          image: ${image}
          ports:
            - name: http
              containerPort: ${port}
              protocol: TCP
            - name: metrics
              containerPort: ${port + 1}
          env:
${variables.map(([key, value]) => `            - name: ${key}\n              value: "${value}"`).join('\n')}
          readinessProbe:
            httpGet:
              path: /ready
              port: ${random.pick(['http', String(port)])}
            periodSeconds: ${random.int(5, 30)}
          livenessProbe:
            tcpSocket:
              port: ${port}
            initialDelaySeconds: ${random.int(5, 60)}
          resources:
            requests:
              cpu: ${random.int(50, 500)}m
              memory: ${random.int(64, 512)}Mi`,
    `apiVersion: v1
kind: Service
metadata:
  name: ${name}
  namespace: ${project}
spec:
  type: ${random.pick(['ClusterIP', 'NodePort', 'LoadBalancer'])}
  selector:
    app.kubernetes.io/name: ${name}
  ports:
    - name: http
      port: 80
      targetPort: ${random.pick(['http', String(port)])}
    - name: metrics
      port: ${port + 1}
      targetPort: metrics`,
  ];
  if (random.chance(0.4)) parts.push(ingress(name, project));
  return `${parts.join('\n---\n')}\n`;
}

function ingress(name: string, project: string): string {
  return `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: ${name}
  namespace: ${project}
spec:
  rules:
    - host: ${name}.${project}.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: ${name}
                port:
                  number: 80`;
}

/** The values of a Helm chart. */
export function valuesText(random: Random, { apps, backends }: Project): string {
  const of = ({ name, image, port }: Service): string => `${name.replace(/-/g, '')}:
  enabled: ${random.chance(0.8)}
  replicaCount: ${random.int(1, 5)}
  image:
    repository: ${image.replace(/:[^:/]*$/, '')}
    tag: "${random.int(1, 9)}.${random.int(0, 30)}"
    pullPolicy: IfNotPresent
  # How other workloads reach it.
  service:
    type: ClusterIP
    port: ${port}
    nodePort: ${random.chance(0.2) ? random.int(30000, 32767) : '""'}
  autoscaling:
    maxReplicas: ${random.int(2, 20)}
    targetCPUUtilizationPercentage: ${random.int(50, 90)}
  nodeSelector: {}
  tolerations: []
`;
  return [...apps, ...backends].map(of).join('\n');
}
