/** The map as the screen sees it: draws the store, tells the store what was pointed at and pressed. */
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Ref } from '../engine/contract/cards.ts'
import { finishOf } from '../view/finish.ts'
import { ofBounds } from '../view/framing.ts'
import type { Camera } from '../view/link/state.ts'
import { useSession } from '../view/store.ts'
import { NO_TOOL, type Pressed, pressedWith, type Tool } from '../view/tool.ts'
import { OWN } from './basemaps/own.ts'
import './map.css'
import type { Drawn } from './drawn.ts'
import { measuredFinish } from './finish.ts'
import { type KeptMap, keepMap, type MapTrouble } from './keeper.ts'
import { MapFault } from './MapFault.tsx'
import type { Listeners } from './owner.ts'
import { Printed } from './Printed.tsx'
import type { Hit } from './pick.ts'
import { ScaleBar } from './ScaleBar.tsx'
import { Swipe } from './Swipe.tsx'
import { Tooltip } from './Tooltip.tsx'

export interface MapViewProps {
  /** px of the window covered by panels at each side */
  padding: { top: number; right: number; bottom: number; left: number }
  /** type factor of the display */
  scale: number
  dark: boolean
  onReady: () => void
}

const pressedOf = (hit: Hit): Pressed => {
  switch (hit.type) {
    case 'ref':
    case 'station':
    case 'count':
      return hit
    case 'mark':
    case 'none':
      return { type: 'ground' }
  }
}

/** Id of the site a problem was found at. */
const siteOfIssue = (issue: string): string | null => {
  const { overview } = useSession.getState()
  const site = overview?.issues.site[overview.issues.id.indexOf(issue)] ?? -1
  return overview?.sites.id[site] ?? null
}

/** Whether what is under the pointer is said beside it: a tool wants the view free, and to know what it would take. */
const isTold = (hit: Hit, tool: Tool): boolean => {
  switch (tool.type) {
    case 'none':
      return hit.type !== 'none'
    case 'add':
      return hit.type === 'count' || (hit.type === 'ref' && hit.ref.type !== 'area')
    case 'move':
      return hit.type === 'count'
  }
}

const NOTHING = new Uint32Array()
const QUIET = { quiet: true }
const NOWHERE: Hit = { type: 'none', x: -1, y: -1 }

