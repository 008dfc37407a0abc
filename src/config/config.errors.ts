/** The settings cannot be used; `message` has one line that names all faults and no value. */
export class ConfigError extends Error {
  constructor(readonly faults: string[]) {
    super(`配置有误：${faults.join('；')}`);
  }
}
