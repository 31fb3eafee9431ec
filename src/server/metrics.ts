/** Prometheus metrics, declared once a process. Labels are names of things, never of people. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { once } from './process.ts'

export const metrics = () =>
  once('metrics', () => {
    const registry = new Registry()
    collectDefaultMetrics({ register: registry })
    const registers = [registry]
    const seconds = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
    return {
      registry,
      procedureSeconds: new Histogram({
        name: 'spotter_procedure_seconds',
        help: 'Time a tRPC procedure takes, by procedure and outcome',
        labelNames: ['procedure', 'type', 'outcome'],
        buckets: seconds,
        registers,
      }),
      httpSeconds: new Histogram({
        name: 'spotter_http_seconds',
        help: 'Time an HTTP request takes, by the kind of address and status class',
        labelNames: ['kind', 'status'],
        buckets: seconds,
        registers,
      }),
      inFlight: new Gauge({ name: 'spotter_http_in_flight', help: 'Requests being answered', registers }),
      mutations: new Counter({
        name: 'spotter_sync_mutations_total',
        help: 'Pushed mutations by status',
        labelNames: ['status'],
        registers,
      }),
      limited: new Counter({
        name: 'spotter_rate_limited_total',
        help: 'Requests refused by a rate limit',
        labelNames: ['limit'],
        registers,
      }),
      dirtyDays: new Gauge({ name: 'spotter_dirty_days', help: 'Days whose rollups wait to be rebuilt', registers }),
      streams: new Gauge({ name: 'spotter_event_streams', help: 'Open event streams', registers }),
    }
  })
