/** 汇报: the scenes of a presentation, kept with the package; the present view becomes one by a press. */
import { useState } from 'react'
import type { Briefing, Scene } from '../model/briefing.ts'
import { useEditable } from '../panels/edit/editable.ts'
import { Glyph } from '../panels/kit/Glyph.tsx'
import { PopMenu } from '../panels/kit/PopMenu.tsx'
import {
  addScene,
  changeScene,
  copyScene,
  endScene,
  freeName,
  moveScene,
  newScene,
  removeScene,
  type SceneAt,
} from '../view/briefing/edit.ts'
import { isOnScript, linkOf, missingIn } from '../view/briefing/link.ts'
import { showScene, startPresenting } from '../view/briefing/present.ts'
import { titleOfView } from '../view/briefing/title.ts'
import { useSession } from '../view/store.ts'
import { useFigures } from './figures.ts'
import { useKeeping } from './keeping.ts'
import { SceneCard } from './SceneCard.tsx'
import { SceneForm } from './SceneForm.tsx'
import { openStageWindow } from './second-window.ts'
import { takeThumbnail, useThumbnail } from './thumbnails.ts'
import './scenes.css'

const NONE: Briefing[] = []

interface NameProps {
  name: string
  onName: (name: string) => void
}

/** The name of the presentation, to be typed over. */
const Name = ({ name, onName }: NameProps) => {
  const [typed, setTyped] = useState(name)
  const done = () => {
    const wanted = typed.trim()
    if (wanted === '') setTyped(name)
    else if (wanted !== name) onName(wanted)
  }
  return (
    <input
      type="text"
      className="briefing-name"
      aria-label="汇报名称"
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={done}
      onKeyDown={(event) =>
        event.key === 'Enter' && !event.nativeEvent.isComposing && event.currentTarget.blur()
      }
    />
  )
}

