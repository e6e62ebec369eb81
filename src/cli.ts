/**
 * The engine without a screen: `npm run -s score -- --data FOLDER` prints one JSON document; `--help` says what else can be
 * asked. Exit 0 when a score could be made; 2 with one Chinese sentence on stderr when not.
 */
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { scoreDocument } from './engine/document.ts'
import { DATE, type FlagValue, SECTIONS, type Wanted } from './engine/document-sections.ts'
import { openIntake } from './engine/package/open.ts'
import { sampleStandard } from './engine/package/sample-standard.ts'
import { readJson } from './intake/formats/json.ts'
import {
  PACKAGE_FILES,
  PackageError,
  type PackageFiles,
  readPackage,
  renamedFiles,
} from './intake/package.ts'
import { incompleteText } from './model/report.ts'

const isFolder = (path: string): boolean => {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

/** Why something could not be read, of the codes that Node gives. */
const REASONS: Readonly<Record<string, string>> = {
  EISDIR: '这是一个文件夹',
  EACCES: '没有读取权限',
  EPERM: '没有读取权限',
  ENOTDIR: '路径中间不是文件夹',
  ELOOP: '链接绕成了圈',
}

interface Flag {
  type: 'string' | 'boolean'
  /** names what follows the flag */
  value?: string
  says: string
}

const sections = Object.entries(SECTIONS)

const sectionFlags: Record<string, Flag> = Object.fromEntries(
  sections.map(([id, section]): [string, Flag] => [
    id,
    'value' in section
      ? { type: 'string', value: section.value, says: section.says }
      : { type: 'boolean', says: section.says },
  ]),
)

/** Everything that can be asked, in the order it is told. */
const FLAGS = {
  data: { type: 'string', value: '文件夹', says: '数据文件夹（必填）' },
  'as-of': { type: 'string', value: '日期', says: '截至哪一天，YYYY-MM-DD；不写时按数据自己的截止日' },
  standard: { type: 'string', value: '文件', says: '用另一份评分标准' },
  ...sectionFlags,
  help: { type: 'boolean', says: '列出这些参数' },
} as const satisfies Record<string, Flag>

const ASKED = Object.entries<Flag>(FLAGS).map(([name, flag]) => ({
  asked: flag.value ? `--${name} ${flag.value}` : `--${name}`,
  says: flag.says,
}))

/** Columns that `text` takes in a terminal: a Chinese character takes two. */
const columnsOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 2 : 1), 0)

const WIDEST = Math.max(...ASKED.map(({ asked }) => columnsOf(asked)))

const USAGE = `用法：npm run -s score -- --data 文件夹 [参数]

${ASKED.map(({ asked, says }) => `  ${asked}${' '.repeat(WIDEST - columnsOf(asked))}  ${says}`).join('\n')}

输出一个 JSON 文档；算不出得分时以 2 退出，并用一句话说明原因。`

const readFolder = (folder: string): PackageFiles => {
  if (!isFolder(folder)) throw new PackageError(`读不到数据文件夹“${folder}”。`)
  const files = new Map<string, Uint8Array>()
  const read = (name: string) => {
    try {
      files.set(name, readFileSync(join(folder, name)))
    } catch (error) {
      // A file that is not there is an absent file; one that cannot be read is a fault.
      const { code = '' } = error as NodeJS.ErrnoException
      if (code === 'ENOENT') return
      throw new PackageError(`读不到文件“${join(folder, name)}”：${REASONS[code] ?? code}。`)
    }
  }
  read('district.json')
  const renamed = renamedFiles(files.get('district.json'))
  for (const name of PACKAGE_FILES) if (name !== 'district.json') read(renamed[name] ?? name)
  return files
}

const readRubric = (path: string): unknown => {
  let bytes: Uint8Array
  try {
    bytes = readFileSync(path)
  } catch {
    throw new PackageError(`读不到评分标准“${path}”。`)
  }
  const { json, fault } = readJson(bytes)
  if (fault !== null) throw new PackageError(`评分标准“${path}”${fault}。`)
  return json
}

/** What follows a flag, null where it was not given. Throws PackageError when it is none. */
const readValue = <Value>(
  flag: string,
  text: string | undefined,
  { value, read, form }: FlagValue<Value>,
): Value | null => {
  if (text === undefined) return null
  const found = read(text)
  if (found === null) throw new PackageError(`--${flag} 的${value}“${text}”有误，应为 ${form}。`)
  return found
}

const readSections = (values: Readonly<Record<string, unknown>>): Wanted =>
  Object.fromEntries(
    sections.map(([id, section]) => [
      id,
      'value' in section
        ? readValue(id, values[id] as string | undefined, section as FlagValue<number>)
        : values[id] === true,
    ]),
  )

/** What was asked. Throws PackageError for what no flag means. */
const readFlags = () => {
  try {
    return parseArgs({ options: FLAGS }).values
  } catch (error) {
    // Node's own words are English; the argument they name is what helps.
    const [, named] = /'(-[^']*)'|(?<=option )'?(--?[\w-]+)/.exec((error as Error).message) ?? []
    throw new PackageError(
      `命令行参数有误${named ? `：${named.split(' ')[0]}` : ''}，可用 ${ASKED.map(({ asked }) => asked).join('、')}。`,
    )
  }
}

const run = (): string => {
  const values = readFlags()
  if (values.help) return USAGE
  if (values.data === undefined) throw new PackageError('请用 --data 指明数据文件夹。')
  const asked = readValue('as-of', values['as-of'], DATE)
  const wanted = readSections(values)
  const rubric = values.standard === undefined ? null : readRubric(values.standard)
  const intake = readPackage(readFolder(values.data), sampleStandard, { asOf: asked, standard: rubric })
  // On stderr as well: a script that passes the document on does not read its report.
  for (const { file, reason } of intake.report.unread) process.stderr.write(`${file} 没有读入：${reason}。\n`)
  const doubt = incompleteText(intake.report)
  if (doubt !== '') process.stderr.write(`${doubt}。\n`)
  return JSON.stringify(scoreDocument(openIntake(intake), asked ?? intake.asOf, wanted), null, 2)
}

try {
  process.stdout.write(`${run()}\n`)
} catch (error) {
  if (!(error instanceof PackageError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}
