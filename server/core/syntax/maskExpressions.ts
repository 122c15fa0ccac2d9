import { maskTemplate } from './maskTemplate.ts';

/** Covers `{{ port }}` and `${PORT:-8080}`, whose braces mean something to YAML in braces; every offset stays. */
export function maskExpressions(text: string): string {
  const masked = text.includes('{{') || text.includes('{%') ? maskTemplate(text) : text;
  return masked.includes('${') ? masked.replace(/\$\{[^{}\n]{0,200}\}/g, found => 'x'.repeat(found.length)) : masked;
}
