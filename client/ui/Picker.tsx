import { useCombobox } from 'downshift';
import { useCallback, useContext, useDeferredValue, useEffect, useId, useState } from 'react';
import { useIntl } from 'react-intl';

import { useProblemWording } from '#client/language/useProblemWording.ts';
import { Announcement } from './Announcement.tsx';
import { RemovableChip } from './Chip.tsx';
import { FormProblem } from './Form.tsx';
import { keptEvent, type KeptFields } from './keptForms.ts';
import { optionsFor } from './optionsFor.ts';
import './Picker.css';

/** Something that may be chosen. */
export interface Option {
  readonly value: string;
  readonly label: string;
  /** What tells it from others of the same name. */
  readonly note?: string | undefined;
}

/**
 * Velger. Several values, or one, chosen from many by typing some letters: a combobox, with what is chosen as chips that go away at a press.
 *
 * In a `Form`, each chosen value is a value of `name`, and what it is called one of `name:label`. What there is to choose from is a list, or
 * is found while one types.
 */
export function Picker({
  name,
  label,
  hint,
  from,
  chosen: first = [],
  isSingle = false,
  onChange,
}: {
  name: string;
  label: string;
  hint?: string;
  /** All that may be chosen; or who finds it. */
  from: readonly Option[] | ((text: string) => Promise<readonly Option[]>);
  /** What is chosen to begin with. */
  chosen?: readonly Option[];
  isSingle?: boolean;
  onChange?: (chosen: readonly Option[]) => void;
}) {
  const { formatMessage } = useIntl();
  const [chosen, setChosen] = useState(first);
  const [typed, setTyped] = useState('');
  const options = useOptions(from, typed, chosen);
  const [whole, setWhole] = useState<HTMLDivElement | null>(null);
  const id = useId();
  const reason = useContext(FormProblem)?.fields[name];
  const wording = useProblemWording();

  function choose(next: readonly Option[]) {
    setChosen(next);
    onChange?.(next);
    // What is hidden tells nobody of itself.
    whole?.dispatchEvent(new Event('input', { bubbles: true }));
  }

  // As soon as it is there: what was kept is put back at once.
  const listen = useCallback(
    (element: HTMLDivElement) => {
      const takeBack = ({ detail }: CustomEvent<KeptFields>) => {
        const of = (field: string) =>
          detail.flatMap(([key, value]) => (key === field ? [value] : []));
        const labels = of(`${name}:label`);
        setChosen(of(name).map((value, at) => ({ value, label: labels[at] ?? value })));
      };
      setWhole(element);
      element.addEventListener(keptEvent, takeBack as EventListener);
      return () => element.removeEventListener(keptEvent, takeBack as EventListener);
    },
    [name],
  );

  const {
    isOpen,
    highlightedIndex,
    getLabelProps,
    getInputProps,
    getMenuProps,
    getItemProps,
    closeMenu,
  } = useCombobox<Option>({
    id,
    items: [...options],
    inputValue: typed,
    selectedItem: null,
    itemToString: (option) => option?.label ?? '',
    itemToKey: (option) => option?.value,
    defaultHighlightedIndex: 0,
    stateReducer: (_state, { type, changes }) => {
      const isChoice =
        type === useCombobox.stateChangeTypes.InputKeyDownEnter ||
        type === useCombobox.stateChangeTypes.ItemClick;
      // Whoever chooses one of several often wants another.
      return isChoice && changes.selectedItem
        ? { ...changes, isOpen: false, inputValue: '' }
        : changes;
    },
    onStateChange: ({ type, inputValue, selectedItem }) => {
      if (type === useCombobox.stateChangeTypes.InputChange) setTyped(inputValue ?? '');
      if (!selectedItem) return;
      setTyped('');
      choose(isSingle ? [selectedItem] : [...chosen, selectedItem]);
    },
  });

  function handleKey(event: React.KeyboardEvent) {
    if (event.key === 'Escape' && (isOpen || typed)) {
      // It closes the list, and not what the field stands in.
      event.stopPropagation();
      event.preventDefault();
      closeMenu();
      setTyped('');
    }
    if (event.key === 'Backspace' && !typed && chosen.length) choose(chosen.slice(0, -1));
  }

  const described = [`${id}-chosen`, hint && `${id}-hint`, reason && `${id}-reason`];
  const count = isOpen ? formatMessage({ id: 'picker.count' }, { count: options.length }) : '';
  return (
    <div ref={listen} className="field picker" data-kept-field={name}>
      <label {...getLabelProps()}>{label}</label>
      {hint && (
        <span id={`${id}-hint`} className="field-hint">
          {hint}
        </span>
      )}
      <ul
        id={`${id}-chosen`}
        className="picker-chosen"
        aria-label={formatMessage({ id: 'picker.chosen' })}
      >
        {chosen.map((option) => (
          <li key={option.value}>
            <RemovableChip
              removal={formatMessage({ id: 'picker.remove' })}
              isQuiet
              onRemove={() => {
                choose(chosen.filter((it) => it !== option));
                whole?.querySelector<HTMLElement>('[role=combobox]')?.focus();
              }}
            >
              <bdi>{option.label}</bdi>
            </RemovableChip>
            <input type="hidden" name={name} value={option.value} />
            <input type="hidden" name={`${name}:label`} value={option.label} />
          </li>
        ))}
      </ul>
      <div className="picker-field">
        <input
          {...getInputProps({
            onKeyDown: handleKey,
            'aria-describedby': described.filter(Boolean).join(' '),
            'aria-invalid': reason !== undefined,
          })}
          className="ds-input"
          autoComplete="off"
          placeholder={
            isSingle && chosen.length ? formatMessage({ id: 'picker.another' }) : undefined
          }
        />
        <ul {...getMenuProps()} className="picker-options" data-open={isOpen}>
          {isOpen &&
            options.map((option, index) => (
              <li
                key={option.value}
                {...getItemProps({ item: option, index })}
                data-highlighted={index === highlightedIndex}
              >
                <bdi>{option.label}</bdi>
                {option.note && <span className="quiet">{option.note}</span>}
              </li>
            ))}
          {isOpen && options.length === 0 && (
            <li className="quiet">{formatMessage({ id: 'picker.none' })}</li>
          )}
        </ul>
      </div>
      <Announcement text={count} />
      {reason && (
        <span id={`${id}-reason`} className="field-reason">
          {wording(reason)}
        </span>
      )}
    </div>
  );
}

/** What fits what is typed, and is not chosen yet; that which was asked for last, whatever came first. */
function useOptions(
  from: Parameters<typeof Picker>[0]['from'],
  typed: string,
  chosen: readonly Option[],
): readonly Option[] {
  const [found, setFound] = useState<readonly Option[]>([]);
  const asked = useDeferredValue(typed);

  useEffect(() => {
    if (typeof from !== 'function') return undefined;
    let isWanted = true;
    void from(asked.trim()).then((options) => {
      if (isWanted) setFound(options);
    });
    return () => {
      isWanted = false;
    };
  }, [from, asked]);

  const isFree = ({ value }: Option) => !chosen.some((it) => it.value === value);
  return typeof from === 'function' ? found.filter(isFree) : optionsFor(from.filter(isFree), typed);
}
