import type { TestApp } from './start-test-app.js';

/** A browser with cookies, as far as the staff API needs one. */
export class StaffBrowser {
  private readonly cookies = new Map<string, string>();
  private static addresses = 0;
  /** Each browser has an address of its own: each may try a few times a minute only. Needs trustedProxies: 1. */
  private readonly address = `203.0.113.${(StaffBrowser.addresses++ % 250) + 1}`;

  constructor(
    private readonly server: TestApp,
    private readonly origin = 'http://portal.test',
  ) {}

  cookie(name: string): string | undefined {
    return this.cookies.get(name);
  }

  setCookie(name: string, value: string): void {
    this.cookies.set(name, value);
  }

  /** Calls the API below /api/v1; `headers` may take the origin away (empty) or name another. */
  async call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const sent: Record<string, string> = {
      origin: this.origin,
      'x-forwarded-for': this.address,
      'user-agent': 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0',
      cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    };
    const answer = await fetch(`${this.server.url}/api/v1${path}`, {
      method,
      headers: Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== '')),
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
      redirect: 'manual',
    });
    for (const line of answer.headers.getSetCookie()) this.keep(line);
    return answer;
  }

  signIn(username: string, password: string, code?: string): Promise<Response> {
    return this.call('POST', '/staff/sessions', { username, password, ...(code ? { code } : {}) });
  }

  /** The status of asking who is signed in. */
  async meStatus(): Promise<number> {
    return (await this.call('GET', '/staff/me')).status;
  }

  async read<T>(path: string): Promise<T> {
    return (await (await this.call('GET', path)).json()) as T;
  }

  private keep(line: string): void {
    const [pair = ''] = line.split(';', 1);
    const at = pair.indexOf('=');
    const value = pair.slice(at + 1);
    if (value === '') this.cookies.delete(pair.slice(0, at));
    else this.cookies.set(pair.slice(0, at), value);
  }
}

/** The `code` of an error answer. */
export const faultCode = async (answer: Response): Promise<string> =>
  ((await answer.json()) as { code: string }).code;
