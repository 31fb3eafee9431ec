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
      letters: new Counter({
        name: 'spotter_letters_total',
        help: 'Letters by what became of them: sent, shown, refused, failed (tried again), expired, given_up',
        labelNames: ['outcome'],
        registers,
      }),
      lettersWaiting: new Gauge({ name: 'spotter_letters_waiting', help: 'Letters that wait to be sent', registers }),
      mailBreaker: new Gauge({
        name: 'spotter_mail_breaker',
        help: 'The breaker before the mail server: 0 closed, 1 open, 2 trying',
        registers,
      }),
      pushes: new Counter({
        name: 'spotter_pushes_total',
        help: 'Web Pushes by what the service answered: taken, gone, refused, later (tried again)',
        labelNames: ['outcome'],
        registers,
      }),
      streams: new Gauge({ name: 'spotter_event_streams', help: 'Open event streams', registers }),
    }
  })
