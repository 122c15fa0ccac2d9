import { maskGoTemplate } from './maskGoTemplate.ts';

/** Covers what Go and Jinja put into a text, so that YAML can be read over it; every offset stays. */
export function maskTemplate(text: string): string {
  const masked = maskGoTemplate(text);
  return masked.includes('{%') ? masked.replace(/\{%[^\n%]{0,500}%\}/g, found => ' '.repeat(found.length)) : masked;
}
