type Words = readonly [string, ...string[]];

export const ADJECTIVES: Words = words(
  'quiet amber rapid hollow brave northern silent copper gentle distant lucid mellow',
);
export const NOUNS: Words = words(
  'harbour lantern orchard ledger compass meadow falcon quarry beacon thicket anchor cinder parcel invoice tracker',
);
export const VERBS: Words = words(
  'load store parse render merge resolve publish collect refresh validate encode schedule retry archive notify',
);
export const THINGS: Words = words(
  'order customer session invoice report message token payment shipment account document device event metric export',
);
export const FIELDS: Words = words(
  'id name status total createdAt updatedAt owner region currency timeout retries priority version kind transport',
);
export const KEYS: Words = words(
  'LOG_LEVEL NODE_ENV TZ SECRET_KEY CACHE_TTL FEATURE_EXPORT MAX_UPLOAD_MB SESSION_COOKIE SUPPORT_EMAIL REGION WORKERS',
);

function words(text: string): Words {
  const [first = '', ...rest] = text.split(' ');
  return [first, ...rest];
}

export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

export function upper(name: string): string {
  return name.toUpperCase().replace(/[^A-Z0-9]/g, '_');
}
