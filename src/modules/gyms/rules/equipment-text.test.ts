import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isRun } from './check-equipment.ts'
import { platesLine, readPlates, readRuns, readWeights, runsLine, weightsLine } from './equipment-text.ts'
import { TEMPLATES, templateEquipment } from './place-templates.ts'

const kg = (value: number) => ({ milli: value * 1000, unit: 'kg' as const })

describe('equipment as text', () => {
  it('is typed as it is spoken of, in either unit and with either decimal sign', () => {
    expect(readWeights('20, 20; 15', 'kg')).toEqual({ ok: true, value: [kg(20), kg(20), kg(15)] })
    expect(readWeights('7,5, 45 lb', 'kg')).toEqual({ ok: true, value: [kg(7.5), { milli: 45_000, unit: 'lb' }] })
    expect(readPlates('25 × 4, 20x6, 1.25', 'kg')).toEqual({
      ok: true,
      value: [
        { ...kg(25), pairs: 4 },
        { ...kg(20), pairs: 6 },
        { ...kg(1.25), pairs: null },
      ],
    })
    expect(readRuns('2-20 by 2, 22.5 to 40 by 2.5, 50', 'kg')).toEqual({
      ok: true,
      value: [
        { from: 2000, to: 20_000, step: 2000, unit: 'kg' },
        { from: 22_500, to: 40_000, step: 2500, unit: 'kg' },
        { from: 50_000, to: 50_000, step: 0, unit: 'kg' },
      ],
    })
    expect(readRuns(' ', 'lb')).toEqual({ ok: true, value: [] })
  })

  it('names what it can’t read', () => {
    expect(readWeights('20, many, 15', 'kg')).toEqual({ ok: false, bad: 'many' })
    expect(readPlates('25 × 400', 'kg')).toEqual({ ok: false, bad: '25 × 400' })
    expect(readRuns('2–20 by 2, 20–2 by 2', 'kg')).toEqual({ ok: false, bad: '20–2 by 2' })
    expect(readRuns('2–20', 'kg')).toEqual({ ok: false, bad: '2–20' })
  })

  it('is read back as it was written, of every template and of anything there can be', () => {
    const milli = fc.integer({ min: 1, max: 200_000 })
    const unit = fc.constantFrom('kg' as const, 'lb' as const)
    const runs = fc.array(fc.record({ from: milli, to: milli, step: milli, unit }), { maxLength: 4 })
    const plates = fc.array(fc.record({ milli, unit, pairs: fc.option(fc.integer({ min: 0, max: 20 })) }), {
      maxLength: 6,
    })
    fc.assert(
      fc.property(runs, plates, unit, fc.constantFrom('en', 'de'), (someRuns, somePlates, usual, locale) => {
        const whole = someRuns.filter((run) => isRun(run) && run.from !== run.to)
        expect(readRuns(runsLine(whole, usual, locale), usual)).toEqual({ ok: true, value: whole })
        expect(readPlates(platesLine(somePlates, usual, locale), usual)).toEqual({ ok: true, value: somePlates })
        const weights = somePlates.map((plate) => ({ milli: plate.milli, unit: plate.unit }))
        expect(readWeights(weightsLine(weights, usual, locale), usual)).toEqual({ ok: true, value: weights })
      }),
    )
    for (const template of TEMPLATES) {
      const { unit: own, equipment } = templateEquipment(template)
      expect(readPlates(platesLine(equipment.plates, own, 'en'), own)).toEqual({ ok: true, value: equipment.plates })
      expect(readRuns(runsLine(equipment.dumbbells, own, 'en'), own)).toEqual({ ok: true, value: equipment.dumbbells })
    }
  })
})
