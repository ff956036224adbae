import { type Command, Option } from 'commander';

import { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import { answer } from './say.ts';

async function words({ language }: { readonly language: LinkLanguage }): Promise<void> {
  const [{ seedsFolder }, { readVocabulary }, { wordSheet }] = await Promise.all([
    import('#seeds/common/seedsFolder.ts'),
    import('#seeds/vocabulary/readVocabulary.ts'),
    import('#server/launch/wordSheet.ts'),
  ]);
  answer(wordSheet(language, readVocabulary(seedsFolder).topics));
}

/** Skriver ut ordene i et språk. */
export function addWords(program: Command): void {
  program
    .command('words')
    .description(
      'Print every sentence that letters and pages of a link say in a language, for a speaker to look over: a page of HTML to open and print.',
    )
    .addOption(
      new Option('--language <code>', 'which one')
        .choices(Object.values(LinkLanguage))
        .makeOptionMandatory(),
    )
    .action(words);
}
