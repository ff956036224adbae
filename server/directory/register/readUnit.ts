import { z } from 'zod';

import { isLocalDate } from '#schema/common/LocalDate.ts';
import { isOrganisationNumber } from '#schema/organisation/organisationNumber.ts';
import type { UnitAnswer, UnitFacts } from './UnitFacts.ts';

/** Forms whose name is a person's, or may be one. Of these nothing more than the form is looked at. */
const ofPeople = new Set(['ENK', 'PERS', 'ANS', 'DA', 'PRE', 'SAM', 'BO', 'KBO', 'TVAM']);

/** The forms in which those are found whom the register is for. */
export const formsForUs = ['FLI', 'STI', 'SA', 'AS', 'KIRK', 'ORGL', 'KOMM', 'FYLK', 'STAT', 'SÆR'];

/** What a register leaves out or writes in another way is not there; only what we cannot do without is insisted on. */
const text = z.string().trim().min(1).max(2_000).nullish().catch(null);
const day = z.string().refine(isLocalDate).nullish().catch(null);
const yes = z.boolean().nullish().catch(false);
const lines = z
  .array(z.string().nullable().catch(null))
  .nullish()
  .catch(null)
  .transform((all) => all?.filter(Boolean).join(' ').trim().slice(0, 2_000) || null);
const coded = z
  .object({ kode: z.string().max(20), beskrivelse: text })
  .nullish()
  .catch(null);

const form = z.object({ organisasjonsform: z.object({ kode: z.string() }) });

const unit = z.object({
  organisasjonsnummer: z.string().refine(isOrganisationNumber),
  navn: z.string().trim().min(1).max(500),
  organisasjonsform: z.object({ kode: z.string().max(20), beskrivelse: text }),
  historiskeNavn: z
    .array(z.object({ navn: text }).nullable().catch(null))
    .nullish()
    .catch(null),
  naeringskode1: coded,
  stiftelsesdato: day,
  registreringsdatoEnhetsregisteret: day,
  forretningsadresse: z
    .object({
      kommunenummer: z
        .string()
        .regex(/^\d{4}$/)
        .nullish()
        .catch(null),
      kommune: text,
      postnummer: z
        .string()
        .regex(/^\d{4}$/)
        .nullish()
        .catch(null),
    })
    .nullish()
    .catch(null),
  hjemmeside: text,
  vedtektsfestetFormaal: lines,
  aktivitet: lines,
  konkurs: yes,
  underAvvikling: yes,
  underTvangsavviklingEllerTvangsopplosning: yes,
  registrertIFrivillighetsregisteret: yes,
  slettedato: day,
});

/**
 * Leser en enhet. What of an answer of Enhetsregisteret may be kept; null where it is none.
 *
 * The form comes first: an answer that is about a person is thrown away before anything else of it is looked at.
 */
export function readUnit(body: unknown): UnitAnswer | null {
  const itsForm = form.safeParse(body);
  if (!itsForm.success) return null;
  if (ofPeople.has(itsForm.data.organisasjonsform.kode)) return { state: 'notForUs' };
  const read = unit.safeParse(body);
  if (!read.success) return null;
  const it = read.data;
  const facts: UnitFacts = {
    number: it.organisasjonsnummer,
    name: it.navn,
    formerNames: it.historiskeNavn?.flatMap((former) => former?.navn ?? []) ?? [],
    form: it.organisasjonsform.kode,
    formName: it.organisasjonsform.beskrivelse ?? it.organisasjonsform.kode,
    industry: it.naeringskode1?.kode ?? null,
    industryName: it.naeringskode1?.beskrivelse ?? null,
    foundedOn: it.stiftelsesdato ?? null,
    registeredOn: it.registreringsdatoEnhetsregisteret ?? null,
    municipality: it.forretningsadresse?.kommunenummer ?? null,
    municipalityName: it.forretningsadresse?.kommune ?? null,
    postcode: it.forretningsadresse?.postnummer ?? null,
    website: it.hjemmeside ?? null,
    purpose: it.vedtektsfestetFormaal ?? it.aktivitet,
    isBankrupt: it.konkurs ?? false,
    isClosing:
      (it.underAvvikling ?? false) || (it.underTvangsavviklingEllerTvangsopplosning ?? false),
    isVoluntary: it.registrertIFrivillighetsregisteret ?? false,
    deletedOn: it.slettedato ?? null,
  };
  return { state: facts.deletedOn === null ? 'here' : 'deleted', facts };
}
