import { registerEnumType } from 'type-graphql';

/** Hva kolonnen får gjøre. What a column may do to an organisation that is in the register already. */
export enum ImportPolicy {
  FILL = 'fill',
  ADD = 'add',
  OVERWRITE = 'overwrite',
}

registerEnumType(ImportPolicy, {
  name: 'ImportPolicy',
  description: 'What a column may do to an organisation that is in the register already.',
  valuesConfig: {
    FILL: { description: 'Say something only where nothing stands.' },
    ADD: { description: 'Add to the list that stands there.' },
    OVERWRITE: { description: 'Take the place of what stands there. An empty cell never does.' },
  },
});
