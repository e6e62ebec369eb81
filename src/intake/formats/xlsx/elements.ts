/** The parts of a workbook as a stream of elements, whatever prefix their namespace has. */
import { Parser } from 'saxen'
import { LONGEST_TOKEN } from '../../limits.ts'
import type { Pace } from '../../pace.ts'

export interface Listener {
  /** `attribute` gives '' where there is none */
  open?: (name: string, attribute: (name: string) => string) => void
  close?: (name: string) => void
  text?: (text: string) => void
}

/** Whether an attribute says yes. */
export const isYes = (said: string): boolean => /^(1|true|on)$/i.test(said)

const localName = (name: string): string => (name.includes(':') ? name.slice(name.indexOf(':') + 1) : name)

/** How a document ended: as it should, where it is broken, or in a tag or text longer than is read. */
export type End = 'whole' | 'broken' | 'endless'

export interface Elements {
  write: (xml: string) => void
  /** whether the rest is not read any more */
  isStopped: () => boolean
  end: () => End
}

/**
 * A reader that takes the document piece by piece. Broken XML is read as far as it goes: `end` tells whether it was. So is
 * XML with a tag or text that does not end: the parser looks for its end anew with every piece.
 */
export const openElements = (listener: Listener): Elements => {
  let broken = false
  let endless = false
  /** characters since anything was met */
  let unmet = 0
  const parser = new Parser()
  parser.on('openTag', (name, attributes, decode) => {
    unmet = 0
    listener.open?.(localName(name), (wanted) => {
      const all = attributes()
      const key = wanted in all ? wanted : Object.keys(all).find((k) => k.endsWith(`:${wanted}`))
      return key === undefined ? '' : decode(all[key] as string)
    })
  })
  parser.on('closeTag', (name) => {
    unmet = 0
    listener.close?.(localName(name))
  })
  parser.on('text', (text, decode) => listener.text?.(decode(text)))
  parser.on('cdata', (text) => listener.text?.(text))
  parser.on('error', () => {
    broken = true
  })
  return {
    write: (xml) => {
      if (broken || endless || xml === '') return
      parser.write(xml)
      unmet += xml.length
      if (unmet > LONGEST_TOKEN + xml.length) endless = true
    },
    isStopped: () => broken || endless,
    end: () => {
      if (endless) return 'endless'
      if (!broken) parser.end()
      return broken ? 'broken' : 'whole'
    },
  }
}

/** Reads a whole document. */
export const readElements = (xml: string, listener: Listener): void => {
  const elements = openElements(listener)
  elements.write(xml)
  elements.end()
}

/** Reads a whole document that comes in pieces. */
export const readPieces = async (
  pieces: Iterable<string>,
  listener: Listener,
  pace: Pace,
  what: string,
): Promise<void> => {
  const elements = openElements(listener)
  for (const piece of pieces) {
    elements.write(piece)
    if (pace.isDue()) await pace.rest(0, 1, what)
  }
  elements.end()
}
