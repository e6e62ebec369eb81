/** Nothing can be made of a file. The message is one plain Chinese sentence: what it is and what to do instead. */
export class Refusal extends Error {
  override name = 'Refusal'
}
