import { registerEnumType } from 'type-graphql';

/** Virksomhetstype. */
export enum OrganisationKind {
  IMMIGRANT_ORGANISATION = 'immigrant_organisation',
  FAITH_COMMUNITY = 'faith_community',
  VOLUNTARY_ORGANISATION = 'voluntary_organisation',
  PATIENT_ORGANISATION = 'patient_organisation',
  IMMIGRANT_COUNCIL = 'immigrant_council',
  INFORMAL_GROUP = 'informal_group',
  HEALTH_AUTHORITY = 'health_authority',
  HEALTH_TRUST = 'health_trust',
  HOSPITAL = 'hospital',
  MUNICIPALITY = 'municipality',
  PUBLIC_AGENCY = 'public_agency',
}

registerEnumType(OrganisationKind, {
  name: 'OrganisationKind',
  description: 'What sort of body an organisation is.',
  valuesConfig: {
    IMMIGRANT_ORGANISATION: {
      description: 'Innvandrerorganisasjon: run by and for people who immigrated.',
    },
    FAITH_COMMUNITY: {
      description: 'Tros- eller livssynssamfunn: a faith or life-stance community.',
    },
    VOLUNTARY_ORGANISATION: { description: 'Frivillig organisasjon.' },
    PATIENT_ORGANISATION: {
      description:
        'Pasient-, bruker- eller pårørendeorganisasjon: of patients, users or next of kin.',
    },
    IMMIGRANT_COUNCIL: { description: 'Innvandrerråd: advises a municipality or county.' },
    INFORMAL_GROUP: { description: 'Uformell gruppe: a group without an organisation number.' },
    HEALTH_AUTHORITY: { description: 'Regionalt helseforetak (RHF): a regional health authority.' },
    HEALTH_TRUST: { description: 'Helseforetak: a health trust.' },
    HOSPITAL: { description: 'Sykehus: a hospital that is a body of its own.' },
    MUNICIPALITY: { description: 'Kommune, as an organisation.' },
    PUBLIC_AGENCY: { description: 'Offentlig etat: another public body.' },
  },
});
