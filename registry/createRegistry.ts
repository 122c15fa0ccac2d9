import type { Use } from './entry.ts';
import { FORMAT_SOFTWARE } from './likely/hints.ts';
import { createLikely } from './likely/likely.ts';
import { createSoftwareNames } from './likely/softwareNames.ts';
import { createAssignments } from './lookup/assignments.ts';
import { createCautions } from './lookup/cautions.ts';
import { createImages } from './lookup/images.ts';
import { lazy, rememberedNumbers } from './lookup/lazy.ts';
import { portKey, readPortKey } from './lookup/portKey.ts';
import { createRelated } from './lookup/related.ts';
import { createSearch } from './lookup/search.ts';
import { createUses } from './lookup/uses.ts';
import { holds, isWide, type Port, type Protocol } from './port.ts';
import type { Registry } from './registry.ts';
import { readClaim } from './rows/claimRow.ts';
import { readSign, readSignSource, signOfUse } from './rows/signRow.ts';
import { linesOf, linesOfPort, type RegistryTable } from './table.ts';

/** Costs nothing until it is asked: every part is decoded when it is first needed, and kept in this registry. */
export function createRegistry(table: RegistryTable): Registry {
  const urls = lazy(() => linesOf(table.urls));
  const assignments = createAssignments(table);
  const uses = createUses(table, urls);
  const images = createImages(table, urls);
  const claims = lazy(() => linesOf(table.claims).flatMap(line => readClaim(line) ?? []));
  const warnings = createCautions(table, assignments);
  const search = createSearch(table);
  const sources = lazy(() => linesOf(table.signSources).map(readSignSource));
  const names = lazy(() => createSoftwareNames([...uses.programs(), ...images.programs()]));
  const crowds = rememberedNumbers(key => {
    const [port, protocol] = readPortKey(key);
    const line = linesOfPort(table.crowds, port).find(text => text.split('\t')[1] === protocol);
    const taking = uses
      .used(port, protocol)
      .filter(isTaking)
      .map(use => use.software);
    return Math.max(Number(line?.split('\t')[2] ?? 0), new Set(taking).size);
  });
  const crowd = (port: Port, protocol: Protocol): number => crowds(portKey(port, protocol));
  return {
    version: {
      get iana() {
        return table.iana;
      },
    },
    assigned: assignments.assigned,
    named: assignments.named,
    used: uses.used,
    isUsed: uses.isUsed,
    usedIn: uses.usedIn,
    ofSoftware: uses.ofSoftware,
    ofFormat: format => FORMAT_SOFTWARE.get(format) ?? [],
    ofImage: uses.ofImage,
    image: images.image,
    claims: (port: Port) => claims().filter(({ ports }) => holds(ports, port)),
    cautions: warnings.cautions,
    remarks: warnings.remarks,
    related: createRelated(table, assignments, uses),
    signOfUse(port: Port, protocol?: Protocol) {
      if (!assignments.assigned(port, protocol).some(entry => entry.status === 'assigned')) return undefined;
      const signs = linesOfPort(table.signs, port).flatMap(line => readSign(line) ?? []);
      return signOfUse(
        signs.filter(sign => protocol === undefined || sign.protocol === protocol),
        sources(),
        table.signDate,
      );
    },
    crowd,
    likely: createLikely({ ...assignments, ...uses, ...images, crowd }, names),
    search: search.search,
    suggest: search.suggest,
  };
}

/** Not by an old version, not in doubt, and not somewhere in a wide range. */
function isTaking({ ports, standing, confidence }: Use): boolean {
  return standing !== 'legacy' && confidence !== 'low' && !isWide(ports);
}