export const MapView = ({ padding, scale, dark, onReady }: MapViewProps) => {
  const { overview, board, view, shownIssues, hover, tool, flight, overlay, beside, zoom } = useSession()
  const { finishAsked: asked, finishMeasured } = useSession()
  const plain = finishOf(asked, finishMeasured) === 'plain'
  const container = useRef<HTMLDivElement>(null)
  const owner = useRef<KeptMap | null>(null)
  const follow = useRef<((camera: Camera) => void) | null>(null)
  /** the map once it has been drawn: what follows it waits for that */
  const [made, setMade] = useState<KeptMap | null>(null)
  const [hit, setHit] = useState<Hit>(NOWHERE)
  const [metresPerPixel, setMetresPerPixel] = useState(0)
  const [fault, setFault] = useState<MapTrouble | null>(null)
  const [besideFault, setBesideFault] = useState<MapTrouble | null>(null)
  /** goes up to make the map of the other day anew */
  const [besideTry, setBesideTry] = useState(0)
  const drawn: Drawn | null =
    overview && board && shownIssues
      ? { overview, board, view, shownIssues, hover, overlay, tool, dark, plain, zoom, scale, padding }
      : null
  // The other day is drawn without transient state, so that it is drawn anew only when it changes.
  const other = useMemo<Drawn | null>(
    () =>
      overview && beside
        ? {
            overview,
            board: beside,
            view,
            shownIssues: NOTHING,
            hover: null,
            overlay: QUIET,
            tool: NO_TOOL,
            dark,
            plain,
            // Nothing that is drawn here depends on the zoom.
            zoom: 0,
            scale,
            padding,
          }
        : null,
    [overview, beside, view, dark, plain, scale, padding],
  )
  const latest = useRef({ drawn, onReady })
  latest.current = { drawn, onReady }
  // A map is made with smooth edges or without them.
  const there = drawn !== null && (asked !== 'auto' || finishMeasured !== null)

  // While the package is on its way there is time to measure, and nothing to see.
  useEffect(() => {
    void measuredFinish().then((next) => useSession.setState({ finishMeasured: next }))
  }, [])

  useLayoutEffect(() => {
    const { drawn: first } = latest.current
    if (!there || first === null || container.current === null) return
    const store = useSession.getState()
    /** What is pressed is in sight: the map stays where it is. */
    const selectHere = (selection: Ref | null) => {
      const { camera } = useSession.getState().view
      store.change({ selection, camera: camera ?? owner.current?.camera() ?? null })
    }
    const listeners: Listeners = {
      onPoint: (next) => {
        setHit(next)
        store.point(next.type === 'ref' ? next.ref : null)
      },
      onPress: (next, at) => {
        const { tool: held } = useSession.getState()
        if (held.type !== 'none') store.take(pressedWith(held, at, pressedOf(next), siteOfIssue))
        else if (next.type === 'ref') selectHere(next.ref)
        else if (next.type === 'station') selectHere({ type: 'water', id: next.water })
        else if (next.type === 'none') selectHere(null)
      },
      onCamera: (camera, byUser) => {
        setMetresPerPixel(owner.current?.metresPerPixel() ?? 0)
        useSession.setState({ zoom: camera.zoom })
        if (byUser) store.change({ camera })
        else if (useSession.getState().view.camera !== null) store.change({ camera: null })
      },
      onFrames: (next) => {
        if (useSession.getState().finishMeasured !== next) useSession.setState({ finishMeasured: next })
      },
      onMove: (camera) => follow.current?.(camera),
      onReady: () => {
        useSession.setState({ zoom: owner.current?.camera()?.zoom ?? useSession.getState().zoom })
        setMetresPerPixel(owner.current?.metresPerPixel() ?? 0)
        latest.current.onReady()
      },
    }
    owner.current = keepMap(container.current, first, listeners, (next) => {
      setFault(next)
      if (next === null || next === 'points') setMade(owner.current)
    })
    const observer = new ResizeObserver(() => owner.current?.resize())
    observer.observe(container.current)
    return () => {
      observer.disconnect()
      owner.current?.remove()
      owner.current = null
      setMade(null)
    }
  }, [there])

  useEffect(() => {
    if (made === null) return
    useSession.setState({
      picture: () => owner.current?.picture() ?? null,
      ground: () => owner.current?.ground() ?? null,
    })
    return () => useSession.setState({ picture: null, ground: null })
  }, [made])

  const onFollow = useCallback((next: typeof follow.current) => {
    follow.current = next
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: `drawn` is made of exactly these
  useEffect(() => {
    if (drawn) owner.current?.draw(drawn)
  }, [overview, board, view, shownIssues, hover, overlay, tool, dark, plain, zoom, scale, padding])

  // Smooth edges are a matter of how a map is made: whoever asks for them or for none gets another one.
  const finishMade = useRef(asked)
  useEffect(() => {
    if (finishMade.current === asked) return
    finishMade.current = asked
    owner.current?.renew()
  }, [asked])

  useEffect(() => {
    if (flight === null || owner.current === null) return
    owner.current.fly(flight)
    useSession.getState().fly(null)
  }, [flight])

  return (
    <div className="map">
      <div ref={container} className="map-canvas" />
      <Printed map={owner} drawn={drawn} />
      {other && board && made && (
        <Swipe
          key={besideTry}
          drawn={other}
          main={made}
          onFollow={onFollow}
          onFault={setBesideFault}
          board={board}
        />
      )}
      {overview && board && isTold(hit, tool) && <Tooltip hit={hit} overview={overview} board={board} />}
      {fault !== null ? (
        <MapFault fault={fault} padding={padding} onRetry={() => owner.current?.retry()} />
      ) : (
        besideFault !== null && (
          <MapFault fault={besideFault} padding={padding} onRetry={() => setBesideTry((n) => n + 1)} />
        )
      )}
      <div className="map-corner" style={{ left: padding.left, bottom: padding.bottom }}>
        <ScaleBar metresPerPixel={metresPerPixel} scale={scale} />
        {overview && <p className="map-source">{OWN.attribution(overview.district)}</p>}
      </div>
      <div className="map-buttons unprinted" style={{ right: padding.right, bottom: padding.bottom }}>
        <button type="button" aria-label="放大" onClick={() => owner.current?.zoomBy(1)}>
          ＋
        </button>
        <button type="button" aria-label="缩小" onClick={() => owner.current?.zoomBy(-1)}>
          －
        </button>
        <button
          type="button"
          aria-label="回到全区"
          title="回到全区"
          onClick={() => overview && owner.current?.fly(ofBounds(overview.bounds))}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5" />
          </svg>
        </button>
      </div>
    </div>
  )
}
