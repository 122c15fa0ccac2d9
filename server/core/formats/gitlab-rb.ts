import { codeTree } from '../syntax/codeTree.ts';
import type { Format } from './format.ts';
import { at } from './tree/place.ts';
import { defineTreeFormat } from './tree/treeFormat.ts';
import { codeSetting } from './values/codeSetting.ts';
import { nothing } from './values/nothing.ts';
import { port } from './values/port.ts';
import { TCP } from './values/transports.ts';
import { urls } from './values/urls.ts';

/** The settings of GitLab's packages: `nginx['listen_port'] = 8080`. */
export const gitlabRb: Format = defineTreeFormat({
  id: 'gitlab-rb',
  title: 'GitLab (gitlab.rb)',
  documentation: 'https://docs.gitlab.com/omnibus/settings/',
  files: ['gitlab*.rb', 'gitlab*.rb.*', '*{-,_}gitlab.rb'],
  languages: [],
  content: { files: ['*.{rb,rb.*,template}'], test: text => /^[ \t]{0,40}#?[ \t]{0,40}gitlab_rails\[/m.test(text) },
  syntax: codeTree('ruby'),
  places: [
    at('{external_url,*_external_url}.0', urls('advertise')),
    at('*.{listen_port,port,http_port,https_port}', port('listen', TCP), ({ keys }) => keys[0] !== 'gitlab_rails'),
    at('gitlab_rails.{smtp_port,db_port,redis_port,incoming_email_port}', port('connect', TCP)),
    at('gitlab_rails.gitlab_shell_ssh_port', port('advertise', TCP)),
    at('*.{*_timeout,*_size,*_keepalive,worker_processes}', nothing()),
  ],
  rest: codeSetting(),
});
