'use client'
import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { isAppError } from '../../../../shared/errors.ts'
import { usePhone } from '../../../../sync/client/hooks.ts'
import type { Mutation } from '../../../../sync/mutation.ts'
import { showToast } from '../../../../ui/toast.tsx'

export type Mutate = <A>(mutation: Mutation<A>, args: NoInfer<A>) => Promise<boolean>

/** Paints at once and never throws: a refusal is said in words. True when it is durable on this phone. */
export function useMutate(): Mutate {
  const phone = usePhone()
  const t = useTranslations('workout')
  return useCallback(
    async (mutation, args) => {
      try {
        await phone.mutate(mutation, args)
        return true
      } catch (error) {
        showToast({ tone: 'bad', text: isAppError(error) ? error.message : t('notSaved', { why: String(error) }) })
        return false
      }
    },
    [phone, t],
  )
}
