/**
 * The engine without a screen: `npm run -s score -- --data FOLDER [--as-of YYYY-MM-DD] [--standard FILE] [--placements] [--closure] [--plan] [--studies] [--route N] [--honours]`
 * prints one JSON document. Exit 0 when a score could be made; 2 with one Chinese sentence on stderr when not.
 */
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { scoreDocument } from './engine/document.ts'
import { openIntake } from './engine/open.ts'
import { sampleStandard } from './engine/sample-standard.ts'
import { MOST_STOPS } from './engine/study-route.ts'
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
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    throw new PackageError(`读不到评分标准“${path}”。`)
  }
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    throw new PackageError(`评分标准“${path}”不是有效的 JSON。`)
  }
}

/** The day after `option`, null where it was not given. Throws PackageError when it is none. */
const readDay = (option: string, text: string | undefined): Day | null => {
  if (text === undefined) return null
  const day = parseDay(text)
  if (day === null) throw new PackageError(`${option} 的日期“${text}”有误，应为 YYYY-MM-DD。`)
  return day
}

const run = (): string => {
  let values: {
    data?: string
    'as-of'?: string
    standard?: string
    placements?: boolean
    closure?: boolean
    plan?: boolean
    studies?: boolean
    route?: string
    honours?: boolean
    compare?: string
    series?: boolean
  }
  try {
    ;({ values } = parseArgs({
      options: {
        data: { type: 'string' },
        'as-of': { type: 'string' },
        standard: { type: 'string' },
        placements: { type: 'boolean' },
        closure: { type: 'boolean' },
        plan: { type: 'boolean' },
        studies: { type: 'boolean' },
        route: { type: 'string' },
        honours: { type: 'boolean' },
        compare: { type: 'string' },
        series: { type: 'boolean' },
      },
    }))
  } catch (error) {
    // Node's own words are English; the argument they name is what helps.
    const [, named] = /'(-[^']*)'|(?<=option )'?(--?[\w-]+)/.exec((error as Error).message) ?? []
    throw new PackageError(
      `命令行参数有误${named ? `：${named.split(' ')[0]}` : ''}，可用 --data 文件夹、--as-of 日期、--standard 文件、--placements、--closure、--plan、--studies、--route 处数、--honours、--compare 日期、--series。`,
    )
  }
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
