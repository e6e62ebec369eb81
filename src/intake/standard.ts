/** The rubric: refused as a whole when it breaks its schema, with the path of the fault. */
import type { z } from 'zod'
import { type Standard, standardSchema } from '../model/standard.ts'
import { membersOf } from './boundaries/features.ts'
import { PackageError } from './error.ts'
import { foreignObject } from './formats/json.ts'

/** `items[3].points` */
const pathText = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, key) =>
      typeof key === 'number' ? `${text}[${key}]` : text === '' ? String(key) : `${text}.${String(key)}`,
    '',
  )

const TYPES: Record<string, string> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表 […]',
  object: '对象 {…}',
  record: '对象 {…}',
}

const typeOf = (value: unknown): string =>
  value === null
    ? '空值'
    : Array.isArray(value)
      ? (TYPES.array as string)
      : (TYPES[typeof value] ?? typeof value)

/** A fault in words a clerk understands; Zod's own mix English into every sentence. */
const message = (issue: z.core.$ZodRawIssue): string | undefined => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? '没有填'
        : `应为${TYPES[issue.expected] ?? issue.expected}，现为${typeOf(issue.input)}`
    case 'too_small':
      if (issue.origin === 'string') return '不能为空'
      if (issue.origin === 'array') return `至少要有 ${issue.minimum} 项`
      return issue.minimum === 0 && !issue.inclusive
        ? '应为正数'
        : `应${issue.inclusive ? '不小于' : '大于'} ${issue.minimum}`
    case 'too_big':
      return `应${issue.inclusive ? '不大于' : '小于'} ${issue.maximum}`
    case 'unrecognized_keys':
      return `不认识“${issue.keys.join('”、“')}”`
    case 'invalid_value':
      return `应为 ${issue.values.join('、')} 之一`
    case 'invalid_union':
      return '应为规定的几种之一'
    default:
      return undefined
  }
}

/** Spellings that stood beside the kinds in earlier versions of the file (`aliases`) stand among its words. */
const withAliasesAsWords = (json: unknown): unknown => {
  const { kinds, words, ...rest } = membersOf(json)
  if (!Array.isArray(kinds) || !kinds.some((kind) => 'aliases' in membersOf(kind))) return json
  const said: Record<string, unknown> = {}
  const bare = kinds.map((kind) => {
    const { aliases, ...others } = membersOf(kind)
    for (const alias of Array.isArray(aliases) ? aliases : []) said[String(alias)] = others.id
    return others
  })
  const own = membersOf(words)
  return { ...rest, words: { ...own, kinds: { ...said, ...membersOf(own.kinds) } }, kinds: bare }
}

/** @param name the file, for the message. Throws PackageError. */
export const readStandard = (json: unknown, name: string): Standard => {
  const result = standardSchema.safeParse(withAliasesAsWords(json), { error: message })
  if (result.success) return result.data
  const foreign =
    typeof json === 'object' && json !== null && !Array.isArray(json)
      ? foreignObject(json, Object.keys(standardSchema.shape))
      : null
  if (foreign !== null) throw new PackageError(`评分标准 ${name} 有误：${foreign}。`)
  const [first] = result.error.issues
  const more = result.error.issues.length - 1
  const where = first ? pathText(first.path) : ''
  throw new PackageError(
    `评分标准 ${name} 有误：${where === '' ? '' : `${where} `}${first?.message ?? ''}${more > 0 ? `（另有 ${more} 处）` : ''}。`,
  )
}
