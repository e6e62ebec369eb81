/** One search over everything: Ctrl/⌘K or /. Enter flies there. */
import { useEffect, useState } from 'react'
import {
  Autocomplete,
  Dialog,
  Input,
  ListBox,
  ListBoxItem,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components'
import type { SearchHit } from '../engine/api.ts'
import { useSession } from '../view/store.ts'
import { useEngine } from './engine.tsx'
import { Glyph, KindGlyph } from './Glyph.tsx'
import { goTo } from './goto.ts'

const keyOf = (hit: SearchHit, i: number) => `${hit.ref.type}:${hit.ref.id}:${i}`

export const Search = ({ open, onOpen }: { open: boolean; onOpen: (open: boolean) => void }) => {
  const engine = useEngine()
  const { overview, view, change } = useSession()
  const [text, setText] = useState('')
  const [hits, setHits] = useState<SearchHit[]>([])
  useEffect(() => {
    if (!open) return
    let wanted = true
    void engine.search(text, 24).then((found) => {
      if (wanted) setHits(found)
    })
    return () => {
      wanted = false
    }
  }, [engine, open, text])
  const choose = (hit: SearchHit) => {
    onOpen(false)
    setText('')
    if (hit.ref.type === 'responsible') change({ ledger: { ...view.ledger, open: true, text: hit.ref.id } })
    else goTo(hit.ref, hit)
  }
  return (
    <ModalOverlay className="overlay" isOpen={open} onOpenChange={onOpen} isDismissable>
      <Modal className="search-modal">
        <Dialog aria-label="搜索" className="search-dialog">
          <Autocomplete inputValue={text} onInputChange={setText}>
            <SearchField
              aria-label="搜索居委会、点位、水体、问题、责任单位"
              autoFocus
              className="search-field"
            >
              <Glyph name="search" />
              <Input placeholder="居委会、点位、水体、问题编号、责任单位；可用拼音首字母" />
            </SearchField>
            <ListBox
              aria-label="搜索结果"
              className="hits"
              items={hits.map((hit, i) => ({ id: keyOf(hit, i), hit }))}
              onAction={(key) => {
                const at = hits.findIndex((hit, i) => keyOf(hit, i) === key)
                const hit = hits[at]
                if (hit) choose(hit)
              }}
              renderEmptyState={() => (
                <p className="empty">
                  {text.trim() === ''
                    ? '例如：康庄、kz、411671011007、农贸市场、WT-0001、区环卫所'
                    : `没有找到“${text}”：换个说法，或只输入几个字`}
                </p>
              )}
            >
              {({ id, hit }) => (
                <ListBoxItem id={id} textValue={hit.title} className="hit">
                  {hit.kind ? (
                    <KindGlyph kind={overview?.standard.kinds.find((k) => k.id === hit.kind)} />
                  ) : (
                    <span className="hit-pin">
                      <Glyph name={hit.ref.type === 'responsible' ? 'table' : 'pin'} />
                    </span>
                  )}
                  <span>
                    {hit.title}
                    <small>{hit.subtitle}</small>
                  </span>
                </ListBoxItem>
              )}
            </ListBox>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
