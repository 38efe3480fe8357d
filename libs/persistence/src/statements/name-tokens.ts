import type { Json, JsonObject } from '@titian/domain';
import type { Seal } from './seal.ts';

/** Parts of a word that are found by their beginning. Longer beginnings are found by the whole word only. */
const PREFIX_LETTERS = { least: 3, most: 8 } as const;
/** A name has few words; more are noise that would only fill the index. */
const MOST_WORDS = 16;

/** Words of a name as they are compared: small letters without accents, apostrophes dropped (Nur'aini = nuraini). */
export function nameWords(name: string): readonly string[] {
  const plain = name
    .normalize('NFKD')
    .replace(/[\p{M}'’ʼ‘`]/gu, '')
    .toLowerCase();
  return [...new Set(plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== ''))].slice(0, MOST_WORDS);
}

function prefixesOf(word: string): readonly string[] {
  const letters = Array.from(word); // whole code points: half of one is no letter
  const longest = Math.min(letters.length, PREFIX_LETTERS.most);
  return Array.from({ length: Math.max(0, longest - PREFIX_LETTERS.least + 1) }, (_, n) =>
    letters.slice(0, PREFIX_LETTERS.least + n).join(''),
  );
}

/** Apart from the digests of identity numbers: a word must never equal one of those. */
const tokenOf = (seal: Seal, word: string): string => seal.lookup(`name:${word}`);

/** Every member called `name`, at any depth. */
function namesIn(content: Json): readonly string[] {
  if (typeof content !== 'object' || content === null) return [];
  return Object.entries(content).flatMap(([member, value]: [string, Json]) =>
    member === 'name' && typeof value === 'string' ? [value] : namesIn(value),
  );
}

/** Tokens under which a person is found: of each word of each name, and of the beginnings of the word. */
export function tokensOfPerson(seal: Seal, content: JsonObject): readonly string[] {
  const words = namesIn(content).flatMap(nameWords);
  return [...new Set(words.flatMap((word) => [word, ...prefixesOf(word)]))].map((word) => tokenOf(seal, word));
}

/**
 * One token for each word looked for. Three to eight letters find words that begin with them; shorter and longer ones find
 * whole words. Empty if the text has no word.
 */
export function tokensToFind(seal: Seal, text: string): readonly string[] {
  return nameWords(text).map((word) => tokenOf(seal, word));
}
