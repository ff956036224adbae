import { Link } from 'wouter';

/** Several short links after one another; they wrap, and each is easy to hit. */
export function LinkList({ links }: { links: readonly { name: string; address: string }[] }) {
  return (
    <ul className="link-list">
      {links.map(({ name, address }) => (
        <li key={address}>
          <Link href={address}>
            <bdi>{name}</bdi>
          </Link>
        </li>
      ))}
    </ul>
  );
}
