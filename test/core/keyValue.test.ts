import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  INI,
  type KeyValueDialect,
  MYCNF,
  POSTGRES,
  PROPERTIES,
  SETTINGS,
  SYSCTL,
  SYSTEMD,
} from '../../server/core/syntax/keyValue/dialects.ts';
import { readKeyValue } from '../../server/core/syntax/keyValue.ts';
import type { Node, Scalar } from '../../server/core/syntax/tree.ts';
import { originOf } from '../../server/core/text/mapped.ts';
import { unmark } from '../harness/marks.ts';

/** A section is `[name]` before its entries, and a value that is missing is left out. */
function written(node: Node | undefined): string[] {
  if (node?.kind !== 'map') return [];
  return node.entries.flatMap(({ key, value }) => {
    if (value?.kind === 'map') return [`[${key.text}]`, ...written(value)];
    return [value?.kind === 'scalar' ? `${key.text}=${value.text}` : key.text];
  });
}

/** The entries of a text, documents parted by `---`. The marks are the comments, in their order. */
function check(dialect: KeyValueDialect, marked: string, ...expected: string[]): void {
  test(JSON.stringify(marked), () => {
    const { text, spans } = unmark(marked);
    const { documents, comments } = readKeyValue(text, dialect);
    const shown = documents.flatMap((document, index) => [...(index > 0 ? ['---'] : []), ...written(document)]);
    assert.deepEqual(shown, expected);
    const slices = comments.map(({ span }) => text.slice(span.start, span.end));
    assert.deepEqual(
      slices,
      spans.map(({ start, end }) => text.slice(start, end)),
    );
    for (const { span, alone } of comments) {
      const line = text.slice(text.lastIndexOf('\n', span.start - 1) + 1, span.start);
      assert.equal(alone, line.trim() === '');
    }
  });
}

function onlyValue(text: string, dialect: KeyValueDialect): Scalar {
  const [document] = readKeyValue(text, dialect).documents;
  const value = document?.kind === 'map' ? document.entries[0]?.value : undefined;
  const found = value?.kind === 'map' ? value.entries[0]?.value : value;
  assert.ok(found?.kind === 'scalar');
  return found;
}

/** The outer mark is the span of the first value, the inner one is without its quotes. */
function spans(dialect: KeyValueDialect, marked: string, style: Scalar['style'], exact: boolean): void {
  test(`spans of ${JSON.stringify(marked)}`, () => {
    const { text, spans: marks } = unmark(marked);
    const value = onlyValue(text, dialect);
    const [span, inner = span] = marks.map(({ start, end }) => ({ start, end }));
    assert.deepEqual([value.span, value.inner, value.style, value.exact], [span, inner, style, exact]);
    assert.equal(value.mapped.text, value.text);
    if (exact) assert.equal(text.slice(value.inner.start, value.inner.end), value.text);
  });
}

/** The part of the first value is found at the mark. */
function place(dialect: KeyValueDialect, marked: string, part: string): void {
  test(`${part} in ${JSON.stringify(marked)}`, () => {
    const { text, spans: marks } = unmark(marked);
    const value = onlyValue(text, dialect);
    const at = value.text.indexOf(part);
    const { span } = originOf(value.mapped, at, at + part.length);
    assert.ok(at >= 0);
    assert.deepEqual(
      [span],
      marks.map(({ start, end }) => ({ start, end })),
    );
  });
}

function errors(dialect: KeyValueDialect, marked: string): void {
  test(`errors of ${JSON.stringify(marked)}`, () => {
    const { text, spans: marks } = unmark(marked);
    const found = readKeyValue(text, dialect).errors.map(({ span }) => span);
    assert.deepEqual(
      found,
      marks.map(({ start, end }) => ({ start, end })),
    );
  });
}

check(INI, '');
check(INI, '\uFEFFa=1', 'a=1');
check(INI, 'a = 1\nb: 2\r\nc=3\r\n', 'a=1', 'b=2', 'c=3');
check(INI, 'a=b=c:d', 'a=b=c:d');
check(INI, 'bind = 0.0.0.0:8000', 'bind=0.0.0.0:8000');
check(INI, 'bind = [::]:8000', 'bind=[::]:8000');
check(INI, '[core]\n\tbare = false\n\tport = 1\n[a]\n', '[core]', 'bare=false', 'port=1', '[a]');
check(INI, 'x=1\n[program:web]\ny=2\n[program:web]\ny=3', 'x=1', '[program:web]', 'y=2', '[program:web]', 'y=3');
check(INI, '[socket "x"]\n[ a b ]\n[a[0]]', '[socket "x"]', '[a b]', '[a[0]]');
check(INI, '[a] ⟦; why [b]⟧\nx=1', '[a]', 'x=1');
check(INI, '⟦; a=1⟧\n  ⟦# b=2⟧\r\nc=3', 'c=3');
check(INI, 'a=1 ⟦; why⟧\nb=2;3\nc=4\t⟦# 5 ; 6⟧\nd=#7', 'a=1', 'b=2;3', 'c=4', 'd=#7');
check(INI, 'a=\nb =  \nc\nd ⟦# = 1⟧\ne = ⟦; 1⟧\nf=""', 'a', 'b', 'c', 'd', 'e', 'f=');
check(INI, 'a=" 1 ; 2 " ⟦; 3⟧\nb=\'x\'\nc="x" "y"', 'a= 1 ; 2 ', 'b=x', 'c="x" "y"');
check(INI, 'a="C:\\"\nb=2', 'a=C:\\', 'b=2');
check(INI, 'a = "1\nb = 2', 'a=1', 'b=2');
check(INI, '[a\nb=1', '[a]', 'b=1');
check(INI, '= 1', '=1');

