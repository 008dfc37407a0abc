/** The folder in which a person typed the command: npm runs it in the project's folder and says where it came from. */
export const callerFolder = (): string => process.env.INIT_CWD ?? process.cwd();
