/** True where a line of the text begins so: faster over a large file than a pattern with a `^` for each line. */
export function beginsLine(text: string, mark: string): boolean {
  return text.startsWith(mark) || text.includes(`\n${mark}`);
}
