/** The name of an enum's value, by which words are kept: `immigrant_organisation` → `IMMIGRANT_ORGANISATION`. */
export const nameOfEnum = <Name extends string>(
  values: Readonly<Record<Name, string>>,
  value: string,
): Name => {
  const found = (Object.entries(values) as [Name, string][]).find(([, known]) => known === value);
  if (!found) throw new Error(`${value} is none of ${Object.keys(values).join()}`);
  return found[0];
};
