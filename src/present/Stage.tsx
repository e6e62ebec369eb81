/** A scene as the hall sees it: the map, what it is called, its one chart or list, the main figures, legend, day and source. */
import { useEffect } from 'react'
import type { Scene } from '../model/briefing.ts'
import { formatDay } from '../model/day.ts'
import { isTyping } from '../panels/kit/typing.ts'
import { Ledger } from '../panels/ledger/ledger.ts'
import { Kpis } from '../panels/shell/Kpis.tsx'
import { nextScene } from '../view/briefing/edit.ts'
import { filled, type NamedFigure } from '../view/briefing/figures.ts'
import { backToScript, onScript } from '../view/briefing/present.ts'
import { useSession } from '../view/store.ts'
import { useAutoPlay, useWakeLock } from './auto-play.ts'
import { useFigures } from './figures.ts'
import { Help } from './Help.tsx'
import { commandOf } from './keys.ts'
import { Lens } from './Lens.tsx'
import { useOnAir } from './on-air.ts'
import { useDot, useIdlePointer } from './pointer.ts'
import { StageChart } from './StageChart.tsx'
import { StageLegend } from './StageLegend.tsx'
import { beginShow, obey, useShow } from './show.ts'
import { useThumbnail, useThumbnails } from './thumbnails.ts'
import './stage.css'

/** What is read of a district from the back of a hall. */
const FIGURES = ['score', 'passing', 'open', 'overdue', 'closedRate'] as const

/** ms that the number of a scene waits for its next digit */
const DIGITS = 2500

const Notes = ({ scene, figures }: { scene: Scene; figures: readonly NamedFigure[] }) => (
  <ul className="stage-notes panel" aria-label="要点">
    {scene.points.map((point) => (
      <li key={point}>{filled(point, figures).text}</li>
    ))}
    {scene.points.length === 0 && <li>这一幕没有写要点。</li>}
  </ul>
)

export const Stage = () => {
  const at = useSession((s) => s.view.presenting)
  const overview = useSession((s) => s.overview)
  const asOf = useSession((s) => s.board?.asOf)
  const office = useSession((s) => s.view.office)
  const ledger = useSession((s) => s.view.ledger)
  const change = useSession((s) => s.change)
  const scripted = useSession(onScript)
  const { blank, notes, help, laser, lens, playing, digits, since } = useShow()
  const figures = useFigures()
  const dot = useDot(laser)
  const idle = useIdlePointer()
  const scenes = overview?.briefings[at?.briefing ?? -1]?.scenes ?? []
  const scene = scenes[at?.scene ?? -1]
  useAutoPlay(playing && blank === null, at?.scene ?? -1, scene?.dwell ?? null)
  useWakeLock()

  useEffect(() => {
    beginShow()
  }, [])
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (isTyping(event.target)) return
      // Whoever walks the page by Tab presses what has the focus.
      const pressing = event.key === 'Enter' || event.key === ' '
      if (pressing && document.activeElement?.matches('button:focus-visible, a:focus-visible')) return
      const command = commandOf(event, useShow.getState().digits)
      if (command === null) return
      event.preventDefault()
      // The keys of the desk mean other things.
      event.stopImmediatePropagation()
      obey(command)
    }
    addEventListener('keydown', pressed, true)
    return () => removeEventListener('keydown', pressed, true)
  }, [])
  useEffect(() => {
    if (digits === '') return
    const timer = setTimeout(() => useShow.setState({ digits: '' }), DIGITS)
    return () => clearTimeout(timer)
  }, [digits])
  const title = filled(scene?.title ?? '', figures).text
  const next = at === null ? null : nextScene(scenes, at.scene, 1)
  useThumbnail(scripted ? (scene?.link ?? null) : null)
  const pictures = useThumbnails((s) => s.of)
  useOnAir({
    briefing: overview?.briefings[at?.briefing ?? -1]?.name ?? '',
    scene: at?.scene ?? -1,
    title,
    points: (scene?.points ?? []).map((point) => filled(point, figures).text),
    blank,
    playing,
    scripted,
    day: asOf === undefined ? '' : formatDay(asOf),
    since,
    now: pictures.get(scene?.link ?? '') ?? null,
    next: next === null ? null : (pictures.get(scenes[next]?.link ?? '') ?? null),
  })

  if (overview === null || at === null || scene === undefined) return null
  const count = scenes.filter(({ hidden }) => !hidden).length
  const number = scenes.slice(0, at.scene + 1).filter(({ hidden }) => !hidden).length
  return (
    <main className="stage" data-idle={idle} aria-label="汇报">
      <header className="stage-head">
        <h1>{title === '' ? overview.district.title : title}</h1>
        <div className="stage-figures">
          <Kpis ids={FIGURES} />
        </div>
      </header>
      <aside className="stage-side panel" aria-label="图表">
        <StageChart />
      </aside>
      {ledger.open && (
        <div className="stage-ledger">
          <Ledger form="low" onClose={() => change({ ledger: { ...ledger, open: false } })} />
        </div>
      )}
      <StageLegend />
      <footer className="stage-foot">
        <span>{overview.district.title}</span>
        {office !== null && <span>{office}</span>}
        {asOf !== undefined && <span className="num">数据截至 {formatDay(asOf)}</span>}
        <span className="num">
          {number} / {count}
        </span>
        {playing && <span>自动播放</span>}
        {!scripted && (
          <button type="button" className="stage-off" onClick={backToScript}>
            已离开脚本，按 R 回到这一幕
          </button>
        )}
        {digits !== '' && <b className="num">到第 {digits} 幕：按 Enter</b>}
      </footer>
      {notes && <Notes scene={scene} figures={figures} />}
      {help && <Help onClose={() => useShow.setState({ help: false })} />}
      {lens && <Lens />}
      {laser && <i ref={dot} className="stage-dot" aria-hidden="true" />}
      {blank !== null && <div className="stage-blank" data-blank={blank} />}
    </main>
  )
}
