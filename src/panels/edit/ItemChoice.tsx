/** 检查项: one of those of the kind of place, found by typing a few of its characters. */
import {
  Button,
  Collection,
  ComboBox,
  Header,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
} from 'react-aria-components'
import type { Item } from '../../model/standard.ts'
import { Glyph } from '../kit/Glyph.tsx'
import './field.css'
import './item-choice.css'

interface ItemChoiceProps {
  groups: { label: string; items: Item[] }[]
  /** id, '' = none */
  value: string
  hint: string
  onChange: (id: string) => void
}

export const ItemChoice = ({ groups, value, hint, onChange }: ItemChoiceProps) => (
  <div className="field">
    <ComboBox
      // Another kind of place has other items: what was typed for the old ones goes.
      key={groups.map(({ label, items }) => `${label}${items.length}`).join()}
      className="item-choice"
      defaultItems={groups.map((group) => ({ ...group, id: group.label }))}
      selectedKey={value === '' ? null : value}
      onSelectionChange={(key) => onChange(key === null ? '' : String(key))}
      menuTrigger="focus"
      allowsEmptyCollection
    >
      <Label>检查项</Label>
      <div className="item-input">
        <Input placeholder="输入几个字查找" />
        <Button aria-label="全部检查项">
          <Glyph name="down" />
        </Button>
      </div>
      <Popover className="item-list" offset={4}>
        <ListBox
          className="scrolls"
          items={groups.map((group) => ({ ...group, id: group.label }))}
          renderEmptyState={() => <p className="empty">没有这样的检查项</p>}
        >
          {(group) => (
            <ListBoxSection id={group.id}>
              <Header className="hits-head">{group.label}</Header>
              <Collection items={group.items}>
                {(item) => (
                  <ListBoxItem id={item.id} textValue={item.text} className="item">
                    {item.text}
                  </ListBoxItem>
                )}
              </Collection>
            </ListBoxSection>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
    {hint !== '' && <p>{hint}</p>}
  </div>
)
