/** Kart over treffene. */
export function HitMap({
  areas,
}: {
  areas: readonly { value: string; label: string | null; count: number }[];
  selected: readonly string[];
  onToggle: (code: string) => void;
}) {
  return <p>{areas.length}</p>;
}
