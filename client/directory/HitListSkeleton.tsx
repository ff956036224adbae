import { Skeleton } from '#client/ui/Skeleton.tsx';

/** The size of a page of hits, while the first of them is on its way. */
export function HitListSkeleton() {
  return (
    <div className="hits-waiting">
      {Array.from({ length: 5 }, (_, hit) => (
        <Skeleton key={hit} lines={4} />
      ))}
    </div>
  );
}
