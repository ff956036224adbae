import { OrganisationKind } from '#schema/organisation/OrganisationKind.ts';

/**
 * How invented organisations are named. In each there is a word that we have coined, so that none has the name of a real one.
 *
 * `{C}` is that word, `{K}` an association in the language's own words, `{a}` what Norwegian says of those who speak it.
 */
export const organisationPatterns: Readonly<Partial<Record<OrganisationKind, readonly string[]>>> =
  {
    [OrganisationKind.IMMIGRANT_ORGANISATION]: [
      '{C} {a} kulturforening',
      '{C} {a} forening',
      '{K} {C}',
      '{C} {a} kvinneforening',
      'Foreningen {C}',
      '{C} {a} nettverk',
      '{K} {C}',
      '{C} {a} ungdomslag',
      '{C} innvandrerforening',
      '{C} {a}e kvinner',
      '{C} flerkulturelle senter',
      '{C} {a} samfunn',
      '{C} {a} studentforbund',
      '{C} {a} idrettslag',
      'Kulturlaget {C}',
      '{C} – {a} helseforening',
    ],
    [OrganisationKind.FAITH_COMMUNITY]: [
      '{C} menighet',
      'Menigheten {C}',
      '{C} trossamfunn',
      '{C} {a}e menighet',
      '{C} forsamling',
      'Fellesskapet {C}',
    ],
    [OrganisationKind.VOLUNTARY_ORGANISATION]: [
      'Frivilligsentralen {C}',
      '{C} leksehjelp',
      'Nærmiljøforeningen {C}',
      '{C} språkkafé',
      '{C} ressurssenter',
      '{C} besøkstjeneste',
      'Stiftelsen {C}',
      '{C} foreldrenettverk',
      '{C} kvinnenettverk',
      'Ungdomshuset {C}',
    ],
    [OrganisationKind.PATIENT_ORGANISATION]: [
      '{C} pasientforening',
      '{C} likepersonsnettverk',
      'Pårørendegruppa {C}',
      '{C} brukerforening',
      '{C} diabetesforening',
      '{C} forening for psykisk helse',
      'Helselaget {C}',
    ],
    [OrganisationKind.IMMIGRANT_COUNCIL]: [
      '{C} innvandrerråd',
      '{C} flerkulturelle råd',
      'Mangfoldsutvalget {C}',
    ],
    [OrganisationKind.INFORMAL_GROUP]: [
      '{C} jentegruppe',
      'Kaffegruppa {C}',
      'Turgruppa {C}',
      '{C} kvinnegruppe',
      '{C} fedregruppe',
      '{C} {a} barselgruppe',
      'Språkgruppa {C}',
      '{C} {a} seniortreff',
    ],
  };
