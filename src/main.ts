import { createApp } from './create-app.js';
import { ConfigError } from './config/config.errors.js';
import { loadConfig } from './config/load-config.js';
import { ServerAddresses } from './config/server-addresses.js';
import { startupFault } from './startup-fault.js';

/** Starts everything and prints where people find it; one clear line and exit code 1 where it cannot. */
async function main(): Promise<void> {
  const config = loadConfig();
  try {
    const app = await createApp(config);
    const addresses = app.get(ServerAddresses);
    await app.listen(config.port, config.host);
    if (!config.publicUrl && config.port === 0) addresses.publicUrl = await app.getUrl();
    process.stdout.write(`门户　　　${addresses.publicUrl}\n接口文档　${addresses.publicUrl}/api/docs\n`);
  } catch (error) {
    process.stderr.write(`${startupFault(error, config)}\n`);
    process.exit(1);
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof ConfigError ? error.message : String(error)}\n`);
  process.exit(1);
});
