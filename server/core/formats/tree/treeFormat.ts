import type { DocumentFacts } from '../../facts/document.ts';
import type { PortOccurrence } from '../../ports/occurrence.ts';
import { fillPlaceholders, MUSTACHE } from '../../ports/read/placeholders.ts';
import { maskTemplate } from '../../syntax/maskTemplate.ts';
import type { Scalar, Tree } from '../../syntax/tree.ts';
import { readYaml } from '../../syntax/yaml/readYaml.ts';
import { concat, type Mapped, opaque, verbatim } from '../../text/mapped.ts';
import { once } from '../../text/once.ts';
import { createCollector } from '../collector.ts';
import type { Format, FormatFacts, Source } from '../format.ts';
import { setting } from '../values/setting.ts';
import { unquotedFaults } from '../values/unquoted.ts';
import { zeroFaults } from '../zeroFaults.ts';
import { pathTrie } from './pathTrie.ts';
import type { At, Place, Reader, Scope } from './place.ts';
import { walk } from './walk.ts';

/** A format that is a table of places in a tree. */
export interface TreeFormat extends Omit<Format, 'read' | 'reads'> {
  /** The reader of the syntax. */
  readonly syntax: (text: string) => Tree;
  /** The first one that names a node reads it. */
  readonly places: readonly Place[];
  /** Reads what no place names; by default `setting`, which goes by the key's words. */
  readonly rest?: Reader | 'nothing';
  /** Keys with dots count as paths: `server.port`. */
  readonly dotted?: boolean;
  /** Upper and lower case of keys do not differ. */
  readonly anyCase?: boolean;
  /** Fills in the variables of the format. Without it, `$` and braces are text. */
  readonly fill?: (text: Mapped, scalar: Scalar) => Mapped;
  /** Covers the expressions of a template with as many characters that the syntax reads over. */
  readonly mask?: (text: string) => string;
  /** Namespace and owner of what is opened at a place; unknown by default. */
  readonly scope?: (at: At) => Scope;
  /** The places at which the program refuses 0, which means any free port to most others. */
  readonly refusesZero?: (port: PortOccurrence) => boolean;
  /** What the tree says beside its ports. `text` gives a scalar as it stands in the source, with its variables filled in. */
  readonly facts?: (
    tree: Tree,
    source: Source,
    text: (scalar: Scalar) => Mapped,
  ) => Partial<
    Pick<
      DocumentFacts,
      | 'variables'
      | 'serverBlocks'
      | 'variableSources'
      | 'references'
      | 'faults'
      | 'firewallRules'
      | 'kubernetes'
      | 'startedContainers'
    >
  >;
}

/** Names of files that something else is made from, with `{{ … }}` in whatever syntax. */
const TEMPLATE = /\.(?:j2|jinja2?|tmpl|tpl|template|gotmpl|mustache|ftl|hbs|liquid)$/i;

const UNSCOPED: Scope = { namespace: { kind: 'unknown' } };

/** Makes a format out of its table. */
export function defineTreeFormat(format: TreeFormat): Format {
  const { syntax, places, rest = setting(), dotted = false, fill, mask, scope = () => UNSCOPED } = format;
  const trie = once(() => pathTrie(places, format.anyCase === true));
  const read = (source: Source): FormatFacts => {
    const { text } = source;
    const isTemplate = TEMPLATE.test(source.path);
    const masked = mask ? mask(text) : isTemplate && syntax === readYaml ? maskTemplate(text) : text;
    const tree = syntax(masked);
    // A masked scalar is read from the text that it covers.
    const writtenIn = ({ exact, inner, mapped }: Scalar): Mapped =>
      masked === text ? mapped : exact ? verbatim(text, inner) : unmasked(mapped, text);
    const textOf = (scalar: Scalar): Mapped =>
      isTemplate ? fillPlaceholders(writtenIn(scalar), MUSTACHE) : writtenIn(scalar);
    const found = createCollector();
    const options = {
      trie: trie(),
      rest: rest === 'nothing' ? undefined : rest,
      dotted,
      found,
      text: (scalar: Scalar): Mapped => (fill ? fill(textOf(scalar), scalar) : textOf(scalar)),
      scope,
      words: source.words,
      embed: source.embed,
    };
    for (const document of tree.documents) walk(document, options);
    // Other syntaxes have no such values without an error of their own.
    const unquoted = masked === text ? unquotedFaults(text, tree.errors) : [];
    const more = format.facts?.(tree, source, options.text);
    return {
      ...more,
      occurrences: found.occurrences(),
      faults: [...found.faults(), ...(more?.faults ?? []), ...zeroFaults(format, found.occurrences()), ...unquoted],
      comments: tree.comments,
      contentStart: tree.documents[0]?.span.start ?? text.length,
      // What a template becomes is right or wrong, not what stands in it.
      syntaxErrors: masked === text ? tree.errors : [],
    };
  };
  const reads = places.map(({ where, reader }) => ({ where, what: reader.what }));
  return { ...format, reads, read };
}

/** A mask has the length of what it covers, so each part of a text has its source in its place. */
function unmasked(mapped: Mapped, source: string): Mapped {
  const { text, segments, span } = mapped;
  const parts = segments.map((segment, index) => {
    const written = text.slice(segment.at, segments[index + 1]?.at ?? text.length);
    return segment.exact ? verbatim(source, segment.span) : opaque(written, segment.span, segment.variables);
  });
  return concat(parts, span);
}
