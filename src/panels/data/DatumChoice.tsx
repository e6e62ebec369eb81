/** The coordinate system of the file: what is proposed, on what evidence, and every other one to choose. */
import { useId } from 'react'
import { DATUM_LABELS, shortLabel } from '../../intake/coordinates/labels.ts'
import type { Datum, DatumEvidence } from '../../model/datum.ts'
import { countText } from '../../view/count-text.ts'
import './datum-choice.css'
import type { PartProps } from './part-props.ts'

const OTHER = [...DATUM_LABELS]

interface EvidenceRowProps {
  evidence: DatumEvidence
  proposed: boolean
  chosen: boolean
  group: string
  onChoose: () => void
}

const EvidenceRow = ({ evidence, proposed, chosen, group, onChoose }: EvidenceRowProps) => {
  const { datum, of, inDeclared, inDistrict } = evidence
  const hits = inDeclared ?? inDistrict
  const percent = of === 0 ? 0 : (100 * hits) / of
  return (
    <tr data-chosen={chosen}>
      <th scope="row">
        <label>
          <input type="radio" name={group} checked={chosen} onChange={onChoose} />
          {shortLabel(datum)}
          {proposed && <em className="data-tag">建议</em>}
        </label>
      </th>
      <td className="evidence-bar">
        <span className="bar-track">
          <span style={{ width: `${percent}%` }} />
        </span>
      </td>
      <td className="num">
        {percent.toFixed(1)}%
        <small>
          {countText(hits)} / {countText(of)}
        </small>
      </td>
      {inDeclared !== null && <td className="num">{countText(inDistrict)} 个</td>}
    </tr>
  )
}

export const DatumChoice = ({ file, settle }: PartProps) => {
  const group = useId()
  if (file.datum === null) return null
  const { proposed, chosen, evidence, sentence } = file.datum
  const declared = evidence.some(({ inDeclared }) => inDeclared !== null)
  const choose = (datum: Datum) => settle({ datum })
  return (
    <section className="part datum">
      <h4>坐标系</h4>
      <p>{sentence}</p>
      {evidence.length > 0 && (
        <table className="data-table" aria-label="各坐标系下点位落在哪里">
          <thead>
            <tr>
              <th scope="col">按此读入</th>
              <th scope="col" colSpan={2}>
                {declared ? '落在所填居委会' : '落在本区范围内'}
              </th>
              {declared && <th scope="col">在本区内</th>}
            </tr>
          </thead>
          <tbody>
            {evidence.map((one) => (
              <EvidenceRow
                key={one.datum}
                evidence={one}
                proposed={one.datum === proposed}
                chosen={one.datum === chosen}
                group={group}
                onChoose={() => choose(one.datum)}
              />
            ))}
          </tbody>
        </table>
      )}
      <label className="other-datum">
        改用其他
        <select value={chosen} onChange={(event) => choose(event.target.value as Datum)}>
          {OTHER.map(([datum, label]) => (
            <option key={datum} value={datum}>
              {label}
            </option>
          ))}
        </select>
      </label>
    </section>
  )
}
