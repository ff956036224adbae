import { registerEnumType } from 'type-graphql';

/** Filformat. The form in which a part of the register leaves it. */
export enum ExportFormat {
  CSV = 'csv',
  XLSX = 'xlsx',
  VCARD = 'vcard',
  CONTACT_SHEET = 'contact_sheet',
  HSDS = 'hsds',
  ANNEX = 'annex',
}

registerEnumType(ExportFormat, {
  name: 'ExportFormat',
  description: 'The form in which a part of the register leaves it.',
  valuesConfig: {
    CSV: { description: 'Tekstfil: a table in UTF-8, for any program.' },
    XLSX: { description: 'Regneark: a workbook, with a sheet that says what it is.' },
    VCARD: { description: 'Kontaktkort: vCard 4, for a telephone or an address book.' },
    CONTACT_SHEET: { description: 'Kontaktark: a tagged PDF to ring from; at most 1,000 records.' },
    HSDS: {
      description:
        'Open Referral (HSDS 3): what everybody may know of organisations, for other registers.',
    },
    ANNEX: {
      description:
        'Vedlegg: what a trust hands in of a round, as a tagged PDF. Taken out on the page of the round, never by `prepareExport`.',
    },
  },
});
