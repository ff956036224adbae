/** A piece of HTML that is safe to send. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = string | Html | readonly Part[] | false | undefined;

/** HTML as a template: what is put into it is text, unless it is HTML itself. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(strings.reduce((before, string, at) => before + render(parts[at - 1]) + string));

function render(part: Part): string {
  if (part === false || part === undefined) return '';
  if (part instanceof Html) return part.text;
  if (typeof part !== 'string') return part.map(render).join('');
  return part.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
