import { nikBirthOf, readNik, type AreaCode, type JsonObject } from '@titian/domain';
import type { Seal } from '../statements/seal.ts';
import { comparableName } from './person-name.ts';

/** Keyed digests by which a statement about a person is found, each null if too little is known for it. */
export interface PersonDigests {
  /** Of number and name together: two statements that share it speak of one person. */
  readonly identity: string | null;
  /** Of name, day of birth and village: two statements that share it may speak of one person. */
  readonly likeness: string | null;
}

/**
 * The digests of who a person is said to be. The day of birth is the one that was said, else that of the number; its year
 * counts with two digits, as in the number, so that a statement with the one meets a statement with the other.
 *
 * @param village - whole code of the village that the matter belongs to; of a part of a code no likeness is made
 */
export function personDigests(seal: Seal, { name, nik, bornOn }: JsonObject, village: AreaCode): PersonDigests {
  const called = typeof name === 'string' ? comparableName(name) : '';
  const parts = typeof nik === 'string' ? readNik(nik) : undefined;
  const birth = typeof bornOn === 'string' ? nikBirthOf(bornOn) : parts?.birth;
  const isVillage = village.split('.').length === 4;
  return {
    identity: parts === undefined || called === '' ? null : seal.lookup(`identity:${String(nik)}:${called}`),
    likeness:
      birth === undefined || called === '' || !isVillage ? null : seal.lookup(`likeness:${called}:${birth}:${village}`),
  };
}
