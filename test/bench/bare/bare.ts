/**
 * What the product is measured against: MapLibre as it comes, six layers over the sample's boundaries and basemap, none of
 * the product's code. It stays as it is while the product changes.
 */
import { Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'
import 'maplibre-gl/dist/maplibre-gl.css'

setWorkerUrl(workerUrl)
const map = new MapLibreMap({
  container: 'map',
  bounds: [114.6, 33.54, 114.72, 33.64],
  canvasContextAttributes: { antialias: true },
  style: {
    version: 8,
    sources: {
      base: { type: 'geojson', data: new URL('data/basemap.geojson', location.href).href },
      areas: { type: 'geojson', data: new URL('data/areas.geojson', location.href).href },
    },
    layers: [
      { id: 'ground', type: 'background', paint: { 'background-color': '#f4f4f1' } },
      {
        id: 'land',
        type: 'fill',
        source: 'base',
        filter: ['==', ['geometry-type'], 'Polygon'],
        paint: { 'fill-color': '#e3ebdf' },
      },
      {
        id: 'roads',
        type: 'line',
        source: 'base',
        filter: ['==', ['geometry-type'], 'LineString'],
        paint: { 'line-color': '#ffffff', 'line-width': 2 },
      },
      { id: 'fill', type: 'fill', source: 'areas', paint: { 'fill-color': '#5ba3a0', 'fill-opacity': 0.5 } },
      { id: 'line', type: 'line', source: 'areas', paint: { 'line-color': '#33555a' } },
      { id: 'names', type: 'symbol', source: 'areas', layout: { 'text-field': ['get', 'name'] } },
    ],
  },
})
map.once('idle', () => performance.mark('idle'))
