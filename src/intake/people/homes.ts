/** Texts that lead to a person without a number: a door, a name under its label. */
import { plainText } from './plain.ts'

const N = '[\\d一二三四五六七八九十百〇零]+'
const DOOR = new RegExp(
  [
    `${N}\\s*(?:号楼|栋|幢|单元|室)`,
    `${N}\\s*组\\s*${N}\\s*号`,
    `${N}\\s*号\\s*(?:院|门|楼|${N}\\s*[户室号])`,
    `(?:路|街|巷|胡同|村|庄|小区|家园|花园|社区|居委会|组|院)\\s*(?:东|西|南|北)?\\s*${N}(?:\\s*-\\s*\\d+)*\\s*号(?!文|令|公告|通知|楼长)`,
    '门牌',
    '(?<!\\d|-)\\d{1,3}-\\d{1,2}-\\d{3}(?!\\d|-)',
  ].join('|'),
)

/** Whether a text tells a door: X号楼X单元X室, X组X号, 某路12号. */
export const hasDoor = (text: string): boolean => DOOR.test(plainText(text).text)

/** Whether a text names a person under a label: 姓名：…, 户主…. */
export const hasNamed = (text: string): boolean =>
  /(?:姓名|户主|家庭成员|获奖人|获得者|当事人|联系人|负责人|房主|业主|户名)/.test(text)
