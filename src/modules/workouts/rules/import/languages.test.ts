/** Exports of phones that speak German, Spanish, French, Italian and Portuguese: headers, months, kinds of set. */
import { describe, expect, test } from 'vitest'
import { plan, setsOf } from './fixtures-plan.ts'
import { readImport } from './read.ts'

type Language = 'de' | 'es' | 'fr' | 'it' | 'pt'

const STRONG: Record<Language, [header: string, rest: string, note: string]> = {
  de: [
    'Workout #;Datum;Workout-Name;Dauer (Sek.);Name der Übung;Reihenfolge festlegen;Gewicht (kg);Wiederh.;RPE;Entfernung (Meter);Sekunden;Notizen;Workout-Notizen',
    'Pausentimer',
    'Notiz',
  ],
  es: [
    'Entrenamiento #;Fecha;Nombre del entrenamiento;Duración (s);Nombre del ejercicio;Orden de la serie;Peso (kg);Repeticiones;RPE;Distancia (metros);Segundos;Notas;Notas del entrenamiento',
    'Temporizador de descanso',
    'Nota',
  ],
  fr: [
    "Entraînement #;Date;Nom de l'entraînement;Durée (s);Nom de l'exercice;Ordre de la série;Poids (kg);Répétitions;RPE;Distance (mètres);Secondes;Notes;Notes d'entraînement",
    'Minuteur de repos',
    'Note',
  ],
  it: [
    "Allenamento #;Data;Nome dell'allenamento;Durata (s);Nome dell'esercizio;Ordine delle serie;Peso (kg);Ripetizioni;RPE;Distanza (metri);Secondi;Note;Note dell'allenamento",
    'Timer di riposo',
    'Nota',
  ],
  pt: [
    'Treino #;Data;Nome do treino;Duração (s);Nome do exercício;Ordem da série;Peso (kg);Repetições;RPE;Distância (metros);Segundos;Notas;Notas do treino',
    'Temporizador de descanso',
    'Nota',
  ],
}

describe.each(Object.entries(STRONG))('Strong in %s', (_, [header, rest, note]) => {
  const at = '3;2025-03-01 18:30:00;"Push";3600;"Bench Press (Barbell)"'
  const text = [
    header,
    `${at};W;40,0;8;;;;;"Kurz"`,
    `${at};1;82,5;5;8,5;;;;"Kurz"`,
    `${at};${rest};;;;;90;;`,
    `${at};${note};;;;;;Belt;`,
    '3;2025-03-01 18:30:00;"Push";3600;"Running";1;;;;2500;780;;"Kurz"',
    '',
  ].join('\r\n')

  test('is known by its own headers, whole', () => {
    expect(readImport(text, { fileName: 'strong.csv' }).source).toBe('strong')
    const read = plan(text, {})
    expect([read.open, read.badRows, read.warnings]).toEqual([[], [], []])
    const [workout] = read.workouts
    expect(workout?.workout).toMatchObject({ title: 'Push', activeMs: 3_600_000, notes: 'Kurz' })
    expect(workout?.entries.map(({ entry }) => [entry.exerciseId, entry.notes, entry.restS])).toEqual([
      ['bench-press', 'Belt', 90],
      ['running', '', null],
    ])
    expect(
      setsOf(read.workouts).map((set) => [set.kind, set.loadG, set.reps, set.rir2, set.distanceM, set.durationMs]),
    ).toEqual([
      ['warmup', 40_000, 8, null, null, null],
      ['normal', 82_500, 5, 3, null, null],
      ['normal', null, null, null, 2500, 780_000],
    ])
  })
})

const HEVY: Record<Language, [header: string, dates: readonly [string, string], warmup: string]> = {
  de: [
    'Titel,Startzeit,Endzeit,Beschreibung,Übungstitel,Supersatz-ID,Übungsnotizen,Satz-Index,Satztyp,Gewicht (kg),Wiederholungen,Distanz (km),Dauer (Sekunden),RPE',
    ['3 März 2025, 18:30', '3 März 2025, 19:15'],
    'Aufwärmen',
  ],
  es: [
    'Título,Hora de inicio,Hora de finalización,Descripción,Título del ejercicio,ID de superserie,Notas del ejercicio,Índice de serie,Tipo de serie,Peso (kg),Repeticiones,Distancia (km),Duración (segundos),RPE',
    ['3 mar 2025, 18:30', '3 mar 2025, 19:15'],
    'Calentamiento',
  ],
  fr: [
    "Titre,Heure de début,Heure de fin,Description,Titre de l'exercice,ID de superset,Notes de l'exercice,Index de série,Type de série,Poids (kg),Répétitions,Distance (km),Durée (secondes),RPE",
    ['3 mars 2025, 18:30', '3 mars 2025, 19:15'],
    'Échauffement',
  ],
  it: [
    "Titolo,Ora di inizio,Ora di fine,Descrizione,Titolo dell'esercizio,ID superserie,Note dell'esercizio,Indice serie,Tipo di serie,Peso (kg),Ripetizioni,Distanza (km),Durata (secondi),RPE",
    ['3 mar 2025, 18:30', '3 mar 2025, 19:15'],
    'Riscaldamento',
  ],
  pt: [
    'Título,Hora de início,Hora de término,Descrição,Título do exercício,ID do superset,Notas do exercício,Índice da série,Tipo de série,Peso (kg),Repetições,Distância (km),Duração (segundos),RPE',
    ['3 de mar. de 2025, 18:30', '3 de mar. de 2025, 19:15'],
    'Aquecimento',
  ],
}

describe.each(Object.entries(HEVY))('Hevy in %s', (_, [header, [start, end], warmup]) => {
  const at = `"Push","${start}","${end}","Kurz"`
  const text = [
    header,
    `${at},"Bench Press (Barbell)",1,"Belt",0,"${warmup}",40,8,,,`,
    `${at},"Bench Press (Barbell)",1,"Belt",1,"normal",82.5,5,,,8.5`,
    `${at},"Pull Up",1,"",0,"normal",,8,,,`,
    `${at},"Running",,"",0,"normal",,,2.5,780,`,
    '',
  ].join('\n')

  test('is known by its own headers, whole', () => {
    const read = plan(text, {})
    expect(read.source).toBe('hevy')
    expect([read.open, read.badRows, read.warnings]).toEqual([[], [], []])
    const [workout] = read.workouts
    expect(workout?.workout).toMatchObject({ title: 'Push', activeMs: 45 * 60_000, notes: 'Kurz' })
    expect(new Date(workout?.workout.startedAt ?? 0).toISOString()).toBe('2025-03-03T17:30:00.000Z')
    expect(workout?.entries.map(({ entry }) => [entry.exerciseId, entry.superset, entry.notes])).toEqual([
      ['bench-press', 0, 'Belt'],
      ['pull-up', 0, ''],
      ['running', null, ''],
    ])
    expect(
      setsOf(read.workouts).map((set) => [set.kind, set.loadG, set.reps, set.rir2, set.distanceM, set.durationMs]),
    ).toEqual([
      ['warmup', 40_000, 8, null, null, null],
      ['normal', 82_500, 5, 3, null, null],
      ['normal', null, 8, null, null, null],
      ['normal', null, null, null, 2500, 780_000],
    ])
  })
})
