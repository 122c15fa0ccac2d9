/** What is wrong with the file's size or name. */
export function untidy(path: string, text: string): readonly string[] {
  const lines = text.replace(/\n$/, '').split('\n').length;
  const most = path.startsWith('test/') ? 400 : 300;
  const name = path.slice(path.lastIndexOf('/') + 1);
  return [
    ...(/\.(?:ts|mjs|js)$/.test(path) && lines > most ? [`${path} has ${lines} lines, more than ${most}`] : []),
    ...(/^(?:utils?|helpers?|common|types|misc|shared)\./.test(name) ? [`${path} is named after no idea`] : []),
  ];
}

/** Addresses that no one reads: those of RFC 2606, what people log in with, and scoped packages. */
const NOBODY = /^(?:git|user|root|admin|me|you)$|^.*@(?:[\w-]+\.)*example(?:\.(?:com|net|org))?$/i;

/** Where this was made, in pieces, as this file is looked at too. */
const WORKPLACE = new RegExp(`(?<![\\w.])${['', 'work', '(?:main|shared|\\.[a-z])'].join('/')}`);

/** What nobody who reads the repository should find: the folders of a workplace, people's addresses, private registries. */
export function indiscreet(path: string, text: string): readonly string[] {
  const found: string[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const report = (what: string): number => found.push(`${path}:${index + 1} ${what}`);
    if (WORKPLACE.test(line)) report('names a folder of the workplace');
    for (const [address, user = ''] of line.matchAll(/(?<![\w./:%@-])([\w.+-]+)@(?:[\w-]+\.)+[a-z]{2,}\b/gi)) {
      if (!NOBODY.test(user) && !NOBODY.test(address)) report(`holds the address ${address}`);
    }
    const registry = path.endsWith('package-lock.json') && /"resolved":\s*"(https?:\/\/[^/"]+)/.exec(line);
    if (registry && registry[1] !== 'https://registry.npmjs.org') report(`downloads from ${registry[1]}`);
    if (/^\s*(?:@[\w-]+:)?registry\s*=/.test(line) && /npmrc$/.test(path)) report('names a registry');
  }
  return found;
}