// Lines that go on.
check(INI, 'a =\n  x:1\n  y:2\nb=3', 'a=x:1\ny:2', 'b=3');
check(INI, 'a =\n    b=1\n    c=2\nd=3', 'a=b=1\nc=2', 'd=3');
check(INI, 'environment=A="1",\n  B="2"\nx=1', 'environment=A="1",\nB="2"', 'x=1');
check(
  INI,
  'command=web ⟦; run⟧\n  --port 80 ⟦; at⟧\n\n  ⟦# or⟧\n  --port 81\n⟦# end⟧\nx=1',
  'command=web\n--port 80\n--port 81',
  'x=1',
);
check(INI, 'a = 1\n  b = 2\n  c = 3', 'a=1', 'b=2', 'c=3');
check(INI, '  a = 1\n  2\n b = 3', 'a=1', '2', 'b=3');
check(INI, '[a]\n  [b]\n  c=1', '[a]', '[b]', 'c=1');
check(INI, 'a\n  b', 'a', 'b');
check(INI, 'a=1\n  ⟦# 2⟧', 'a=1');

check(PROPERTIES, 'a=1\nb:2\nc 3\nd  =  4\ne\tf=5\ng', 'a=1', 'b=2', 'c=3', 'd=4', 'e=f=5', 'g');
check(PROPERTIES, '⟦# a=1⟧\n ⟦! b=2⟧\nc=3 # 4 ; 5', 'c=3 # 4 ; 5');
check(PROPERTIES, 'url=http\\://x\\:80/\na\\:b\\ c=1', 'url=http://x:80/', 'a:b c=1');
check(PROPERTIES, 'a=\\u0041\\t\\q\\u00G1\nb=\\\\', 'a=A\tqu00G1', 'b=\\');
check(PROPERTIES, 'a=x:1,\\\n   y:2,\\\r\n  # 3\nb=2', 'a=x:1,y:2,# 3', 'b=2');
check(PROPERTIES, 'a=x \\\n  -p 1\nb=\\', 'a=x -p 1', 'b');
check(PROPERTIES, 'a=1\\\\\nb=2', 'a=1\\', 'b=2');
check(PROPERTIES, '[a]=1', '[a]=1');
check(PROPERTIES, 'a="1"', 'a="1"');
check(PROPERTIES, 'a=1\n⟦#---⟧\na=2\n⟦!---⟧\n⟦#---⟧\nb=3', 'a=1', '---', 'a=2', '---', 'b=3');

check(
  SYSTEMD,
  '[Socket]\nListenStream=80\nListenStream=81 # 82\nListenStream=',
  '[Socket]',
  'ListenStream=80',
  'ListenStream=81 # 82',
  'ListenStream',
);
check(
  SYSTEMD,
  '[Service]\nExecStart=/a \\\n  -p 80 \\\n  ⟦# why⟧\n⟦; x=1⟧\n  -q 81\nUser=b',
  '[Service]',
  'ExecStart=/a -p 80 -q 81',
  'User=b',
);
check(SYSTEMD, 'A="b" "c=1"\nB="x"', 'A="b" "c=1"', 'B="x"');
check(SYSTEMD, 'A=1 \\\n⟦# b⟧', 'A=1');
check(SYSTEMD, 'A=1 \\\n\nB=2', 'A=1', 'B=2');
check(SYSTEMD, 'A=[::]:80', 'A=[::]:80');

check(
  MYCNF,
  '[mysqld]\nport=3306⟦#x⟧\nskip-networking\nbind = "a#b" ⟦# c⟧\n⟦;x⟧',
  '[mysqld]',
  'port=3306',
  'skip-networking',
  'bind=a#b',
);
check(MYCNF, "a='x\\ty\\sz\\q'\nb=\"it's\"\nc=a\\\\b", 'a=x\ty z\\q', "b=it's", 'c=a\\b');
check(MYCNF, '!includedir /etc/mysql/', '!includedir /etc/mysql/');