export const Scenes = () => {
  const overview = useSession((s) => s.overview)
  const view = useSession((s) => s.view)
  const at = useSession((s) => s.preparing) ?? 0
  const editable = useEditable()
  const { busy, keep } = useKeeping()
  const [open, setOpen] = useState<number | null>(null)
  const [dragged, setDragged] = useState<number | null>(null)
  const [over, setOver] = useState<number | null>(null)
  const briefings = overview?.briefings ?? NONE
  const briefing = briefings[at]
  const scenes = briefing?.scenes ?? []
  const shown = open === null ? undefined : scenes[open]
  const still = overview !== null && shown !== undefined && isOnScript(view, shown, overview)
  const figures = useFigures()
  const first = endScene(scenes, 'first')
  useThumbnail(still && shown !== undefined ? shown.link : null)
  if (overview === null) return null
  const prepare = (preparing: number) => {
    setOpen(null)
    useSession.setState({ preparing })
  }
  const show = (scene: number) => {
    showScene({ briefing: at, scene })
    setOpen(scene)
  }
  const save = (next: Briefing[], what: string, then = () => {}) =>
    void keep(next, what).then((kept) => kept && then())
  const linkNow = () => linkOf(view, useSession.getState().ground?.() ?? null)
  const capture = () => {
    const scene = newScene(titleOfView(view, overview), linkNow())
    const behind = open ?? scenes.length - 1
    takeThumbnail(scene.link)
    save(addScene(briefings, { briefing: at, scene: behind }, scene), `记下一幕：${scene.title}`, () =>
      setOpen(behind + 1),
    )
  }
  const change = (where: SceneAt, patch: Partial<Scene>) =>
    save(changeScene(briefings, where, patch), `修改一幕：${patch.title ?? scenes[where.scene]?.title ?? ''}`)
  const move = (from: number, to: number) => {
    const there = Math.min(scenes.length - 1, Math.max(0, to))
    if (there === from) return
    save(
      moveScene(briefings, { briefing: at, scene: from }, there),
      `移动一幕：${scenes[from]?.title ?? ''}`,
      () => {
        if (open === from) setOpen(there)
      },
    )
  }
  const addBriefing = (close: () => void) => {
    close()
    const name = freeName(briefings, '汇报')
    save([...briefings, { name, scenes: [], more: {} }], `新建汇报：${name}`, () => prepare(briefings.length))
  }
  const removeBriefing = (close: () => void) => {
    close()
    save(briefings.toSpliced(at, 1), `删除汇报：${briefing?.name ?? ''}`, () => prepare(Math.max(0, at - 1)))
  }
  const tools = (scene: Scene, i: number) => {
    const where = { briefing: at, scene: i }
    return (
      <div className="scene-tools">
        <button
          type="button"
          className="text-button"
          disabled={busy || still}
          title="这一幕改成现在的画面"
          onClick={() => {
            const link = linkNow()
            takeThumbnail(link)
            save(changeScene(briefings, where, { link }), `换成现在的画面：${scene.title}`)
          }}
        >
          换成现在的画面
        </button>
        <button
          type="button"
          className="text-button"
          disabled={busy}
          onClick={() => save(copyScene(briefings, where), `复制一幕：${scene.title}`, () => setOpen(i + 1))}
        >
          复制
        </button>
        <button
          type="button"
          className="text-button"
          disabled={busy}
          aria-pressed={scene.hidden}
          onClick={() => change(where, { hidden: !scene.hidden })}
        >
          {scene.hidden ? '放映' : '不放映'}
        </button>
        <button
          type="button"
          className="text-button"
          disabled={busy}
          onClick={() => save(removeScene(briefings, where), `删除一幕：${scene.title}`, () => setOpen(null))}
        >
          删除
        </button>
      </div>
    )
  }
  return (
    <>
      <header className="briefing-head">
        <h2 className="unseen">汇报</h2>
        <div className="briefing-line">
          {editable && briefing ? (
            <Name
              key={`${at} ${briefing.name}`}
              name={briefing.name}
              onName={(name) =>
                save(
                  briefings.map((one, i) => (i === at ? { ...one, name } : one)),
                  `汇报改名：${name}`,
                )
              }
            />
          ) : (
            <b className="briefing-name">{briefing?.name ?? '还没有汇报'}</b>
          )}
          <PopMenu glyph="sort" aria-label="选择汇报">
            {(close) => (
              <>
                {briefings.map(({ name, scenes: list }, i) => (
                  <button
                    // biome-ignore lint/suspicious/noArrayIndexKey: a presentation is known by its place
                    key={i}
                    type="button"
                    className="row"
                    aria-pressed={i === at}
                    onClick={() => {
                      prepare(i)
                      close()
                    }}
                  >
                    <span>{name}</span>
                    <small className="num">{list.length} 幕</small>
                  </button>
                ))}
                {editable && (
                  <div className="scene-tools">
                    <button
                      type="button"
                      className="text-button"
                      disabled={busy}
                      onClick={() => addBriefing(close)}
                    >
                      新建汇报
                    </button>
                    {briefing && (
                      <button
                        type="button"
                        className="text-button"
                        disabled={busy}
                        onClick={() => removeBriefing(close)}
                      >
                        删除这个汇报
                      </button>
                    )}
                  </div>
                )}
              </>
            )}
          </PopMenu>
          <button
            type="button"
            className="tool"
            aria-label="关闭汇报，回到筛选与图层"
            data-escape
            onClick={() => useSession.setState({ preparing: null })}
          >
            <Glyph name="close" />
          </button>
        </div>
        <button
          type="button"
          className="main-button"
          disabled={first === null}
          onClick={() => startPresenting(at, open ?? undefined)}
        >
          <Glyph name="play" /> {open === null ? '开始汇报' : '从这一幕汇报'}
        </button>
        <button
          type="button"
          className="text-button"
          disabled={first === null}
          title="另开一个放映窗口，拖到大屏上；这个窗口看要点、下一幕和时间"
          onClick={() => first !== null && void openStageWindow(at, open ?? first)}
        >
          <Glyph name="full" /> 双屏汇报
        </button>
        {editable && (
          <button type="button" className="text-button" disabled={busy} onClick={capture}>
            <Glyph name="add" /> 记下这一幕
          </button>
        )}
      </header>
      <ol className="scenes scrolls">
        {scenes.map((scene, i) => (
          <SceneCard
            // biome-ignore lint/suspicious/noArrayIndexKey: a scene is known by its place
            key={i}
            scene={scene}
            number={i + 1}
            open={i === open}
            missing={missingIn(scene.link, overview)}
            over={i === over && dragged !== null && dragged !== i}
            movable={editable && !busy}
            onShow={() => show(i)}
            onMove={(by) => move(i, i + by)}
            drag={{
              onStart: () => setDragged(i),
              onOver: () => setOver(i),
              onDrop: () => dragged !== null && move(dragged, i),
              onEnd: () => {
                setDragged(null)
                setOver(null)
              },
            }}
          >
            {i === open && !editable && (
              <ul className="scene-said">
                {scene.points.map((point) => (
                  <li key={point}>{point}</li>
                ))}
              </ul>
            )}
            {i === open && editable && (
              <>
                {tools(scene, i)}
                <SceneForm
                  key={JSON.stringify([scene.title, scene.points, scene.dwell])}
                  scene={scene}
                  figures={figures}
                  disabled={busy}
                  onChange={(patch) => change({ briefing: at, scene: i }, patch)}
                />
              </>
            )}
          </SceneCard>
        ))}
        {scenes.length === 0 && (
          <li className="empty">
            {editable ? '把地图、图层、日期和面板调成要讲的样子，按“记下这一幕”。' : '这份数据没有带汇报。'}
          </li>
        )}
      </ol>
    </>
  )
}
