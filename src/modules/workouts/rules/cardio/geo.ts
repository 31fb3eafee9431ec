/** Distances on the globe, and a route drawn without saying where it is. */

/** Mean radius of the earth (IUGG), in metres. */
const EARTH_M = 6_371_008.8
const RAD = Math.PI / 180

export type Place = { lat: number; lon: number }

/** Millimetres between two positions (haversine); across the date line by the short way. */
export function betweenMm(a: Place, b: Place): number {
  const dLat = (b.lat - a.lat) * RAD
  const dLon = (b.lon - a.lon) * RAD
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(a.lat * RAD) * Math.cos(b.lat * RAD) * Math.sin(dLon / 2) ** 2
  return 2 * EARTH_M * Math.asin(Math.min(1, Math.sqrt(h))) * 1000
}

/** Most corners of a drawn route. */
const MOST = 160

/**
 * The route as whole metres east and north of its start, one after the other: its shape, and nothing that says where on
 * earth it lies.
 */
export function outlineOf(places: readonly Place[]): number[] {
  const [start] = places
  if (!start || places.length < 2) return []
  const flat = Math.cos(start.lat * RAD)
  const step = (places.length - 1) / (Math.min(MOST, places.length) - 1)
  const outline: number[] = []
  for (let i = 0; i < Math.min(MOST, places.length); i++) {
    const { lat, lon } = places[Math.round(i * step)] ?? start
    const around = ((((lon - start.lon + 180) % 360) + 360) % 360) - 180
    outline.push(Math.round(around * RAD * EARTH_M * flat), Math.round((lat - start.lat) * RAD * EARTH_M))
  }
  return outline
}
