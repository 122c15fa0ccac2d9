/** The names of a zip file's entries, from its central directory. https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT 4.3.12 */
export function zipNames(zip: Buffer): readonly string[] {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  const names: string[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const name = at + 46;
    const nameLength = zip.readUInt16LE(at + 28);
    names.push(zip.toString('utf8', name, name + nameLength));
    at = name + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return names;
}
