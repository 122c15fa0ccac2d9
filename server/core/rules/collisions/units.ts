import { showRange } from '../../../../registry/port.ts';
import type { DocumentFacts } from '../../facts/document.ts';
import { addressesMeet } from '../../ports/address.ts';
import { basename, dirname, relativePath } from '../../text/path.ts';
import type { HostPort } from '../../workspace/hostPorts.ts';
import { isSample } from '../../workspace/isSample.ts';
import { rootOf } from '../../workspace/rootOf.ts';
import type { RawFinding, RuleContext } from '../rule.ts';
import { wantSame } from './bound.ts';
import { meetDualStack } from './meeting.ts';
import type { BesideMessage } from './messages.ts';

/** Sockets of systemd and containers of Quadlet that lie side by side, and are installed side by side. */
export function* unitCollisions({ facts, workspace }: RuleContext): Iterable<RawFinding<BesideMessage>> {
  if (!isUnit(facts)) return;
  const own = workspace.hostPorts(facts.path).filter(isTaken);
  if (own.length === 0 || own.length > MOST_PORTS || isSample(facts.path, rootOf(workspace, facts.path))) return;
  const folder = dirname(facts.path);
  const others = workspace.inFolder(folder).filter(other => other !== facts && isUnit(other));
  if (others.length > MOST_UNITS) return;
  for (const here of own) {
    const users = others.flatMap(other => {
      const there = workspace
        .hostPorts(other.path)
        .find(port => isTaken(port) && wantSame(here, port) && meet(facts, here, other, port));
      return there && !areAlternatives(facts, other) ? [{ other, there }] : [];
    });
    const [first] = users;
    // A number that many have is one that everybody copies.
    if (!first || users.length >= MOST_USERS) continue;
    yield {
      at: { path: facts.path, span: here.span },
      message: 'unit',
      severity: areVersions(facts, first.other) ? 'info' : 'warning',
      data: { port: showRange(here.range), other: `\`${relativePath(folder, first.other.path)}\`` },
      related: [
        {
          path: first.other.path,
          span: first.there.span,
          message: 'taken-here',
          data: { port: showRange(first.there.range) },
        },
      ],
    };
  }
}

/** A folder with more is a collection, and no machine. */
const MOST_UNITS = 200;
const MOST_PORTS = 100;
const MOST_USERS = 4;

/** Templates become units by a name that is not known; drop-ins and examples are of others. */
function isUnit({ path, format, text }: DocumentFacts): boolean {
  const name = basename(path);
  if (format === 'systemd') return /^[^@]+\.socket$/.test(name) && !/^\s*(?:ReusePort|BindToDevice)\s*=/im.test(text);
  return (
    format === 'quadlet' &&
    /^[^@]+\.(?:container|pod|kube)$/.test(name) &&
    !/^\s*(?:Network\s*=\s*(?:host|none|container:)|Pod\s*=)/im.test(text)
  );
}

function isTaken({ occurrence }: HostPort): boolean {
  const key = occurrence?.path.at(-1);
  return key === 'ListenStream' || key === 'ListenDatagram' || key === 'PublishPort';
}

function meet(facts: DocumentFacts, here: HostPort, other: DocumentFacts, there: HostPort): boolean {
  const isDual = (file: DocumentFacts): boolean =>
    file.format === 'systemd' && !/^\s*BindIPv6Only\s*=\s*ipv6-only/im.test(file.text);
  if (isDual(facts) && isDual(other)) return meetDualStack(here.address, there.address, false);
  return addressesMeet(here.address, there.address);
}

/** `windows.container` and `windows-arm.container`. */
function areVersions({ path: a }: DocumentFacts, { path: b }: DocumentFacts): boolean {
  const [short = '', long = ''] = [stem(a), stem(b)].toSorted((one, other) => one.length - other.length);
  return long.startsWith(`${short}-`);
}

function stem(path: string): string {
  return basename(path).replace(/\.\w+$/, '');
}

/** `Conflicts=` says that the two are never up at the same time. */
function areAlternatives(a: DocumentFacts, b: DocumentFacts): boolean {
  return conflictsWith(a, b) || conflictsWith(b, a);
}

function conflictsWith({ text }: DocumentFacts, { path }: DocumentFacts): boolean {
  const name = stem(path);
  return [...text.matchAll(/^\s*Conflicts\s*=(.*)$/gim)].some(([, units = '']) =>
    units.split(/\s+/).some(unit => unit.replace(/\.\w+$/, '') === name),
  );
}
