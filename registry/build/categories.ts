/** `categories.tsv`: each file of uses has its line there, and each line its file. */
export function readCategories(
  name: string,
  text: string,
  files: readonly string[],
  report: (message: string) => void,
): void {
  const known = new Set<string>();
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '' || line.startsWith('#')) continue;
    const [category = '', meaning = ''] = line.split('\t');
    if (!/^[a-z]+(-[a-z]+)*$/.test(category) || meaning === '') report(`${name}:${index + 1}: not a category: ${line}`);
    else if (!files.includes(`${category}.jsonl`))
      report(`${name}:${index + 1}: no use is of the category ${category}`);
    known.add(category);
  }
  for (const file of files) {
    if (!known.has(file.replace(/\.jsonl$/, ''))) report(`uses/${file}:1: the category does not stand in ${name}`);
  }
}
