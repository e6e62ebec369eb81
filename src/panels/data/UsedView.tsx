/** What using the files has changed, and the button to undo it. */
import { useRef } from 'react'
import { countText } from '../../view/count-text.ts'
import { effectParts, effectText, MODE_WORDS } from '../../view/incoming.ts'
import { tableWord } from '../../view/table-words.ts'
import type { Used } from '../../view/tray.ts'
import { putAway, takeBack } from '../../view/tray-store.ts'
import { useEngine } from '../kit/engine.tsx'
import { Glyph } from '../kit/Glyph.tsx'
import { useFocusWhenLost } from './focus.ts'
import './tray-stage.css'

const left = ({ effect }: Used): string =>
  effectParts(effect)
    .filter(({ key, count }) => (key === 'unchanged' || key === 'skipped') && count > 0)
    .map(({ word, count }) => `${word} ${countText(count)}`)
    .join('、')

export const UsedView = ({ used, onClose }: { used: Used[]; onClose: () => void }) => {
  const engine = useEngine()
  const box = useRef<HTMLElement>(null)
  useFocusWhenLost(box)
  const done = () => {
    putAway()
    onClose()
  }
  return (
    <section className="tray-stage used" aria-label="已使用这些数据" tabIndex={-1} ref={box}>
      <h3>
        <Glyph name="check" /> 已使用，地图和台账已经更新
      </h3>
      <ul>
        {used.map((file) => (
          <li key={file.id}>
            <b>{tableWord(file.table ?? '')}</b>
            <span>
              {effectText(file.effect)}
              {left(file) !== '' && <small>（{left(file)}）</small>}
            </span>
            <small>
              {file.name} · {MODE_WORDS[file.mode]}
            </small>
          </li>
        ))}
      </ul>
      <div className="empty-buttons">
        <button type="button" className="main-button" onClick={done}>
          看地图
        </button>
        <button type="button" className="text-button" onClick={putAway}>
          继续导入
        </button>
        <button type="button" className="text-button" onClick={() => void takeBack(engine)}>
          <Glyph name="undo" /> 撤销
        </button>
      </div>
      <p className="empty-local">以后也可以在“本机数据”里撤销；数据只在本机浏览器里，不会上传</p>
    </section>
  )
}
