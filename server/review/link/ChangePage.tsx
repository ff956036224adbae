import type { LinkLanguage } from '#schema/access/LinkLanguage.ts';
import type { ContactChannel } from '#schema/organisation/ContactChannel.ts';
import { FieldGroup } from '#schema/review/FieldGroup.ts';
import { LinkDocument } from '#server/access/link/LinkDocument.tsx';
import { channelIn } from '#server/access/link/RecordPage.tsx';
import { kindIn } from '#server/access/link/words/terms/termWords.ts';
import { filled, linkWords } from '#server/access/link/words/linkWords.ts';
import type { Context } from '#server/context.ts';
import { maskContact } from '#server/organisation/maskContact.ts';
import type { ListField, Standing } from '#server/review/proposal/readStanding.ts';
import { groupTitle } from './GroupFacts.tsx';
import {
  additions,
  isOwnKind,
  ownKinds,
  type Body,
  listsOf,
  type Mistake,
  newChannels,
  termsIn,
} from './readChangeForm.ts';
import { groupPath, reviewScript } from './ReviewPages.tsx';
import { reviewWords } from './words/reviewWords.ts';

interface Asked {
  readonly language: LinkLanguage;
  readonly context: Context;
  readonly standing: Standing;
  /** What was typed before something in it would not do. */
  readonly body: Body;
  readonly mistakes: readonly Mistake[];
}

/** Hva er riktig? What is wrong is put right; what is left alone stays. */
export function ChangePage({
  group,
  isUnmasked,
  ...asked
}: Asked & { group: FieldGroup; isUnmasked: boolean }) {
  const { language, standing, body, mistakes } = asked;
  const words = reviewWords[language];
  return (
    <LinkDocument
      language={language}
      title={`${groupTitle(language, group)}: ${words.changeTitle}`}
      heading={words.changeTitle}
      path={`${groupPath(group)}/change`}
      script={reviewScript}
    >
      <p>{words.changeLead}</p>
      <form method="post" action={`${groupPath(group)}/change?lang=${language}`}>
        {group === FieldGroup.NAME && (
          <>
            <TextField
              {...asked}
              name="name"
              label={words.newName}
              value={typed(body, 'name') ?? standing.name}
            />
            {isOwnKind(standing.kind) && (
              <KindField language={language} chosen={typed(body, 'kind') ?? standing.kind} />
            )}
          </>
        )}
        {group === FieldGroup.CONTACT && <ContactFields {...asked} isUnmasked={isUnmasked} />}
        {(listsOf[group] ?? []).map((field) => (
          <ListFields key={field} {...asked} field={field} />
        ))}
        <label htmlFor="note">{words.remark}</label>
        <Complaint language={language} mistakes={mistakes} name="note" />
        <textarea
          id="note"
          name="note"
          rows={3}
          maxLength={1000}
          dir="auto"
          defaultValue={typed(body, 'note') ?? ''}
          aria-describedby={describedBy(mistakes, 'note')}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- whoever sent it is to put this right.
          autoFocus={isFirst(mistakes, 'note')}
        />
        <p>
          <button className="main">{words.send}</button>
        </p>
      </form>
      <p>
        <a href={`${groupPath(group)}?lang=${language}`}>{words.back}</a>
      </p>
    </LinkDocument>
  );
}

const typed = (body: Body, name: string): string | undefined => {
  const value = body[name];
  return typeof value === 'string' ? value : undefined;
};

const describedBy = (mistakes: readonly Mistake[], name: string): string | undefined =>
  mistakes.some((it) => it.name === name) ? `${name}-why` : undefined;

/** The page comes anew, and is a long one: with or without a script, one is taken to what is to be put right. */
const isFirst = ([first]: readonly Mistake[], name: string): boolean => first?.name === name;

function Complaint({
  language,
  mistakes,
  name,
}: Pick<Asked, 'language' | 'mistakes'> & { name: string }) {
  const mistake = mistakes.find((it) => it.name === name);
  if (!mistake) return null;
  const { why, word = '' } = mistake;
  return (
    <p className="note" role="alert" id={`${name}-why`}>
      {filled(reviewWords[language][why], { word })}
    </p>
  );
}

