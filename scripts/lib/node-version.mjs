import { readFileSync } from 'node:fs';

/**
 * Compares a Node version with the one that package.json asks for.
 * @param {string} root the project's folder
 * @param {string} version as in process.versions.node
 * @returns {string | undefined} one line for people when it is too old
 */
export function nodeVersionFault(root, version = process.versions.node) {
  const { engines } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));
  const [wantedMajor, wantedMinor] = numbers(engines.node);
  const [major, minor] = numbers(version);
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return undefined;
  return `需要 Node.js ${wantedMajor}.${wantedMinor} 或更高版本，现在是 ${version}。请从 https://nodejs.org/zh-cn 安装后重试。`;
}

const numbers = (text) => text.match(/\d+/g).map(Number);
