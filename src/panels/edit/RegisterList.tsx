/** 整改登记: what was changed by hand, newest first; each entry leads to its record, the newest change can be taken back. */
import { RECORD_WORDS } from '../../model/register.ts'
import { goTo } from '../../view/goto.ts'
import { type RegisterEntry, registerEntries, registerTime } from '../../view/register-groups.ts'
import { existsIn } from '../../view/selection.ts'
import { useSession } from '../../view/store.ts'
import { Pending, useAnswer } from '../kit/engine.tsx'
import { Glyph } from '../kit/Glyph.tsx'
import { List } from '../kit/List.tsx'
import { useSaving } from '../kit/saving.ts'
import { useEditable } from './editable.ts'
import { useUndo } from './undo.ts'
import './register.css'

/** Entries shown at first. */
const FIRST = 60

const Entry = ({ entry, onGo }: { entry: RegisterEntry; onGo: () => void }) => {
  const ref = { type: entry.record, id: entry.id } as const
  const there = useSession((s) => s.overview !== null && existsIn(s.overview, ref))
  return (
    <li>
      <button
        type="button"
        className="row"
        disabled={!there}
        title={there ? `去看这个${RECORD_WORDS[entry.record]}` : '当前数据里没有这条记录'}
        onClick={() => {
          onGo()
          goTo(ref)
        }}
      >
        <time className="num" dateTime={entry.at}>
          {registerTime(entry.at)}
        </time>
        <b>{entry.action}</b>
        <span className="num">{entry.id}</span>
        <dl>
          {entry.changes.map(({ field, before, after }) => (
            <div key={field}>
              <dt>{field}</dt>
              <dd>
                {before !== '' && <s>{before}</s>}
                <i>→</i>
                {after === '' ? <em>清空</em> : <span>{after}</span>}
              </dd>
            </div>
          ))}
        </dl>
      </button>
    </li>
  )
}

const UndoButton = () => {
  const { what, busy, undo } = useUndo()
  return (
    <button
      type="button"
      className="text-button"
      disabled={busy || what === null}
      title={what === null ? '没有可以撤销的改动' : `撤销：${what}`}
      onClick={() => void undo()}
    >
      撤销最近一次
    </button>
  )
}

interface RegisterListProps {
  /** called when an entry is followed to its record */
  onGo: () => void
  /** the button to undo is elsewhere on the screen */
  undoElsewhere?: boolean
}

export const RegisterList = ({ onGo, undoElsewhere = false }: RegisterListProps) => {
  const editable = useEditable()
  const asked = useAnswer(['register'])
  const lines = asked.value
  const { busy, save } = useSaving()
  if (lines === null) return <Pending of={asked}>正在读取…</Pending>
  const entries = registerEntries(lines)
  return (
    <section className="register" aria-label="整改登记">
      <div className="register-tools">
        {editable && !undoElsewhere && <UndoButton />}
        <button
          type="button"
          className="text-button"
          disabled={busy || lines.length === 0}
          onClick={() => save({ type: 'register' }, 'csv')}
        >
          <Glyph name="download" /> 导出整改登记
        </button>
        <p>把导出的文件拖进另一台电脑上的这个页面，那边的数据就照样改好</p>
      </div>
      {entries.length === 0 ? (
        <p className="empty">
          还没有登记：在问题卡片上完成整改、延期、改派，或在台账里新增问题，都会记在这里
        </p>
      ) : (
        <List
          ordered
          of={entries}
          first={FIRST}
          more={() => `展开全部 ${entries.length} 条`}
          className="register-list"
        >
          {(entry) => <Entry key={entry.number} entry={entry} onGo={onGo} />}
        </List>
      )}
    </section>
  )
}
