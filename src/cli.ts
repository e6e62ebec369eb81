/**
 * The engine without a screen: `npm run -s score -- --data FOLDER` prints one JSON document; `--help` says what else can be
 * asked. Exit 0 when a score could be made; 2 with one Chinese sentence on stderr when not.
 */
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { scoreDocument } from './engine/document.ts'
import { openIntake } from './engine/package/open.ts'
import { sampleStandard } from './engine/package/sample-standard.ts'
import { MOST_STOPS } from './engine/studies/route.ts'
import { jsonFault } from './intake/formats/json.ts'
import { decodeJson } from './intake/formats/text.ts'
import {
  PACKAGE_FILES,
  PackageError,
  type PackageFiles,
  readPackage,
  renamedFiles,
} from './intake/package.ts'
import { type Day, parseDay } from './model/day.ts'
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

/** Everything that can be asked, in the order it is told; `value` names what follows the flag. */
const FLAGS = {
  data: { type: 'string', value: '文件夹', says: '数据文件夹（必填）' },
  'as-of': { type: 'string', value: '日期', says: '截至哪一天，YYYY-MM-DD；不写时按数据自己的截止日' },
  standard: { type: 'string', value: '文件', says: '用另一份评分标准' },
  placements: { type: 'boolean', says: '每条记录算在哪个居委会' },
  closure: { type: 'boolean', says: '整改时效' },
  plan: { type: 'boolean', says: '先改哪些、最少改哪些' },
  studies: { type: 'boolean', says: '覆盖、间隔、聚集、反弹' },
  route: { type: 'string', value: '处数', says: '督导路线' },
  honours: { type: 'boolean', says: '亮点' },
  compare: { type: 'string', value: '日期', says: '与哪一天比较，YYYY-MM-DD' },
  series: { type: 'boolean', says: '每一天的得分' },
  help: { type: 'boolean', says: '列出这些参数' },
} as const satisfies Record<string, { type: 'string' | 'boolean'; value?: string; says: string }>

const ASKED = Object.entries(FLAGS).map(([name, flag]) => ({
  asked: 'value' in flag ? `--${name} ${flag.value}` : `--${name}`,
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
  const fault = jsonFault(bytes)
  if (fault !== null) throw new PackageError(`评分标准“${path}”${fault}。`)
  return decodeJson(bytes)
}

/** The day after `option`, null where it was not given. Throws PackageError when it is none. */
const readDay = (option: string, text: string | undefined): Day | null => {
  if (text === undefined) return null
  const day = parseDay(text)
  if (day === null) throw new PackageError(`${option} 的日期“${text}”有误，应为 YYYY-MM-DD。`)
  return day
}

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
  const asked = readDay('--as-of', values['as-of'])
  const compare = readDay('--compare', values.compare)
  const stops = values.route === undefined ? null : Number(values.route)
  if (stops !== null && !(Number.isInteger(stops) && stops >= 1 && stops <= MOST_STOPS))
    throw new PackageError(`--route 的处数“${values.route}”有误，应为 1 到 ${MOST_STOPS}。`)
  const rubric = values.standard === undefined ? null : readRubric(values.standard)
  const intake = readPackage(readFolder(values.data), sampleStandard, { asOf: asked, standard: rubric })
  // Whoever takes the document on must not need to look into it for this.
  for (const { file, reason } of intake.report.unread) process.stderr.write(`${file} 没有读入：${reason}。\n`)
  const doubt = incompleteText(intake.report)
  if (doubt !== '') process.stderr.write(`${doubt}。\n`)
  return JSON.stringify(
    scoreDocument(openIntake(intake), asked ?? intake.asOf, {
      placements: values.placements ?? false,
      closure: values.closure ?? false,
      plan: values.plan ?? false,
      studies: values.studies ?? false,
      route: stops,
      honours: values.honours ?? false,
      compare,
      series: values.series ?? false,
    }),
    null,
    2,
  )
}

try {
  process.stdout.write(`${run()}\n`)
} catch (error) {
  if (!(error instanceof PackageError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}
