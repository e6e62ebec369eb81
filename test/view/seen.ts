/** How colours look to different eyes, and how far apart they are. */

type Triple = [number, number, number]

const channels = (hex: string): Triple =>
  [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255) as Triple

const linear = (hex: string): Triple =>
  channels(hex).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as Triple

const apply = (m: readonly Triple[], [r, g, b]: Triple): Triple =>
  m.map(([x, y, z]) => x * r + y * g + z * b) as Triple

/** CIE L*a*b*, D65, from linear RGB. */
const lab = (rgb: Triple): Triple => {
  const [x, y, z] = apply(
    [
      [0.4124564, 0.3575761, 0.1804375],
      [0.2126729, 0.7151522, 0.072175],
      [0.0193339, 0.119192, 0.9503041],
    ],
    rgb,
  )
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : (t * (24389 / 27) + 16) / 116)
  const [fx, fy, fz] = [f(x / 0.95047), f(y), f(z / 1.08883)]
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)]
}

/** What an eye sees; the matrices are Machado, Oliveira and Fernandes 2009 at full severity. */
export const EYES: Record<string, (rgb: Triple) => Triple> = {
  usual: (rgb) => rgb,
  deuteranopia: (rgb) =>
    apply(
      [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.01182, 0.04294, 0.968881],
      ],
      rgb,
    ),
  protanopia: (rgb) =>
    apply(
      [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ],
      rgb,
    ),
  tritanopia: (rgb) =>
    apply(
      [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.3039],
      ],
      rgb,
    ),
  // Ambient light on the screen lifts every colour towards white.
  'a washed-out projector': (rgb) => rgb.map((c) => 0.3 + 0.7 * c) as Triple,
}

const clip = (rgb: Triple): Triple => rgb.map((c) => Math.min(1, Math.max(0, c))) as Triple

/** ΔE*ab (CIE 1976) between two colours as an eye sees them. */
export const difference = (a: string, b: string, eye: string): number => {
  const see = EYES[eye] as (rgb: Triple) => Triple
  const [p, q] = [lab(clip(see(linear(a)))), lab(clip(see(linear(b))))]
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2])
}

export const lightness = (hex: string): number => lab(linear(hex))[0]

export const contrast = (a: string, b: string): number => {
  const luminance = (hex: string) => {
    const [r, g, bl] = linear(hex)
    return 0.2126 * r + 0.7152 * g + 0.0722 * bl
  }
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

/** How much of a colour there is in it: 0 = grey. */
export const chroma = (hex: string): number => {
  const [, a, b] = lab(linear(hex))
  return Math.hypot(a, b)
}
