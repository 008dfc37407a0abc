import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Remembers which inputs each part of dist/ was built from, in dist/.build-stamp.json.
 * A part is taken out before its build starts and put back after it has ended well, so a build that was
 * killed in between can never look finished.
 */
export class BuildStamp {
  #file;

  /** @param {string} root the project's folder */
  constructor(root) {
    this.#file = join(root, 'dist', '.build-stamp.json');
  }

  /**
   * @param {string} part name of a part of dist/
   * @returns {string | undefined} the hash that the part was last completely built from
   */
  hashOf(part) {
    return this.#read().fresh[part];
  }

  /**
   * Marks parts as being built.
   * @param {string[]} parts names of all parts that the build writes to
   * @returns {boolean} whether an earlier build of one of them never came to its end
   */
  begin(parts) {
    const { fresh, running } = this.#read();
    for (const part of parts) delete fresh[part];
    this.#write({ fresh, running: [...new Set([...running, ...parts])] });
    return parts.some((part) => running.includes(part));
  }

  /**
   * Marks parts as no longer being built.
   * @param {string[]} parts the names given to {@link begin}
   * @param {Record<string, string>} hashes input hash of each part that is complete now; empty after a failure
   */
  end(parts, hashes) {
    const { fresh, running } = this.#read();
    this.#write({ fresh: { ...fresh, ...hashes }, running: running.filter((part) => !parts.includes(part)) });
  }

  /** A missing or broken stamp only means that everything is built anew. */
  #read() {
    try {
      const { fresh, running } = JSON.parse(readFileSync(this.#file, 'utf8'));
      return { fresh: { ...fresh }, running: [...running] };
    } catch {
      return { fresh: {}, running: [] };
    }
  }

  #write(content) {
    mkdirSync(dirname(this.#file), { recursive: true });
    const temporary = `${this.#file}.${process.pid}`;
    writeFileSync(temporary, JSON.stringify(content, null, 2));
    renameSync(temporary, this.#file);
  }
}
