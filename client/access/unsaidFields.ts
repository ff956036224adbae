/**
 * Felt som ikke sies. What the change log keeps and nobody reads: identifiers, and the fingerprint of a text.
 *
 * Whom a link or a consent is about is said beside it, by name.
 */
export const unsaidFields: ReadonlySet<string> = new Set([
  'contactPointId',
  'createdById',
  'crisis',
  'mergedInto',
  'ownerId',
  'organisation',
  'person',
  'recordId',
  'textHash',
  'userId',
]);
