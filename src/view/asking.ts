/** One question at a time to the engine, and what may be shown of the answer: never that of another question or package. */
import type { Engine, Question, QuestionName } from '../engine/contract/engine.ts'
import { isOvertaken } from '../model/overtaken.ts'

/** Answers one question of that sort. */
type AnswerTo<N extends QuestionName> = Awaited<ReturnType<Engine[N]>>

/** How a question about one edition of the package came out. */
export interface Settled {
  edition: number
  question: Question
  outcome: { value: unknown } | { fault: string }
}

export interface Answer<A> {
  /** whether it is there; the answer itself may be null */
  here: boolean
  /** null until it is there */
  value: A | null
  /** why there is none, for the user; null while it is awaited, or there */
  fault: string | null
}

const NO_ANSWER = { here: false, value: null, fault: null }

/** Tells one question from another; two that are equal have the same. */
export const questionKey = (question: Question | null): string => JSON.stringify(question)

/** A sentence for the user; what the browser itself says is English. */
export const faultText = (error: unknown): string => {
  const message = error instanceof Error ? error.message : ''
  if (/\p{Script=Han}/u.test(message)) return message
  return message === '' ? '没有算出来，请重试。' : `没有算出来：${message}`
}

/** Null where another package has overtaken the question: it is asked again as soon as that one is on the screen. */
const request = async (
  engine: Pick<Engine, 'ask'>,
  edition: number,
  [name, ...args]: Question,
): Promise<Settled['outcome'] | null> => {
  const call = engine.ask as (edition: number, name: QuestionName, ...args: unknown[]) => Promise<unknown>
  try {
    return { value: await call(edition, name, ...args) }
  } catch (error) {
    return isOvertaken(error) ? null : { fault: faultText(error) }
  }
}

/** Answers of the newest package to what was on the screen before it, by question; some may be under way still. */
let prepared: {
  edition: number
  asked: Map<string, Promise<Settled['outcome'] | null>>
  settled: Map<string, Settled>
} = { edition: Number.NaN, asked: new Map(), settled: new Map() }

/**
 * @param anew asks though the answer was prepared
 * @returns stops listening: an answer that comes later is dropped
 */
export const ask = (
  engine: Pick<Engine, 'ask'>,
  edition: number,
  question: Question,
  settle: (settled: Settled) => void,
  anew = false,
): (() => void) => {
  let wanted = true
  const known = anew || prepared.edition !== edition ? undefined : prepared.asked.get(questionKey(question))
  void (known ?? request(engine, edition, question)).then((outcome) => {
    if (wanted && outcome !== null) settle({ edition, question, outcome })
  })
  return () => {
    wanted = false
  }
}

/** Questions that are on the screen, and how many ask them. */
const live = new Map<string, { question: Question; askers: number }>()

/** Counts a question among those on the screen. @returns takes it off */
export const onScreen = (question: Question): (() => void) => {
  const key = questionKey(question)
  const entry = live.get(key) ?? { question, askers: 0 }
  entry.askers++
  live.set(key, entry)
  return () => {
    if (--entry.askers === 0 && live.get(key) === entry) live.delete(key)
  }
}

/** ms that another package may wait for the answers to what is on the screen */
const PREPARED_WITHIN = 400

/**
 * Asks what is on the screen of another edition before that is shown, so that the screen passes from one to the other in
 * one step. What takes long is left to be asked again when it is shown.
 */
export const prepare = (engine: Pick<Engine, 'ask'>, edition: number): Promise<void> => {
  const next: typeof prepared = { edition, asked: new Map(), settled: new Map() }
  prepared = next
  for (const [key, { question }] of live) {
    const asked = request(engine, edition, question)
    next.asked.set(key, asked)
    void asked.then((outcome) => {
      if (outcome !== null) next.settled.set(key, { edition, question, outcome })
    })
  }
  return Promise.race([
    Promise.all(next.asked.values()).then(() => undefined),
    new Promise<void>((resolve) => setTimeout(resolve, PREPARED_WITHIN)),
  ])
}

/** What was prepared for a question. */
export const preparedFor = (edition: number, question: Question | null): Settled | null =>
  question !== null && prepared.edition === edition
    ? (prepared.settled.get(questionKey(question)) ?? null)
    : null

const agree = (a: Question, b: Question, at: readonly number[]): boolean =>
  a[0] === b[0] && at.every((i) => JSON.stringify(a[i + 1]) === JSON.stringify(b[i + 1]))

/**
 * What the last outcome says about the question asked now.
 * @param standIn positions of the arguments by which an earlier answer may stand in until the next is there: it does
 * where these are the same; none does when absent
 */
export const answerOf = <N extends QuestionName>(
  settled: Settled | null,
  edition: number,
  question: Question<N> | null,
  standIn?: readonly number[],
): Answer<AnswerTo<N>> => {
  if (settled === null || question === null || settled.edition !== edition) return NO_ANSWER
  const { outcome } = settled
  const same = questionKey(settled.question) === questionKey(question as Question)
  if ('fault' in outcome) return same ? { here: false, value: null, fault: outcome.fault } : NO_ANSWER
  const serves = same || (standIn !== undefined && agree(settled.question, question as Question, standIn))
  return serves ? { here: true, value: outcome.value as AnswerTo<N>, fault: null } : NO_ANSWER
}
