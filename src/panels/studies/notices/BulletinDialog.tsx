/** 通报 being edited: every word of the draft can be changed before it is printed or taken out. */
import { useMemo } from 'react'
import {
  BULLETIN_COLUMNS,
  type BulletinDraft,
  type BulletinRow,
  bulletinPaper,
} from '../../../view/documents/bulletin.ts'
import { useBulletin } from '../../../view/studies/notices/notices.ts'
import { Glyph } from '../../kit/Glyph.tsx'
import { Window } from '../../kit/Window.tsx'
import { PaperButtons } from '../PaperButtons.tsx'
import './bulletin.css'
import './paper-window.css'

const Line = ({ label, of }: { label: string; of: 'title' | 'issuer' | 'date' }) => {
  const value = useBulletin((s) => s.draft?.[of] ?? '')
  const edit = useBulletin((s) => s.edit)
  return (
    <label className="bulletin-line">
      <span>{label}</span>
      <input type="text" value={value} onChange={(event) => edit({ [of]: event.target.value })} />
    </label>
  )
}

const Passage = ({ label, of }: { label: string; of: 'overall' | 'good' | 'demands' }) => {
  const value = useBulletin((s) => s.draft?.[of] ?? '')
  const edit = useBulletin((s) => s.edit)
  return (
    <label>
      <h3>{label}</h3>
      <textarea
        value={value}
        rows={Math.min(12, Math.max(3, value.split('\n').length + 1))}
        onChange={(event) => edit({ [of]: event.target.value })}
      />
    </label>
  )
}

const Row = ({ row, at }: { row: BulletinRow; at: number }) => {
  const editRow = useBulletin((s) => s.editRow)
  const removeRow = useBulletin((s) => s.removeRow)
  return (
    <tr>
      {BULLETIN_COLUMNS.map(([key, label]) => (
        <td key={key}>
          <textarea
            aria-label={`第 ${at} 行 ${label}`}
            value={row[key]}
            rows={2}
            onChange={(event) => editRow(row.id, { [key]: event.target.value })}
          />
        </td>
      ))}
      <td>
        <button
          type="button"
          className="tool"
          aria-label={`删去第 ${at} 行`}
          onClick={() => removeRow(row.id)}
        >
          <Glyph name="close" />
        </button>
      </td>
    </tr>
  )
}

const Rows = ({ rows }: { rows: BulletinDraft['rows'] }) => {
  const addRow = useBulletin((s) => s.addRow)
  return (
    <>
      <h3>三、较差的点位与问题</h3>
      <div className="bulletin-scroll">
        <table className="bulletin-table" aria-label="较差的点位">
          <thead>
            <tr>
              {BULLETIN_COLUMNS.map(([key, label]) => (
                <th key={key} scope="col" data-column={key}>
                  {label}
                </th>
              ))}
              <th aria-label="删去" />
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <Row key={row.id} row={row} at={i + 1} />
            ))}
          </tbody>
        </table>
      </div>
      <button type="button" className="text-button" onClick={addRow}>
        加一行
      </button>
    </>
  )
}

export const BulletinDialog = ({ draft, onClose }: { draft: BulletinDraft; onClose: () => void }) => {
  const takenOut = useBulletin((s) => s.takenOut)
  const edited = useBulletin((s) => s.edited)
  const paper = useMemo(() => bulletinPaper(draft), [draft])
  return (
    <Window
      className="paper-modal bulletin-modal"
      dismissable={false}
      onClose={onClose}
      tools={<PaperButtons paper={paper} onTaken={takenOut} />}
      title={
        <>
          通报<small>{edited ? ' 改动尚未导出' : ''}</small>
        </>
      }
    >
      <div className="bulletin-body scrolls">
        <Line label="标题" of="title" />
        <Passage label="一、总体情况" of="overall" />
        <Passage label="二、较好的点位" of="good" />
        <Rows rows={draft.rows} />
        <Passage label="四、要求" of="demands" />
        <div className="bulletin-foot">
          <Line label="落款单位" of="issuer" />
          <Line label="日期" of="date" />
        </div>
      </div>
    </Window>
  )
}
