import { wasInterrupted } from './run.mjs';

const REMINDER_MS = 10_000;

/** @param {number} seconds @returns {string} with one decimal, for people */
export const inSeconds = (seconds) => `${seconds.toFixed(1)} 秒`;

/**
 * Says that something is under way, that it still is every ten seconds, and how it ended.
 * @param {string} label what is built, in Chinese
 * @param {() => Promise<{code: number, output: string, seconds: number}>} work see run.mjs
 * @returns {Promise<number>} the exit code; the output is shown only after a failure
 */
export async function withProgress(label, work) {
  console.log(`正在构建${label}…`);
  const started = performance.now();
  const reminder = setInterval(() => {
    console.log(`正在构建${label}… 已用 ${Math.round((performance.now() - started) / 1000)} 秒`);
  }, REMINDER_MS);
  const { code, output, seconds } = await work().finally(() => clearInterval(reminder));
  if (code === 0) console.log(`${label}构建完成，用时 ${inSeconds(seconds)}`);
  else if (wasInterrupted(code)) console.error(`${label}构建被中断，下次启动会重新构建。`);
  else console.error(`${output.trimEnd()}\n${label}构建失败，请按上面的提示修改后重试。`);
  return code;
}
