/** 分析: questions that need a panel and a drawing of their own. One is open at a time; which, and how it is set, is part of the view. */
import { list } from '../link/codec.ts'
import { type Field, row, type ValueOf } from '../link/field.ts'
import { CLOSURE } from './closure/options.ts'
import { CLUSTERS } from './clusters/options.ts'
import { COMPARE } from './compare/options.ts'
import { COVERAGE } from './coverage/options.ts'
import { HONOURS } from './honours/options.ts'
import { KINDS } from './kinds/options.ts'
import { NOTICES } from './notices/options.ts'
import { PLAN } from './plan/options.ts'
import { RECORD_LISTS, RECORDS, type RecordsOptions } from './records/options.ts'
import { ROUTE } from './route/options.ts'
import { TRENDS } from './trends/options.ts'

/**
 * The studies there are, in the order of the menu: what each is called, what it answers, how it is set. One without a hint
 * has no place in the menu.
 */
const ROWS = {
  trends: { label: '走势', hint: '各居委会得分在变好还是变差', options: TRENDS },
  compare: { label: '两日比较', hint: '和另一天比，变了多少，因为什么', options: COMPARE },
  kinds: { label: '专项整治', hint: '每类点位查得怎样，该取缔的取缔了多少', options: KINDS },
  plan: { label: '对策', hint: '先改哪些，得分和名次会怎样', options: PLAN },
  coverage: { label: '排查覆盖', hint: '哪里真查过，哪里是盲区，得分有多大把握', options: COVERAGE },
  clusters: { label: '集聚与反弹', hint: '问题在哪里扎堆，销号以后又犯的有哪些', options: CLUSTERS },
  closure: { label: '闭环与督办', hint: '整改按没按期、销没销号，逾期的在谁手上', options: CLOSURE },
  notices: { label: '通报与通知单', hint: '按一段时间的记录起草，打印或导出 DOCX', options: NOTICES },
  route: { label: '督导路线', hint: '下一次检查去哪些地方、怎么走最近', options: ROUTE },
  honours: { label: '评选', hint: '荣誉和问题相不相称，记录支持哪些候选', options: HONOURS },
  // The list a figure leads to has the name of what it lists.
  records: { label: ({ list }: RecordsOptions) => RECORD_LISTS[list], hint: null, options: RECORDS },
}

export type StudyId = keyof typeof ROWS
export type OptionsOf<I extends StudyId> = ValueOf<(typeof ROWS)[I]['options']>
/** An open study and how it is set. */
export type StudyView = { [I in StudyId]: { id: I; options: OptionsOf<I> } }[StudyId]

export const STUDY_IDS = Object.keys(ROWS) as StudyId[]

/** What the menu offers. */
export const MENU = STUDY_IDS.flatMap((id) => {
  const { label, hint } = ROWS[id]
  return hint === null || typeof label !== 'string' ? [] : [{ id, label, hint }]
})

/** One study's options under the type of all: which they are, the id beside them says. */
const optionsField = (id: StudyId) => ROWS[id].options as unknown as Field<StudyView['options']>

/** The study as it opens: what is not said is as usual. */
export const studyView = <I extends StudyId>(id: I, options: Partial<OptionsOf<I>> = {}): StudyView =>
  ({ id, options: { ...optionsField(id).usual, ...options } }) as StudyView

/** What the screen calls it. */
export const studyLabel = ({ id, options }: StudyView): string => {
  const { label } = ROWS[id]
  return typeof label === 'string' ? label : label(options as RecordsOptions)
}

/** Options stand as `key:value` parts, in the order of their keys, so that one view has one link. */
const parts = list()
const optionsIn = (text: string): URLSearchParams =>
  new URLSearchParams(
    parts.read(text)?.map((part) => {
      const [key = '', value = ''] = part.split(/:(.*)/s)
      return [key, value]
    }),
  )

/** The open study in the link: which, and its options. */
export const study: Field<StudyView | null> = row({
  usual: null as StudyView | null,
  read: (link) => {
    const id = STUDY_IDS.find((one) => one === link.get('y'))
    if (id === undefined) return null
    return { id, options: optionsField(id).read(optionsIn(link.get('yo') ?? '')) } as StudyView
  },
  write: (value, link) => {
    if (value === null) return
    const options = new URLSearchParams()
    optionsField(value.id).write(value.options, options)
    options.sort()
    const text = parts.write([...options].map((pair) => pair.join(':')))
    link.set('y', value.id)
    if (text !== '') link.set('yo', text)
  },
  settle: (value, overview) =>
    value && ({ ...value, options: optionsField(value.id).settle(value.options, overview) } as StudyView),
})
