import { useSyncExternalStore } from 'react';

/** The fields of a form, as they stood. */
export type KeptFields = readonly (readonly [field: string, value: string])[];

/** What was typed in forms, while its author is away or the page is fetched anew: in this tab only, for them only, until they are back. */
interface Kept {
  readonly owner: string;
  readonly at: number;
  readonly forms: Readonly<Record<string, KeptFields>>;
}

const storageKey = 'samband.kept';
/** As long as a sign-in may take, and no longer. */
const lasts = 15 * 60_000;

/** Told to each part of a form that keeps its value otherwise than in one field, with all that was kept. */
export const keptEvent = 'samband:kept';

let owner: string | null = null;
const listeners = new Set<() => void>();

/** Says who is typing. What somebody else has left behind is thrown away. */
export function formsOf(somebody: string): void {
  if (somebody === owner) return;
  owner = somebody;
  if (stored()?.owner !== somebody) forgetForms();
  for (const listener of listeners) listener();
}

/** Tells a form when it is known whose it is. */
export const useFormOwner = () =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => owner,
  );

/** Keeps what stands in the forms of the page: on the way to the sign-in, when the session is over, or when the page goes. */
export function keepForms(): void {
  keep([...document.querySelectorAll<HTMLFormElement>('form[data-keep]')]);
}

/** Whoever fetches the page anew, or closes the lid, finds what they typed. What nobody has typed in is not kept. */
export function keepFormsOfPage(): () => void {
  const keepTouched = () =>
    keep([...document.querySelectorAll<HTMLFormElement>('form[data-keep][data-touched]')]);
  addEventListener('pagehide', keepTouched);
  return () => removeEventListener('pagehide', keepTouched);
}

/** Keeps one that is about to leave the page. */
export const keepForm = (form: HTMLFormElement): void => keep([form]);

function keep(those: readonly HTMLFormElement[]): void {
  if (!owner) return;
  const forms: Record<string, KeptFields> = { ...stored()?.forms };
  for (const form of those) {
    // Its fields say nothing while it is being sent, and it was kept before that.
    if (form.getAttribute('aria-busy') === 'true') continue;
    forms[form.dataset['keep'] ?? ''] = [...new FormData(form)].flatMap(([field, value]) =>
      typeof value === 'string' ? [[field, value] as [string, string]] : [],
    );
  }
  store({ owner, at: Date.now(), forms });
}

function store(kept: Kept): void {
  try {
    if (Object.keys(kept.forms).length) sessionStorage.setItem(storageKey, JSON.stringify(kept));
    else sessionStorage.removeItem(storageKey);
  } catch {
    // Storage may be closed to us; then what was typed is typed again.
  }
}

/** Whether something was kept of a form. */
export const isKept = (name: string): boolean => {
  const kept = stored();
  return kept !== null && kept.owner === owner && name in kept.forms;
};

/** Puts back what was kept of a form, once. Gives whether there was anything. */
export function restoreForm(form: HTMLFormElement): boolean {
  const fields = takeKept(form.dataset['keep'] ?? '');
  // A form of which nothing is known is not a form that somebody has emptied.
  if (!fields?.length) return false;
  for (const element of form.elements) {
    // What was not chosen is not kept.
    if (element instanceof HTMLInputElement && /^(checkbox|radio)$/.test(element.type)) {
      element.checked = false;
    }
  }
  putInto(form, fields);
  for (const part of form.querySelectorAll('[data-kept-field]')) {
    part.dispatchEvent(new CustomEvent(keptEvent, { detail: fields }));
  }
  return true;
}

function putInto(form: HTMLFormElement, fields: KeptFields): void {
  for (const element of form.elements) {
    if (element instanceof HTMLInputElement && /^(checkbox|radio)$/.test(element.type)) {
      if (fields.some(([field, value]) => field === element.name && value === element.value)) {
        element.checked = true;
      }
    } else if (
      element instanceof HTMLInputElement ||
      element instanceof HTMLSelectElement ||
      element instanceof HTMLTextAreaElement
    ) {
      if (element.closest('[data-kept-field]')) continue;
      const [, value] = fields.find(([field]) => field === element.name) ?? [];
      if (value === undefined) continue;
      element.value = value;
      // For what counts along with the typing, and what is shown along with a choice.
      element.dispatchEvent(new Event('input', { bubbles: true }));
      element.dispatchEvent(new Event('change', { bubbles: true }));
    }
  }
}

/** What was kept under a name, which from then on is not. */
export function takeKept(name: string): KeptFields | null {
  const kept = stored();
  const fields = kept && kept.owner === owner ? kept.forms[name] : undefined;
  if (!kept || !fields) return null;
  const { [name]: _taken, ...forms } = kept.forms;
  store({ ...kept, forms });
  return fields;
}

/** Puts values into some fields of a form, and leaves the others; a list of rows is put there whole. */
export function fillForm(form: HTMLFormElement, fields: KeptFields): void {
  putInto(form, fields);
  for (const part of form.querySelectorAll<HTMLElement>('[data-kept-field]')) {
    const name = part.dataset['keptField'] ?? '';
    const isMeant = fields.some(([field]) => field === name || field.startsWith(`${name}.`));
    if (isMeant) part.dispatchEvent(new CustomEvent(keptEvent, { detail: fields }));
  }
  form.dispatchEvent(new Event('input', { bubbles: true }));
}

function stored(): Kept | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(storageKey) ?? 'null') as Kept | null;
    return kept && Date.now() - kept.at < lasts ? kept : null;
  } catch {
    return null;
  }
}

/** Leaves nothing behind: who signs out takes what they typed along. */
export function forgetForms(): void {
  try {
    sessionStorage.removeItem(storageKey);
  } catch {
    // Then there is nothing there either.
  }
}