function TextField({
  language,
  mistakes,
  name,
  label,
  value,
  hint,
  list,
  direction = 'auto',
}: Pick<Asked, 'language' | 'mistakes'> & {
  name: string;
  label: string;
  value: string;
  hint?: string | undefined;
  list?: string;
  direction?: 'auto' | 'ltr';
}) {
  return (
    <>
      <label htmlFor={name}>{label}</label>
      <Complaint language={language} mistakes={mistakes} name={name} />
      <input
        id={name}
        name={name}
        type="text"
        className="wide"
        dir={direction}
        list={list}
        maxLength={500}
        autoComplete="off"
        placeholder={hint}
        defaultValue={value}
        aria-invalid={mistakes.some((it) => it.name === name) || undefined}
        aria-describedby={describedBy(mistakes, name)}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- whoever sent it is to put this right.
        autoFocus={isFirst(mistakes, name)}
      />
    </>
  );
}

function KindField({ language, chosen }: Pick<Asked, 'language'> & { chosen: string }) {
  return (
    <>
      <label htmlFor="kind">{linkWords[language].kind}</label>
      <select id="kind" name="kind" defaultValue={chosen}>
        {ownKinds.map((kind) => (
          <option key={kind} value={kind}>
            {kindIn(language, kind.toUpperCase()).text}
          </option>
        ))}
      </select>
    </>
  );
}

function ContactFields({ isUnmasked, ...asked }: Asked & { isUnmasked: boolean }) {
  const { language, standing, body } = asked;
  const words = reviewWords[language];
  const channels = linkWords[language];
  return (
    <>
      {standing.points.map(({ id, channel, value, hours }) => (
        <fieldset key={id}>
          <legend>
            {channelIn(channels, channel.toUpperCase())}{' '}
            <bdi dir="ltr">{isUnmasked ? value : maskContact(value)}</bdi>
          </legend>
          <TextField
            {...asked}
            name={`value-${id}`}
            label={words.newValue}
            value={typed(body, `value-${id}`) ?? ''}
            direction={isPlace(channel) ? 'auto' : 'ltr'}
          />
          <TextField
            {...asked}
            name={`hours-${id}`}
            label={words.hours}
            value={typed(body, `hours-${id}`) ?? hours ?? ''}
          />
          <label className="tick">
            <input type="checkbox" name={`gone-${id}`} value="yes" />
            {words.gone}
          </label>
        </fieldset>
      ))}
      <fieldset>
        <legend>{words.addContact}</legend>
        <label htmlFor="newChannel">{words.channel}</label>
        <select id="newChannel" name="newChannel" defaultValue={typed(body, 'newChannel')}>
          {newChannels.map((channel) => (
            <option key={channel} value={channel}>
              {channelIn(channels, channel.toUpperCase())}
            </option>
          ))}
        </select>
        <TextField
          {...asked}
          name="newValue"
          label={words.newValue}
          value={typed(body, 'newValue') ?? ''}
          direction="ltr"
        />
      </fieldset>
    </>
  );
}

const isPlace = (channel: ContactChannel) => ['post', 'meeting_place'].includes(channel);

const titles = {
  languages: 'languages',
  communities: 'communities',
  topics: 'topics',
  servedAreas: 'areas',
} as const;

/** What there is, to take away; and a few more, chosen from all there are. */
function ListFields({ field, ...asked }: Asked & { field: ListField }) {
  const { language, context, standing, body } = asked;
  const words = reviewWords[language];
  const terms = termsIn(context, language, field);
  const chosen = new Set(standing[field]);
  const kept = body[`has-${field}`] ? new Set([body[field] ?? []].flat().map(Number)) : chosen;
  const title = linkWords[language][titles[field]];
  return (
    <fieldset>
      <legend>{title}</legend>
      <input type="hidden" name={`has-${field}`} value="yes" />
      {terms
        .filter(({ number }) => chosen.has(number))
        .map((term) => (
          <label key={term.number} className="tick">
            <input
              type="checkbox"
              name={field}
              value={term.number}
              defaultChecked={kept.has(term.number)}
            />
            <bdi lang={term.lang}>{term.text}</bdi>
          </label>
        ))}
      <p className="hint">{words.addHint}</p>
      {additions.map((at) => (
        <TextField
          key={at}
          {...asked}
          name={`add-${field}-${at}`}
          label={`${words.add} ${at + 1}`}
          value={typed(body, `add-${field}-${at}`) ?? ''}
          list={`all-${field}`}
        />
      ))}
      <datalist id={`all-${field}`}>
        {terms
          .filter(({ number }) => !chosen.has(number))
          .map(({ number, text }) => (
            <option key={number}>{text}</option>
          ))}
      </datalist>
    </fieldset>
  );
}
