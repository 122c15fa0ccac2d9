import type { Node } from '../../syntax/tree.ts';
import { isText } from '../tree/isText.ts';
import { type At, at, type Place } from '../tree/place.ts';
import { command } from '../values/command.ts';
import { connection } from '../values/connection.ts';
import { environment } from '../values/environment.ts';
import { file } from '../values/file.ts';
import { hostPort } from '../values/hostPort.ts';
import { image } from '../values/image.ts';
import { nothing } from '../values/nothing.ts';
import { port } from '../values/port.ts';
import { portKeys } from '../values/portKeys.ts';
import { TCP } from '../values/transports.ts';
import { annotation, portsInJson } from './annotation.ts';
import { containerCommand } from './containerCommand.ts';
import { dataFile } from './dataFile.ts';
import { forwardedService, isForwarded } from './forwardedService.ts';
import { inKind } from './object.ts';
import { portNumber, portOrName } from './portOrName.ts';
import { templatedSecret } from './templatedSecret.ts';

/** Of every object of the Kubernetes API, and of what operators add to it. */
export function kubernetesPlaces(): readonly Place[] {
  return [...PODS, ...SERVICES, ...POLICIES, ...ROUTES, ...MONITORS, ...TEXTS];
}

const PROBES = '{livenessProbe,readinessProbe,startupProbe}';
const isList = (_: At, node: Node): boolean => node.kind === 'list';

/** Pods, wherever their template stands. https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/ */
const PODS: readonly Place[] = [
  at('**.containerPort', portNumber('expose'), isText),
  at('**.hostPort', portNumber('publish'), isText),
  at(`**.${PROBES}.**.{httpGet,tcpSocket,grpc}.port`, portOrName('probe')),
  at('**.lifecycle.*.{httpGet,tcpSocket}.port', portOrName('probe')),
  at('**.{command,args}', containerCommand(), isText),
  at('**.env', environment(), isList),
  at('**.image', image(), isText),
];

/** https://kubernetes.io/docs/reference/kubernetes-api/service-resources/ and policy-resources */
const SERVICES: readonly Place[] = [
  at('**.spec.ports.*.port', portNumber('listen'), inKind('Service')),
  at('**.ports.*.targetPort', portOrName('connect'), isText),
  at('**.{nodePort,healthCheckNodePort}', portNumber('publish'), isText),
  at('**.subsets.*.ports.*.port', portNumber('connect'), inKind('Endpoints')),
  at('**.ports.*.port', portNumber('connect'), inKind('EndpointSlice')),
  at('**.backend.servicePort', portOrName('connect')),
  at('**.service.port.{number,name}', portOrName('connect')),
  at('**.clientConfig.service.port', portNumber('connect')),
  at('**.spec.service.port', portNumber('connect'), inKind('APIService')),
  at('**.hard', nothing(), inKind('ResourceQuota')),
];

const isPolicy = inKind(
  'NetworkPolicy',
  'GlobalNetworkPolicy',
  'ClusterNetworkPolicy',
  'AdminNetworkPolicy',
  'BaselineAdminNetworkPolicy',
  'CiliumNetworkPolicy',
  'CiliumClusterwideNetworkPolicy',
);

/** Kubernetes' own policies, Cilium's and Calico's. https://kubernetes.io/docs/concepts/services-networking/network-policies/ */
const POLICIES: readonly Place[] = [
  at('**.ports.*.{port,endPort}', portOrName('allow'), isPolicy),
  at('**.ports.*.{portNumber.port,portRange.start,portRange.end}', portNumber('allow'), isPolicy),
  at('**.{source,destination}.ports', port('allow', { range: ':' }), isPolicy),
  at('**.{source,destination}.notPorts', port('deny', { range: ':' }), isPolicy),
  // Many policies end at the number behind the last one, which nobody refuses.
  at('**.hostPorts.*.max', nothing(), (_, node) => node.kind === 'scalar' && node.text === '65536'),
  at('**.hostPorts.*.{min,max}', port('allow'), inKind('PodSecurityPolicy')),
  at('**.operation.{ports,notPorts}', port('allow'), inKind('AuthorizationPolicy')),
  at('**.portLevelMtls', portKeys()),
];

/** https://gateway-api.sigs.k8s.io/reference/spec/, https://istio.io/latest/docs/reference/config/networking/, Traefik */
const ROUTES: readonly Place[] = [
  at('**.listeners.*.port', portNumber('listen'), inKind('Gateway', 'ListenerSet', 'XListenerSet')),
  at('**.{backendRefs,backendRef,parentRefs}.**.port', portNumber('connect')),
  at('**.servers.*.port.{number,targetPort}', port('listen', TCP)),
  at('**.servers.*.port.name', nothing()),
  at('**.port.number', port('connect', TCP)),
  at('**.ports.*.number', port('connect', TCP), inKind('ServiceEntry')),
  at('**.endpoints.*.ports.*', port('connect', TCP), inKind('ServiceEntry')),
  at('**.match.*.port', port('connect', TCP), inKind('VirtualService')),
  at('**.routes.*.services.*.port', portOrName('connect')),
];

const isMonitor = inKind('ServiceMonitor', 'PodMonitor');

/** https://prometheus-operator.dev/docs/api-reference/api/ */
const MONITORS: readonly Place[] = [
  at('**.{endpoints,podMetricsEndpoints}.*.{port,targetPort,portNumber}', portOrName('connect'), isMonitor),
  at('**.{staticConfigs,static_configs}.*.targets', hostPort('connect', TCP)),
  at('**.prober.url', hostPort('connect', TCP)),
  at('**.spec.groups', nothing(), inKind('PrometheusRule')),
];

const TEXTS: readonly Place[] = [
  at('**.{data,tcp,udp}.*', forwardedService(), isForwarded),
  at('**.data.*', dataFile(), inKind('ConfigMap')),
  at('**.stringData.*', dataFile()),
  at('**.data.*', templatedSecret(), inKind('Secret')),
  at('**.binaryData', nothing()),
  at('**.annotations.prometheus\\.io/port', port('connect', TCP)),
  at('**.annotations.*/listen-ports', portsInJson('listen')),
  at('**.annotations.cloud\\.google\\.com/{neg,backend-config,app-protocols}', portsInJson('expose')),
  at('**.annotations.*/ssl-redirect', port('advertise', TCP)),
  at('**.annotations.kubectl\\.kubernetes\\.io/last-applied-configuration', nothing()),
  at('**.annotations.*', annotation()),
  at('**.script.source', command()),
  at(
    '**.helm.values',
    file(() => 'values.yaml'),
  ),
  at('**.{labels,matchLabels,managedFields}', nothing()),
  at('**.{clientConfig.url,destination.server,cluster.server}', connection()),
];
