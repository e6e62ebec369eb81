/** Parts of the program that are fetched when they are first needed: what becomes of a page whose network or host fails then. */

/** A part could not be had. The message is one plain Chinese sentence, for the user; `cause` is what the browser said. */
export class PartMissing extends Error {
  override name = 'PartMissing'
}

/** Whether it is a PartMissing, thrown here or in the worker, from where an error keeps only its name and message. */
export const isPartMissing = (error: unknown): error is Error =>
  error instanceof Error && error.name === 'PartMissing'

/** ms after which a host that does not answer is taken for one that never will */
const PATIENCE = 60_000

/**
 * The part that `load` imports. Every `import()` of the program goes through here.
 * @param what what the user knows it by, for the message
 * @throws PartMissing when it cannot be fetched, is not the program (a page of the host in its place), or does not come
 */
export const part = async <M>(what: string, load: () => Promise<M>): Promise<M> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${PATIENCE / 1000} s`)), PATIENCE)
  })
  try {
    return await Promise.race([load(), tooLong])
  } catch (cause) {
    throw new PartMissing(
      `“${what}”没有读到：网络中断，或网站上的文件不全、刚更新过。请再试一次，仍不行就刷新页面。`,
      { cause },
    )
  } finally {
    clearTimeout(timer)
  }
}
