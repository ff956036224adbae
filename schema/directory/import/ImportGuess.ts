import { registerEnumType } from 'type-graphql';

/** Gjettet av. How it was found what a column says. */
export enum ImportGuess {
  HEADING = 'heading',
  CONTENT = 'content',
  SAVED = 'saved',
  CHOSEN = 'chosen',
  NOTHING = 'nothing',
}

registerEnumType(ImportGuess, {
  name: 'ImportGuess',
  description: 'How it was found what a column says.',
  valuesConfig: {
    HEADING: { description: 'By what stands above it.' },
    CONTENT: { description: 'By what stands in it.' },
    SAVED: { description: 'As the viewer took a file with the same headings before.' },
    CHOSEN: { description: 'The viewer said so.' },
    NOTHING: { description: 'It was not.' },
  },
});
