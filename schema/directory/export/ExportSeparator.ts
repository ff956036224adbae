import { registerEnumType } from 'type-graphql';

/** Skilletegn. What stands between the cells of a text file. */
export enum ExportSeparator {
  SEMICOLON = ';',
  COMMA = ',',
}

registerEnumType(ExportSeparator, {
  name: 'ExportSeparator',
  description: 'What stands between the cells of a text file.',
  valuesConfig: {
    SEMICOLON: { description: 'Semikolon: as spreadsheets in Norwegian read it.' },
    COMMA: { description: 'Komma: as most other programs read it.' },
  },
});
