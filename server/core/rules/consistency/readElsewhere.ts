import type { PortOccurrence } from '../../ports/occurrence.ts';
import { settingWords } from '../../ports/read/settingName.ts';

/**
 * True where a value is rather read by a browser or by another machine than by the container that has it: what build
 * tools put into a page, where users are sent to, from where they may come.
 */
export function isReadElsewhere({ path }: PortOccurrence): boolean {
  const own = path.filter(part => typeof part === 'string').slice(2);
  const names = own.filter(name => name !== STATIC);
  if (names.includes('labels') || names.includes('build') || names.includes('logging')) return true;
  const words = new Set(names.flatMap(settingWords));
  if (names.some(name => IN_PAGE.test(name)) || [...words].some(word => ELSEWHERE.has(word))) return true;
  return [...words].some(word => ADDRESS.has(word)) && [...words].some(word => ITSELF.has(word));
}

/** Prometheus's word for targets that stand in the file, wherever they stand. */
const STATIC = 'static_configs';

/**
 * https://vite.dev/guide/env-and-mode · https://nextjs.org/docs/app/guides/environment-variables ·
 * https://create-react-app.dev/docs/adding-custom-environment-variables/
 */
const IN_PAGE = /^(?:VITE|NEXT_PUBLIC|REACT_APP|NUXT_PUBLIC|PUBLIC|EXPO_PUBLIC|VUE_APP|GATSBY|NG_APP|STORYBOOK)_/;

const ELSEWHERE: ReadonlySet<string> = new Set(
  `origin origins cors allowed allow callback callbacks redirect redirects public external advertised advertise announce
  frontend browser client issuer csrf trusted referer referrer nextauth docs website homepage icon icons image images
  asset assets static media cdn prefix`.split(/\s+/),
);

const ADDRESS: ReadonlySet<string> = new Set(['url', 'uri', 'urls', 'domain']);

/** `APP_URL`, `BASE_URL`, `SITE_URL`: where a program itself is found. */
const ITSELF: ReadonlySet<string> = new Set(
  'app application base site root server web self ui dashboard host my own'.split(' '),
);
