import { readFileSync } from 'node:fs';

/** Addresses of what a page loads. */
export interface PageAssets {
  script: string;
  preferences: string;
  style: string;
  icon: string;
  /** Modules that hydration will need, so that the browser fetches them at once instead of one after another. */
  preload: string[];
}

interface ManifestChunk {
  file: string;
  imports?: string[];
}

type Manifest = Record<string, ManifestChunk | undefined>;

/** Reads which hashed names the browser build gave its files; throws when that build is missing. */
function readManifest(): Manifest {
  const path = new URL('../client/.vite/manifest.json', import.meta.url);
  return JSON.parse(readFileSync(path, 'utf8')) as Manifest;
}

let manifest: Manifest | null = null;

function chunk(key: string): ManifestChunk {
  manifest ??= readManifest();
  const found = manifest[key];
  if (!found) throw new Error(`The browser build has no ${key}; build the web pages again`);
  return found;
}

/** All modules that a source file of the browser build imports without waiting, itself included. */
function modulesOf(key: string, found = new Map<string, string>()): Map<string, string> {
  if (found.has(key)) return found;
  const { file, imports = [] } = chunk(key);
  found.set(key, file);
  for (const next of imports) modulesOf(next, found);
  return found;
}

/** The assets of a page rendered from the given source files (relative to web/portal). */
export function pageAssets(sources: Iterable<string>): PageAssets {
  const preload = modulesOf('src/entry-client.ts');
  for (const source of sources) if (manifest?.[source]) modulesOf(source, preload);
  const script = chunk('src/entry-client.ts').file;
  return {
    script: `/${script}`,
    preferences: `/${chunk('src/preferences.ts').file}`,
    style: `/${chunk('style.css').file}`,
    icon: `/${chunk('src/icon.svg').file}`,
    preload: [...preload.values()].filter((file) => file !== script).map((file) => `/${file}`),
  };
}
