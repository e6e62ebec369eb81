/** What keeps the map from being seen, what to do about it, and the places as a list meanwhile. */
import { useMemo, useState } from 'react'
import { goTo } from '../view/goto.ts'
import { useSession } from '../view/store.ts'
import type { MapTrouble } from './keeper.ts'
import { type PlaceGroup, placeGroups } from './scene.ts'

const SENTENCES: Record<MapTrouble, string> = {
  unsupported:
    '此浏览器没有可用的 WebGL 2，无法显示地图；排名、台账等仍可使用。请换用新版 Chrome、Edge 或 360 极速模式，并在浏览器设置中打开“硬件加速”。',
  lost: '显卡暂时停止绘图，地图暂不显示；恢复后自动照原样画出。排名、台账等仍可使用。',
  gone: '显卡没有恢复绘图，地图无法显示；排名、台账等仍可使用。请点“重试”；仍不行时点“刷新页面”，当前查看的内容会保留。',
  worker:
    '地图的后台程序没有启动，无法显示地图；排名、台账等仍可使用。请检查网络或页面文件是否完整，再点“重试”。',
  slow: '地图还没有画出来，仍在等待；排名、台账等已可使用。长时间没有变化时点“重试”或“刷新页面”。',
  points:
    '点位图层的程序没有读入，地图上暂无点位、问题和热力；居委会得分和水体不受影响。请检查网络，再点“重试”。',
}

/** Waiting is all there is to do yet. */
const WAITS: readonly MapTrouble[] = ['lost']
/** The points may yet come by themselves. */
const MAY_COME: readonly MapTrouble[] = ['lost', 'slow']

/** Places of a kind listed at once; the search finds the others. */
const MOST = 200

const Group = ({ group }: { group: PlaceGroup }) => {
  const [open, setOpen] = useState(false)
  const overview = useSession((s) => s.overview)
  if (overview === null) return null
  const go = (id: string) => goTo({ type: 'site', id })
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {group.label} <span className="num">{group.sites.length}</span>
      </summary>
      {open && (
        <ul>
          {group.sites.slice(0, MOST).map((i) => (
            <li key={i}>
              <button type="button" className="row" onClick={() => go(overview.sites.id[i] as string)}>
                {overview.sites.name[i]}
              </button>
            </li>
          ))}
        </ul>
      )}
      {open && group.sites.length > MOST && <p>其余 {group.sites.length - MOST} 处请用“搜索”查找</p>}
    </details>
  )
}

const Places = () => {
  const overview = useSession((s) => s.overview)
  const view = useSession((s) => s.view)
  const groups = useMemo(() => (overview === null ? [] : placeGroups(overview, view)), [overview, view])
  const count = groups.reduce((sum, group) => sum + group.sites.length, 0)
  if (count === 0) return null
  return (
    <details>
      <summary>
        点位列表 <span className="num">{count}</span>
      </summary>
      <div className="map-places">
        {groups.map((group) => (
          <Group key={group.id} group={group} />
        ))}
      </div>
    </details>
  )
}

interface MapFaultProps {
  fault: MapTrouble
  /** px of the window covered by panels at each side */
  padding: { top: number; right: number; bottom: number; left: number }
  onRetry: () => void
}

export const MapFault = ({ fault, padding, onRetry }: MapFaultProps) => (
  <div className="map-fault" data-fault={fault} style={padding}>
    <div className="map-fault-card">
      <p role="alert">{SENTENCES[fault]}</p>
      {!WAITS.includes(fault) && (
        <div className="map-fault-ways">
          <button type="button" className="text-button" onClick={onRetry}>
            重试
          </button>
          <button type="button" className="text-button" onClick={() => location.reload()}>
            刷新页面
          </button>
        </div>
      )}
      {!MAY_COME.includes(fault) && <Places />}
    </div>
  </div>
)
