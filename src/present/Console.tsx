/** The presenter's own window: what is on the wall, what comes next, what to say, and the time. It draws no map. */
import { useEffect, useRef, useState } from 'react'
import { isTyping } from '../panels/kit/typing.ts'
import { nextScene } from '../view/briefing/edit.ts'
import { useSession } from '../view/store.ts'
import { BEAT, type Channel, openChannel, type StageState } from './channel.ts'
import { type Command, commandOf } from './keys.ts'
import './console.css'

const twoDigits = (n: number): string => String(n).padStart(2, '0')
/** 「1:05:09」「12:30」 */
const spanText = (ms: number): string => {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return h > 0 ? `${h}:${twoDigits(m)}:${twoDigits(s)}` : `${m}:${twoDigits(s)}`
}
const clockText = (now: number): string => new Date(now).toTimeString().slice(0, 5)

const useNow = (): number => {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500)
    return () => clearInterval(timer)
  }, [])
  return now
}

/** How the stage stands, as far as it says; null = nobody answers. */
const useStanding = () => {
  const [standing, setStanding] = useState<StageState | null>(null)
  const [heard, setHeard] = useState(0)
  const channel = useRef<Channel | null>(null)
  useEffect(() => {
    const open = openChannel((message) => {
      if (message.type === 'standing') {
        setStanding(message.standing)
        setHeard(Date.now())
      } else if (message.type === 'gone') setHeard(0)
    })
    channel.current = open
    open.tell({ type: 'hello' })
    return () => open.close()
  }, [])
  const command = (command: Command) => channel.current?.tell({ type: 'command', command })
  return { standing, heard, command }
}

interface ShotProps {
  picture: string | null
  title: string
  what: string
  blank?: 'black' | 'white' | null
}

const Shot = ({ picture, title, what, blank = null }: ShotProps) => (
  <figure className="console-shot">
    <figcaption>{what}</figcaption>
    <div data-blank={blank ?? 'none'}>
      {blank !== null ? (
        <span>{blank === 'black' ? '黑屏' : '白屏'}</span>
      ) : picture === null ? (
        <span>{title}</span>
      ) : (
        <img src={picture} alt="" />
      )}
    </div>
    <b>{title}</b>
  </figure>
)

const BUTTONS = [
  [{ type: 'back' }, '上一幕'],
  [{ type: 'next' }, '下一幕'],
  [{ type: 'black' }, '黑屏'],
  [{ type: 'white' }, '白屏'],
  [{ type: 'script' }, '回到脚本'],
  [{ type: 'play' }, '自动播放'],
] as const satisfies readonly (readonly [Command, string])[]

export const Console = () => {
  const overview = useSession((s) => s.overview)
  const change = useSession((s) => s.change)
  const { standing, heard, command } = useStanding()
  const [digits, setDigits] = useState('')
  const now = useNow()
  const latest = useRef({ digits, command })
  latest.current = { digits, command }
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (isTyping(event.target)) return
      const pressing = event.key === 'Enter' || event.key === ' '
      if (pressing && document.activeElement?.matches('button:focus-visible')) return
      const asked = commandOf(event, latest.current.digits)
      if (asked === null) return
      event.preventDefault()
      // The windows are closed one by one, by whoever means to.
      if (asked.type === 'leave' || asked.type === 'help') return
      setDigits(asked.type === 'digits' ? asked.digits : '')
      latest.current.command(asked)
    }
    addEventListener('keydown', pressed)
    return () => removeEventListener('keydown', pressed)
  }, [])
  const inStep = heard > 0 && now - heard < 2.5 * BEAT
  const scenes = overview?.briefings.find(({ name }) => name === standing?.briefing)?.scenes ?? []
  const next = standing === null ? null : nextScene(scenes, standing.scene, 1)
  const planned = scenes.reduce((sum, { dwell, hidden }) => sum + (hidden ? 0 : (dwell ?? 0)), 0)
  return (
    <main className="console" aria-label="演讲者控制台">
      <header>
        <h1>{standing?.briefing ?? '演讲者控制台'}</h1>
        <span className="num console-clock">{clockText(now)}</span>
        {standing !== null && (
          <span className="num">
            已讲 {spanText(now - standing.since)}
            {planned > 0 && ` / ${spanText(planned * 1000)}`}
          </span>
        )}
        <span role="status" data-tone={inStep ? 'good' : 'bad'}>
          {inStep
            ? standing?.scripted === false
              ? '同步，已离开脚本'
              : '两个窗口同步'
            : '没有听到放映窗口：它关了，或还在打开'}
        </span>
        <button type="button" className="text-button" onClick={() => change({ atConsole: false })}>
          关闭控制台
        </button>
      </header>
      {standing !== null && (
        <>
          <Shot what="现在" picture={standing.now} title={standing.title} blank={standing.blank} />
          <Shot
            what="下一幕"
            picture={standing.next}
            title={next === null ? '没有了' : (scenes[next]?.title ?? '')}
          />
          <ul className="console-points" aria-label="要点">
            {standing.points.map((point) => (
              <li key={point}>{point}</li>
            ))}
            {standing.points.length === 0 && <li>这一幕没有写要点。</li>}
          </ul>
          <ol className="console-jump scrolls" aria-label="到哪一幕">
            {scenes.map((scene, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a scene is known by its place
              <li key={i}>
                <button
                  type="button"
                  className="row"
                  aria-current={i === standing.scene}
                  data-hidden={scene.hidden}
                  onClick={() => command({ type: 'scene', number: i + 1 })}
                >
                  <span className="num">{i + 1}</span>
                  <span>{scene.title === '' ? '未命名' : scene.title}</span>
                </button>
              </li>
            ))}
          </ol>
          <footer>
            {BUTTONS.map(([asked, word]) => (
              <button
                key={asked.type}
                type="button"
                className="text-button"
                aria-pressed={
                  asked.type === standing.blank || (asked.type === 'play' ? standing.playing : undefined)
                }
                onClick={() => command(asked)}
              >
                {word}
              </button>
            ))}
            {digits !== '' && <b className="num">到第 {digits} 幕：按 Enter</b>}
          </footer>
        </>
      )}
      {standing === null && <p className="empty">把放映窗口拖到大屏上，按 F 全屏；这个窗口留在手边。</p>}
    </main>
  )
}
