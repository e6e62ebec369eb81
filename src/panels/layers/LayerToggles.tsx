/** The layers that are neither places nor problems. */
import { officeScope } from '../../model/scope.ts'
import { figureText } from '../../view/absent.ts'
import { useSession } from '../../view/store.ts'
import { watersWithin } from '../../view/studies/records/records.ts'
import { Toggle } from '../kit/Toggle.tsx'

export const LayerToggles = () => {
  const { overview, board, view, change } = useSession()
  const figures = view.office === null ? board?.district : board?.offices.find((o) => o.id === view.office)
  const waters =
    overview && board ? watersWithin(overview, board, officeScope(view.office)).length : undefined
  const layers = [
    ['watersShown', '水体与监测点', figureText(overview, 'waters.geojson', waters)],
    ['heat', '问题热力', null],
    ['honoursShown', '评选荣誉', figureText(overview, 'honours.csv', figures?.honours)],
    ['activitiesShown', '宣传活动', figureText(overview, 'activities.csv', figures?.activities)],
  ] as const
  return (
    <fieldset>
      <legend>图层</legend>
      {layers.map(([key, label, count]) => (
        <Toggle key={key} on={view[key]} onChange={(on) => change({ [key]: on })}>
          <span>{label}</span>
          <b className="num">{count}</b>
        </Toggle>
      ))}
    </fieldset>
  )
}
