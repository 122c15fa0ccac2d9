import { type Line, link } from './prose.ts';

/** A reference as IANA writes it, as a link where it names a document: `RFC9110`, `draft-…`, a URL. */
export function reference(text: string): Line {
  const [, rfc, section = ''] = /^RFC(\d+)(,.*)?$/.exec(text) ?? [];
  if (rfc !== undefined) return [link(`RFC ${rfc}`, `https://www.rfc-editor.org/rfc/rfc${rfc}`), section];
  // `RFC-ietf-…-05` is a draft on its way to a number.
  const [, draft, where = ''] = /^(?:RFC-|draft-)([a-z0-9-]+?)(?:-\d\d)?(,.*)?$/.exec(text) ?? [];
  if (draft !== undefined) {
    const [, older] = /rfc(\d+)bis/.exec(draft) ?? [];
    const revised = older === undefined ? '' : ` (a revision of RFC ${older})`;
    return [link(`draft-${draft}`, `https://datatracker.ietf.org/doc/draft-${draft}/`), `${where}${revised}`];
  }
  return /^https?:\/\/[\w.-]+\.[a-z]{2,}(?:[:/]\S*)?$/i.test(text) ? [link(text, text)] : [text];
}
