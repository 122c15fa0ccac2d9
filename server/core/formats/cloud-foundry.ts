import { readYaml } from '../syntax/yaml/readYaml.ts';
import { ciValues } from './ci/ciValues.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { environment } from './values/environment.ts';
import { hostPort } from './values/hostPort.ts';
import { image } from './values/image.ts';
import { TCP } from './values/transports.ts';

/** Cloud Foundry application manifest. A route of TCP has the port that clients dial. */
export const cloudFoundry: Format = defineTreeFormat({
  id: 'cloud-foundry',
  title: 'Cloud Foundry manifest',
  documentation: 'https://docs.cloudfoundry.org/devguide/deploy-apps/manifest-attributes.html',
  files: [],
  languages: [],
  content: {
    files: ['*.{yaml,yml}'],
    test: text =>
      text.includes('applications:') &&
      /^[ \t-]+(?:buildpacks?|memory|disk_quota|routes|random-route|health-check-type|docker|stack|no-route|instances):/m.test(
        text,
      ),
  },
  syntax: readYaml,
  places: [
    at('applications.*.routes.*.route', hostPort('advertise', TCP)),
    at('applications.*.docker.image', image()),
    at('**.env', environment()),
  ],
  rest: ciValues(),
});
