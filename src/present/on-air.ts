/** The stage tells a console how it stands, and does what the console asks. */
import { useEffect, useRef } from 'react'
import { BEAT, type Channel, openChannel, type StageState } from './channel.ts'
import { obey } from './show.ts'

export const useOnAir = (standing: StageState): void => {
  const latest = useRef(standing)
  latest.current = standing
  const channel = useRef<Channel | null>(null)
  const tell = () => channel.current?.tell({ type: 'standing', standing: latest.current })
  // biome-ignore lint/correctness/useExhaustiveDependencies: `tell` reads what is latest
  useEffect(() => {
    const open = openChannel((message) => {
      if (message.type === 'hello') tell()
      else if (message.type === 'command') obey(message.command)
    })
    channel.current = open
    const beat = setInterval(tell, BEAT)
    const gone = () => open.tell({ type: 'gone' })
    addEventListener('pagehide', gone)
    return () => {
      clearInterval(beat)
      removeEventListener('pagehide', gone)
      gone()
      open.close()
      channel.current = null
    }
  }, [])
  const said = JSON.stringify(standing)
  // biome-ignore lint/correctness/useExhaustiveDependencies: told whenever anything of it is another
  useEffect(() => {
    tell()
  }, [said])
}
