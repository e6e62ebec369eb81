/** 一票否决 that came or went between the two days: why a grade changed, whatever its number did. */
import type { AreaChange } from '../../../engine/contract/studies/compare.ts'
import { useSession } from '../../../view/store.ts'
import { vetoChanges } from '../../../view/studies/compare/compare.ts'
import { LossLine } from '../../kit/LossLine.tsx'
import './vetoes.css'

interface VetoesProps {
  of: readonly AreaChange[]
  /** by code; absent where all is of one area */
  names?: ReadonlyMap<string, string>
}

export const Vetoes = ({ of, names }: VetoesProps) => {
  const standard = useSession((s) => s.overview?.standard)
  const changes = standard ? vetoChanges(of, standard) : []
  if (changes.length === 0) return null
  return (
    <section className="compare-vetoes" aria-label="一票否决的变化">
      <h3>一票否决的变化</h3>
      <ol>
        {changes.map(({ code, came, text, grades, ref }) => (
          <li key={`${code} ${came} ${text}`}>
            <LossLine
              figure={<b data-tone={came ? 'bad' : 'good'}>{came ? '新增' : '解除'}</b>}
              what={[names?.get(code), grades].filter(Boolean).join('：')}
              of={ref}
            >
              <small>
                {came ? '' : '原为'}
                {text}
              </small>
            </LossLine>
          </li>
        ))}
      </ol>
    </section>
  )
}
