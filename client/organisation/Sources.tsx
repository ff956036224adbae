import { type FragmentOf, graphql, readFragment } from '#client/graphql.ts';
import { contactLink } from './contactLink.ts';

export const Sources_source = graphql(`
  fragment Sources_source on Source {
    title
    url
    year
  }
`);

/** Kilder. Where the facts come from. */
export function Sources({ sources }: { sources: readonly FragmentOf<typeof Sources_source>[] }) {
  return (
    <ul className="sources">
      {readFragment(Sources_source, sources).map(({ title, url, year }) => {
        const href = url && contactLink('WEBSITE', url);
        return (
          <li key={`${title} ${url} ${year}`}>
            {href ? (
              <a href={href} rel="noreferrer">
                <bdi>{title}</bdi>
              </a>
            ) : (
              <bdi>{title}</bdi>
            )}
            {year !== null && ` (${year})`}
          </li>
        );
      })}
    </ul>
  );
}
