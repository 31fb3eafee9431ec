'use client'
import { useTranslations } from 'use-intl'
import { loadNumber } from '../../../../shared/units.ts'
import { cx } from '../../../../ui/cx.ts'
import { estimateE1rm, loadForG, shareTenths } from '../../rules/e1rm.ts'
import { Why } from './calc-parts.tsx'
import type { Tried } from './calc-sheet.tsx'
import { effortShown, type Habits } from './set-fields.ts'

const REPS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
const RIR2 = [0, 1, 2, 4, 6, 8]

/** Reps down, effort across: the load for each, or its share where no maximum is known. */
export function CalcChart({ tried, habits }: { tried: Tried; habits: Habits }) {
  const t = useTranslations('calc.chart')
  const words = useTranslations('workout')
  const e1rm = estimateE1rm(tried.loadG, tried.reps, tried.rir2)
  const number = new Intl.NumberFormat(habits.locale, { maximumFractionDigits: 1 })
  const cell = (reps: number, rir2: number) => {
    if (!e1rm) return number.format((shareTenths(reps, rir2) ?? 0) / 10)
    return number.format(Number(loadNumber(loadForG(e1rm.g, reps, rir2) ?? 0, habits.loadUnit, 'en')))
  }
  const effort = habits.effort === 'rir' ? 'rir' : 'rpe'
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is scrolled by keys as well */}
      <section className="-mx-5 overflow-x-auto px-5" tabIndex={0} aria-label={t('label')}>
        <table className="num w-full text-right text-[0.9375rem]">
          <caption className="pb-1 text-left text-ink-2 text-sm">
            {e1rm ? t('loads', { unit: words(`unit.${habits.loadUnit}`) }) : t('shares')}
          </caption>
          <thead>
            <tr>
              <th scope="col" className="py-1 text-left font-semibold text-ink-2 text-sm">
                {t('reps')}
              </th>
              {RIR2.map((rir2) => (
                <th scope="col" key={rir2} className="py-1 pl-2 font-semibold text-ink-2 text-sm">
                  <span className="sr-only">{words(`column.${effort}`)} </span>
                  {number.format(effortShown(rir2, { effort }))}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {REPS.map((reps) => (
              <tr key={reps} className="border-line border-t">
                <th scope="row" className="py-1.5 text-left font-semibold">
                  {reps}
                </th>
                {RIR2.map((rir2) => (
                  <td
                    key={rir2}
                    className={cx(
                      'py-1.5 pl-2',
                      reps === tried.reps && rir2 === (tried.rir2 ?? 0) && 'font-bold text-accent-num',
                    )}
                  >
                    {cell(reps, rir2)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Why lines={[t(e1rm ? 'whyLoads' : 'whyShares'), t('limits')]} />
    </>
  )
}
