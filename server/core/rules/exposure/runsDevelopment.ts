import type { Registry } from '../../../../registry/registry.ts';
import { basename } from '../../text/path.ts';
import type { ComposeProject, ProjectService } from '../../workspace/compose/composeProject.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { isDatastore } from '../isDatastore.ts';
import type { RuleContext } from '../rule.ts';
import { runsFromSource } from '../runsFromSource.ts';

/** True where what a project runs, and how, is of use on a developer's machine alone. */
export function runsDevelopment({ services }: ComposeProject, { workspace, registry }: RuleContext): boolean {
  return isTrialCluster(services, registry) || services.some(service => isForDevelopment(service, workspace));
}

/** `mongo1`, `mongo2`, `mongo3`: a cluster of stores whose members share a machine saves nobody, and is there to be tried. */
function isTrialCluster(services: readonly ProjectService[], registry: Registry): boolean {
  const members = new Map<string, number>();
  for (const { name, imageName } of services) {
    const stem = name.replace(NUMBER, '');
    if (imageName === undefined || stem === name) continue;
    const key = `${stem} ${imageName}`;
    const count = (members.get(key) ?? 0) + 1;
    if (count > 2 && isDatastore(registry, imageName)) return true;
    members.set(key, count);
  }
  return false;
}

const NUMBER = /(?:[-_]?\d{1,3}|[-_][a-z])$/;

function isForDevelopment(service: ProjectService, workspace: Snapshot): boolean {
  const { variables, declarations, buildTarget, isBuilt, dockerfiles } = service;
  if (
    isBuilt &&
    (DEVELOPMENT_NAME.test(buildTarget ?? '') || dockerfiles.some(file => DEVELOPMENT_NAME.test(basename(file))))
  )
    return true;
  if ([...variables].some(([name, value]) => value !== undefined && SIGNS.some(sign => sign(name, value)))) return true;
  if (runsFromSource(service)) return true;
  return declarations.some(({ path, service: { command } }) => {
    const text = workspace.facts(path)?.text;
    if (text === undefined || !command) return false;
    const words = text.slice(command.start, Math.min(command.end, command.start + LONGEST));
    const line = words.replace(/["',\s[\]]+/g, ' ');
    return DEVELOPMENT_SERVER.test(line) || OWN_BROKER.test(line);
  });
}

/** In UTF-16 units; a command may be a whole script. */
const LONGEST = 4000;

/** Of a file, a stage or a folder. */
const DEVELOPMENT_NAME = /(?:^|[-_.])(?:dev|devel|develop|development|local|debug)(?:[-_.]|$)/i;

const DEVELOPMENT_SERVER =
  /\b(?:npm (?:run )?(?:dev|start:dev|start:debug)|(?:yarn|pnpm|bun)(?: run)? (?:dev|start:dev)|manage\.py runserver|nodemon|flask run|mix phx\.server|rails (?:s|server)|artisan serve|next dev|vite|ng serve|cargo watch|dotnet watch|server -dev)\b|\s--reload\b/;

/** Redpanda's form of the advertised listeners below. */
const OWN_BROKER = /--advertise-kafka-addr[= ](?:(?! --).){0,200}?\b(?:localhost:|127\.)/;

const SIGNS: readonly ((name: string, value: string) => boolean)[] = [
  (name, value) => /(?:^|_)(?:ENV|ENVIRONMENT|PROFILES_ACTIVE)$/i.test(name) && DEVELOPMENT_NAME.test(value),
  (name, value) => /(?:^|_)DEBUG(?:_MODE)?$/i.test(name) && /^(?:1|true|on|yes|debug|develop)$/i.test(value),
  (name, value) => /(?:DB|DATABASE)$/i.test(name) && /(?:dev|development|(?:^|[-_])test)$/i.test(value),
  (name, value) => name === 'GF_AUTH_ANONYMOUS_ORG_ROLE' && value === 'Admin',
  // Whoever asks from another machine is sent to a broker on his own.
  (name, value) => /ADVERTISED_LISTENERS$/i.test(name) && /:\/\/(?:localhost|127\.)/.test(value),
];
