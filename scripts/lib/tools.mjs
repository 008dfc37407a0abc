import { run } from './run.mjs';

/** Programs that tests drive, with the Debian package that brings each. */
const TOOLS = {
  mariadb: { names: ['mariadbd', 'mysqld'], package: 'mariadb-server' },
  redis: { names: ['redis-server'], package: 'redis-server' },
  chromium: { names: ['chromium', 'chromium-browser', 'google-chrome'], package: 'chromium' },
};

const INSTALL = ['install', '-y', '--no-install-recommends'];

/**
 * Makes sure that programs are installed; as root it installs what is missing with apt-get.
 * @param {('mariadb' | 'redis' | 'chromium')[]} wanted which programs
 * @returns {Promise<boolean>} whether all are there; if not, a person has been told what to do
 */
export async function ensureTools(wanted) {
  const missing = await missingPackages(wanted);
  if (missing.length === 0) return true;
  if (process.getuid?.() === 0 && (await isInstalled(['apt-get']))) {
    console.log(`正在安装 ${missing.join('、')}…`);
    if ((await install(missing)) || (await install(missing))) {
      if ((await missingPackages(wanted)).length === 0) return true;
    }
  }
  console.error(
    `测试还需要 ${missing.join('、')}。请安装后重试，在 Debian 或 Ubuntu 上运行：\n` +
      `  sudo apt-get update && sudo apt-get ${[...INSTALL, ...missing].join(' ')}`,
  );
  return false;
}

async function missingPackages(wanted) {
  const missing = [];
  for (const tool of wanted) {
    if (!(await isInstalled(TOOLS[tool].names))) missing.push(TOOLS[tool].package);
  }
  return missing;
}

/** Servers lie in sbin, which is not on everybody's PATH. */
async function isInstalled(names) {
  const env = { ...process.env, PATH: `${process.env.PATH ?? ''}:/usr/sbin:/usr/local/sbin` };
  for (const name of names) {
    if ((await run('sh', ['-c', `command -v ${name}`], { env })).code === 0) return true;
  }
  return false;
}

async function install(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], [...INSTALL, ...packages]]) {
    const { code, output } = await run('apt-get', args, { env });
    if (code !== 0) {
      console.error(`apt-get ${args.join(' ')} 失败：\n${output.trimEnd()}`);
      return false;
    }
  }
  return true;
}
