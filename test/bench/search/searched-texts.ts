import { readQuery } from '#libs/chinese-text';

const MAX_TOKENS = 48;

/** What people type who look for something with that name: all of it, its beginning, one character less, its initials. */
export function searchedTexts(name: string): string[] {
  const characters = Array.from(name);
  const initials = readQuery(characters.slice(0, 5).join(''), MAX_TOKENS)
    .sound()
    .flatMap(({ words }) => words.flat())
    .map((element) => element.initial)
    .join('');
  return [
    name,
    characters.slice(0, 4).join(''),
    [...characters.slice(0, 2), ...characters.slice(3, 9)].join(''),
    initials,
  ].filter((text) => text !== '');
}

/** The beginnings of a name, as somebody types it. */
export const beginnings = (name: string): string[] => [1, 2, 3, 4].map((length) => name.slice(0, length));
