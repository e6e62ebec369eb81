/** The parts of a workbook as a stream of elements, whatever prefix their namespace has. */
import { Parser } from 'saxen'

export interface Listener {
  /** `attribute` gives '' where there is none */
  open?: (name: string, attribute: (name: string) => string) => void
  close?: (name: string) => void
  text?: (text: string) => void
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** A reader that takes the document piece by piece. Broken XML is read as far as it goes: `end` tells whether it was. */
export const openElements = (listener: Listener): { write: (xml: string) => void; end: () => boolean } => {
  let broken = false
  const parser = new Parser()
  parser.on('openTag', (name, attributes, decode) => {
    listener.open?.(localName(name), (wanted) => {
      const all = attributes()
      const key = wanted in all ? wanted : Object.keys(all).find((k) => k.endsWith(`:${wanted}`))
      return key === undefined ? '' : decode(all[key] as string)
    })
  })
  parser.on('closeTag', (name) => listener.close?.(localName(name)))
  parser.on('text', (text, decode) => listener.text?.(decode(text)))
  parser.on('cdata', (text) => listener.text?.(text))
  parser.on('error', () => {
    broken = true
  })
  return {
    write: (xml) => {
      if (!broken) parser.write(xml)
    },
    end: () => {
      if (!broken) parser.end()
      return !broken
    },
  }
}

/** Reads a whole document. */
export const readElements = (xml: string, listener: Listener): void => {
  const elements = openElements(listener)
  elements.write(xml)
  elements.end()
}
