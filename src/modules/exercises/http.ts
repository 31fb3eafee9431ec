/** Exercises in the REST API. */
import * as z from 'zod/mini'
import type { RestAddress } from '../../server/http/rest.ts'
import { exerciseRow } from './model.ts'
import { listExercises } from './service.ts'

const { notes: _, ...shown } = exerciseRow.shape
const apiExercise = z.object({ ...shown, own: z.boolean() })

export const exerciseAddresses: readonly RestAddress[] = [
  {
    method: 'GET',
    path: '/exercises',
    id: 'listExercises',
    summary: 'All exercises',
    description:
      'The catalogue, whose ids are readable and never change, and the exercises that you made yourself. `muscles` says which share of a hard set counts for a muscle.',
    scope: 'read',
    query: { own: { schema: z.boolean(), description: 'Only those that you made yourself.' } },
    returns: z.object({ exercises: z.array(apiExercise) }),
    async run({ holder, query }) {
      return { body: { exercises: await listExercises(holder.actor, { own: query.own === true }) } }
    },
  },
]
