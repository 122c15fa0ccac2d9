import type { Place, Reason } from '../place.ts';
import { type Points, speakers } from './candidates.ts';
import { ROLE_SOFTWARE } from './hints.ts';
import type { Indexed } from './numberIndex.ts';
import type { PlaceWords } from './placeWords.ts';
import { WEIGHT } from './weights.ts';
import { isTelling } from './words.ts';

/** What the place says for a candidate. */
export function placePoints(
  { software, use, points, nameWords, purposeWords }: Indexed,
  words: PlaceWords,
  place: Place,
  runtime: readonly string[],
): Points {
  const { role = '' } = place;
  const named = words.named.get(software);
  const isHere = use !== undefined || points.length > 0;
  const part = named === undefined ? partWorth(nameWords, words) : 0;
  const found: (readonly [Reason, number])[] = [];
  const add = (reason: Reason, worth: number): void => {
    if (worth > 0) found.push([reason, worth]);
  };
  add('name', named === undefined ? part : isHere ? named.here : named.elsewhere);
  if (place.format !== undefined && speakers(place).includes(software)) add('format', WEIGHT.format);
  if (ROLE_SOFTWARE.get(role)?.includes(software)) add('role', WEIGHT.role);
  if (runtime.includes(software)) add('runtime', WEIGHT.runtime);
  if (use !== undefined) add('purpose', purposeWorth(purposeWords, use.category, words));
  return found;
}

/** `nginx` is NGINX before it is Nginx Proxy Manager: what the name says more than the place counts against it. */
function partWorth(own: readonly string[], { words }: PlaceWords): number {
  if (words.size === 0) return 0;
  let said = 0;
  let isTold = false;
  for (const word of own) {
    if (!words.has(word)) continue;
    said++;
    isTold ||= isTelling(word);
  }
  return isTold ? (WEIGHT.part * said) / own.length : 0;
}

function purposeWorth(purpose: readonly string[], category: string, { words, categories }: PlaceWords): number {
  if (words.size === 0) return 0;
  let said = 0;
  for (const word of purpose) if (words.has(word)) said++;
  return Math.min(WEIGHT.mostPurpose, said * WEIGHT.purpose) + (categories.has(category) ? WEIGHT.category : 0);
}
