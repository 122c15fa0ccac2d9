import { COLON_DEFAULT, fillPlaceholders } from '../ports/read/placeholders.ts';
import { readKeyed } from '../ports/read/setting.ts';
import { readXml } from '../syntax/xml.ts';
import type { Format } from './format.ts';
import { at, type Reader } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { nothing } from './values/nothing.ts';
import { quorum } from './values/quorum.ts';
import { scalars } from './values/scalars.ts';

/** Hadoop and what is built on it (Hive, HBase, Oozie, Ranger): properties with a name and a value. */
export const hadoop: Format = defineTreeFormat({
  id: 'hadoop',
  title: 'Hadoop, Hive and HBase',
  documentation: 'https://hadoop.apache.org/docs/stable/hadoop-project-dist/hadoop-hdfs/hdfs-default.xml',
  files: ['*-site.xml', '*-site.xml.*', '{core,hdfs,yarn,mapred,hbase,hive,oozie}-default.xml'],
  languages: [],
  content: {
    files: ['*.xml'],
    test: text => text.includes('<configuration') && text.includes('<property>') && text.includes('<value>'),
  },
  syntax: readXml,
  fill: text => fillPlaceholders(text, COLON_DEFAULT),
  places: [
    at('configuration.property.value', quorum(), place => QUORUM.test(place.sibling('name')?.text ?? '')),
    at('configuration.property.value', property()),
    at('configuration.property.{name,description}', nothing()),
  ],
});

const QUORUM = /\.(?:quorum|shared\.edits\.dir)$/;

function property(): Reader {
  return {
    what: 'by the words of its name',
    read(node, place) {
      const name = place.sibling('name')?.text ?? '';
      for (const scalar of scalars(node))
        for (const found of readKeyed([name], place.text(scalar), place.words))
          place.add({ ...found, protocols: found.protocols ?? ['tcp'] }, scalar.inner);
    },
  };
}
