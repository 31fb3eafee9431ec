'use client'
/** Every part of the design kit in its states, in development: the place to look before drawing something new. */
import { Dumbbell, Ellipsis, Plus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { ListRow } from '../../ui/list-row.tsx'
import { Notice } from '../../ui/notice.tsx'
import { NumberPad } from '../../ui/number-pad.tsx'
import { openDraft, type PadFormat, pressPadKey, showDraft, stepDraft } from '../../ui/pad-input.ts'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { Figure, Section } from '../../ui/section.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { Switch } from '../../ui/switch.tsx'
import { CheckMark, Tick } from '../../ui/tick.tsx'
import { showToast, ToastHost } from '../../ui/toast.tsx'
import { KitCharts } from './kit-charts.tsx'

const KG: PadFormat = { kind: 'number', decimals: 2, max: 2000 }

export function KitPage() {
  return (
    <main className="mx-auto max-w-[560px] px-4 pb-24">
      <header className="flex items-center justify-between py-4">
        <h1 className="font-bold text-2xl tracking-tight">Kit</h1>
        <Button onClick={flipTheme}>Other theme</Button>
      </header>
      <Tokens />
      <Buttons />
      <Choices />
      <Fields />
      <Lists />
      <Overlays />
      <Pad />
      <KitCharts />
      <Section title="Empty state">
        <EmptyState
          icon={<Dumbbell size={32} aria-hidden />}
          title="No workouts yet"
          text="What you log stays on this phone first and reaches your account when there is a signal."
          action={<Button tone="primary">Start a workout</Button>}
        />
      </Section>
      <ToastHost />
    </main>
  )
}

function flipTheme() {
  const root = document.documentElement
  root.dataset.theme = root.dataset.theme === 'light' ? 'dark' : 'light'
}

function Line({ children }: { children: ReactNode }) {
  return <div className="mb-2 flex flex-wrap items-center gap-2">{children}</div>
}

const SWATCHES = ['bg', 'surface', 'raised', 'line', 'control', 'accent', 'good', 'warn', 'bad', 'info']

function Tokens() {
  return (
    <Section title="Tokens">
      <Line>
        {SWATCHES.map((name) => (
          <span key={name} className="flex flex-col items-center gap-1 text-ink-2 text-xs">
            <span className="edge size-10 rounded-1" style={{ background: `var(--${name})` }} />
            {name}
          </span>
        ))}
      </Line>
      <p className="font-bold text-2xl tracking-tight">28 Thursday</p>
      <p className="num font-semibold text-xl">22 figures 102.5 × 6</p>
      <p className="font-bold text-lg">18 headings</p>
      <p>15 text</p>
      <p className="text-ink-2 text-sm">13 detail</p>
      <p className="caps">11 columns</p>
    </Section>
  )
}

function Buttons() {
  return (
    <Section title="Buttons">
      <Line>
        <Button tone="primary">Start</Button>
        <Button>Swap</Button>
        <Button tone="quiet">Later</Button>
        <Button tone="danger">Discard</Button>
        <Button tone="danger-quiet">Remove</Button>
      </Line>
      <Line>
        <Button disabled>Disabled</Button>
        <Button tone="primary" busy>
          Saving
        </Button>
        <Button icon={<Plus size={18} aria-hidden />}>Set</Button>
        <IconButton label="More">
          <Ellipsis size={22} aria-hidden />
        </IconButton>
      </Line>
      <Line>
        <Button size="compact">Compact</Button>
        <Button size="compact" tone="primary">
          Compact
        </Button>
      </Line>
      <Button tone="primary" size="large" wide>
        Start Push A
      </Button>
      <h3 className="caps mt-4 mb-2">Ticks: on this phone, queued, on the server, needs attention</h3>
      <Line>
        <Tick state="hollow" />
        <Tick state="half" />
        <Tick state="full" />
        <Tick state="alert" />
        <span className="grid h-12 w-13 place-items-center rounded-2 bg-accent text-accent-ink">
          <CheckMark />
        </span>
      </Line>
    </Section>
  )
}

function Choices() {
  const [unit, setUnit] = useState<'kg' | 'lb'>('kg')
  const [on, setOn] = useState(true)
  return (
    <Section title="Choices">
      <Segmented
        label="Unit of load"
        value={unit}
        onChange={setUnit}
        options={[
          { value: 'kg', label: 'kg' },
          { value: 'lb', label: 'lb' },
        ]}
      />
      <Switch label="Keep the screen on" detail="While a workout is open" checked={on} onChange={setOn} />
      <Switch label="Can't be changed here" checked={false} onChange={() => {}} disabled />
    </Section>
  )
}

function Fields() {
  return (
    <Section title="Fields">
      <div className="flex flex-col gap-4">
        <TextField label="Name" placeholder="Push A" hint="How it shows in your history." />
        <TextField label="Email" defaultValue="tomas@" error="This address has nothing after the @. Finish it." />
        <TextArea label="Notes" placeholder="Felt strong." />
      </div>
    </Section>
  )
}

function Lists() {
  return (
    <Section title="List rows" aside="56 px">
      <ListRow title="Bench press" detail="Barbell, chest" trail="132 kg" href="#row" />
      <ListRow title="Swap exercise" lead={<Dumbbell size={20} aria-hidden />} onClick={() => {}} />
      <ListRow title="Remove" tone="danger" onClick={() => {}} />
      <ListRow title="A very long exercise name that needs two lines on a narrow phone" trail="12" />
      <div className="mt-3 flex gap-8">
        <Figure value="14,320" unit="kg" label="Volume" />
        <Figure value="58" unit="min" label="Time" />
        <Figure value="17" label="Sets" />
      </div>
    </Section>
  )
}

function Overlays() {
  const [sheet, setSheet] = useState(false)
  const [dialog, setDialog] = useState(false)
  return (
    <Section title="Overlays and notices">
      <Line>
        <Button onClick={() => setSheet(true)}>Sheet</Button>
        <Button onClick={() => setDialog(true)}>Dialog</Button>
        <Button
          onClick={() =>
            showToast({ text: 'Set 3 removed', action: { label: 'Undo', run: () => showToast({ text: 'Back' }) } })
          }
        >
          Toast
        </Button>
      </Line>
      <div className="flex flex-col gap-2">
        <ProgressBar label="Sent" share={0.42} />
        <ProgressBar label="At work" share={null} />
        <Notice icon={<Tick state="half" size={20} />}>No signal. 2 sets are safe on this phone.</Notice>
        <Notice tone="warn" actions={<Button>Log here</Button>}>
          This workout is open on another phone.
        </Notice>
        <Notice tone="bad">Not saved. The phone's storage is full.</Notice>
      </div>
      <Sheet open={sheet} onClose={() => setSheet(false)} title="Bench press" detail="Set 3" closeLabel="Close">
        <ListRow title="Swap exercise" onClick={() => setSheet(false)} />
        <ListRow title="Remove" tone="danger" onClick={() => setSheet(false)} />
      </Sheet>
      <Dialog
        open={dialog}
        onClose={() => setDialog(false)}
        title="Discard this workout?"
        actions={
          <>
            <Button onClick={() => setDialog(false)}>Keep</Button>
            <Button tone="danger" onClick={() => setDialog(false)}>
              Discard
            </Button>
          </>
        }
      >
        4 sets go with it.
      </Dialog>
    </Section>
  )
}

function Pad() {
  const [draft, setDraft] = useState(openDraft('102.5'))
  const step = (direction: 1 | -1) => setDraft(stepDraft(draft, direction, 2.5, KG))
  return (
    <Section title="Number pad" aside={<b className="text-ink text-xl">{showDraft(draft.text, KG, '.') || '–'}</b>}>
      <NumberPad
        label="Load"
        decimalSign="."
        onKey={(key) => setDraft(pressPadKey(draft, key, KG))}
        minus={{ label: 'Less', text: '−', run: () => step(-1) }}
        plus={{ label: 'More', text: '+', run: () => step(1) }}
        left={{ label: 'Kilograms', text: 'kg', run: () => {} }}
        right={{ label: 'RPE', text: 'RPE', run: () => {} }}
        wide={{ label: 'Same as set 2', text: 'Same as 2', run: () => setDraft(openDraft('102.5')) }}
        next={{ label: 'Next: reps', text: 'Reps', run: () => {} }}
        onClose={() => setDraft(openDraft(''))}
        words={{ close: 'Close', back: 'Erase', decimal: 'Point' }}
      />
    </Section>
  )
}
