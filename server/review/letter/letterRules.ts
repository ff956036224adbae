import type { AccessRules } from '#server/access/rules.ts';

/** Who gets to letters on paper: whoever runs the round. */
export const letterRules: AccessRules = {
  query: { reviewLetters: 'review.run' },
  mutation: { noteLettersSent: 'review.run' },
  types: { ReviewLetters: 'review.run', NoteLettersSentInput: 'review.run' },
};
