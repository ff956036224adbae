import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Kept {
  readonly model: string;
  readonly payload: AdapterPayload;
  readonly until: number;
}

const most = 1000;

/** What the demo's provider remembers: in memory, for minutes, the oldest forgotten first. */
export class MemoryAdapter implements Adapter {
  readonly #model: string;
  readonly #kept: Map<string, Kept>;

  constructor(model: string, kept: Map<string, Kept>) {
    this.#model = model;
    this.#kept = kept;
  }

  /** A memory that all of one provider's models share, and no other provider. */
  static factory(): (model: string) => MemoryAdapter {
    const kept = new Map<string, Kept>();
    return (model) => new MemoryAdapter(model, kept);
  }

  async upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<void> {
    const now = Date.now();
    for (const [key, { until }] of this.#kept) {
      if (until <= now || this.#kept.size >= most) this.#kept.delete(key);
    }
    this.#kept.set(this.#key(id), { model: this.#model, payload, until: now + expiresIn * 1000 });
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const found = this.#kept.get(this.#key(id));
    return found && found.until > Date.now() ? found.payload : undefined;
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.#all().find((payload) => payload.uid === uid);
  }

  async findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return this.#all().find((payload) => payload.userCode === userCode);
  }

  async consume(id: string): Promise<void> {
    const payload = await this.find(id);
    if (payload) payload.consumed = Math.floor(Date.now() / 1000);
  }

  async destroy(id: string): Promise<void> {
    this.#kept.delete(this.#key(id));
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [key, { model, payload }] of this.#kept) {
      if (model !== 'Grant' && payload.grantId === grantId) this.#kept.delete(key);
    }
  }

  #key(id: string): string {
    return `${this.#model}:${id}`;
  }

  #all(): AdapterPayload[] {
    return [...this.#kept.values()]
      .filter(({ model, until }) => model === this.#model && until > Date.now())
      .map(({ payload }) => payload);
  }
}
