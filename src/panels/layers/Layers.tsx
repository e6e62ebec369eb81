/** Left: whose, what colours the map, which layers; and the legend, always in sight. */
import { useSession } from '../../view/store.ts'
import { Paged } from '../kit/Paged.tsx'
import { AboutButton } from '../shell/AboutButton.tsx'
import { KindToggles } from './KindToggles.tsx'
import { LayerToggles } from './LayerToggles.tsx'
import { Legend } from './Legend.tsx'
import { MetricChoice } from './MetricChoice.tsx'
import { OfficeFilter } from './OfficeFilter.tsx'
import { StateToggles } from './StateToggles.tsx'
import './layers.css'

export const Layers = () => {
  const wall = useSession((s) => s.wall)
  const layers = (
    <>
      <LayerToggles />
      <KindToggles />
      <AboutButton />
    </>
  )
  return (
    <>
      <h2 className="unseen">筛选与图层</h2>
      <Paged className="layers unprinted">
        <OfficeFilter />
        <MetricChoice />
        <StateToggles />
        {wall ? (
          <details className="more-layers">
            <summary>图层与点位</summary>
            {layers}
          </details>
        ) : (
          layers
        )}
      </Paged>
      <Legend />
    </>
  )
}
