/** Header names by the role that they have; English first, then de fr es it pt nl sv pl ru. */
import { foldLetters } from '../../../../shared/fold-letters.ts'

export const ROLES = [
  'workoutNumber',
  'workoutName',
  'start',
  'startTime',
  'end',
  'workoutDuration',
  'workoutNotes',
  'bodyweight',
  'exercise',
  'superset',
  'exerciseNotes',
  'notes',
  'order',
  'kind',
  'warmup',
  'amrap',
  'sets',
  'load',
  'loadUnit',
  'reps',
  'distance',
  'distanceUnit',
  'duration',
  'rpe',
  'rir',
  'doneAt',
] as const
export type Role = (typeof ROLES)[number]

/** `Workout-Name`, `workout_name` and `WorkoutName` are one header. */
export function foldHeader(header: string): string {
  return foldLetters(header.replace(/([\p{Ll}])([\p{Lu}])/gu, '$1 $2'))
    .replace(/[^\p{L}\p{N}#]+/gu, ' ')
    .trim()
}

const NAMES: Partial<Record<Role, string>> = {
  workoutNumber: `
    workout #, workout number, workout id, session id, training #, trainings nr, entrainement #, entrenamiento #,
    allenamento #, treino #, training nr, trening #, тренировка #`,
  workoutName: `
    workout name, workout, workout title, session name, session, day name, routine, routine name, trainingsname,
    name des workouts, name des trainings, nom de l entrainement, nom de la seance, nombre del entrenamiento, nombre
    de entrenamiento, nome dell allenamento, nome allenamento, nome do treino, naam training, naam van training,
    naam workout, traningsnamn, passets namn, namn pa traningspass, nazwa treningu, название тренировки`,
  start: `
    date, start, start time, workout date time, start date time, started at, start date, start datetime, timestamp, datetime, date time, workout date,
    workout datetime, workout start, performed at, datum, startzeit, beginn, date de debut,
    heure de debut, ora di inizio, ora inizio, hora inicio, fecha, fecha de inicio,
    hora de inicio, data, data di inizio, data de inicio, inizio, inicio, starttijd, begindatum, startdatum,
    starttid, data rozpoczecia, дата, дата начала, начало, date yyyy mm dd, date yyyy mm dd hh mm ss`,
  startTime: `
    time of day, clock time, workout time, uhrzeit, heure, hora, orario, tijd, klockslag, godzina, время начала`,
  end: `
    end, end time, ended at, finished at, end date, endzeit, ende, heure de fin, date de fin, hora de fin, hora de
    finalizacion, hora fin, fin, ora di fine, ora fine, fine, hora de termino, fim, eindtijd, sluttid, koniec, конец`,
  workoutDuration: `
    workout duration, session duration, workout length, workout dauer, trainingsdauer, duree de l entrainement,
    duracion del entrenamiento, durata allenamento, duracao do treino, duur training, czas trwania treningu`,
  workoutNotes: `
    workout notes, workout note, session notes, description, workout comment, workout notizen, trainingsnotizen,
    notizen zum workout, beschreibung, notes d entrainement, notes de l entrainement, notes de la seance, notas del
    entrenamiento, notas de entrenamiento, descripcion, note allenamento, note dell allenamento, descrizione, notas
    do treino, notas de treino, descricao, trainingsnotities, workout notities, beschrijving, traningsanteckningar,
    beskrivning, notatki treningowe, notatki z treningu, opis, заметки о тренировке, заметки к тренировке, описание`,
  exercise: `
    exercise, exercise name, exercise title, movement, lift, exercises, ubung, ubungsname, name der ubung, exercice,
    nom de l exercice, ejercicio, nombre del ejercicio, nombre de ejercicio, esercizio, nome dell esercizio, nome
    esercizio, exercicio, nome do exercicio, ubungstitel, titel der ubung, titre de l exercice, titre exercice, titulo
    del ejercicio, titolo dell esercizio, titolo esercizio, titulo do exercicio, oefening, naam oefening, naam van oefening, ovning, ovningens namn,
    ovningsnamn, cwiczenie, nazwa cwiczenia, упражнение, название упражнения`,
  bodyweight: `
    body weight, bodyweight, workout body weight, korpergewicht, poids de corps, poids du corps, peso corporal, peso
    corporeo`,
  superset: `
    superset id, superset, superset group, supersatz, supersatz id, superserie, superserie id, id de superserie, id
    superserie, id de superset, id du superset, id superset, id do superset, id da superserie`,
  exerciseNotes: `
    exercise notes, exercise note, exercise comment, notizen zur ubung, ubungsnotizen, notes d exercice, notes de l
    exercice, notes sur l exercice, notas del ejercicio, note esercizio, note dell esercizio, note sull esercizio, notas do exercicio, oefening notities, ovningsanteckningar, notatki do cwiczenia,
    заметки к упражнению`,
  notes: `
    notes, note, set notes, set note, comment, comments, notizen, notiz, kommentar, bemerkung, remarques,
    commentaire, notas, nota, comentario, commento, notities, opmerking, anteckningar, notatki, uwagi, заметки,
    примечания, комментарий`,
  order: `
    set order, set, set index, set number, set #, set no, set nr, order, reihenfolge festlegen, reihenfolge, satz,
    satz nr, satznummer, satz reihenfolge, satzindex, satz index, indice de serie, indice de la serie, index de serie,
    index de la serie, numero de serie, indice serie, indice della serie, indice da serie, ordre de la serie, ordre des series, serie, orden de la serie, orden de
    series, ordine serie, ordine delle serie, ordem da serie, ordem das series, setvolgorde, volgorde sets,
    setordning, set ordning, kolejnosc serii, seria, порядок подходов, подход`,
  kind: `
    set type, set kind, kind, satztyp, satz typ, satzart, type de serie, type de la serie, tipo de serie, tipo di
    serie, tipo serie, tipo da serie,
    settype, settyp, typ serii, тип подхода`,
  warmup: `
    is warmup, is warmup set, is warm up, warmup, warm up, is warm up set, aufwarmen, aufwarmsatz`,
  amrap: 'is amrap, amrap',
  sets: 'sets, number of sets, set count, no of sets, saetze, satze, series, serier',
  load: `
    weight, load, weight used, completed weight, completed weight value, weight value, kg, lb, gewicht, poids, charge, peso, carga,
    carico, vikt, waga, ciezar, obciazenie, вес`,
  loadUnit: `
    weight unit, unit, units, load unit, completed weight unit, gewichtseinheit, einheit, gewicht einheit, unite de
    poids, unidad de peso, unita di peso, unita peso, unidade de peso, gewichtseenheid, viktenhet, jednostka wagi,
    единица веса`,
  reps: `
    reps, repetitions, rep, completed reps, rep count, wiederh, wiederholungen, wdh, reps wiederholungen,
    repetitions effectuees, repeticiones, repetizioni, ripetizioni, repeticoes, herhalingen, repetitioner,
    powtorzenia, повторения, повторы, повт`,
  distance: `
    distance, entfernung, strecke, distanz, distancia, distanza, afstand, avstand, distans, dystans, odleglosc,
    расстояние, дистанция`,
  distanceUnit: `
    distance unit, entfernungseinheit, distanzeinheit, einheit der entfernung, unite de distance, unidad de
    distancia, unita di distanza, unidade de distancia, afstandseenheid, avstandsenhet, jednostka odleglosci,
    единица расстояния`,
  duration: `
    seconds, duration seconds, set duration, time seconds, duration s, sekunden, secondes, segundos, secondi,
    seconden, sekunder, sekundy, секунды`,
  rpe: 'rpe, completed rpe, effort, perceived exertion, rpe rating',
  rir: 'rir, reps in reserve, completed rir',
  doneAt: 'completed reps time',
}

let known: ReadonlyMap<string, Role> | undefined

/** Of a folded header. The names are folded at the first question: who opens another screen has this file too. */
export function roleOfHeader(folded: string): Role | undefined {
  known ??= new Map(
    (Object.entries(NAMES) as [Role, string][]).flatMap(([role, names]) =>
      names.split(',').map((name) => [foldHeader(name), role] as const),
    ),
  )
  return known.get(folded)
}

/** One word of a longer header that we have never seen, unless a word of `not` makes it something else. */
export const KEYWORDS: readonly { word: string; role: Role; not?: readonly string[] }[] = [
  {
    word: 'exercise',
    role: 'exercise',
    not: ['notes', 'note', 'id', 'type', 'category', 'number', 'order', 'index', 'time'],
  },
  {
    word: 'weight',
    role: 'load',
    not: ['unit', 'units', 'body', 'target', 'planned', 'required', 'ask', 'total', 'is'],
  },
  { word: 'gewicht', role: 'load', not: ['einheit', 'korper'] },
  { word: 'reps', role: 'reps', not: ['target', 'planned', 'required', 'goal', 'time', 'in', 'max', 'min'] },
  { word: 'repetitions', role: 'reps', not: ['target', 'planned', 'required', 'goal'] },
  { word: 'distance', role: 'distance', not: ['unit', 'units', 'target', 'planned'] },
  { word: 'date', role: 'start', not: ['end', 'birth', 'created', 'updated', 'due', 'booking'] },
  { word: 'rpe', role: 'rpe', not: ['target', 'planned', 'required', 'log'] },
  {
    word: 'workout',
    role: 'workoutName',
    not: ['notes', 'id', 'number', 'date', 'time', 'type', 'duration', 'volume'],
  },
]
