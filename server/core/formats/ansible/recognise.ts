/** A list of plays or tasks, or the variables of a role: by the keys that Ansible alone has. */
export function looksLikeAnsible(text: string): boolean {
  if (text.includes('ansible.builtin.') || text.includes('ansible_')) return true;
  if (!/^[ \t]*- /m.test(text)) return false;
  if (/^[ \t-]*hosts:/m.test(text) && /^[ \t-]*(?:tasks|roles|gather_facts|become|vars_files):/m.test(text))
    return true;
  return (
    /^[ \t-]*(?:notify|register|when|become|with_items|loop|delegate_to|include_tasks|import_tasks|changed_when):/m.test(
      text,
    ) && /^[ \t-]*(?:name|include_tasks|import_tasks|include):/m.test(text)
  );
}
