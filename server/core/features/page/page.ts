import type { Port, Protocol } from '../../../../registry/port.ts';
import type { Registry } from '../../../../registry/registry.ts';
import { type PortFacts, portFacts } from '../portFacts.ts';
import { answer } from './answer.ts';
import { cautions } from './cautions.ts';
import { claims } from './claims.ts';
import { listening } from './listening.ts';
import { places, type WorkspacePlace } from './places.ts';
import type { Page, Section } from './prose.ts';
import { questions } from './questions.ts';
import { rangeMeaning } from './rangeMeaning.ts';
import { registration, remarks } from './registration.ts';
import { related } from './related.ts';
import { renderMarkdown } from './renderMarkdown.ts';
import { renderText } from './renderText.ts';
import { security } from './security.ts';
import { signs } from './signs.ts';
import { uses } from './uses.ts';

/** What surrounds a page in an editor. */
export interface PageStand {
  /** Where the port stands in the workspace. */
  readonly places: readonly WorkspacePlace[];
  /** A link to the page of another port; undefined where the host has none. */
  pageLink(port: number): string | undefined;
}

const NOWHERE: PageStand = { places: [], pageLink: () => undefined };

/** The port page in Markdown, with all that is known. */
export function markdownPage(registry: Registry, port: Port, protocol?: Protocol, stand: PageStand = NOWHERE): string {
  return renderMarkdown(pageOf(portFacts(registry, port, protocol), stand, WHOLE));
}

/** The port page for a terminal: of long lists and notes, the beginning. */
export function textPage(registry: Registry, port: Port, protocol?: Protocol): string {
  return renderText(pageOf(portFacts(registry, port, protocol), NOWHERE, SHORT));
}

interface Length {
  /** How many uses of a group are named. */
  readonly uses: number;
  /** Of a note of IANA, in UTF-16 code units. */
  readonly note: number;
}

const WHOLE: Length = { uses: Number.POSITIVE_INFINITY, note: Number.POSITIVE_INFINITY };
const SHORT: Length = { uses: 12, note: 200 };

function pageOf(facts: PortFacts, { places: at, pageLink }: PageStand, length: Length): Page {
  const sections: readonly (Section | undefined)[] = [
    answer(facts),
    registration(facts, length.note),
    remarks(facts),
    uses(facts, length.uses),
    claims(facts),
    signs(facts),
    places(at),
    cautions(facts),
    security(facts),
    rangeMeaning(facts),
    listening(facts),
    related(facts, pageLink),
    questions(facts),
  ];
  return {
    title: `Port ${facts.port}${facts.protocol === undefined ? '' : `/${facts.protocol}`}`,
    sections: sections.filter(section => section !== undefined),
  };
}
