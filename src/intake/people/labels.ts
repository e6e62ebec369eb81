/**
 * What the words about a number say it is: the heading of its column, the name of its property, or what stands before it
 * in the text. Under such a word a number counts that by itself could be anything.
 */

import { MASKED } from './masked.ts'
import { AN_X } from './proofs.ts'

/** Words that announce a number of a person; the first of them decides. */
const WORDS = {
  identity: String.raw`身份证|身份号|公民身份|居民身份|证件号|证件编号|证件(?=[\s:：为是]*\d)|id[ _-]?card|identity|(?<![a-z])id (?:no|number)|sfzh?m?|shenfen`,
  card: '卡号|账号|帐号|账户|帐户|银行卡|储蓄卡|借记卡|信用卡|工资卡|(?<![a-z])(?:bank ?card|card|account|acct|yhkh?|yhzh)(?![a-z])',
  phone:
    '电话(?!会议|亭|线|局|费|通知|调查|询问|催)|手机(?!店|维修|卖|专卖)|联系方式|联系号|联络方式|联系人号码|座机|固话|宅电(?!梯|器|费|力|网|表|路|线|动)|小灵通|热线|传真|客服|来电|致电|拨打|短信|(?<![a-z])(?:tele?|telephone|phone|mobile|mob|cell|cellphone|fax|contact|whatsapp|lxdh|lxfs|dhhm|sjhm?|dianhua|shouji)(?![a-z])',
} as const

type Kind = keyof typeof WORDS
const KINDS = Object.keys(WORDS) as Kind[]

/** The kinds of numbers of people that words announce. */
export type Announced = Readonly<Record<Kind, boolean>>

/** What a heading says of the numbers under it. */
export interface Labelled extends Announced {
  /** numbers of records: 编号, 代码 */
  record: boolean
  /** numbers of things and firms */
  thing: boolean
  /** how much of something */
  amount: boolean
}

const RECORD = /编号|编码|代码|序号|单号|网格|档案|文号|^id$|(?<![a-z])(?:code|no|sn)(?![a-z])/i
const THINGS =
  '税号|识别号|信用代码|机构代码|isbn|issn|条形?码|许可证号?|执照号?|注册号|批准文号|备案号|网格(?:编[码号]|代码)?|区划代码|车架号|设备号|imei|序列号|时间戳'
const THING = new RegExp(THINGS, 'i')
const OF_THING = new RegExp(`(?:${THINGS})[^\\d]{0,4}$`, 'i')
const AMOUNT =
  /金额|面积|资金|投资|产值|总价|预算|费用|价格|时间戳|(?<![a-z])(?:time ?stamp|epoch|area|amount|length|price)(?![a-z])/i

/** 电 话 is 电话. */
const closed = (text: string): string => text.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')

/** contactPhone and TEL_1 as words. */
const words = (label: string): string =>
  closed(label.replace(MASKED, ' '))
    .normalize('NFKC')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_\-\d]+/g, ' ')
    .trim()

const HEADINGS = Object.fromEntries(KINDS.map((kind) => [kind, new RegExp(WORDS[kind], 'i')])) as Record<
  Kind,
  RegExp
>

const ANY = new RegExp(KINDS.map((kind) => WORDS[kind]).join('|'), 'i')

const remembered = new Map<string, Labelled>()
/** Headings are few; names of properties of a strange file need not be. */
const MOST = 2000

/** @param label heading of a column, name of a property; '' where there is none */
export const labelledBy = (label: string): Labelled => {
  const before = remembered.get(label)
  if (before !== undefined) return before
  const text = words(label)
  const says = {
    identity: HEADINGS.identity.test(text),
    card: HEADINGS.card.test(text),
    phone: HEADINGS.phone.test(text),
    record: RECORD.test(text),
    thing: THING.test(text),
    amount: AMOUNT.test(text),
  }
  if (remembered.size >= MOST) remembered.clear()
  remembered.set(label, says)
  return says
}

/** Between such a word and its number: a name in brackets, 号码为, a colon. */
const BETWEEN = String.raw`[^\d。；！？;!?，\ue000]{0,10}`
const BEFORE = Object.fromEntries(
  KINDS.map((kind) => [kind, new RegExp(`(?:${WORDS[kind]})(${BETWEEN})$`, 'i')]),
) as Record<Kind, RegExp>

/** Other numbers of the same list. */
const LISTED = /[\d\s().+\-、,，/;；或和及与]*$/

/** Words that say the number is of something else after all. */
const ELSE = /编号|日期|时间|面积|金额|文号|代码|共|约|收|罚|款|计|第|案|次|件|元|年|月/

/** Behind a number: 8123456（电话）; an identity and a card only where nothing but the word stands in the brackets. */
const BEHIND: Record<Kind, RegExp> = {
  identity: new RegExp(`^${AN_X}?\\s?[（([【](?:居民|公民)?(?:身份证|身份|证件)(?:号码?)?[）)\\]】]`),
  card: /^\s?[（([【](?:银行|储蓄|借记|信用|工资)?[卡账帐]号?[）)\]】]/,
  phone: /^\s?[（([【]?(?:电话|座机|固话|宅电|小灵通|手机|传真)/,
}

/** Characters before a number in which the word is looked for. */
const REACH = 80

/** Whether any word of a text announces a number: where none does, there is no need to look about each. */
export const announcesAny = (text: string): boolean => /[^\0-@]/.test(text) && ANY.test(closed(text))

/** Which kinds the words about a number in a text announce. */
const announced = (text: string, from: number, to: number): Announced => {
  const before = closed(text.slice(Math.max(0, from - REACH), from).replace(LISTED, ''))
  const says = (kind: Kind): boolean => {
    const between = BEFORE[kind].exec(before)?.[1]
    if (between !== undefined && (kind === 'identity' || !ELSE.test(between))) return true
    return BEHIND[kind].test(text.slice(to, to + 12))
  }
  return {
    identity: says('identity'),
    card: says('card'),
    phone: says('phone'),
  }
}

/** Whether the words before a number say that it is of a thing or a firm. */
export const isOfThing = (text: string, from: number): boolean =>
  OF_THING.test(text.slice(Math.max(0, from - 16), from))

/** What words say of a number from here to there: those of the heading, and those about it in the text. */
export type Saying = (from: number, to: number) => Announced

export const sayingOf = (text: string, label: Labelled): Saying => {
  if (!announcesAny(text)) return () => label
  return (from, to) => {
    const words = announced(text, from, to)
    return {
      identity: label.identity || words.identity,
      card: label.card || words.card,
      phone: label.phone || words.phone,
    }
  }
}
