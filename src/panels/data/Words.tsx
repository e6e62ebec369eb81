/** Words of the file nobody knows, each with what it most likely stands for; and those that were known, to be changed. */
import { useId } from 'react'
import type { Incoming } from '../../engine/contract/data.ts'
import { countText } from '../../view/count-text.ts'
import { fieldLabel, knownWords, openWords } from '../../view/incoming-questions.ts'
import { linesText } from '../../view/notice-groups.ts'
import type { PartProps } from './part-props.ts'
import './words.css'

/** Meanings offered at a press. */
const OFFERED = 2
/** So few meanings are all offered. */
const FEW = 4

interface WordRowProps extends PartProps {
  word: Incoming['words'][number]
  list: string
}

const WordRow = ({ file, settle, word, list }: WordRowProps) => {
  const { field, how, taken, count, lines, likely } = word
  const take = (id: string | null) => settle({ words: { [field]: { [word.word]: id } } })
  const meanings = file.meanings[field] ?? likely
  const settled = how === 'hand'
  return (
    <li className="word-row" data-settled={settled}>
      <span className="word-said">
        <small>{fieldLabel(file, field)}</small>
        <b>{word.word}</b>
        <small className="num" title={`行 ${linesText(lines, count)}`}>
          ×{countText(count)}
        </small>
      </span>
      <span className="word-meant">
        {settled ? (
          <>
            <span>{taken === '' ? '不采用' : word.label}</span>
            <button type="button" className="text-button" onClick={() => take(null)}>
              改
            </button>
          </>
        ) : (
          <>
            {(meanings.length <= FEW ? meanings : likely.slice(0, OFFERED)).map(
              ({ id, label: likelyLabel }) => (
                <button
                  key={id}
                  type="button"
                  className="text-button word-pick"
                  title={likelyLabel}
                  onClick={() => take(id)}
                >
                  {likelyLabel}
                </button>
              ),
            )}
            {meanings.length > FEW && (
              <input
                type="search"
                list={list}
                placeholder="输入或选择"
                aria-label={`${fieldLabel(file, field)}“${word.word}”是什么`}
                onChange={(event) => {
                  const found = meanings.find(({ id, label: own }) =>
                    [id, own].includes(event.target.value.trim()),
                  )
                  if (found !== undefined) take(found.id)
                }}
              />
            )}
            <button type="button" className="text-button" onClick={() => take('')}>
              不采用
            </button>
          </>
        )}
      </span>
    </li>
  )
}

export const Words = ({ file, settle }: PartProps) => {
  const id = useId()
  const [open, known] = [openWords(file), knownWords(file)]
  if (open.length + known.length === 0) return null
  const left = open.filter(({ how }) => how === 'unknown').length
  return (
    <section className="part">
      {open.length > 0 && (
        <>
          <h4>
            <span>不认识的词</span>
            <small>
              {left === 0 ? '都定好了，下次同样的表不再问' : `${left} 个；定了下次不再问，不定的按没有填处理`}
            </small>
          </h4>
          <ul className="word-list scrolls">
            {open.map((word) => (
              <WordRow
                key={`${word.field} ${word.word}`}
                file={file}
                settle={settle}
                word={word}
                list={`${id}${word.field}`}
              />
            ))}
          </ul>
        </>
      )}
      {Object.entries(file.meanings).map(([field, meanings]) => (
        <datalist key={field} id={`${id}${field}`}>
          {meanings.map((one) => (
            <option key={one.id} value={one.label}>
              {one.id === one.label ? undefined : one.id}
            </option>
          ))}
        </datalist>
      ))}
      {known.length > 0 && (
        <details>
          <summary>
            <h4>
              认识的词 <small>{known.length} 个换成了标准里的说法</small>
            </h4>
          </summary>
          <ul className="word-known">
            {known.map((word) => (
              <li key={`${word.field} ${word.word}`}>
                <small>{fieldLabel(file, word.field)}</small> {word.word} ×{countText(word.count)}
                <span aria-hidden="true">→</span>
                {word.taken === '' ? '不采用' : word.label}
                {word.how === 'remembered' && <em className="data-tag">记得</em>}
                <button
                  type="button"
                  className="text-button"
                  onClick={() => settle({ words: { [word.field]: { [word.word]: '' } } })}
                >
                  不对
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