check(POSTGRES, 'port = 5432\nPort 5433\nport=5434⟦#x⟧\n⟦#port = 5435⟧', 'port=5432', 'port=5433', 'port=5434');
check(POSTGRES, "a = 'it''s \\' # 1' ⟦# 2⟧\nb 'x'\nc\nd ⟦# e⟧", "a=it's ' # 1", 'b=x', 'c', 'd');
check(POSTGRES, "primary_conninfo='host=a port=5433'", 'primary_conninfo=host=a port=5433');

check(
  SYSCTL,
  'listeners.tcp.1 = 127.0.0.1:5672 ⟦# x⟧\n⟦# a = 1⟧\n-net.x=1 2',
  'listeners.tcp.1=127.0.0.1:5672',
  '-net.x=1 2',
);

check(
  SETTINGS,
  'port = 80; ⟦// why⟧\nb 81;⟦// c⟧\nc=82,\n⟦// d=83⟧\ne = "x"; ⟦// f⟧',
  'port=80',
  'b=81',
  'c=82',
  'e=x',
);
check(SETTINGS, '{\n "GamePort": 8766,\n}', '{', 'GamePort=8766', '}');
check(
  SETTINGS,
  'sv_port 8303\nnet_port "8304" ⟦# x⟧\nServer Port = 8305\nquit',
  'sv_port=8303',
  'net_port=8304',
  'Server Port=8305',
  'quit',
);
check(SETTINGS, 'url = http://x:80/ ⟦; y⟧\na ⟦// b = 1⟧', 'url=http://x:80/', 'a');

check(
  SETTINGS,
  'listen 10.0.0.1:80\nServer Port: 81\nport:82\nurl http://x:83/',
  'listen=10.0.0.1:80',
  'Server Port=81',
  'port=82',
  'url=http://x:83/',
);
spans(SETTINGS, 'port: ⟦"⟦80⟧"⟧, // x', 'double', true);
spans(INI, 'a = ⟦8080⟧  ; b', 'plain', true);
spans(INI, 'a = ⟦"⟦80⟧"⟧', 'double', true);
spans(INI, "[x]\r\na:⟦'⟦80⟧'⟧\r\n", 'single', true);
spans(INI, 'a =\n    ⟦x:80⟧\n', 'plain', true);
spans(INI, 'a = ⟦x\n  y⟧ \n', 'plain', false);
spans(INI, 'a = ⟦"⟦80⟧⟧', 'double', true);
spans(INI, 'a = ⟦"⟦⟧"⟧', 'double', true);
spans(PROPERTIES, 'a = ⟦x\\:80⟧', 'plain', false);
spans(PROPERTIES, 'a = ⟦80⟧\\\n', 'plain', true);
spans(MYCNF, 'a = ⟦C:\\Qx⟧', 'plain', true);
spans(POSTGRES, "a = ⟦'⟦x''y⟧'⟧", 'single', false);

place(INI, 'a =\n x:80\n y:⟦81⟧', '81');
place(PROPERTIES, 'url=jdbc\\:x\\://h\\:⟦80⟧/', '80');
place(PROPERTIES, 'url=a⟦\\:⟧80', ':');
place(PROPERTIES, 'url=a\\\n   b:⟦80⟧', '80');
place(SYSTEMD, '[S]\nExec=a \\\n  -p ⟦80⟧ \\\n  -q', '80');
place(POSTGRES, "a = 'it''s port=⟦80⟧'", '80');

errors(INI, '⟦[⟧a\nb=⟦"⟧c\nd="e"\nf');
errors(PROPERTIES, '[a\nb="c');

test('the spans of keys, sections and documents', () => {
  const text = '# x\n\n[ a ]\n  b = 1 ; c\n[d]\n\n';
  const { documents } = readKeyValue(text, INI);
  const shown: string[] = [];
  const visit = (node: Node | undefined): void => {
    if (!node) return;
    shown.push(text.slice(node.span.start, node.span.end));
    if (node.kind !== 'map') return;
    for (const { key, value } of node.entries) {
      shown.push(text.slice(key.span.start, key.span.end), text.slice(key.inner.start, key.inner.end));
      visit(value);
    }
  };
  visit(documents[0]);
  assert.deepEqual(shown, ['[ a ]\n  b = 1 ; c\n[d]', '[ a ]', 'a', 'b = 1', 'b', 'b', '1', '[d]', 'd', '']);
});

test('long texts of every kind take linear time', () => {
  const many = 10_000;
  const units = [
    'a=1\n',
    'a=\\\n',
    'a="\n',
    '[',
    '[a]',
    '=',
    '\\',
    "'",
    '"',
    ' ',
    '\n',
    ' #',
    ' x\n',
    '# x\n',
    'a=\n #\n',
    'x ;',
    '\\u',
    ']',
  ];
  for (const dialect of [INI, PROPERTIES, SYSTEMD, MYCNF, POSTGRES, SYSCTL, SETTINGS]) {
    for (const unit of units) {
      for (const head of ['', 'a="']) readKeyValue(head + unit.repeat(many / unit.length), dialect);
    }
  }
});
