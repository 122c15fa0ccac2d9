import type { PortRange } from '../../../../registry/port.ts';
import type { DocumentFacts } from '../../facts/document.ts';
import type { PortOccurrence } from '../../ports/occurrence.ts';
import { settingWords } from '../../ports/read/settingName.ts';
import { onceEach } from '../../text/onceEach.ts';
import { dirname, isInside } from '../../text/path.ts';
import type { Span } from '../../text/span.ts';
import type { Snapshot } from '../snapshot.ts';
import type { ComposeProject, ProjectService } from './composeProject.ts';
import { projectOf } from './projectOf.ts';
import { type ServiceNetwork, serviceNetwork } from './serviceNetwork.ts';

/** A place in a file that names a service of a compose project as a host, with a port. */
export interface Dialled {
  readonly occurrence: PortOccurrence;
  readonly range: PortRange;
  readonly host: string;
  /** Where the host stands, if it stands right before the port. */
  readonly hostSpan: Span | undefined;
  readonly project: ComposeProject;
  /** Undefined where the file only lies beside the project. */
  readonly caller: ProjectService | undefined;
  readonly target: ProjectService;
}

/** Somebody who has the file: a service as which it asks. */
interface Asker {
  readonly project: ComposeProject;
  readonly caller: ProjectService | undefined;
}

/**
 * Every place of a file where a service of a project is dialled by its name, once for each service that dials there: in
 * the compose file, in variables, and in files that services have. `beside` takes in a file that merely lies in the folder
 * of a project, as configuration does that a script copies.
 */
export function dialledIn(workspace: Snapshot, facts: DocumentFacts, beside = false): readonly (readonly Dialled[])[] {
  const candidates = facts.occurrences.filter(({ role }) => DIALS.has(role));
  if (candidates.length === 0) return [];
  const networkOf = onceEach(serviceNetwork);
  const project = facts.compose && projectOf(workspace, facts.path);
  const outside = facts.compose ? [] : askers(workspace, facts, beside);
  if (!project && outside.length === 0) return [];
  const values = new Map(outside.length > 0 ? facts.variables.map(({ name, value }) => [name, value.text]) : []);
  return candidates.flatMap(occurrence => {
    const own = occurrence.owner?.kind === 'service' ? occurrence.owner.name : '';
    const caller = project && networkOf(project).service(own);
    const asking =
      project && caller ? [{ project, caller }] : outside.filter(each => !isReplaced(values, occurrence, each));
    const found = asking.flatMap(asker => dialledAt(workspace, facts, occurrence, asker, networkOf(asker.project)));
    return found.length > 0 ? [found] : [];
  });
}

/** The number beside `DB_HOST` may be told as one that is listened on. */
const DIALS: ReadonlySet<PortOccurrence['role']> = new Set(['connect', 'probe', 'listen']);

function askers(workspace: Snapshot, { path }: DocumentFacts, beside: boolean): readonly Asker[] {
  const users = workspace.usersOf(path).map(({ project, service }) => ({ project, caller: service }));
  if (users.length > 0 || !beside) return users;
  const around = workspace.projects().filter(({ id }) => isInside(path, dirname(id)));
  const nearest = Math.max(...around.map(({ id }) => dirname(id).length));
  return around.filter(({ id }) => dirname(id).length === nearest).map(project => ({ project, caller: undefined }));
}

/** What a service's `environment` sets goes before its `env_file`. */
function isReplaced(values: ReadonlyMap<string, string>, { path }: PortOccurrence, { caller }: Asker): boolean {
  const name = `${path.at(-1)}`;
  const own = values.get(name);
  const known = caller?.variables.get(name);
  return own !== undefined && known !== undefined && known !== own;
}

function dialledAt(
  workspace: Snapshot,
  facts: DocumentFacts,
  occurrence: PortOccurrence,
  { project, caller }: Asker,
  network: ServiceNetwork,
): readonly Dialled[] {
  const written = occurrence.role === 'listen' ? undefined : writtenHost(facts, occurrence);
  const host = written?.host ?? (caller && pairedHost(occurrence, caller));
  const target = host === undefined ? undefined : network.serviceAt(host, caller);
  if (host === undefined || !target || target === caller) return [];
  const { range } = workspace.resolve(facts.path, occurrence);
  return range ? [{ occurrence, range, host, hostSpan: written?.span, project, caller, target }] : [];
}

/** A host that came out of a variable may be another one than its fallback. */
function writtenHost(
  { text }: DocumentFacts,
  { host, span, expression, token }: PortOccurrence,
): { readonly host: string; readonly span: Span | undefined } | undefined {
  if (host === undefined || host === '') return undefined;
  const end = (expression ?? span).start - 1;
  const start = end - host.length;
  if (text.slice(start, end) === host && text[end] === ':') return { host, span: { start, end } };
  return text.slice(token.start, token.end).includes('$') ? undefined : { host, span: undefined };
}

/** `DB_HOST` beside `DB_PORT`. */
export function pairedHost({ path, host }: PortOccurrence, { variables }: ProjectService): string | undefined {
  const name = path.at(-1);
  if (host !== undefined || typeof name !== 'string' || settingWords(name).at(-1) !== 'port') return undefined;
  const stem = name.slice(0, -'port'.length);
  const isUpper = name.endsWith('PORT');
  for (const ending of HOST_ENDINGS) {
    const found = variables.get(stem + (isUpper ? ending.toUpperCase() : ending));
    if (found !== undefined) return found;
  }
  return undefined;
}

const HOST_ENDINGS = ['host', 'hostname', 'server', 'addr', 'address'];
