/** One search over everything: Ctrl/⌘K or /. Enter flies there. */

import { type KeyboardEvent, useRef, useState } from 'react'
import {
  Autocomplete,
  Collection,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components'
import type { SearchHit } from '../../engine/contract/search.ts'
import { goTo } from '../../view/goto.ts'
import { groupHits, hitKey } from '../../view/search-groups.ts'
import { useSession } from '../../view/store.ts'
import { Fault, tellTrouble, useAnswer, useEngine } from '../kit/engine.tsx'
import { Glyph, KindGlyph } from '../kit/Glyph.tsx'
import { openKind } from '../kit/open-kind.ts'
import './search.css'

/** Hits asked for. */
const MOST = 30

const Mark = ({ hit }: { hit: SearchHit }) => {
  const kind = useSession((s) => s.overview?.standard.kinds.find((k) => k.id === hit.kind))
  if (kind) return <KindGlyph kind={kind} />
  return (
    <span className="hit-pin">
      <Glyph name={hit.ref.type === 'responsible' ? 'units' : hit.ref.type === 'issue' ? 'table' : 'pin'} />
    </span>
  )
}

/** @param answered whether the engine has looked for the text: without an answer nothing is known to be absent */
const Empty = ({ text, answered }: { text: string; answered: boolean }) => (
  <div className="hits-empty">
    {text.trim() === '' ? (
      <>
        <p>输入名称、拼音首字母或编号，回车飞到那里。</p>
        <ul>
          <li>
            <b>居委会</b>康庄，或 kz，或统计代码
          </li>
          <li>
            <b>点位</b>农贸市场、公厕、背街小巷
          </li>
          <li>
            <b>问题</b>问题编号，或描述里的几个字
          </li>
          <li>
            <b>责任单位</b>列出它名下的全部问题
          </li>
        </ul>
      </>
    ) : !answered ? (
      <p>正在查找…</p>
    ) : (
      <p>没有找到“{text.trim()}”：换个说法，或只输入几个字</p>
    )}
  </div>
)

const go = (hit: SearchHit): void => {
  const { view, change } = useSession.getState()
  const { ref } = hit
  if (ref.type === 'responsible') change({ ledger: { ...view.ledger, open: true, text: ref.id } })
  else if (ref.type === 'kind') openKind(ref.id)
  else goTo({ type: ref.type, id: ref.id })
}

export const Search = ({ onClose }: { onClose: () => void }) => {
  const engine = useEngine()
  const [text, setText] = useState('')
  /** whether the arrow keys have gone to one of the hits */
  const walked = useRef(false)
  const asked = useAnswer(['search', text, MOST], [])
  const hits = asked.value ?? []
  const take = (hit: SearchHit | undefined) => {
    if (hit === undefined) return
    onClose()
    go(hit)
  }
  const type = (next: string) => {
    walked.current = false
    setText(next)
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') walked.current = true
    // The list itself handles Enter on a hit chosen by arrow keys; Enter of an input method is ignored.
    if (event.key !== 'Enter' || walked.current || event.nativeEvent.isComposing || text.trim() === '') return
    event.preventDefault()
    event.stopPropagation()
    // Asked anew: the list may still show what fewer letters found.
    engine.ask(useSession.getState().edition, 'search', text, 1).then(([best]) => take(best), tellTrouble)
  }
  return (
    <ModalOverlay className="overlay" isOpen onOpenChange={(open) => !open && onClose()} isDismissable>
      <Modal className="search-modal">
        <Dialog aria-label="搜索" className="search-dialog">
          <Autocomplete inputValue={text} onInputChange={type}>
            <SearchField
              aria-label="搜索居委会、点位、水体、问题、责任单位"
              autoFocus
              className="search-field"
            >
              <Glyph name="search" />
              <Input onKeyDownCapture={onKey} placeholder="居委会、点位、水体、问题、责任单位" />
              <kbd>Esc</kbd>
            </SearchField>
            <Fault of={asked} />
            <ListBox
              aria-label="搜索结果"
              className="hits scrolls"
              items={groupHits(hits).map((group) => ({ ...group, id: group.label }))}
              onAction={(key) => take(hits.find((hit) => hitKey(hit) === key))}
              renderEmptyState={() => asked.fault === null && <Empty text={text} answered={asked.here} />}
            >
              {(group) => (
                <ListBoxSection id={group.id}>
                  <Header className="hits-head">{group.label}</Header>
                  <Collection items={group.hits.map((hit) => ({ id: hitKey(hit), hit }))}>
                    {({ id, hit }) => (
                      <ListBoxItem
                        id={id}
                        textValue={hit.title}
                        className={hit === hits[0] ? 'hit best' : 'hit'}
                      >
                        <Mark hit={hit} />
                        <span>
                          {hit.title || '（没有描述）'}
                          <small>{hit.subtitle}</small>
                        </span>
                      </ListBoxItem>
                    )}
                  </Collection>
                </ListBoxSection>
              )}
            </ListBox>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
