/** `crowds.tsv`: its rows, each reported that is not `3000<tab>tcp<tab>333` or that is out of order. */
export function readCrowds(name: string, text: string, report: (message: string) => void): readonly string[] {
  let last = -1;
  return text.split('\n').flatMap((line, index) => {
    if (line === '' || line.startsWith('#')) return [];
    const [, number = ''] = /^(\d{1,5})\t(?:tcp|udp|sctp|dccp)\t[1-9]\d*$/.exec(line) ?? [];
    if (number === '' || Number(number) > 65535) report(`${name}:${index + 1}: not a count: ${line}`);
    if (Number(number) < last) report(`${name}:${index + 1}: not sorted by number`);
    last = Number(number);
    return [line];
  });
}
