import { exposureFindings } from './exposure.ts';
import { defineRule, type Rule } from './rule.ts';

export const unauthenticatedApiPublished: Rule<'published'> = defineRule({
  id: 'unauthenticated-api-published',
  summary: 'An interface that gives control without a login, published beyond this machine',
  severity: 'error',
  minConfidence: 'certain',
  fix: 'suggested',
  since: '0.1.0',
  messages: {
    published:
      '{software} ({purpose}) of `{service}` asks for no login by default and is published on {address}, so whoever reaches port {port} controls it: publish it on 127.0.0.1, or turn on TLS with client certificates',
  },
  check: context => exposureFindings(context, ['unauthenticated-api'], 'published'),
});
