/** 本机数据: which package is on screen, what this browser keeps, and how to go back. */

import { useState } from 'react'
import type { Overview, PackageState, Revision } from '../../engine/contract/package.ts'
import { countText, sizeText } from '../../view/count-text.ts'
import { registerTime } from '../../view/register-groups.ts'
import { adopt } from '../../view/session.ts'
import { useSession } from '../../view/store.ts'
import { RegisterList } from '../edit/RegisterList.tsx'
import { Pending, tellTrouble, useAnswer, useEngine } from '../kit/engine.tsx'
import { Glyph } from '../kit/Glyph.tsx'
import { useSaving } from '../kit/saving.ts'
import './kept-tab.css'

const Which = ({ state }: { state: PackageState }) => {
  const district = useSession((s) => s.overview?.district)
  const host = district?.synthetic ? '示例数据（随页面提供）' : '随页面提供的数据'
  return (
    <div className="which">
      <p>现在显示</p>
      <h3>{state.source === 'own' ? '自有数据' : host}</h3>
      <p>{district?.title}</p>
      <dl>
        {state.hasOwn && (
          <div>
            <dt>自有数据大小</dt>
            <dd className="num">{sizeText(state.size)}</dd>
          </div>
        )}
        <div>
          <dt>保存</dt>
          <dd>
            {!state.hasOwn && '还没有自有数据；导入或修改后，会保存在这个浏览器里'}
            {state.hasOwn && state.kept && '在这个浏览器里，刷新、关机后还在'}
            {state.hasOwn && !state.kept && '这个浏览器不保存，关闭页面就没有了：请导出整个数据包'}
          </dd>
        </div>
      </dl>
    </div>
  )
}

interface ClearProps {
  busy: boolean
  onClear: () => void
}

/** Asks for confirmation: what it does cannot be undone. */
const Clear = ({ busy, onClear }: ClearProps) => {
  const [asked, setAsked] = useState(false)
  if (!asked)
    return (
      <button type="button" className="text-button" disabled={busy} onClick={() => setAsked(true)}>
        清除自有数据
      </button>
    )
  return (
    <div className="notice clear" data-tone="bad" role="alert">
      <p>清除后，自有数据和全部修改记录都不能恢复。建议先导出整个数据包。</p>
      <button type="button" className="danger-button" disabled={busy} onClick={onClear}>
        确认清除
      </button>
      {/* biome-ignore lint/a11y/noAutofocus: the question came by a press; the harmless answer is at hand */}
      <button type="button" className="text-button" autoFocus onClick={() => setAsked(false)}>
        不清除
      </button>
    </div>
  )
}

const Revisions = ({ list }: { list: readonly Revision[] }) => {
  if (list.length === 0) return <p className="empty">还没有修改</p>
  return (
    <ol className="revisions">
      {list.map(({ number, at, what }, i) => (
        <li key={number}>
          <time dateTime={at} className="num">
            {registerTime(at)}
          </time>
          <span>{what}</span>
          {i === 0 && <em className="data-tag">最近一次</em>}
        </li>
      ))}
    </ol>
  )
}

export const KeptTab = ({ onClose }: { onClose: () => void }) => {
  const engine = useEngine()
  const asked = useAnswer(['packageState'])
  const state = asked.value
  const { busy: saving, save } = useSaving()
  const [busy, setBusy] = useState(false)
  const [told, setTold] = useState('')
  if (state === null) return <Pending of={asked}>正在读取…</Pending>
  const change = (ask: () => Promise<Overview>, word: string) => {
    setBusy(true)
    setTold('')
    ask()
      .then(adopt)
      .then(() => setTold(word), tellTrouble)
      .finally(() => setBusy(false))
  }
  const take = () => save({ type: 'package' }, 'zip')
  const own = state.source === 'own'
  return (
    <div className="kept">
      {state.unkept !== null && (
        <p className="notice" data-tone="bad">
          {state.unkept}
        </p>
      )}
      {state.broken !== null && (
        <p className="notice" data-tone="bad">
          {state.broken}
        </p>
      )}
      <Which state={state} />
      <div className="kept-tools">
        {own && (
          <button
            type="button"
            className="text-button"
            disabled={busy}
            onClick={() => change(() => engine.show('host'), '已切换到随页面提供的数据，自有数据仍保存着')}
          >
            <Glyph name="eye" /> 看随页面提供的数据
          </button>
        )}
        {!own && state.hasOwn && (
          <button
            type="button"
            className="main-button"
            disabled={busy}
            onClick={() => change(() => engine.show('own'), '已切换到自有数据')}
          >
            <Glyph name="eye" /> 切换到自有数据
          </button>
        )}
        <button type="button" className="text-button" disabled={busy || saving} onClick={take}>
          <Glyph name="download" /> 导出整个数据包（zip）
        </button>
        {state.hasOwn && <Clear busy={busy} onClear={() => change(() => engine.clear(), '自有数据已清除')} />}
      </div>
      <p className="kept-told" role="status">
        {told}
      </p>
      {state.hasOwn && (
        <section className="part">
          <h4>
            <span>
              修改记录 <b className="num">{countText(state.revisions.length)}</b> 次
            </span>
            {own && state.revisions.length > 0 && (
              <button
                type="button"
                className="text-button"
                disabled={busy}
                onClick={() => change(() => engine.undo(), '已撤销最近一次修改')}
              >
                <Glyph name="undo" /> 撤销最近一次
              </button>
            )}
          </h4>
          <Revisions list={state.revisions} />
        </section>
      )}
      <section className="part">
        <h4>
          整改登记 <small>在地图和台账上手工改动的每一项</small>
        </h4>
        <RegisterList onGo={onClose} undoElsewhere />
      </section>
      <p className="empty-local">数据只在本机浏览器里，不会上传</p>
    </div>
  )
}
