/** Panels ask the engine through here. */

import { createContext, useContext, useEffect, useMemo, useState } from 'react'
import type { Engine, Question, QuestionName } from '../../engine/contract/engine.ts'
import {
  type Answer,
  answerOf,
  ask,
  faultText,
  onScreen,
  preparedFor,
  questionKey,
  type Settled,
} from '../../view/asking.ts'
import { useSession } from '../../view/store.ts'

const EngineContext = createContext<Engine | null>(null)
export const EngineProvider = EngineContext.Provider

export const useEngine = (): Engine => {
  const engine = useContext(EngineContext)
  if (engine === null) throw new Error('no engine')
  return engine
}

/** Says on the screen that something asked for was not done. */
export const tellTrouble = (error: unknown): void => {
  useSession.setState({ trouble: faultText(error) })
}

export interface Asking<A> extends Answer<A> {
  /** asks once more */
  again: () => void
}

/**
 * The answer to a question about the package on the screen; asked again when the question or the package is another one.
 * @param question null = nothing is asked
 * @param standIn see `answerOf`
 */
export const useAnswer = <N extends QuestionName>(
  question: Question<N> | null,
  standIn?: readonly number[],
): Asking<Awaited<ReturnType<Engine[N]>>> => {
  const engine = useEngine()
  const edition = useSession((s) => s.edition)
  const [settled, setSettled] = useState<Settled | null>(null)
  const [times, setTimes] = useState(0)
  const key = questionKey(question as Question | null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` is the question; `times` asks it once more
  useEffect(() => {
    if (question === null) return
    const asked = question as Question
    const leave = onScreen(asked)
    const stop = ask(engine, edition, asked, setSettled, times > 0)
    return () => {
      stop()
      leave()
    }
  }, [key, engine, edition, times])
  const asked = answerOf(settled, edition, question, standIn)
  const ready = asked.here || asked.fault !== null ? null : preparedFor(edition, question as Question | null)
  const { here, value, fault } = ready === null ? asked : answerOf(ready, edition, question)
  return useMemo(
    () => ({
      here,
      value,
      fault,
      again: () => {
        setSettled(null)
        setTimes((n) => n + 1)
      },
    }),
    [here, value, fault],
  )
}

/** Why there is no answer, where it would stand, with the way to ask again; nothing where nothing went wrong. */
export const Fault = ({ of }: { of: Pick<Asking<unknown>, 'fault' | 'again'> }) =>
  of.fault === null ? null : (
    <p className="notice" data-tone="bad" role="alert">
      {of.fault}
      <button
        type="button"
        className="text-button"
        // It is removed once the answer comes, and would leave an open window without focus.
        onMouseDown={(event) => event.preventDefault()}
        onClick={of.again}
      >
        重试
      </button>
    </p>
  )

/** In the place of an answer that is not there: that it is awaited, why it did not come, or that there is none. */
export const Pending = ({ of, children }: { of: Asking<unknown>; children: string }) =>
  of.fault !== null ? <Fault of={of} /> : <p className="empty">{of.here ? '没有这样的记录' : children}</p>
