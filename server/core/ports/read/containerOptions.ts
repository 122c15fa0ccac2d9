/** `NAME=value`; a name alone takes its value from where the command runs, and one with `$` from a variable. */
export function variablesOf(assignments: readonly string[]): ReadonlyMap<string, string | undefined> {
  return new Map(
    assignments.map(word => {
      const equals = word.indexOf('=');
      const value = equals < 0 ? undefined : word.slice(equals + 1);
      return [equals < 0 ? word : word.slice(0, equals), value?.includes('$') ? undefined : value];
    }),
  );
}

/** The path in the container of `source:/target:ro` or `/target`; what is not plain counts as a configuration. */
export function mountedAt(volume: string): string {
  const [, target] = /^(?:[^:]*:)?(\/[^:$]*)(?::[\w,]*)?$/.exec(volume) ?? [];
  return target ?? ANYWHERE;
}

/** The same of `type=bind,source=./a,target=/b`. */
export function targetOf(mount: string): string {
  return /(?:^|,)(?:target|destination|dst)=([^,$]+)/.exec(mount)?.[1] ?? ANYWHERE;
}

const ANYWHERE = '/etc';

/** Words as a shell parts them, without their quotes; a backslash joins lines. */
export function plainWords(text: string): readonly string[] {
  const words = text.replace(/\\\r?\n/g, ' ').match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? [];
  return words.map(word => word.replace(/["']/g, ''));
}
