import { describe, expect, it } from '@jest/globals';
import { ForbiddenError } from '../common/common.errors.js';
import { AppConfig } from '../config/app-config.js';
import { MetricsAccess } from './metrics-access.service.js';

describe('MetricsAccess without a token', () => {
  const access = new MetricsAccess(new AppConfig());

  it.each(['127.0.0.1', '127.8.9.1', '::1', '::ffff:127.0.0.1'])('lets %s read', (peer) => {
    expect(() => access.check(peer, {})).not.toThrow();
  });

  it.each(['192.0.2.1', '::ffff:192.0.2.1', '2001:db8::1', '10.0.0.1', ''])('refuses %s', (peer) => {
    expect(() => access.check(peer, {})).toThrow(ForbiddenError);
  });
});
