import { jsonOr } from '../syntax/jsonOr.ts';
import { readYaml } from '../syntax/yaml/readYaml.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { command } from './values/command.ts';
import { environment } from './values/environment.ts';
import { image } from './values/image.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';

const MAPPED = { protocolKey: 'protocol' } as const;

/** Task definitions of ECS, Dockerrun files, App Runner and Copilot manifests. `hostPort` 0 lets ECS choose. */
export const ecs: Format = defineTreeFormat({
  id: 'ecs',
  title: 'Amazon ECS',
  documentation: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html',
  files: [
    'Dockerrun.aws.json',
    'apprunner.yaml',
    '**/copilot/**/manifest.{yml,yaml}',
    '*task{-,_}definition*.json',
    'taskdef*.json',
  ],
  languages: [],
  content: { files: ['*.json'], test: text => text.includes('"containerDefinitions"') && text.includes('"image"') },
  syntax: jsonOr(readYaml),
  places: [
    at('**.portMappings.*.{containerPort,containerPortRange}', port('target', MAPPED)),
    at('**.portMappings.*.hostPort', port('publish', MAPPED)),
    at('**.{Ports.*.ContainerPort,run.network.port,image.port,sidecars.*.port}', port('target')),
    at('**.Ports.*.HostPort', port('publish')),
    at('**.{http.target_port,http.alb.target_port,nlb.target_port}', port('connect')),
    at('**.{http.healthcheck.port,nlb.healthcheck.port}', port('probe')),
    at('**.{environment,variables}', environment()),
    at('**.healthCheck.command', command({ role: 'probe' })),
    at('**.{command,entryPoint}', command()),
    at('**.image', image()),
    at('**.{cpu,memory,memoryReservation,ulimits,logConfiguration,linuxParameters}', nothing()),
  ],
});
