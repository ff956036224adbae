import { registerEnumType } from 'type-graphql';

/** Hva som gjøres med mange. What is done to all that were chosen. */
export enum BulkAction {
  ADD_TOPIC = 'add_topic',
  REMOVE_TOPIC = 'remove_topic',
  ADD_LANGUAGE = 'add_language',
  REMOVE_LANGUAGE = 'remove_language',
  ADD_AREA = 'add_area',
  REMOVE_AREA = 'remove_area',
  SET_SEAT = 'set_seat',
  ARCHIVE = 'archive',
}

registerEnumType(BulkAction, {
  name: 'BulkAction',
  description: 'What is done to all organisations that were chosen.',
  valuesConfig: {
    ADD_TOPIC: { description: 'Legge til et tema: the value is the code of a topic.' },
    REMOVE_TOPIC: { description: 'Ta bort et tema: the value is the code of a topic.' },
    ADD_LANGUAGE: { description: 'Legge til et språk: the value is the code of a language.' },
    REMOVE_LANGUAGE: { description: 'Ta bort et språk: the value is the code of a language.' },
    ADD_AREA: { description: 'Legge til et område de dekker: the value is the code of an area.' },
    REMOVE_AREA: { description: 'Ta bort et område de dekker: the value is the code of an area.' },
    SET_SEAT: { description: 'Sette hvor de holder til: the value is the code of an area.' },
    ARCHIVE: { description: 'Arkivere: there is no value.' },
  },
});
