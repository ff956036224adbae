/**
 * The part of the Human Services Data Specification 3 that an export uses, written down from the public specification (Open Referral): which
 * properties its objects have, of which type and format, and which they must have. Nothing else may stand in them, so that a property that
 * the specification does not know fails.
 */
const id = { type: 'string', format: 'uuid' } as const;
const text = { type: 'string', minLength: 1 } as const;

const object = (required: readonly string[], properties: object) => ({
  type: 'object',
  required: [...required],
  properties,
  additionalProperties: false,
});

const language = object(['id'], {
  id,
  service_id: id,
  phone_id: id,
  name: text,
  code: text,
  note: text,
});

const phone = object(['id', 'number'], {
  id,
  organization_id: id,
  service_id: id,
  number: text,
  extension: { type: 'number' },
  type: { enum: ['text', 'voice', 'fax', 'cell', 'video', 'pager', 'textphone'] },
  description: text,
  languages: { type: 'array', items: language },
});

const serviceArea = object(['id'], {
  id,
  service_id: id,
  name: text,
  description: text,
  extent: text,
  extent_type: text,
  uri: { type: 'string', format: 'uri' },
});

const service = object(['id', 'name', 'status'], {
  id,
  organization_id: id,
  name: text,
  alternate_name: text,
  description: text,
  url: { type: 'string', format: 'uri' },
  email: { type: 'string', format: 'email' },
  status: { enum: ['active', 'inactive', 'defunct', 'temporarily closed'] },
  assured_date: { type: 'string', format: 'date' },
  languages: { type: 'array', items: language },
  service_areas: { type: 'array', items: serviceArea },
});

const organizationIdentifier = object(['id', 'identifier_type', 'identifier'], {
  id,
  organization_id: id,
  identifier_scheme: text,
  identifier_type: text,
  identifier: text,
});

export const hsdsOrganizations = {
  type: 'array',
  items: object(['id', 'name', 'description'], {
    id,
    name: text,
    alternate_name: text,
    description: text,
    email: { type: 'string', format: 'email' },
    website: { type: 'string', format: 'uri' },
    parent_organization_id: id,
    phones: { type: 'array', items: phone },
    services: { type: 'array', items: service },
    organization_identifiers: { type: 'array', items: organizationIdentifier },
  }),
};
