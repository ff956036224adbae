import { createContext } from 'react';

/** Lesemåte. How words of the question were read, by what sort of term and the word itself. */
export const Readings = createContext<ReadonlyMap<string, string>>(new Map());
