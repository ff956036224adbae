/** Stedsnavn. A city district is named with its town, for there is more than one Sentrum. */
export const placeName = ({
  kind,
  name,
  parent,
}: {
  readonly kind: string;
  readonly name: string;
  readonly parent: { readonly name: string } | null;
}): string => (kind === 'CITY_DISTRICT' && parent ? `${name}, ${parent.name}` : name);
