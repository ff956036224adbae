import { registerEnumType } from 'type-graphql';

/** Områdetype. The levels of the area tree, from the whole to the part. */
export enum AreaKind {
  COUNTRY = 'country',
  COUNTY = 'county',
  MUNICIPALITY = 'municipality',
  CITY_DISTRICT = 'city_district',
}

registerEnumType(AreaKind, {
  name: 'AreaKind',
  description: 'The levels of the area tree, from the whole to the part.',
  valuesConfig: {
    COUNTRY: { description: 'Land: Norway.' },
    COUNTY: { description: 'Fylke; its code has two digits.' },
    MUNICIPALITY: { description: 'Kommune; its code has four digits.' },
    CITY_DISTRICT: {
      description: 'Bydel; its code has six digits, the first four the municipality.',
    },
  },
});
