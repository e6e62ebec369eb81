/** What colours the 居委会. */
import type { Metric } from '../../view/link/state.ts'
import { coloursAreas } from '../../view/overlay.ts'
import { useSession } from '../../view/store.ts'

/** What stands in place of the metric while a study has the say. */
const BY_STUDY = 'study'

const keyOf = (metric: Metric): string => ('id' in metric ? `${metric.type}:${metric.id}` : metric.type)

export const MetricChoice = () => {
  const { overview, view, overlay, change } = useSession()
  const byStudy = coloursAreas(overlay)
  const choose = (key: string) => {
    const [type, id = ''] = key.split(/:(.*)/s)
    change({ metric: (id === '' ? { type } : { type, id }) as Metric })
  }
  return (
    <label className="metric">
      <span>地图着色</span>
      <select
        value={byStudy ? BY_STUDY : keyOf(view.metric)}
        disabled={byStudy}
        title={byStudy ? '关闭专题后，按所选指标着色' : undefined}
        onChange={(event) => choose(event.target.value)}
      >
        {byStudy && <option value={BY_STUDY}>由专题着色</option>}
        <option value="score">综合得分</option>
        <optgroup label="三类问题">
          <option value="theme:脏">脏</option>
          <option value="theme:乱">乱</option>
          <option value="theme:差">差</option>
        </optgroup>
        <optgroup label="工作进度">
          <option value="change">一周变化</option>
          <option value="open">未销号问题</option>
          <option value="overdue">逾期未改</option>
          <option value="coverage">排查覆盖率</option>
        </optgroup>
        <optgroup label="千分制分类">
          {overview?.standard.categories.map((category) => (
            <option key={category.id} value={`category:${category.id}`}>
              {category.label}（{category.weight} 分）
            </option>
          ))}
        </optgroup>
      </select>
    </label>
  )
}
