/** Bytes of which the first are wanted before the rest: `continued` hands out both, in order. */
export async function headOf(source: AsyncIterator<Buffer>, isEnough: (head: Buffer) => boolean): Promise<Buffer> {
  let head = Buffer.alloc(0);
  while (!isEnough(head)) {
    const next = await source.next();
    if (next.done === true) break;
    head = Buffer.concat([head, next.value]);
  }
  return head;
}

/** What was read ahead, and what follows it. */
export async function* continued(head: Buffer, source: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  if (head.length > 0) yield head;
  for (let next = await source.next(); next.done !== true; next = await source.next()) yield next.value;
}
