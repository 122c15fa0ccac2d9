import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SaxesParser } from 'saxes';
import type { Node, Scalar } from '../../server/core/syntax/tree.ts';
import { readXml } from '../../server/core/syntax/xml.ts';
import { originOf } from '../../server/core/text/mapped.ts';
import { unmark } from '../harness/marks.ts';

/** A line for each entry, indented by its depth. */
function written(node: Node | undefined, indent = ''): string[] {
  if (node?.kind !== 'map') return [];
  return node.entries.flatMap(({ key, value }) =>
    value?.kind === 'map'
      ? [`${indent}${key.text}`, ...written(value, `${indent} `)]
      : [`${indent}${key.text}${value?.kind === 'scalar' ? `=${value.text}` : ''}`],
  );
}

/** The tree of a text that has faults, or none; the marks are where errors stand. */
function check(marked: string, ...expected: string[]): void {
  test(JSON.stringify(marked), () => {
    const { text, spans } = unmark(marked);
    const { documents, errors } = readXml(text);
    assert.deepEqual(written(documents[0]), expected);
    assert.deepEqual(
      errors.map(({ span }) => text.slice(span.start, span.end)).toSorted(),
      spans.map(({ start, end }) => text.slice(start, end)).toSorted(),
    );
  });
}

/** The same lines, put together from what saxes says of a text without faults. */
function theirs(text: string): string[] {
  interface Open {
    readonly name: string;
    readonly lines: string[];
    text: string;
  }
  const root: Open = { name: '', lines: [], text: '' };
  const open: Open[] = [root];
  const parser = new SaxesParser();
  const flush = (to: Open | undefined): void => {
    const found = to?.text.trim();
    if (to && found) to.lines.push(`#text=${found}`);
    if (to) to.text = '';
  };
  const addText = (found: string): void => {
    const last = open.at(-1);
    if (last) last.text += found;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('opentag', ({ name, attributes }) => {
    flush(open.at(-1));
    open.push({ name, lines: Object.entries(attributes).map(([key, value]) => `@${key}=${value}`), text: '' });
  });
  parser.on('closetag', () => {
    const element = open.pop();
    flush(element);
    if (!element) return;
    const [first = '', second] = element.lines;
    const leaf = first.startsWith('#text=') && second === undefined;
    const own = leaf ? [`${element.name}${first.slice('#text'.length)}`] : [element.name];
    open.at(-1)?.lines.push(...own, ...(leaf ? [] : element.lines.map(line => ` ${line}`)));
  });
  parser.on('error', error => {
    throw error;
  });
  parser.write(text).close();
  return root.lines;
}

function differential(text: string): void {
  test(`as saxes: ${JSON.stringify(text)}`, () => {
    const { documents, errors } = readXml(text);
    assert.deepEqual(errors, []);
    assert.deepEqual(written(documents[0]), theirs(text));
  });
}

/** The outer mark is the span of the first scalar, the inner one its `inner`. */
function spans(marked: string, exact: boolean): void {
  test(`spans of ${JSON.stringify(marked)}`, () => {
    const { text, spans: marks } = unmark(marked);
    const value = firstScalar(readXml(text).documents[0]);
    const [span, inner = span] = marks.map(({ start, end }) => ({ start, end }));
    assert.deepEqual([value?.span, value?.inner, value?.exact], [span, inner, exact]);
    assert.equal(value?.mapped.text, value?.text);
  });
}

function firstScalar(node: Node | undefined): Scalar | undefined {
  if (node?.kind !== 'map') return node?.kind === 'scalar' ? node : undefined;
  return firstScalar(node.entries[0]?.value);
}

function place(marked: string, part: string): void {
  test(`${part} in ${JSON.stringify(marked)}`, () => {
    const { text, spans: marks } = unmark(marked);
    const value = firstScalar(readXml(text).documents[0]);
    assert.ok(value);
    const at = value.text.indexOf(part);
    const { span } = originOf(value.mapped, at, at + part.length);
    assert.deepEqual(
      [span],
      marks.map(({ start, end }) => ({ start, end })),
    );
  });
}

function comments(marked: string, ...alone: boolean[]): void {
  test(`comments of ${JSON.stringify(marked)}`, () => {
    const { text, spans: marks } = unmark(marked);
    const found = readXml(text).comments;
    assert.deepEqual(
      found,
      marks.map(({ start, end }, index) => ({ span: { start, end }, alone: alone[index] })),
    );
  });
}

differential('<a/>');
differential('<a></a>');
differential('<a> 80 </a>');
differential('<?xml version="1.0"?>\n<!-- x -->\n<a><b>1</b><b>2</b><c/></a>\n<!-- y -->\n');
differential('<port protocol="tcp" port="8000-8010"/>');
differential(`<a b = '1'\n\tc="2"><d e=">"/></a>`);
differential('<a>1<b>2</b>3<!-- 4 -->5<c/> </a>');
differential('<a b="1">2</a>');
differential('<a>&lt;&amp;&#56;&#x30;&quot;&apos;</a>');
differential('<a b="x&amp;y">80</a>');
differential('<a><![CDATA[ <b>80</b> & ]]></a>');
differential('<a>8<![CDATA[]]>0<![CDATA[8]]></a>');
differential('<a>x <?php echo 80 ?> y</a>');
differential('<!DOCTYPE a SYSTEM "a>.dtd"><a>1</a>');
differential(`<!DOCTYPE a [<!-- ' ]> --><!ENTITY x "]>"><!ELEMENT a (#PCDATA)>]><a>1</a>`);
differential('<n:a xmlns:n="urn:x" n:b="1"><n:c>2</n:c></n:a>');
differential('<été größe="1">2</été>');
differential('<a>\n  <!-- <b>80</b> -->\n  <c\n  >1</c\n  >\n</a>');
differential('<server><Connector port="8080" protocol="HTTP/1.1"/><Connector port="8443"/></server>');
differential('<clickhouse><http_port>8123</http_port><tcp_port>9000</tcp_port></clickhouse>');

check('');
check('\uFEFF<a>1</a>', 'a=1');
check('80');
check('<a>\r\n  1\r\n</a>\r\n', 'a=1');
check('<a>&unknown; &#0; & &#xFFFFFF;</a>', 'a=&unknown; &#0; & &#xFFFFFF;');
check('<a><⟦b⟧>1</a>', 'a', ' b=1');
check('<⟦a⟧><⟦b⟧><c>1</c>', 'a', ' b', '  c=1');
check('<a>1⟦</b>⟧</a>⟦</a>⟧', 'a=1');
check('<a><b>1⟦</b⟧\n</a>', 'a', ' b=1');
check('<a/><b/>', 'a', 'b');
check('<a ⟦b⟧ c="1"/>', 'a', ' @b', ' @c=1');
check('<a b=⟦80⟧/>', 'a', ' @b=80');
check('<a b=⟦80⟧>1</a>', 'a', ' @b=80', ' #text=1');
check('<a><b c=⟦"⟧80>\n<d/></b></a>', 'a', ' b', '  @c=80', '  d');
check('<a><⟦b⟧⟦ c="80"\n⟧<d/></a>', 'a', ' b', '  @c=80', '  d');
check('<⟦a⟧⟦ ⟦b=⟧⟧', 'a', ' @b');
check('<a>1 ⟦<⟧ 2</a>', 'a=1 < 2');
check('<port>⟦<⟧%= @port %></port>', 'port=<%= @port %>');
check('<a port="<%= @port %>"/>', 'a', ' @port=<%= @port %>');
check(`<a port="{{ x | default('80') }}"/>`, 'a', " @port={{ x | default('80') }}");
check('<a>1</a>⟦<!⟧-- x', 'a=1');
check('<⟦a⟧>⟦<!⟧[CDATA[1', 'a=1');
check('⟦<?⟧xml <a/>');
check('<!DOCTYPE x\n<a>1</a>', 'a=1');
check('<!DOCTYPE x [\n<a>1</a>');

spans('<a> ⟦80⟧ </a>', true);
spans('<a b=⟦"⟦1⟧"⟧>80</a>', true);
spans("<a b = ⟦'⟦ 1 ⟧'⟧/>", true);
spans('<a> ⟦<![CDATA[ ⟦80⟧ ]]>⟧ </a>', true);
spans('<a> ⟦⟦x<!-- y --><![CDATA[80⟧]]>⟧ </a>', false);
spans('<a>\n⟦8&#48;⟧\n</a>', false);
place('<a>http://x/?a=1&amp;b=<![CDATA[2]]>:⟦80⟧</a>', '80');
place('<a>x ⟦&amp;⟧ y</a>', '&');
place('<a b="x&#58;⟦80⟧"/>', '80');

comments('⟦<!-- a -->⟧\n<a> ⟦<!-- b\n c -->⟧ <b/> ⟦<!---->⟧\n\t⟦<!-- d -->⟧</a>', true, false, false, true);
comments('\uFEFF⟦<!-- a -->⟧<a><![CDATA[<!-- b -->]]></a>', true);

test('the spans of keys, maps and the document', () => {
  const text = '<?xml version="1.0"?>\n<a x="1">\n <b>2</b> 3\n</a>\n';
  const [document] = readXml(text).documents;
  assert.ok(document?.kind === 'map');
  const slice = ({ start, end }: Node['span']): string => text.slice(start, end);
  assert.equal(slice(document.span), text.slice(text.indexOf('<a'), -1));
  const a = document.entries[0]?.value;
  assert.ok(a?.kind === 'map');
  assert.deepEqual([document.entries[0]?.key.text, slice(a.span)], ['a', slice(document.span)]);
  assert.deepEqual(
    a.entries.map(({ key }) => [key.text, slice(key.span), key.exact]),
    [
      ['@x', 'x', false],
      ['b', 'b', true],
      ['#text', '', false],
    ],
  );
});

test('deep nesting is left out', () => {
  const { documents, errors } = readXml(`${'<a>'.repeat(50_000)}1${'</a>'.repeat(50_000)}`);
  assert.equal(errors.length, 1);
  assert.equal(written(documents[0]).length, 200);
});

test('long texts of every kind take linear time', () => {
  const many = 10_000;
  const units = ['<', '<a', '<a>', '</a>', '<a/>', '<a b="', "<a b='", 'b=" ', '<!--', '<!-- -->', '<?', '<!', '<!D "'];
  const more = [
    '<![CDATA[',
    '<![CDATA[]]>',
    '&',
    '&#',
    '&amp;',
    ' ',
    '\n',
    '=',
    'a',
    'a=',
    '"',
    "'",
    '[',
    ']',
    '>',
    '/',
  ];
  for (const unit of [...units, ...more]) {
    for (const head of ['', '<a>', '<a ', '<a b="', '<!D [']) readXml(head + unit.repeat(many / unit.length));
  }
});
