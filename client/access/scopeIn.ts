/** What was chosen in `ScopeChoice`, as the server takes it; nothing is the whole country. */
export function scopeIn(values: FormData): { organisationId?: string; areaCode?: string } {
  const [kind, id] = String(values.get('scope')).split(' ');
  if (!id) return {};
  return kind === 'organisation' ? { organisationId: id } : { areaCode: id };
}
