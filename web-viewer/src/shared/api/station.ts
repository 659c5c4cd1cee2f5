import { stationToken, type StationToken } from './center.js';
import { asProblem, json, send } from './http.js';

/** A token that ends sooner is renewed first. */
const RENEW_BEFORE = 60_000;

/** The streaming server, as the host of one room meets it: every call carries his right. */
export class Station {
  private held?: StationToken;

  constructor(
    readonly room: string,
    private readonly hostKey: string,
    private readonly give = stationToken,
    private readonly now = () => Date.now(),
  ) {}

  /** Where it is, without a slash at its end. */
  async base(): Promise<string> {
    return (await this.token()).station;
  }

  /** Asks it for JSON; `path` begins with a slash. Refusals come out as ProblemError. */
  async send<T>(method: string, path: string, body?: unknown): Promise<T> {
    const { station, token } = await this.token();
    return this.trusting(send<T>(method, station + path, token, body));
  }

  /** Sends a file as it is. */
  async upload<T>(path: string, file: Blob): Promise<T> {
    const { station, token } = await this.token();
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': file.type };
    return this.trusting(json<T>(station + path, { method: 'PUT', headers, body: file }));
  }

  /** A token that is refused, since the secret changed perhaps, is not shown again. */
  private async trusting<T>(answer: Promise<T>): Promise<T> {
    return answer.catch((error: unknown) => {
      const { status } = asProblem(error);
      if (status === 401 || status === 403) this.held = undefined;
      throw error;
    });
  }

  private async token(): Promise<StationToken> {
    const ends = Date.parse(this.held?.expiresAt ?? '');
    if (!this.held || !(ends - this.now() > RENEW_BEFORE)) {
      this.held = await this.give(this.room, this.hostKey);
    }
    return this.held;
  }
}
