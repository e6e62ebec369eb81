/** Panels ask the engine through here; an answer that has been overtaken is dropped, the last one stays until the next is there. */
import { createContext, useContext, useEffect, useState } from 'react'
import type { Engine } from '../engine/api.ts'

const EngineContext = createContext<Engine | null>(null)
export const EngineProvider = EngineContext.Provider

export const useEngine = (): Engine => {
  const engine = useContext(EngineContext)
  if (engine === null) throw new Error('no engine')
  return engine
}

/**
 * The answer to a question, null until it is there.
 * @param key tells one question from another; the question is asked again when it changes
 * @param keep whether the answer to the question before may stand in meanwhile
 */
export const useAnswer = <A,>(key: string, ask: (engine: Engine) => Promise<A>, keep = false): A | null => {
  const engine = useEngine()
  const [answer, setAnswer] = useState<{ key: string; value: A } | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for what `ask` closes over
  useEffect(() => {
    let wanted = true
    void ask(engine).then((value) => {
      if (wanted) setAnswer({ key, value })
    })
    return () => {
      wanted = false
    }
  }, [key, engine])
  return answer !== null && (keep || answer.key === key) ? answer.value : null
}
