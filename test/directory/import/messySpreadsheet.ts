import { isOrganisationNumber } from '#schema/organisation/organisationNumber.ts';
import { aWorkbook, type CellOf } from './aWorkbook.ts';

const first = [
  'Håpets',
  'Nordlys',
  'Samhold',
  'Fjellkvinnene',
  'Elvebredden',
  'Åpen dør',
  'Solsikken',
  'Brobyggerne',
  'Ny start',
  'Kystlyset',
  'Mangfold',
  'Dugnad',
  'Vennskap',
  'Familiehjelpen',
  'Ungdomsporten',
  'Morsmålet',
  'Folkets kjøkken',
  'Sang og dans',
  'Leksehjelpen',
  'Verdenshuset',
];
const second = [
  'forening',
  'kvinnegruppe',
  'kulturlag',
  'nettverk',
  'idrettslag',
  'helselag',
  'ungdomsgruppe',
  'seniorlag',
  'menighet',
  'velforening',
];
const places = [
  'Drammen',
  'Oslo',
  'Bergen',
  'Trondheim kommune',
  'STAVANGER',
  'Tromsø',
  'Bodø',
  'Fredrikstad',
  'Skien',
  'Hamar',
];
const languages = [
  'somali, arabisk',
  'Tigrinja',
  'polsk/engelsk',
  'tamil og norsk',
  '',
  'Dari; pashto',
  'ukrainsk',
];

/** Numbers with the right check digit, that hardly anybody has. */
function numberAt(at: number): string {
  for (let digit = 0; digit < 10; digit += 1) {
    const number = `9${String(7_100_000 + at * 13)}${digit}`;
    if (isOrganisationNumber(number)) return number;
  }
  return '';
}

/**
 * Et rotete regneark. Two hundred invented organisations as they come out of many hands: a title above, blank lines, names of columns that
 * nobody agreed on, places that are no more, letters swapped, the same one twice, a formula, a note where a number should be.
 */
export function messyRows(): CellOf[][] {
  const rows: CellOf[][] = [
    ['Oversikt over frivillige lag – oppdatert mars', '', '', '', '', '', '', ''],
    [],
    ['Navn på foreningen ', 'Org. nr', 'Kommune', 'Språk', 'Tlf.', 'E-post', 'Adresse', 'Merknad'],
  ];
  for (let at = 0; at < 200; at += 1) {
    const name = `${first[at % first.length]} ${second[Math.floor(at / 20) % second.length]}`;
    const number = at % 3 === 0 ? numberAt(at) : '';
    const spaced = at % 2 ? number : number.replaceAll(/(\d{3})(?=\d)/g, '$1 ');
    rows.push([
      at % 17 === 0 ? `  ${name.toUpperCase()} ` : name,
      at % 5 === 0 && number ? Number(number) : spaced,
      places[at % places.length]!,
      languages[at % languages.length]!,
      at % 4 === 0
        ? `+47 00 00 ${String(1_000 + at).slice(0, 2)} ${String(1_000 + at).slice(2)}`
        : '',
      at % 3 === 1 ? `post${at}@example.org` : '',
      at % 6 === 0 ? `Storgata ${at + 1}` : '',
      at % 9 === 0 ? 'ring etter kl. 17' : '',
    ]);
    if (at % 50 === 49) rows.push([]);
  }
  const cell = (row: number, column: number, value: CellOf) => {
    rows[row]![column] = value;
  };
  // What is wrong, and where: the third row is the first of the list.
  cell(4, 2, 'Darmmen');
  cell(14, 2, 'Darmmen');
  cell(5, 2, 'Skedsmo');
  cell(7, 2, 'Tysfjord');
  cell(8, 2, 1507);
  cell(10, 2, 'Utopia');
  cell(12, 1, '974760674');
  cell(13, 4, 'spør Solveig');
  cell(16, 5, 'post(a)example.org');
  cell(17, 0, { xml: ' t="str"><f>A17</f><v>Formelforening</v>' });
  cell(18, 3, 'klingonsk');
  cell(20, 0, '');
  rows.splice(25, 0, [...rows[24]!]);
  return rows;
}

export const messyWorkbook = (): Buffer => aWorkbook(messyRows());
