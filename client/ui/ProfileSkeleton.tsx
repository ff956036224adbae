import { Skeleton } from './Skeleton.tsx';
import './profile.css';

/** The lines of a profile before its words have come, of about their size. */
export function ProfileSkeleton() {
  return (
    <div className="page">
      <Skeleton lines={3} />
      <div className="profile">
        <Skeleton lines={12} />
        <Skeleton lines={8} />
      </div>
    </div>
  );
}
