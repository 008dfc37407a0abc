/** The first twelve digits of a content hash in groups that can be read out and compared: `3fa9 01bc 77de`. */
export const shortHash = (hash: string): string => hash.slice(0, 12).replace(/(.{4})(?=.)/g, '$1 ');
