import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';

const TAG_BYTES = 16;

/** Seals words about people: AES-256-GCM, a fresh nonce each time, the statement's id bound in as additional data. */
export class Seal {
  private readonly key: Buffer;
  private readonly lookupKey: Buffer;

  /** @throws RangeError unless the key is 64 hexadecimal digits (32 bytes) */
  constructor(hexKey: string) {
    if (!/^[0-9a-f]{64}$/i.test(hexKey)) throw new RangeError('the data key must be 64 hexadecimal digits');
    this.key = Buffer.from(hexKey, 'hex');
    this.lookupKey = createHash('sha256').update('lookup').update(this.key).digest();
  }

  seal(id: string, text: string): Buffer {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(Buffer.from(id));
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]);
  }

  /** @throws Error if the text was changed, or belongs to another id */
  open(id: string, sealed: Buffer): string {
    const nonce = sealed.subarray(0, 12);
    // The length is pinned: Node would take a tag of four bytes too, which can be guessed.
    const decipher = createDecipheriv('aes-256-gcm', this.key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(id)).setAuthTag(sealed.subarray(12, 12 + TAG_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(12 + TAG_BYTES)), decipher.final()]).toString('utf8');
  }

  /** Keyed digest for equality search (NIK): the same text gives the same value, and nobody without the key can guess it. */
  lookup(text: string): string {
    return createHmac('sha256', this.lookupKey).update(text).digest('hex');
  }
}

/** Salted digest that stands for a statement in the log: the id is the salt. */
export function statementDigest(id: string, text: string): string {
  return createHash('sha256').update(id).update('\n').update(text).digest('hex');
}
