/** The rubric: refused as a whole when it breaks its schema, with the path of the fault. */
import { zhCN } from 'zod/locales'
import { type Standard, standardSchema } from '../model/standard.ts'
import { PackageError } from './error.ts'

const messages = zhCN().localeError

/** `items[3].points` */
const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, key) =>
      typeof key === 'number' ? `${text}[${key}]` : text === '' ? String(key) : `${text}.${String(key)}`,
    '',
  )

/** @param name the file, for the message. Throws PackageError. */
export const readStandard = (json: unknown, name: string): Standard => {
  const result = standardSchema.safeParse(json, { error: messages })
  if (result.success) return result.data
  const [first] = result.error.issues
  const more = result.error.issues.length - 1
  const where = first ? pathText(first.path) : ''
  throw new PackageError(
    `评分标准 ${name} 有误：${where === '' ? '' : `${where} `}${first?.message ?? ''}${more > 0 ? `（另有 ${more} 处）` : ''}。`,
  )
}
