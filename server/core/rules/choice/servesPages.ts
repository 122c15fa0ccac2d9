import type { Use } from '../../../../registry/entry.ts';
import { type PortRange, showRange } from '../../../../registry/port.ts';
import { isLoopback, readAddress } from '../../ports/address.ts';
import type { PortOccurrence } from '../../ports/occurrence.ts';
import { writtenRange } from '../../ports/value.ts';
import { once } from '../../text/once.ts';
import { imageUses } from '../../workspace/containers/imageUses.ts';
import type { HostPort } from '../../workspace/hostPorts.ts';
import type { RuleContext } from '../rule.ts';
import { imageAt } from './softwareAt.ts';

/**
 * Tells where a sign says that a browser is meant to open a port: what its image is known to answer with, a URL, a health
 * check, a proxy's label, a development server, or a container port that is for HTTP nearly everywhere.
 */
export function pageServers(context: RuleContext): (taken: HostPort) => boolean {
  const isAddressed = addressed(context);
  return taken => {
    const { containerRange } = taken;
    const uses = usesBehind(context, taken);
    if (uses.length > 0) return uses.some(speaksHttp);
    return (
      isDevelopmentServer(context, taken) ||
      isAddressed(taken) ||
      (containerRange !== undefined && isUsualForHttp(context, containerRange))
    );
  };
}

/** What the known image answers with on the port behind; nothing where it is not known. */
function usesBehind(context: RuleContext, taken: HostPort): readonly Use[] {
  const image = imageAt(context, taken);
  if (image === undefined || !taken.containerRange) return [];
  return imageUses(context.registry, image, taken.containerRange).filter(({ protocols }) => protocols.includes('tcp'));
}

function speaksHttp({ purpose }: Use): boolean {
  return /\b(?:https?|web|ui|site|dashboard|console)\b/i.test(purpose) && !/websocket/i.test(purpose);
}

/** What these formats open is for browsers. */
const PAGES: ReadonlySet<string> = new Set('angular js-config launch-settings streamlit'.split(' '));

/** Programs that serve a page in development, as they stand in a script. */
const DEVELOPMENT_SERVER =
  /\b(?:vite|next|nuxi?|astro|ng serve|react-scripts|webpack(?:-dev-server| serve)|vue-cli-service|parcel|gatsby|http-server|serve|live-server|json-server|runserver|flask|uvicorn|rails s(?:erver)?|jekyll|hugo|php -S|php artisan serve|http\.server|streamlit|gradio|storybook|eleventy|svelte-kit|remix|docusaurus)\b[^|&;]*$/;

function isDevelopmentServer({ facts }: RuleContext, { occurrence, span }: HostPort): boolean {
  if (occurrence?.role !== 'listen') return false;
  if (occurrence.scheme === 'http' || occurrence.scheme === 'https' || PAGES.has(facts.format)) return true;
  const line = facts.lines.start(facts.lines.position(span.start).line);
  const before = facts.text.slice(Math.max(line, span.start - LONGEST_COMMAND), span.start);
  return DEVELOPMENT_SERVER.test(before) && !/(?:inspect|debug)\S*$/.test(before);
}

/** In characters, of a command before its port. */
const LONGEST_COMMAND = 200;

/** Tells whether some URL of the workspace leads to a port from outside, or one of its own file inside the container. */
function addressed({ workspace, facts }: RuleContext): (taken: HostPort) => boolean {
  const outside = new Map<string, boolean>();
  const inside = once(() => new Set(facts.occurrences.flatMap(pagesOf)));
  return ({ range, containerRange, owner }) => {
    const key = showRange(range);
    const known = outside.get(key) ?? workspace.at(range).some(({ occurrence }) => isLocalPage(occurrence));
    outside.set(key, known);
    return (
      known ||
      (owner !== undefined && containerRange !== undefined && inside().has(`${owner} ${showRange(containerRange)}`))
    );
  };
}

function isPage({ scheme }: PortOccurrence): boolean {
  return scheme === 'http' || scheme === 'https';
}

function isLocalPage(occurrence: PortOccurrence): boolean {
  return isPage(occurrence) && isLoopback(readAddress(occurrence.host ?? ''));
}

/** `web 8080`, of a URL that names a service, of its own health check, and of a label that a proxy reads. */
function pagesOf(occurrence: PortOccurrence): readonly string[] {
  const { owner, host, role, value } = occurrence;
  const range = writtenRange(value);
  if (!range || !(isPage(occurrence) || (role === 'target' && occurrence.path.includes('labels')))) return [];
  const isOwn = role === 'probe' || role === 'target' || isLocalPage(occurrence);
  const names = [host, isOwn ? owner?.name : undefined].filter(name => name !== undefined);
  return names.map(name => `${name} ${showRange(range)}`);
}

/** Of a program that nobody knows, the number inside tells: 80, 8080, 3000. */
function isUsualForHttp({ registry }: RuleContext, { first, last }: PortRange): boolean {
  if (first !== last) return false;
  if (
    registry
      .assigned(first, 'tcp')
      .some(({ service }) => service === 'http' || service === 'https' || service === 'http-alt')
  )
    return true;
  const uses = registry.used(first, 'tcp');
  return registry.crowd(first, 'tcp') >= CROWD && uses.filter(speaksHttp).length * 2 >= uses.length;
}

/** As many programs as agree on what a number is for, where nobody owns it. */
const CROWD = 20;
