/** Tilstanden. Where a request stands: the table works it out from its moments, and nobody can write another. SQL over the table's alias. */
export const requestState = (r: string): string => `${r}.state`;
