import { useSyncExternalStore } from 'react';

/** What was typed in forms, while its author is away to sign in: in this tab only, for them only, until they are back. */
interface Kept {
  readonly owner: string;
  readonly at: number;
  readonly forms: Readonly<Record<string, readonly (readonly [field: string, value: string])[]>>;
}

const storageKey = 'samband.kept';
/** As long as a sign-in may take, and no longer. */
const lasts = 15 * 60_000;

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

/** Keeps what stands in the forms of the page: on the way to the sign-in, or when the session is over. */
export function keepForms(): void {
  if (!owner) return;
  const forms: Record<string, Kept['forms'][string]> = { ...stored()?.forms };
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-keep]')) {
    forms[form.dataset['keep'] ?? ''] = [...new FormData(form)].flatMap(([field, value]) =>
      typeof value === 'string' ? [[field, value] as [string, string]] : [],
    );
  }
  const kept: Kept = { owner, at: Date.now(), forms };
  try {
    if (Object.keys(forms).length) sessionStorage.setItem(storageKey, JSON.stringify(kept));
  } catch {
    // Storage may be closed to us; then what was typed is typed again.
  }
}

/** Puts back what was kept of a form, once. Gives whether there was anything. */
export function restoreForm(form: HTMLFormElement): boolean {
  const name = form.dataset['keep'] ?? '';
  const kept = stored();
  const fields = kept && kept.owner === owner ? kept.forms[name] : undefined;
  if (!kept || !fields) return false;
  const { [name]: _taken, ...forms } = kept.forms;
  sessionStorage.setItem(storageKey, JSON.stringify({ ...kept, forms }));
  for (const element of form.elements) {
    if (element instanceof HTMLInputElement && /^(checkbox|radio)$/.test(element.type)) {
      element.checked = fields.some(
        ([field, value]) => field === element.name && value === element.value,
      );
    } else if (
      element instanceof HTMLInputElement ||
      element instanceof HTMLSelectElement ||
      element instanceof HTMLTextAreaElement
    ) {
      const [, value] = fields.find(([field]) => field === element.name) ?? [];
      if (value === undefined) continue;
      element.value = value;
      // For what counts along with the typing, and what is shown along with a choice.
      element.dispatchEvent(new Event('input', { bubbles: true }));
      element.dispatchEvent(new Event('change', { bubbles: true }));
    }
  }
  return true;
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
