/** Why a sign-in came to nothing, as far as the one who tried can do something about it. */
export type SignInFailureKind =
  /** They said no at the provider. */
  | 'cancelled'
  /** Too old, used before, or begun in another browser. */
  | 'expired'
  /** The provider's answer is not one to our question, or its refusal. */
  | 'refused'
  /** Signed in, but not as strongly as we ask. */
  | 'tooWeak'
  /** Whoever was to confirm that it is them signed in as somebody else. */
  | 'anotherUser'
  /** The provider does not answer. */
  | 'unreachable'
  /** Known to the provider, not to us. */
  | 'unknownUser'
  | 'disabledUser'
  /** There is no provider. */
  | 'notConfigured'
  /** Too many tries from one address. */
  | 'tooOften'
  /** Ours. */
  | 'fault';

/** Mislykket pålogging. The kind is for the page, the cause for the log. */
export class SignInFailure extends Error {
  constructor(
    readonly kind: SignInFailureKind,
    options: ErrorOptions & {
      /** The identity at the provider, for whoever is to give access. */
      readonly subject?: string;
    } = {},
  ) {
    super(`Sign-in failed: ${kind}`, options);
    this.subject = options.subject;
  }

  readonly subject: string | undefined;
}
