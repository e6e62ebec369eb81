/** The top strip: what this is, how it stands, and the few controls that belong to the whole screen. */
import { formatDay } from '../model/day.ts'
import { dayOf } from '../view/issue-query.ts'
import { useSession } from '../view/store.ts'
import { changeText, toneOf } from './format.ts'
import { Glyph } from './Glyph.tsx'

const THEMES = ['auto', 'light', 'dark'] as const
const THEME_LABEL = { auto: '跟随系统', light: '浅色', dark: '深色' } as const
const DISPLAYS = ['auto', 'desk', 'room', 'wall'] as const
const DISPLAY_LABEL = { auto: '自动字号', desk: '桌面', room: '会议室', wall: '大屏' } as const

const after = <T,>(list: readonly T[], current: T): T => list[(list.indexOf(current) + 1) % list.length] as T

export const Brand = () => {
  const session = useSession()
  const { overview } = session
  return (
    <div className="brand">
      <h1>创卫一张图</h1>
      <p>
        {overview?.district.title}
        {overview && <time dateTime={formatDay(dayOf(session))}>截至 {formatDay(dayOf(session))}</time>}
      </p>
      {overview?.district.synthetic && <span className="sample-mark">示例数据</span>}
    </div>
  )
}

export const Kpis = ({ most }: { most?: number }) => {
  const board = useSession((s) => s.board)
  const kpis = (board?.kpis ?? []).slice(0, most)
  return (
    <dl className="kpis" aria-label="主要指标">
      {kpis.map((kpi) => (
        <div key={kpi.id} className="kpi" data-kpi={kpi.id}>
          <dt>{kpi.label}</dt>
          <dd className="num">
            <b>{kpi.value === null ? '—' : kpi.value.toFixed(kpi.digits)}</b>
            {kpi.value !== null && <span>{kpi.unit}</span>}
            <i data-tone={toneOf(kpi.change, kpi.better, kpi.digits)} title="与一周前相比">
              {changeText(kpi.change, kpi.digits)}
            </i>
          </dd>
          <dd className="kpi-note">{kpi.note}</dd>
        </div>
      ))}
    </dl>
  )
}

export const Actions = ({ onSearch, onReport }: { onSearch: () => void; onReport: () => void }) => {
  const { view, overview, change } = useSession()
  const problems = overview ? overview.report.rejected.length + overview.report.flagged.length : 0
  return (
    <div className="actions">
      <button type="button" className="find" onClick={onSearch}>
        <Glyph name="search" />
        <span>搜索</span>
        <kbd>Ctrl K</kbd>
      </button>
      <button
        type="button"
        className="tool"
        onClick={onReport}
        aria-label={`数据报告，${problems} 条提示`}
        title={`数据报告：${problems} 条提示`}
      >
        <Glyph name="report" />
      </button>
      <button
        type="button"
        className="tool"
        onClick={() => change({ theme: after(THEMES, view.theme) })}
        aria-label={`配色：${THEME_LABEL[view.theme]}`}
        title={`配色：${THEME_LABEL[view.theme]}`}
      >
        <Glyph name={view.theme === 'auto' ? 'half' : view.theme === 'dark' ? 'moon' : 'sun'} />
      </button>
      <button
        type="button"
        className="tool"
        onClick={() => change({ display: after(DISPLAYS, view.display) })}
        aria-label={`字号：${DISPLAY_LABEL[view.display]}`}
        title={`字号：${DISPLAY_LABEL[view.display]}`}
      >
        <Glyph name="screen" />
      </button>
      <button
        type="button"
        className="tool"
        onClick={() =>
          document.fullscreenElement
            ? document.exitFullscreen()
            : document.documentElement.requestFullscreen()
        }
        aria-label="全屏"
        title="全屏"
      >
        <Glyph name="full" />
      </button>
    </div>
  )
}
