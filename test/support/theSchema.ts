import { apiSchema } from '#server/apiSchema.ts';

/** The API as it is built. */
export const schema = await apiSchema();
