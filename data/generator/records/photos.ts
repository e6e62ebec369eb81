/** Drawn pairs in place of photographs, each marked 示意: nothing in the sample shows a real place. */

export const PAIRS = ['bin', 'lane', 'canal', 'wall', 'stall', 'yard'] as const
export type Pair = (typeof PAIRS)[number]

/** Which drawing goes with a kind of place. */
export const pairFor = (kind: string): Pair => {
  switch (kind) {
    case 'water':
      return 'canal'
    case 'flyer-wall':
    case 'billboard':
    case 'notice':
      return 'wall'
    case 'market':
    case 'vending':
    case 'food-shop':
    case 'service-shop':
    case 'frontage':
      return 'stall'
    case 'recycling':
    case 'farm':
    case 'workshop':
    case 'construction':
      return 'yard'
    case 'alley':
    case 'road':
    case 'village':
    case 'estate':
    case 'traffic':
      return 'lane'
    default:
      return 'bin'
  }
}

const rubbish = (spots: [number, number, number, string][]): string =>
  spots
    .map(([x, y, r, fill]) => `<path d="M${x} ${y}q${r} -${r * 1.3} ${r * 2} 0z" fill="${fill}"/>`)
    .join('')

const mess = rubbish([
  [70, 268, 16, '#8c6d4f'],
  [120, 276, 12, '#b08b5e'],
  [300, 270, 18, '#77614b'],
  [352, 278, 11, '#a9a08f'],
  [210, 282, 14, '#93805f'],
])

const wall =
  '<rect y="60" width="480" height="180" fill="#d9cfc0"/><rect y="232" width="480" height="8" fill="#b9ad9a"/>'

const scene: Record<Pair, { before: string; after: string }> = {
  bin: {
    before: `${wall}<rect x="190" y="120" width="100" height="130" rx="8" fill="#4d7a5b"/><path d="M180 124q60 -60 120 0z" fill="#8c6d4f"/><path d="M205 112q20 -34 44 -4z" fill="#b08b5e"/><path d="M190 250q60 26 130 8v12h-130z" fill="#7a6a52" opacity=".6"/>${mess}`,
    after: `${wall}<rect x="190" y="120" width="100" height="130" rx="8" fill="#3f8a62"/><rect x="182" y="108" width="116" height="18" rx="8" fill="#2f6d4c"/><circle cx="240" cy="180" r="20" fill="#dfeee4"/>`,
  },
  lane: {
    before: `<path d="M0 60h150v180H0zM330 60h150v180H330z" fill="#cfc3b2"/><path d="M150 240 220 60h40l70 180z" fill="#a8a196"/><path d="M190 190q30 -14 60 4t-40 16z" fill="#6f675c"/>${mess}`,
    after: `<path d="M0 60h150v180H0zM330 60h150v180H330z" fill="#dcd2c3"/><path d="M150 240 220 60h40l70 180z" fill="#c3c0b8"/><path d="M238 232 239 90h2l1 142z" fill="#f4f2ec"/><circle cx="120" cy="210" r="24" fill="#7fae7a"/><circle cx="366" cy="212" r="22" fill="#7fae7a"/>`,
  },
  canal: {
    before: `<path d="M0 150q240 -40 480 0v110H0z" fill="#4a4f45"/><path d="M0 90q240 -30 480 0v60q-240 -40 -480 0z" fill="#9b9a72"/><path d="M90 190h40v8H90zM230 210h54v9h-54zM350 184h36v8h-36z" fill="#b9b39c"/>${mess}`,
    after: `<path d="M0 150q240 -40 480 0v110H0z" fill="#6aa9c4"/><path d="M0 90q240 -30 480 0v60q-240 -40 -480 0z" fill="#8fb97a"/><path d="M60 200q40 -10 80 0M240 220q40 -10 80 0" stroke="#d7ecf3" stroke-width="4" fill="none"/>`,
  },
  wall: {
    before: `${wall}<g fill="#f3efe6" stroke="#b7a98f">${[
      [60, 90],
      [120, 120],
      [190, 80],
      [240, 140],
      [310, 96],
      [370, 150],
      [400, 84],
      [150, 180],
      [290, 190],
    ]
      .map(
        ([x, y], i) =>
          `<rect x="${x}" y="${y}" width="44" height="30" transform="rotate(${(i % 5) * 5 - 10} ${x} ${y})"/>`,
      )
      .join('')}</g>`,
    after: `${wall}<rect x="150" y="96" width="180" height="104" rx="4" fill="#3c7f86"/><path d="M172 124h136M172 148h136M172 172h92" stroke="#dff0f0" stroke-width="8"/>`,
  },
  stall: {
    before: `${wall}<path d="M60 100h360l-20 40H80z" fill="#b0654d"/><rect x="80" y="180" width="320" height="50" fill="#8c7458"/><rect x="20" y="216" width="70" height="50" fill="#a58d6d"/><rect x="400" y="222" width="66" height="46" fill="#a58d6d"/>${mess}`,
    after: `${wall}<path d="M60 100h360l-20 40H80z" fill="#3f8a8c"/><rect x="80" y="180" width="320" height="50" fill="#a98f6e"/><path d="M20 252h440" stroke="#f0d060" stroke-width="6"/>`,
  },
  yard: {
    before: `<rect y="150" width="480" height="110" fill="#b9a985"/><path d="M40 240q60 -110 130 0zM190 246q80 -140 170 0zM350 240q40 -70 90 0z" fill="#7b6c58"/><path d="M80 214h40v14H80zM250 190h44v16h-44z" fill="#a55b4a"/>`,
    after: `<rect y="150" width="480" height="110" fill="#a8c08a"/><path d="M0 150h480v10H0z" fill="#d9cfc0"/><circle cx="110" cy="170" r="30" fill="#6ea06a"/><circle cx="240" cy="164" r="34" fill="#7fae7a"/><circle cx="380" cy="170" r="28" fill="#6ea06a"/>`,
  },
}

const drawing = (body: string, label: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 320" width="480" height="320"><rect width="480" height="320" fill="#e9edf0"/><rect y="240" width="480" height="80" fill="#c9c4ba"/>${body}<rect x="12" y="12" width="120" height="34" rx="6" fill="#20262b" opacity=".72"/><text x="72" y="35" text-anchor="middle" font-family="sans-serif" font-size="17" fill="#fff">${label}</text></svg>\n`

/** path under data/ → text */
export const photoFiles = (): Map<string, string> =>
  new Map(
    PAIRS.flatMap((pair) => [
      [`photos/${pair}-before.svg`, drawing(scene[pair].before, '整改前 · 示意')] as const,
      [`photos/${pair}-after.svg`, drawing(scene[pair].after, '整改后 · 示意')] as const,
    ]),
  )
