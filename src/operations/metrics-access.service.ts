import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { BlockList, isIP } from 'node:net';
import { Injectable } from '@nestjs/common';
import { ForbiddenError, UnauthenticatedError } from '../common/common.errors.js';
import { AppConfig } from '../config/app-config.js';

/** Set by proxies: whoever asks through one is not on this machine, even where the proxy is. */
const PROXY_HEADERS = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8);
LOOPBACK.addAddress('::1', 'ipv6');
LOOPBACK.addSubnet('::ffff:127.0.0.0', 104, 'ipv6');

const isLoopback = (address: string): boolean =>
  isIP(address) !== 0 && LOOPBACK.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Who may read the figures: whoever has METRICS_TOKEN; where none is set, this machine only. */
@Injectable()
export class MetricsAccess {
  constructor(private readonly config: AppConfig) {}

  /**
   * @param peer address that the connection comes from, not what a header says
   * @throws UnauthenticatedError, ForbiddenError
   */
  check(peer: string, headers: IncomingHttpHeaders): void {
    const expected = this.config.metricsToken;
    if (expected === undefined) {
      const direct = isLoopback(peer) && PROXY_HEADERS.every((name) => headers[name] === undefined);
      if (!direct) throw new ForbiddenError('没有设置 METRICS_TOKEN，只有本机可以直接读取运行指标');
      return;
    }
    const [scheme, token = ''] = (headers.authorization ?? '').split(' ');
    // Digests have one length, so that the comparison takes one time.
    if (scheme?.toLowerCase() !== 'bearer' || !timingSafeEqual(digest(token), digest(expected))) {
      throw new UnauthenticatedError('请在 Authorization 里提供 METRICS_TOKEN 所设的令牌');
    }
  }
}
