/** A list of plays or tasks, or variables that are made of others: by the keys and the templates that Ansible has. */
export function looksLikeAnsible(text: string): boolean {
  if (/^(?:jobs|steps|stages|pipelines|tasks|apiVersion|services):/m.test(text)) return false;
  if (text.includes('ansible.builtin.') || /\bansible_(?:host|port|user|facts|connection|become|ssh)/.test(text))
    return true;
  if (/^- /m.test(text)) return PLAY.test(text) || (TASK.test(text) && (WORDS.test(text) || MODULES.test(text)));
  return /^[a-z]\w{0,99}: ["'][^"'\n$]{0,200}\{\{ ?[a-z]\w+(?! ["$.\w])/m.test(text) && !text.includes('.Values');
}

const PLAY = /^- (?:name: .{0,200}\n(?:[ \t].{0,500}\n){0,9}[ \t]+)?hosts:/m;

const TASK = /^- (?:name|block|hosts|(?:include|import)_\w+|include):/m;

const WORDS =
  /^[ \t-]{1,40}(?:notify|register|when|become|with_items|loop|delegate_to|changed_when|include_tasks|import_tasks):/m;

const MODULES =
  /^[ \t]{1,40}(?:command|shell|service|systemd|apt|yum|dnf|pip|copy|template|file|lineinfile|blockinfile|package|debug|set_fact|user|cron|get_url|uri|unarchive|ufw|firewalld|iptables|docker_container|wait_for):/m;
