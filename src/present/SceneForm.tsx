/** What is said to a scene: its title, the talking points with figures filled in, how long it stays. */
import { useId, useRef, useState } from 'react'
import type { Scene } from '../model/briefing.ts'
import { Field } from '../panels/edit/Field.tsx'
import { filled, type NamedFigure } from '../view/briefing/figures.ts'
import { DWELL } from './auto-play.ts'

interface SceneFormProps {
  scene: Scene
  figures: readonly NamedFigure[]
  disabled: boolean
  onChange: (patch: Partial<Scene>) => void
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '')

/** Seconds as typed; null = as the presentation has it. Undefined where it is no time. */
const secondsOf = (text: string): number | null | undefined => {
  if (text.trim() === '') return null
  const seconds = Number(text)
  return Number.isFinite(seconds) && seconds >= 1 && seconds <= 3600 ? seconds : undefined
}

export const SceneForm = ({ scene, figures, disabled, onChange }: SceneFormProps) => {
  const [title, setTitle] = useState(scene.title)
  const [points, setPoints] = useState(scene.points.join('\n'))
  const [dwell, setDwell] = useState(scene.dwell === null ? '' : String(scene.dwell))
  const area = useRef<HTMLTextAreaElement>(null)
  const inserting = useId()
  const said = linesOf(points).map((line) => filled(line, figures))
  const unknown = [...new Set(said.flatMap((line) => line.unknown))]
  const seconds = secondsOf(dwell)
  const keepPoints = (text: string) => {
    const lines = linesOf(text)
    if (lines.join('\n') !== scene.points.join('\n')) onChange({ points: lines })
  }
  const insert = (label: string) => {
    const field = area.current
    if (field === null || label === '') return
    const [from, to] = [field.selectionStart, field.selectionEnd]
    const text = `${points.slice(0, from)}{${label}}${points.slice(to)}`
    setPoints(text)
    keepPoints(text)
  }
  return (
    <div className="scene-form">
      <Field label="标题">
        {(ids) => (
          <input
            {...ids}
            type="text"
            value={title}
            disabled={disabled}
            onChange={(event) => setTitle(event.target.value)}
            onBlur={() => title.trim() !== scene.title && onChange({ title: title.trim() })}
          />
        )}
      </Field>
      <Field
        label="要点，一行一条"
        fault={
          unknown.length === 0
            ? ''
            : `没有叫${unknown.map((name) => `“${name}”`).join('、')}的数字：照原样显示`
        }
      >
        {(ids) => (
          <textarea
            {...ids}
            ref={area}
            rows={Math.min(8, Math.max(3, linesOf(points).length + 1))}
            value={points}
            disabled={disabled}
            onChange={(event) => setPoints(event.target.value)}
            onBlur={() => keepPoints(points)}
          />
        )}
      </Field>
      {points.includes('{') && (
        <ul className="scene-said" aria-label="填入数字以后">
          {said.map((line, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place
            <li key={i}>{line.text}</li>
          ))}
        </ul>
      )}
      <div className="scene-row">
        <label htmlFor={inserting}>插入数字</label>
        <select
          id={inserting}
          value=""
          disabled={disabled}
          title="当天的数字，换了日期、换了数据会跟着变"
          onChange={(event) => insert(event.target.value)}
        >
          <option value="">选一个…</option>
          {figures.map(({ name, label, text }) => (
            <option key={name} value={label}>
              {label}（{text}）
            </option>
          ))}
        </select>
      </div>
      <Field label="自动播放时停留（秒）" fault={seconds === undefined ? '应为 1 至 3600 秒' : ''}>
        {(ids) => (
          <input
            {...ids}
            type="text"
            inputMode="numeric"
            className="num"
            placeholder={String(DWELL)}
            value={dwell}
            disabled={disabled}
            onChange={(event) => setDwell(event.target.value)}
            onBlur={() => seconds !== undefined && seconds !== scene.dwell && onChange({ dwell: seconds })}
          />
        )}
      </Field>
    </div>
  )
}
