/** What is in a file or in its name may mean something in Markdown: here it does not. */
export function markdownText(text: string): string {
  return text.replace(/[\\`*_{}[\]()<>#+!|~&]/g, '\\$&').replace(/\s+/g, ' ');
}
