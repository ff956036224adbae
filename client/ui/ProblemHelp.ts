import { createContext, type ReactNode } from 'react';

/** What helps with a no, by its code: whom to ask. Given by whoever knows, drawn where the no is. */
export const ProblemHelp = createContext<Readonly<Record<string, ReactNode>>>({});
