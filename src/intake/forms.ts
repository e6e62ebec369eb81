/**
 * `mappings.json` (导入对照): what a form of file was taken for, by its headings, so that next month's file of the same form
 * goes through without a question. It travels with the package.
 */
import { z } from 'zod'
import type { Datum } from '../model/datum.ts'
import type { Target } from './contract-fields.ts'
import { decodeText } from './formats/text.ts'
import { headingKey } from './tables/cells.ts'

/** What is settled about the rows of a file, beside where its table is to go. */
const formSchema = z.object({
  headings: z.array(z.string()).describe('as headings are compared, in their order'),
  table: z.string(),
  columns: z.record(z.string(), z.string()).describe('heading → field, where it is not the one proposed'),
  words: z.record(z.string(), z.record(z.string(), z.string())).describe('field → word → what it stands for'),
  values: z.record(z.string(), z.string()).describe('field → the value of all rows'),
  datum: z.string().nullable().describe('the coordinate system chosen by hand'),
  monthDay: z.enum(['first', 'last']).optional(),
  infer: z.boolean().optional(),
  clashes: z.enum(['both', 'same']).optional(),
  hiddenRows: z.enum(['read', 'leave']).optional(),
})

const mappingsSchema = z.object({ version: z.literal(1), forms: z.array(formSchema) })

export type Form = Omit<z.infer<typeof formSchema>, 'table' | 'datum'> & {
  table: Target
  datum: Datum | null
}

/** Forms kept; those used last. */
const MOST_FORMS = 200

/** What two files of one form have in common: their headings, in order. */
const signatureOf = (headings: readonly string[]): string => headings.map(headingKey).join('|')

/** The forms of a package; none where there is no such file or it is not readable. */
export const readForms = (bytes: Uint8Array | undefined): Form[] => {
  if (bytes === undefined) return []
  try {
    const read = mappingsSchema.safeParse(JSON.parse(decodeText(bytes)))
    return read.success ? (read.data.forms as Form[]) : []
  } catch {
    return []
  }
}

export const formOf = (forms: readonly Form[], headings: readonly string[]): Form | null => {
  const signature = signatureOf(headings)
  return forms.find((form) => form.headings.join('|') === signature) ?? null
}

/** The file with these forms first, each in the place of the one it had before. */
export const writeForms = (before: readonly Form[], news: readonly Form[]): Uint8Array => {
  const own = new Map(news.map((form) => [form.headings.join('|'), form]))
  const others = before.filter((form) => !own.has(form.headings.join('|')))
  const forms = [...own.values(), ...others].slice(0, MOST_FORMS)
  return new TextEncoder().encode(`${JSON.stringify({ version: 1, forms }, null, 1)}\n`)
}
