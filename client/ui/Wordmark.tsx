/** Merket: two points and the line between them that holds. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true">
      <path className="mark-line" d="M7 23C7 12 25 20 25 9" />
      <circle className="mark-near" cx="7" cy="23" r="4" />
      <circle className="mark-far" cx="25" cy="9" r="4" />
    </svg>
  );
}

export function Wordmark() {
  return (
    <span className="wordmark">
      <Mark />
      <span translate="no">Samband</span>
    </span>
  );
}
