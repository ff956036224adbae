import { useEffect, useState } from 'react';

const quietTime = 700;

/** Says a sentence aloud once it has stood still for a moment, so that typing does not become a lecture. */
export function Announcement({ text }: { text: string }) {
  const [spoken, setSpoken] = useState('');

  useEffect(() => {
    const timer = setTimeout(() => setSpoken(text), quietTime);
    return () => clearTimeout(timer);
  }, [text]);

  return (
    <div role="status" className="ds-sr-only">
      {spoken}
    </div>
  );
}
