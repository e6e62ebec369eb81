/** The files in the tray, each with its table, its state and the counts of its rows. */

import { useRef } from 'react'
import type { Incoming, Tray } from '../../engine/contract/data.ts'
import { countText } from '../../view/count-text.ts'
import { needsHand, STATE_WORDS, stateOf } from '../../view/incoming.ts'
import { tableWord } from '../../view/table-words.ts'
import { useTray } from '../../view/tray-store.ts'
import { useFocusWhenLost } from './focus.ts'
import './file-list.css'

const toneOf = (file: Incoming): 'bad' | 'good' | 'even' => {
  const state = stateOf(file)
  if (needsHand(file) || state === 'none') return 'bad'
  return state === 'usable' ? 'good' : 'even'
}

const Counts = ({ file }: { file: Incoming }) => {
  const { rows, accepted, flagged, rejected } = file.counts
  // Before it is known what it is, its rows are neither good nor bad.
  if (needsHand(file)) return <span className="file-counts num">{countText(rows)} 行</span>
  return (
    <span className="file-counts num">
      <i>可用 {countText(accepted)}</i>
      {flagged > 0 && <i>核对 {countText(flagged)}</i>}
      {rejected > 0 && <i data-tone="bad">未读入 {countText(rejected)}</i>}
    </span>
  )
}

export const FileList = ({ tray, shown }: { tray: Tray; shown: number | null }) => {
  const box = useRef<HTMLElement>(null)
  useFocusWhenLost(box)
  return (
    <nav className="file-list scrolls" aria-label="放入的文件" tabIndex={-1} ref={box}>
      <ul>
        {tray.incoming.map((file) => (
          <li key={file.id}>
            <button
              type="button"
              className="row"
              aria-current={file.id === shown}
              onClick={() => useTray.setState({ picked: file.id })}
            >
              <b>{file.table === null ? '不知道是什么' : tableWord(file.table)}</b>
              <em data-tone={toneOf(file)}>{STATE_WORDS[stateOf(file)]}</em>
              <small>{file.name}</small>
              <Counts file={file} />
            </button>
          </li>
        ))}
      </ul>
      {tray.refused.length > 0 && (
        <>
          <h4>没有读入的文件</h4>
          <ul className="refused">
            {tray.refused.map(({ name, reason }) => (
              <li key={`${name} ${reason}`}>
                <b>{name}</b>
                <span>{reason}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </nav>
  )
}
