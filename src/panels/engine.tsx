/** Panels ask the engine through here; an answer that has been overtaken is dropped, the last one stays until the next is there. */
import { createContext, useContext, useEffect, useState } from 'react'
import type { Engine } from '../engine/api.ts'
import { useSession } from '../view/store.ts'

const EngineContext = createContext<Engine | null>(null)
export const EngineProvider = EngineContext.Provider

export const useEngine = (): Engine => {
  const engine = useContext(EngineContext)
  if (engine === null) throw new Error('no engine')
  return engine
}

/** Says on the screen that the engine could not answer. */
export const tellTrouble = (error: unknown): void => {
  useSession.setState({ trouble: error instanceof Error ? error.message : '数据引擎没有回答，请刷新页面。' })
}

/**
 * The answer to a question, null until it is there; asked again when the package has become another one.
 * @param key tells one question from another; the question is asked again when it changes
 * @param keep tells which earlier answers may stand in meanwhile: those whose key begins with it; none when absent
 */
export const useAnswer = <A,>(key: string, ask: (engine: Engine) => Promise<A>, keep?: string): A | null => {
  const engine = useEngine()
  const edition = useSession((s) => s.edition)
  const [answer, setAnswer] = useState<{ key: string; value: A } | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` and `edition` stand for what `ask` closes over
  useEffect(() => {
    let wanted = true
    ask(engine).then((value) => {
      if (wanted) setAnswer({ key, value })
    }, tellTrouble)
    return () => {
      wanted = false
    }
  }, [key, engine, edition])
  if (answer === null) return null
  return answer.key === key || (keep !== undefined && answer.key.startsWith(keep)) ? answer.value : null
}
